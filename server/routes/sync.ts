/** The routes of the sync protocol (shared/sync/protocol.ts). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  batchType,
  enrolAnswer,
  enrolRequest,
  heads,
  ordersAnswer,
  pushAnswer,
  rotateAnswer,
  rotateRequest,
  syncPath,
} from '../../shared/sync/protocol.ts';
import { BadBatchError, decodeBatch, encodeBatch } from '../../sync/batch.ts';
import { canSealFor, createSealer } from '../../sync/seal.ts';
import { addOfficeKey, officeByCode, officeById, readEnrolmentCode, useEnrolmentCode } from '../offices.ts';
import { openOrders } from '../orders.ts';
import { toSealedContent } from '../secrets.ts';
import type { ServerServices } from '../services.ts';
import { noteContact } from '../sync/contact.ts';
import { ingest, prepareBatch, readHeads, readPosition, toHeads } from '../sync/ingest.ts';
import { readEvents } from '../sync/readEvents.ts';
import { prepareSyncScope, refusals } from '../sync/scope.ts';
import { createTurns } from '../sync/turns.ts';
import { waitFor } from '../sync/waiting.ts';

const keysIn = ({ signingKey, sealingKey }: z.infer<typeof rotateRequest>) => ({
  signingKey: Buffer.from(signingKey, 'base64url'),
  sealingKey: Buffer.from(sealingKey, 'base64url'),
});
const seconds = z.coerce.number().int().min(0).max(30).default(0);

export function registerSync(app: FastifyInstance, services: ServerServices): void {
  const { db, keys, secrets, now, metrics } = services;
  const turns = createTurns();
  const { refuse, bytesOf, signed } = prepareSyncScope(app, services, { open: [`${syncPath}/enrol`] });
  const json = <T extends z.ZodType>(schema: T, request: FastifyRequest) => {
    try {
      return schema.safeParse(JSON.parse(Buffer.from(bytesOf(request)).toString('utf8')));
    } catch {
      return schema.safeParse(undefined);
    }
  };

  app.post(
    `${syncPath}/enrol`,
    { bodyLimit: 4096, schema: { summary: 'An office enrols with a code of its agency', response: { 200: enrolAnswer, ...refusals } } },
    async (request, reply) => {
      const body = json(enrolRequest, request);
      if (!body.success) return refuse(reply, 'badRequest');
      const code = readEnrolmentCode(body.data.code);
      const office = code === null ? null : await officeByCode(db, code.officeCode);
      if (code === null || office === null || office.closedAt !== null) return refuse(reply, 'codeUnknown');
      const { signingKey, sealingKey } = keysIn(body.data);
      if (!canSealFor(sealingKey)) return refuse(reply, 'badRequest');
      const keyId = await db.inOffice(office.officeId, async (tx) =>
        (await useEnrolmentCode(tx, keys, office, code.secret, now()))
          ? addOfficeKey(tx, office.officeId, { signingKey, sealingKey }, now())
          : null,
      );
      if (keyId === null) return refuse(reply, 'codeUnknown');
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
    },
  );

  app.get(
    `${syncPath}/heads`,
    { schema: { summary: 'How far the chain of each station is here; signed', response: { 200: heads, ...refusals } } },
    signed(async (_request, _reply, { officeId }) =>
      db.inOffice(officeId, async (tx) => {
        const position = await readPosition(tx, officeId);
        return { heads: toHeads(await readHeads(tx, officeId)), position };
      }),
    ),
  );

  app.post(
    `${syncPath}/events`,
    { schema: { summary: 'Takes a batch of events; signed', response: { 200: pushAnswer, ...refusals } } },
    signed(async (request, reply, { officeId, agencyId }) => {
      const decoding = decodeBatch(bytesOf(request)).then(prepareBatch);
      // It is looked at when its turn comes: until then nobody hears of a batch that cannot be read.
      decoding.catch(() => {});
      // Two batches of an office on their way at once are taken in their order, or the second would show a gap.
      const taking = turns.take(officeId, async () => {
        const batch = await decoding;
        const context = { officeId, agencyId, now: now(), understands: services.understands };
        return { batch, answer: await ingest(db, context, batch) };
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
        summary: 'A batch of what the server has of the office, behind a position; signed',
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
      return reply.type(batchType).send(await encodeBatch(events, { position, withHashes: true }));
    }),
  );

  app.get(
    `${syncPath}/orders`,
    {
      schema: {
        summary: 'What the server asks of the office; signed',
        querystring: z.strictObject({ wait: seconds }),
        response: { 200: ordersAnswer, ...refusals },
      },
    },
    signed(async (request, _reply, { officeId }) => {
      const { wait } = request.query as { wait: number };
      const office = await officeById(db, officeId);
      await db.inOffice(officeId, (tx) => noteContact(tx, officeId, now()));
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
    { bodyLimit: 4096, schema: { summary: 'Other keys for the office; signed', response: { 200: rotateAnswer, ...refusals } } },
    signed(async (request, reply, { officeId }) => {
      const body = json(rotateRequest, request);
      if (!body.success) return refuse(reply, 'badRequest');
      const fresh = keysIn(body.data);
      if (!canSealFor(fresh.sealingKey)) return refuse(reply, 'badRequest');
      const keyId = await db.inOffice(officeId, (tx) => addOfficeKey(tx, officeId, fresh, now()));
      return { keyId };
    }),
  );
}
