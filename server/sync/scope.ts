/** What all routes of the sync protocol share: bodies as they came, who signed, refusals with the server's time. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maxBatchBytes, serverHeader, type SyncRefusal, syncRefusal } from '../../shared/sync/protocol.ts';
import { isImpossibleText, isPassing } from '../database/errors.ts';
import type { ServerServices } from '../services.ts';
import { type Caller, type Claim, readClaim, whyNot } from './authenticate.ts';
import { createTurns } from './turns.ts';

const statusOf: Readonly<Record<SyncRefusal, number>> = {
  badRequest: 400,
  codeUnknown: 403,
  unknownKey: 401,
  revoked: 403,
  badSignature: 401,
  clockOff: 401,
  tooLarge: 413,
  busy: 503,
  failed: 500,
};

/** Schemas of refused answers, by status. */
export const refusals = Object.fromEntries([400, 401, 403, 413, 500, 503].map((status) => [status, syncRefusal]));

type Handle = (request: FastifyRequest, reply: FastifyReply, caller: Caller) => Promise<unknown>;

export interface SyncScope {
  refuse(reply: FastifyReply, refusal: SyncRefusal): FastifyReply;
  bytesOf(request: FastifyRequest): Uint8Array;
  /** Handles for the office that signed the request; answers the refusal otherwise. */
  signed(handle: Handle): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

/** @param open paths of the scope that need no signature. @param bodyLimit of its requests, bytes. */
export function prepareSyncScope(
  app: FastifyInstance,
  services: ServerServices,
  { open = [], bodyLimit = maxBatchBytes }: { readonly open?: readonly string[]; readonly bodyLimit?: number } = {},
): SyncScope {
  const { keys, log, now } = services;
  const refuse = (reply: FastifyReply, refusal: SyncRefusal) => reply.code(statusOf[refusal]).send({ refusal, serverTime: now() });
  const bytesOf = (request: FastifyRequest): Uint8Array => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  const claims = new WeakMap<FastifyRequest, Claim>();
  const lookups = createTurns();

  // Bodies stay bytes: the signature covers what came over the wire.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (_request, reply) => void reply.header(serverHeader, keys.serverId));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 'tooLarge');
    if (status < 500 || isImpossibleText(error)) return refuse(reply, 'badRequest');
    const isBusy = isPassing(error);
    const told = { err: error, requestId: request.id, route: request.routeOptions.url };
    if (isBusy) log.warn(told, 'the database could not be asked');
    else log.error(told, 'a sync request failed');
    return refuse(reply, isBusy ? 'busy' : 'failed');
  });
  // Before the body is read: whoever knows no key may not fill the memory.
  app.addHook('onRequest', async (request, reply) => {
    if (open.includes(request.routeOptions.url ?? '')) return;
    // In the order in which they came: of two batches on their way, the second would overtake the first and show a gap.
    const found = await lookups.take(String(request.headers['loket-office']), () => readClaim(services, request));
    if (!found.ok) return refuse(reply, found.refusal);
    claims.set(request, found.claim);
  });

  return {
    refuse,
    bytesOf,
    signed: (handle) => async (request, reply) => {
      const claim = claims.get(request);
      const refusal = claim === undefined ? 'badSignature' : await whyNot(services, claim, request, bytesOf(request));
      return claim === undefined || refusal !== null ? refuse(reply, refusal ?? 'badSignature') : handle(request, reply, claim);
    },
  };
}
