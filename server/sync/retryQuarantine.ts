/**
 * Events that were not understood when they came are stored and verified like any other, and missing in the readable tables. A newer
 * server may know them: then the complaint or document that they belong to is made again of all its events in their order, so that it
 * becomes what it would have been.
 */
import { sharedOf } from '../../electron/host/engine/sharedEvent.ts';
import type { BatchEvent } from '../../sync/batch.ts';
import type { Tx } from '../database/database.ts';
import { noteChanges } from '../outbox/noteChanges.ts';
import { type IngestContext, lockPosition } from './ingest.ts';
import { project } from './projections.ts';
import { documentTypes, setAside, subjectOf } from './quarantine.ts';
import type { StoredEvent } from './readEvents.ts';

/**
 * Events that are tried in one transaction. The office's own batches wait for it: it reads through all events of the office once,
 * about a second for a million, because no index is kept for what happens after an update alone.
 */
export const retriedAtOnce = 500;

export interface Retried {
  readonly tried: number;
  /** They are in the readable tables now. */
  readonly understood: number;
  /** Goes on from here; `null`: nothing is left to try. */
  readonly next: string | null;
}

/**
 * Tries what is aside of an office because it was not understood, at most `retriedAtOnce` events.
 * @param tx sees the office and its agency. @param after `next` of the time before.
 */
export async function retryQuarantine(tx: Tx, context: IngestContext, after: string | null = null): Promise<Retried> {
  const { officeId, agencyId, now, understands } = context;
  await lockPosition(tx, officeId, now);
  const aside = await readAside(tx, officeId, after);
  const next = aside.length < retriedAtOnce ? null : (aside.at(-1)?.id ?? null);
  const known = aside.filter(({ event }) => understands(event.type));
  if (known.length === 0) return { tried: 0, understood: 0, next };
  const events = await readAgain(tx, officeId, known);
  const pins = new Map(
    known.flatMap(({ event, pin_tag: tag }) => {
      const subject = subjectOf(event);
      return tag === null || subject === null ? [] : [[subject.id, tag] as const];
    }),
  );
  const misread = await project(tx, 'careful', { officeId, pins, understands }, events);
  const stillAside = new Map(misread.map(({ event, detail }) => [event.id, detail]));
  const understood = new Set(known.flatMap(({ id }) => (stillAside.has(id) ? [] : [id])));
  await tx.query("DELETE FROM quarantine WHERE office_id = $1 AND reason = 'notUnderstood' AND id = ANY ($2::uuid[])", [
    officeId,
    [...understood],
  ]);
  await tx.query(
    `UPDATE quarantine SET detail = new.detail FROM unnest($2::uuid[], $3::text[]) AS new (id, detail)
     WHERE office_id = $1 AND reason = 'notUnderstood' AND quarantine.id = new.id`,
    [officeId, [...stillAside.keys()], [...stillAside.values()].map((detail) => detail.slice(0, 500))],
  );
  await setAside(tx, officeId, misread, pins, now);
  // Others hear now of what they have not heard of; what is no news any more is told to nobody (server/notices/queue.ts).
  await noteChanges(
    tx,
    { officeId, agencyId, now },
    events.filter(({ id }) => understood.has(id)),
  );
  return { tried: known.length, understood: understood.size, next };
}

interface Aside {
  readonly id: string;
  readonly event: BatchEvent;
  readonly pin_tag: Buffer | null;
}

async function readAside(tx: Tx, officeId: string, after: string | null): Promise<readonly Aside[]> {
  const { rows } = await tx.query<{ id: string; event: string; pin_tag: Buffer | null }>(
    `SELECT id, event, pin_tag FROM quarantine WHERE office_id = $1 AND reason = 'notUnderstood' AND ($2::uuid IS NULL OR id > $2)
     ORDER BY id LIMIT $3`,
    [officeId, after, retriedAtOnce],
  );
  return rows.map((row) => ({ ...row, event: JSON.parse(row.event) as BatchEvent }));
}

/**
 * All events of the complaints and documents concerned, and the others themselves, oldest first: what an earlier lead decided comes
 * before what a later one did, also where it came here later; of one lead in the order in which they came, which its chain keeps.
 */
async function readAgain(tx: Tx, officeId: string, aside: readonly Aside[]): Promise<readonly BatchEvent[]> {
  const complaints = new Set<string>();
  const documents = new Set<string>();
  const single: string[] = [];
  for (const { id, event } of aside) {
    const subject = subjectOf(event);
    if (subject === null) single.push(id);
    else if (subject.kind === 'complaint') complaints.add(event.stream);
    else documents.add(subject.id);
  }
  const { rows } = await tx.query<StoredEvent>(
    `SELECT position, id, origin, origin_seq, term, stream, type, at, actor, command_id, data, hash FROM event
     WHERE office_id = $1 AND (stream = ANY ($2::text[]) OR id = ANY ($3::uuid[])
       OR (type = ANY ($4::text[]) AND data ->> 'documentId' = ANY ($5::text[])))
     ORDER BY term, position`,
    [officeId, [...complaints], single, documents.size === 0 ? [] : documentTypes, [...documents]],
  );
  return rows.map(sharedOf);
}
