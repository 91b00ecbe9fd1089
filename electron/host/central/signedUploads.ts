/** The requests of tus-js-client, made through the office's own network port and signed as all requests of the protocol. */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import { serverHeader, syncRefusal } from '../../../shared/sync/protocol.ts';
import { authorize } from '../../../sync/signature.ts';
import type { Clock } from '../ports.ts';
import { type OfficeIdentity, SyncError } from './client.ts';
import type { CentralNetwork, CentralRequest, CentralResponse } from './network.ts';

export interface UploadsOptions {
  readonly network: CentralNetwork;
  readonly identity: OfficeIdentity;
  readonly clock: Clock;
  /** Before each request: an upload goes on only when nothing else is to be sent. */
  readonly whenIdle: () => Promise<void>;
  readonly signal: AbortSignal;
  /** The server's clock minus this one's, as far as an answer told; kept from one upload to the next. */
  readonly drift: { ms: number };
}

/** A part is given as long as it needs at 4 KB a second. */
const limitMs = (bytes: number) => 30_000 + Math.ceil(bytes / 4);

export function createSignedUploads({ network, identity, clock, whenIdle, signal, drift }: UploadsOptions): HttpStack {
  const once = async (method: CentralRequest['method'], url: string, headers: Readonly<Record<string, string>>, body: Uint8Array) => {
    const { pathname, search } = new URL(url);
    const signed = { method, path: `${pathname}${search}`, body };
    let response;
    try {
      response = await network.request({
        method,
        url,
        headers: {
          ...headers,
          authorization: authorize(signed, identity.keyId, identity.signingKey, Math.round(clock.now() + drift.ms)),
          'loket-office': identity.officeId,
        },
        ...(body.length > 0 ? { body } : {}),
        limitMs: limitMs(body.length),
        signal,
      });
    } catch (cause) {
      throw new SyncError('unreachable', `no answer: ${cause instanceof Error ? cause.message : String(cause)}`, null, { cause });
    }
    const server = response.headers[serverHeader];
    if (server === undefined) {
      if (response.status >= 502 && response.status <= 504) throw new SyncError('serverBusy', `HTTP ${response.status}`);
      throw new SyncError('notTheServer', `HTTP ${response.status} of something else`);
    }
    if (server !== identity.serverId) throw new SyncError('otherServer', 'another central server answers at this address');
    return response;
  };
  const send = async (method: CentralRequest['method'], url: string, headers: Readonly<Record<string, string>>, body: Uint8Array) => {
    await whenIdle();
    signal.throwIfAborted();
    const response = await once(method, url, headers, body);
    const refused = refusalIn(response);
    if (refused?.refusal !== 'clockOff') return response;
    drift.ms = refused.serverTime - clock.now();
    return once(method, url, headers, body);
  };

  return {
    getName: () => 'loket',
    createRequest(method, url) {
      const headers: Record<string, string> = {};
      const request: HttpRequest = {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => void (headers[name.toLowerCase()] = value),
        getHeader: (name) => headers[name.toLowerCase()],
        setProgressHandler: () => {},
        send: async (body: Uint8Array | null | undefined) =>
          toHttpResponse(await send(method as CentralRequest['method'], url, headers, body ?? Buffer.alloc(0))),
        // The signal ends what is under way.
        abort: async () => {},
        getUnderlyingObject: () => null,
      };
      return request;
    },
  };
}

const toHttpResponse = ({ status, headers, body }: CentralResponse): HttpResponse => ({
  getStatus: () => status,
  getHeader: (name) => headers[name.toLowerCase()],
  getBody: () => body.toString('utf8'),
  getUnderlyingObject: () => null,
});

/** What a body says of a refused request; an answer of tus itself has words instead. */
export function refusalIn({ status, body }: Pick<CentralResponse, 'status' | 'body'>) {
  if (status < 400) return null;
  try {
    return syncRefusal.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
