/**
 * The office's end of the sync protocol (shared/sync/protocol.ts): signs, sends, and tells a central server's answer from
 * everything else that may answer on a bad network. Knows nothing of stations, queues or databases.
 */
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import {
  batchType,
  enrolAnswer,
  type EnrolAnswer,
  type enrolRequest,
  heads as headsAnswer,
  ordersAnswer,
  pushAnswer,
  type PushAnswer,
  rotateAnswer,
  type rotateRequest,
  serverHeader,
  type SyncRefusal,
  syncPath,
  syncRefusal,
} from '../../../shared/sync/protocol.ts';
import type { SyncFailure } from '../../../shared/sync/failures.ts';
import { BadBatchError, type Batch, type Compression, decodeBatch, threadPool } from '../../../sync/batch.ts';
import { authorize } from '../../../sync/signature.ts';
import type { Clock } from '../ports.ts';
import type { CentralNetwork, CentralResponse } from './network.ts';

export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly failure: SyncFailure;
  /** When the server itself refused. */
  readonly refusal: SyncRefusal | null;
  constructor(failure: SyncFailure, message: string, refusal: SyncRefusal | null = null, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
    this.refusal = refusal;
  }
}

export interface OfficeIdentity {
  readonly serverId: string;
  readonly officeId: string;
  readonly keyId: string;
  readonly signingKey: KeyObject;
}

export interface CentralClient {
  heads(): Promise<z.infer<typeof headsAnswer>>;
  /** @param batch as `encodeBatch` makes it. */
  push(batch: Uint8Array): Promise<PushAnswer>;
  /** What the server has after a position; waits up to `waitSeconds` for news. */
  pull(after: number, limit: number, waitSeconds: number): Promise<Batch>;
  orders(waitSeconds: number): Promise<z.infer<typeof ordersAnswer>>;
  rotate(keys: z.infer<typeof rotateRequest>): Promise<string>;
  /** Server's clock minus this one's, ms; 0 until an answer told. */
  clockOffset(): number;
}

const limitMs = 30_000;
/** More for a batch: a slow uplink is given as long as it needs at 4 KB a second. */
const uploadLimitMs = (bytes: number) => Math.ceil(bytes / 4);

/** Requests without a signature: enrolling. @param url of the server, as a person typed it. @throws SyncError */
export async function enrolAt(network: CentralNetwork, url: string, request: z.infer<typeof enrolRequest>): Promise<EnrolAnswer> {
  const response = await send(network, {
    method: 'POST',
    url: `${url}${syncPath}/enrol`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(request)),
    limitMs,
  });
  return parsed(enrolAnswer, refusedOr(response));
}

/** @param url of the server without a slash at its end. @param signal gives up every request. */
export function createCentralClient(
  network: CentralNetwork,
  url: string,
  identity: OfficeIdentity,
  clock: Clock,
  compression: Compression = threadPool,
  signal?: AbortSignal,
): CentralClient {
  let offset = 0;
  const once = async (method: 'GET' | 'POST', path: string, body: Uint8Array, type: string, extraMs: number) => {
    const at = Math.round(clock.now() + offset);
    const response = await send(network, {
      method,
      url: `${url}${path}`,
      headers: {
        authorization: authorize({ method, path, body }, identity.keyId, identity.signingKey, at),
        'loket-office': identity.officeId,
        ...(method === 'POST' ? { 'content-type': type } : {}),
      },
      ...(method === 'POST' ? { body } : {}),
      limitMs: limitMs + extraMs,
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.headers[serverHeader] !== identity.serverId)
      throw new SyncError('otherServer', 'another central server answers at this address');
    return response;
  };
  const ask = async (method: 'GET' | 'POST', path: string, body: Uint8Array = Buffer.alloc(0), type = 'application/json', extraMs = 0) => {
    const response = await once(method, path, body, type, extraMs);
    const refused = refusalOf(response);
    if (refused?.refusal !== 'clockOff') return refusedOr(response);
    // The office's clock is wrong; the server's counts, and the request is signed again by it.
    offset = refused.serverTime - clock.now();
    return refusedOr(await once(method, path, body, type, extraMs));
  };

  return {
    heads: async () => parsed(headsAnswer, await ask('GET', `${syncPath}/heads`)),
    push: async (batch) => parsed(pushAnswer, await ask('POST', `${syncPath}/events`, batch, batchType, uploadLimitMs(batch.length))),
    async pull(after, limit, waitSeconds) {
      const path = `${syncPath}/events?after=${after}&limit=${limit}&wait=${waitSeconds}`;
      const { body } = await ask('GET', path, undefined, undefined, waitSeconds * 1000);
      try {
        return await decodeBatch(body, compression);
      } catch (error) {
        if (!(error instanceof BadBatchError)) throw error;
        throw new SyncError('notUnderstood', error.message, null, { cause: error });
      }
    },
    orders: async (waitSeconds) =>
      parsed(ordersAnswer, await ask('GET', `${syncPath}/orders?wait=${waitSeconds}`, undefined, undefined, waitSeconds * 1000)),
    rotate: async (keys) => parsed(rotateAnswer, await ask('POST', `${syncPath}/rotate`, Buffer.from(JSON.stringify(keys)))).keyId,
    clockOffset: () => offset,
  };
}

async function send(network: CentralNetwork, request: Parameters<CentralNetwork['request']>[0]): Promise<CentralResponse> {
  let response;
  try {
    response = await network.request(request);
  } catch (cause) {
    throw new SyncError('unreachable', `no answer: ${cause instanceof Error ? cause.message : String(cause)}`, null, { cause });
  }
  if (response.headers[serverHeader] === undefined) {
    // A balancer whose servers are all gone answers for them.
    if (response.status >= 502 && response.status <= 504) throw new SyncError('serverBusy', `HTTP ${response.status}`);
    throw new SyncError('notTheServer', `HTTP ${response.status} of something else`);
  }
  return response;
}

function refusalOf({ status, body }: CentralResponse) {
  if (status === 200) return null;
  const refusal = syncRefusal.safeParse(json(body));
  return refusal.success ? refusal.data : null;
}

/** @throws SyncError unless the server did what was asked. */
function refusedOr(response: CentralResponse): CentralResponse {
  if (response.status === 200) return response;
  const refusal = refusalOf(response)?.refusal ?? null;
  if (response.status === 503 || response.status === 429) throw new SyncError('serverBusy', `HTTP ${response.status}`, refusal);
  if (response.status >= 500) throw new SyncError('serverFailed', `HTTP ${response.status}`, refusal);
  throw new SyncError('refused', `HTTP ${response.status}: ${refusal ?? 'no reason'}`, refusal);
}

function parsed<T extends z.ZodType>(schema: T, { body }: CentralResponse): z.infer<T> {
  const value = schema.safeParse(json(body));
  if (!value.success) throw new SyncError('notUnderstood', z.prettifyError(value.error));
  return value.data;
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
