/** The routes of the sync protocol (shared/sync/protocol.ts). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { z } from 'zod';
import {
  batchType,
  enrolAnswer,
  enrolRequest,
  heads,
  maxBatchBytes,
  ordersAnswer,
  pushAnswer,
  rotateAnswer,
  rotateRequest,
  serverHeader,
  type SyncRefusal,
  syncPath,
  syncRefusal,
} from '../../shared/sync/protocol.ts';
import { BadBatchError, decodeBatch, encodeBatch } from '../../sync/batch.ts';
import { createSealer } from '../../sync/seal.ts';
import { officeByCode, officeById, readEnrolmentCode, useEnrolmentCode } from '../offices.ts';
import { openOrders } from '../orders.ts';
import { toSealedContent } from '../secrets.ts';
import type { ServerServices } from '../services.ts';
import { authenticate, type Caller } from '../sync/authenticate.ts';
import { ingest, readHeads, readPosition, toHeads } from '../sync/ingest.ts';
import { readEvents } from '../sync/readEvents.ts';
import { createTurns } from '../sync/turns.ts';
import { waitFor } from '../sync/waiting.ts';

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
const refusals = Object.fromEntries([400, 401, 403, 413, 500, 503].map((status) => [status, syncRefusal]));
const seconds = z.coerce.number().int().min(0).max(30).default(0);

export function registerSync(app: FastifyInstance, services: ServerServices): void {
  const { db, keys, secrets, now, metrics } = services;
  const turns = createTurns();
  const refuse = (reply: FastifyReply, refusal: SyncRefusal) => reply.code(statusOf[refusal]).send({ refusal, serverTime: now() });

  // Bodies stay bytes: the signature covers what came over the wire.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBatchBytes }, (_request, body, done) => done(null, body));
  app.addHook('onSend', async (_request, reply) => void reply.header(serverHeader, keys.serverId));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 'tooLarge');
    if (status < 500) return refuse(reply, 'badRequest');
    services.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a sync request failed');
    return refuse(reply, 'failed');
  });

  const bytesOf = (request: FastifyRequest): Uint8Array => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  /** Runs for the office that signed the request; answers the refusal otherwise. */
  const signed =
    (handle: (request: FastifyRequest, reply: FastifyReply, caller: Caller) => Promise<unknown>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const authenticated = await authenticate(services, request, bytesOf(request));
      return authenticated.ok ? handle(request, reply, authenticated.caller) : refuse(reply, authenticated.refusal);
    };
  const json = <T extends z.ZodType>(schema: T, request: FastifyRequest) => {
    try {
      return schema.safeParse(JSON.parse(Buffer.from(bytesOf(request)).toString('utf8')));
    } catch {
      return schema.safeParse(undefined);
    }
  };

  app.post(`${syncPath}/enrol`, { schema: { response: { 200: enrolAnswer, ...refusals } } }, async (request, reply) => {
    const body = json(enrolRequest, request);
    if (!body.success) return refuse(reply, 'badRequest');
    const code = readEnrolmentCode(body.data.code);
    const office = code === null ? null : await officeByCode(db, code.officeCode);
    if (code === null || office === null || office.closedAt !== null) return refuse(reply, 'codeUnknown');
    const keyId = v7();
    const sealingKey = Buffer.from(body.data.sealingKey, 'base64url');
    const isGood = await db.inOffice(office.officeId, async (tx) => {
      if (!(await useEnrolmentCode(tx, keys, office, code.secret, now()))) return false;
      await tx.query('INSERT INTO office_key (office_id, key_id, signing_key, sealing_key, created_at) VALUES ($1, $2, $3, $4, $5)', [
        office.officeId,
        keyId,
        Buffer.from(body.data.signingKey, 'base64url'),
        sealingKey,
        new Date(now()),
      ]);
      return true;
    });
    if (!isGood) return refuse(reply, 'codeUnknown');
    const agency = await officeById(db, office.agencyId);
    const agencyKey = await secrets.agencyKey(office.agencyId);
    const seal = createSealer(sealingKey, randomBytes);
    return {
      serverId: keys.serverId,
      officeId: office.officeId,
      keyId,
      officeCode: office.code,
      officeName: office.name,
      agencyName: agency?.name ?? '',
      publicUrl: services.publicUrl(),
      agencyKey: { keyId: agencyKey.keyId, publicKey: agencyKey.publicKey.toString('base64url') },
      pinKey: toSealedContent(keyId, seal(`pin-key:${office.officeId}`, await secrets.pinKey(office.officeId))),
    };
  });

  app.get(
    `${syncPath}/heads`,
    { schema: { response: { 200: heads, ...refusals } } },
    signed(async (_request, _reply, { officeId }) =>
      db.inOffice(officeId, async (tx) => {
        const position = await readPosition(tx, officeId);
        return { heads: toHeads(await readHeads(tx, officeId)), position };
      }),
    ),
  );

  app.post(
    `${syncPath}/events`,
    { schema: { response: { 200: pushAnswer, ...refusals } } },
    signed(async (request, reply, { officeId, agencyId }) => {
      const decoding = decodeBatch(bytesOf(request));
      // Two batches of an office on their way at once are taken in their order, or the second would show a gap.
      const taking = turns.take(officeId, async () => {
        const batch = await decoding;
        // What the agency tells others of it is written in the same transaction.
        const answer = await db.inOffices([officeId, agencyId], (tx) => ingest(tx, { officeId, agencyId, now: now() }, batch));
        return { batch, answer };
      });
      let taken;
      try {
        taken = await taking;
      } catch (error) {
        if (!(error instanceof BadBatchError)) throw error;
        services.log.warn({ err: error, officeId }, 'a batch that cannot be read');
        return refuse(reply, 'badRequest');
      }
      const { batch, answer } = taken;
      services.changes.announce(officeId);
      metrics.batchesTaken.inc();
      metrics.eventsTaken.inc(batch.events.length);
      metrics.eventsQuarantined.inc({ reason: 'any' }, answer.quarantined);
      return answer;
    }),
  );

  app.get(
    `${syncPath}/events`,
    {
      schema: {
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0),
          limit: z.coerce.number().int().min(1).max(5000).default(1000),
          wait: seconds,
        }),
      },
    },
    signed(async (request, reply, { officeId }) => {
      const { after, limit, wait } = request.query as { after: number; limit: number; wait: number };
      const page = await waitFor(services, officeId, wait, async () => {
        const found = await db.inOffice(officeId, (tx) => readEvents(tx, officeId, after, limit));
        return found.events.length === 0 ? null : found;
      });
      // Lower than what was asked for: this server was put back to a backup.
      const nothing = async () => ({
        events: [],
        position: Math.min(after, await db.inOffice(officeId, (tx) => readPosition(tx, officeId))),
      });
      const { events, position } = page ?? (await nothing());
      return reply.type(batchType).send(await encodeBatch(events, { position }));
    }),
  );

  app.get(
    `${syncPath}/orders`,
    { schema: { querystring: z.strictObject({ wait: seconds }), response: { 200: ordersAnswer, ...refusals } } },
    signed(async (request, _reply, { officeId }) => {
      const { wait } = request.query as { wait: number };
      const office = await officeById(db, officeId);
      const found = await waitFor(services, officeId, wait, async () => {
        const orders = await db.inOffice(officeId, (tx) => openOrders(tx, officeId));
        return orders.length === 0 ? null : orders;
      });
      const { keyId, publicKey } = await secrets.agencyKey(office?.agencyId ?? officeId);
      const position = await db.inOffice(officeId, (tx) => readPosition(tx, officeId));
      return { orders: [...(found ?? [])], position, agencyKey: { keyId, publicKey: publicKey.toString('base64url') } };
    }),
  );

  app.post(
    `${syncPath}/rotate`,
    { schema: { response: { 200: rotateAnswer, ...refusals } } },
    signed(async (request, reply, { officeId }) => {
      const body = json(rotateRequest, request);
      if (!body.success) return refuse(reply, 'badRequest');
      const keyId = v7();
      await db.inOffice(officeId, async (tx) => {
        await tx.query('INSERT INTO office_key (office_id, key_id, signing_key, sealing_key, created_at) VALUES ($1, $2, $3, $4, $5)', [
          officeId,
          keyId,
          Buffer.from(body.data.signingKey, 'base64url'),
          Buffer.from(body.data.sealingKey, 'base64url'),
          new Date(now()),
        ]);
      });
      return { keyId };
    }),
  );
}
