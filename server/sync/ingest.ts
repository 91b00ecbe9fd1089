/**
 * Taking a batch of an office, in one transaction: chains verified (sync/chains.ts), events stored, readable tables brought up
 * to date, heads moved, the office's texts stored; only then it is acknowledged. One batch of an office at a time: the row of
 * its position is locked. Nothing that an event says makes the transaction fail.
 */
import type { Batch } from '../../sync/batch.ts';
import { type AcceptedEvent, type HeadOf, takeChains } from '../../sync/chains.ts';
import type { Head, PushAnswer } from '../../shared/sync/protocol.ts';
import { isUnfit, type Manner } from '../database/attempt.ts';
import type { Database, Tx } from '../database/database.ts';
import { noteChanges } from '../outbox/noteChanges.ts';
import { project, type ProjectedOffice } from './projections.ts';
import { type EventColumns, eventColumns, isText, storeEvents } from './storeEvents.ts';
import { setAside } from './quarantine.ts';
import { storeTexts, type TextColumns, textColumns } from './texts.ts';

export interface IngestContext {
  readonly officeId: string;
  readonly agencyId: string;
  /** ms since the epoch. */
  readonly now: number;
  /** Whether this program knows a type of event. */
  readonly understands: (type: string) => boolean;
}

/** A batch with what is made of it before its turn comes, while an earlier one of the office is stored. */
export interface PreparedBatch extends Batch {
  readonly columns: EventColumns;
  readonly texts: TextColumns | null;
}

/** Everything that needs nothing of the database. */
export const prepareBatch = (batch: Batch): PreparedBatch => ({
  ...batch,
  columns: eventColumns(batch.events),
  texts: textColumns(batch.header.texts),
});

/** In a transaction of its own. @throws I/O errors of the database; nothing of the batch stays then. */
export async function ingest(db: Pick<Database, 'inOffices'>, context: IngestContext, batch: PreparedBatch): Promise<PushAnswer> {
  // What the agency tells others of it is written in the same transaction.
  const offices = [context.officeId, context.agencyId];
  const take = (manner: Manner) => db.inOffices(offices, (tx) => ingestIn(tx, manner, context, batch));
  try {
    return await take('hopeful');
  } catch (error) {
    if (!isUnfit(error)) throw error;
    // Some event says what the database refuses: all of it again, so that this one alone is set aside.
    return take('careful');
  }
}

async function ingestIn(
  tx: Tx,
  manner: Manner,
  { officeId, agencyId, now, understands }: IngestContext,
  { header, events, columns, texts }: PreparedBatch,
): Promise<PushAnswer> {
  const position = await lockPosition(tx, officeId, now);
  const origins = header.origins.map(({ origin }) => origin);
  const headsBefore = await readHeads(tx, officeId, origins);
  const needed = events.filter(({ origin, originSeq }) => originSeq <= (headsBefore.get(origin)?.originSeq ?? 0));
  const hashes = await readHashes(tx, officeId, needed);
  const taken = takeChains(events, new Map(header.origins.map(({ origin, hash }) => [origin, hash])), {
    headOf: (origin) => headsBefore.get(origin),
    hashAt: (origin, originSeq) => hashes.get(`${origin} ${originSeq}`),
  });
  if (taken === null)
    return { heads: toHeads(headsBefore), quarantined: 0, quarantinedInAll: 0, needsHashes: true, hasOrders: false, position };
  const pins = new Map(header.pins.map(({ subjectId, tag }) => [subjectId, Buffer.from(tag, 'hex')]));
  const { stored, unstorable, notUnderstood } = await storeAndProject(
    tx,
    manner,
    { officeId, pins, understands },
    taken.accepted,
    columns,
    position,
    now,
  );
  const storedEvents = stored.map(({ event }) => event);
  const misread = new Set(notUnderstood.map(({ event }) => event));
  await noteChanges(
    tx,
    { officeId, agencyId, now },
    storedEvents.filter((event) => !misread.has(event)),
  );
  const aside = [...taken.setAside.map((one) => ({ ...one, detail: '' })), ...unstorable, ...notUnderstood];
  await setAside(tx, officeId, aside, pins, now);
  await writeHeads(tx, officeId, taken.heads);
  await storeTexts(tx, officeId, header, texts, begunIn(stored), now);
  await tx.query(
    `UPDATE office_position SET position = $2, heard_at = $3, now = coalesce($4::json, now), now_at = CASE WHEN $4 IS NULL THEN now_at ELSE $3 END
     WHERE office_id = $1`,
    [officeId, position + stored.length, new Date(now), header.now === null ? null : JSON.stringify(header.now)],
  );
  const { rows } = await tx.query<{ has_orders: boolean; set_aside: number }>(
    `SELECT EXISTS (SELECT 1 FROM central_order WHERE office_id = $1 AND outcome IS NULL) AS has_orders,
       (SELECT count(*)::int FROM quarantine WHERE office_id = $1) AS set_aside`,
    [officeId],
  );
  const headsAfter = new Map([...headsBefore, ...taken.heads]);
  return {
    heads: toHeads(headsAfter),
    quarantined: aside.length,
    quarantinedInAll: rows[0]?.set_aside ?? 0,
    needsHashes: false,
    hasOrders: rows[0]?.has_orders ?? false,
    position: position + stored.length,
  };
}

/** In hope, the tables are folded while PostgreSQL stores the events; with care, only what was stored is folded. */
async function storeAndProject(
  tx: Tx,
  manner: Manner,
  office: ProjectedOffice,
  accepted: readonly AcceptedEvent[],
  columns: EventColumns,
  position: number,
  now: number,
) {
  const eventsOf = (list: readonly AcceptedEvent[]) => list.map(({ event }) => event);
  const storing = storeEvents(tx, manner, office.officeId, accepted, columns, position, now);
  if (manner === 'hopeful' && accepted.every(isText)) {
    const [stored, notUnderstood] = await Promise.all([storing, project(behind(tx, storing), manner, office, eventsOf(accepted))]);
    return { ...stored, notUnderstood };
  }
  const stored = await storing;
  return { ...stored, notUnderstood: await project(tx, manner, office, eventsOf(stored.stored)) };
}

/** The same transaction, whose questions wait until something else is done in it: a connection does one thing at a time. */
const behind = (tx: Tx, done: Promise<unknown>): Tx =>
  ({
    query: async (...question: Parameters<Tx['query']>) => {
      await done;
      return tx.query(...question);
    },
  }) as Tx;

/** Complaints that begin in these events. */
const begunIn = (accepted: readonly AcceptedEvent[]): ReadonlySet<string> =>
  new Set(accepted.flatMap(({ event }) => (event.type === 'complaintReceived.v1' ? [event.stream.slice('complaint/'.length)] : [])));

/** One at a time writes what is made of an office's events. @returns how many of them are here. */
export async function lockPosition(tx: Tx, officeId: string, now: number): Promise<number> {
  const lock = () => tx.query<{ position: number }>('SELECT position FROM office_position WHERE office_id = $1 FOR UPDATE', [officeId]);
  const { rows } = await lock();
  if (rows[0] !== undefined) return rows[0].position;
  await tx.query('INSERT INTO office_position (office_id, position, heard_at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [
    officeId,
    new Date(now),
  ]);
  return (await lock()).rows[0]?.position ?? 0;
}

/** How many events of the office are here. */
export async function readPosition(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await tx.query<{ position: number }>('SELECT position FROM office_position WHERE office_id = $1', [officeId]);
  return rows[0]?.position ?? 0;
}

/** Heads of the given origins, or of all. */
export async function readHeads(tx: Tx, officeId: string, origins?: readonly string[]): Promise<Map<string, HeadOf>> {
  const { rows } = await tx.query<{ origin: string; origin_seq: number; hash: Buffer }>(
    'SELECT origin, origin_seq, hash FROM chain_head WHERE office_id = $1 AND ($2::uuid[] IS NULL OR origin = ANY ($2))',
    [officeId, origins ?? null],
  );
  return new Map(rows.map(({ origin, origin_seq: originSeq, hash }) => [origin, { originSeq, hash }]));
}

export const toHeads = (heads: ReadonlyMap<string, HeadOf>): Head[] =>
  [...heads].map(([origin, { originSeq, hash }]) => ({ origin, originSeq, hash: hash.toString('hex') }));

/** Of events that are repeated; their bytes are compared with what is here. */
async function readHashes(
  tx: Tx,
  officeId: string,
  events: readonly { readonly origin: string; readonly originSeq: number }[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (events.length === 0) return new Map();
  const { rows } = await tx.query<{ origin: string; origin_seq: number; hash: Buffer }>(
    `SELECT origin, origin_seq, hash FROM event WHERE office_id = $1
       AND (origin, origin_seq) IN (SELECT * FROM unnest($2::uuid[], $3::bigint[]))`,
    [officeId, events.map(({ origin }) => origin), events.map(({ originSeq }) => originSeq)],
  );
  return new Map(rows.map(({ origin, origin_seq: originSeq, hash }) => [`${origin} ${originSeq}`, hash]));
}

async function writeHeads(tx: Tx, officeId: string, heads: ReadonlyMap<string, HeadOf>): Promise<void> {
  if (heads.size === 0) return;
  const list = [...heads];
  await tx.query(
    `INSERT INTO chain_head (office_id, origin, origin_seq, hash)
     SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::bytea[])
     ON CONFLICT (office_id, origin) DO UPDATE SET origin_seq = excluded.origin_seq, hash = excluded.hash`,
    [officeId, list.map(([origin]) => origin), list.map(([, { originSeq }]) => originSeq), list.map(([, { hash }]) => hash)],
  );
}
