import type { Actor, NewEvent } from '../../../shared/domain/decider.ts';
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';
import type { Ports } from '../ports.ts';
import type { Reader, Writer } from '../database/open.ts';
import { actorFromText, actorToText, type EventRow, type RecordedEvent } from './event.ts';
import { createEventIds } from './eventIds.ts';
import { type ChainHead, eventHash, genesis } from '../../../sync/hashChain.ts';
import { type SharedEvent, ForkedChainError, rowOf, sharedOf } from './sharedEvent.ts';
import { counting, createTerms } from './terms.ts';
import { upcast } from './upcast.ts';

export interface Station {
  readonly id: string;
  /** Put behind the service prefix of ticket numbers; empty for the founding lead (DESIGN decision 7). */
  readonly letter: string;
}

export interface AppendRequest {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly at: number;
  readonly actor: Actor;
  readonly commandId: string;
}

/** What taking over events of other stations did. */
export interface Adopted {
  /** The new ones that count. */
  readonly events: readonly RecordedEvent[];
  /** How many were new and decided under a term that was over. */
  readonly leftOut: number;
}

export interface EventStore {
  /** Appends to this station's chain; runs inside the caller's transaction. */
  append(request: AppendRequest): readonly RecordedEvent[];
  /**
   * Stores events of any origin exactly as they were written, each verified against its origin's chain; those that are
   * here already are passed over. Runs inside the caller's transaction. @returns what was new.
   * @throws ForkedChainError, GapInChainError, BrokenChainError: nothing of it may stay, the caller rolls back.
   */
  adopt(shared: readonly SharedEvent[]): Adopted;
  /** Events after `seq`, oldest first, as other stations take them. */
  sharedAfter(seq: number, limit: number): readonly (SharedEvent & { readonly seq: number })[];
  /** The n-th event of an origin, as others take it; `null`: it is not here. */
  sharedAt(origin: string, originSeq: number): SharedEvent | null;
  /** Where this station has the n-th event of an origin; `null`: not yet. */
  seqOf(origin: string, originSeq: number): number | null;
  /** Streams whose events that count changed by a new term in this transaction: what was made of them must be made anew. */
  takeUnmade(): readonly string[];
  /** Forgets the cached head after a rolled-back transaction. */
  forgetHead(): void;
  /** All events of a stream that count, oldest first, in their newest version. */
  ofStream(stream: string): IterableIterator<RecordedEvent>;
  /** Events after `seq` in the order this station learned of them. */
  after(seq: number): IterableIterator<RecordedEvent>;
  count(): number;
  lastSeq(): number;
  heads(): readonly ChainHead[];
}

const recentKept = 500;

/** The event table of one database. Only this module writes to it. */
export function createEventStore(db: Writer, station: Station, ports: Ports): EventStore {
  const insert = db.prepare(
    `INSERT INTO event (seq, id, origin, origin_seq, term, stream, type, at, actor, command_id, data, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectHead = db.prepare<[string], { origin_seq: number; hash: Buffer }>(
    'SELECT origin_seq, hash FROM event WHERE origin = ? ORDER BY origin_seq DESC LIMIT 1',
  );
  const selectAt = db.prepare<[string, number], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM event WHERE origin = ? AND origin_seq = ?',
  );
  const selectLastIds = db.prepare<[string, number], { id: string }>('SELECT id FROM event WHERE origin = ? AND origin_seq = ?');
  const selectAfter = db.prepare<[number, number], EventRow>('SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?');
  const selectWhole = db.prepare<[string, number], EventRow>('SELECT * FROM event WHERE origin = ? AND origin_seq = ?');
  const selectLast = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM event');
  const terms = createTerms(db);
  const ids = createEventIds(ports.clock, ports.random);
  for (const { origin, originSeq } of readHeads(db)) ids.observe(selectLastIds.get(origin, originSeq)?.id ?? '');
  let unmade: readonly string[] = [];
  let lastKnownSeq: number | null = null;
  /** Read once and kept up with what is stored: stations ask for it with everything that they tell each other. */
  let headsKnown: Map<string, ChainHead> | null = null;
  /** The newest events, without gaps: several stations ask for the same ones as soon as they are there. */
  let recent: (SharedEvent & { readonly seq: number })[] = [];
  const noteStored = (row: EventRow) => {
    recent.push({ seq: row.seq, ...sharedOf(row) });
    if (recent.length > 2 * recentKept) recent = recent.slice(-recentKept);
    const { origin, origin_seq: originSeq, hash } = row;
    headsKnown?.set(origin, { origin, originSeq, hash: hash.toString('hex') });
  };
  let head: { seq: number; originSeq: number; hash: Buffer; term: number } | null = null;

  const readHead = () => {
    const last = selectHead.get(station.id);
    return {
      seq: selectLast.get()?.seq ?? 0,
      originSeq: last?.origin_seq ?? 0,
      hash: last?.hash ?? genesis,
      term: terms.current(),
    };
  };

  const lastInChain = (origin: string) => {
    const last = selectHead.get(origin);
    return { originSeq: last?.origin_seq ?? 0, hash: last?.hash ?? genesis };
  };

  return {
    append({ stream, events, at, actor, commandId }) {
      const actorText = actorToText(actor);
      lastKnownSeq = null;
      return events.map((event) => {
        if (isAppointment(event)) {
          unmade = [...unmade, ...terms.begin(event.data)];
          head = null;
        }
        head ??= readHead();
        const columns = {
          id: ids.next(),
          origin: station.id,
          origin_seq: head.originSeq + 1,
          term: head.term,
          stream,
          type: event.type,
          at,
          actor: actorText,
          command_id: commandId,
          data: JSON.stringify(event.data),
        };
        const seq = head.seq + 1;
        const hash = eventHash(head.hash, columns);
        insert.run(seq, ...Object.values(columns), head.hash, hash);
        noteStored({ seq, ...columns, prev_hash: head.hash, hash });
        head = { ...head, seq, originSeq: columns.origin_seq, hash };
        return {
          seq,
          id: columns.id,
          origin: station.id,
          originSeq: columns.origin_seq,
          term: columns.term,
          stream,
          at,
          actor,
          commandId,
          ...event,
        };
      });
    },
    adopt(shared) {
      lastKnownSeq = null;
      // Also when an own event comes back, as after a restored backup: the cached head is no longer the last.
      head = null;
      const lastOf = new Map<string, { originSeq: number; hash: Buffer }>();
      let seq = selectLast.get()?.seq ?? 0;
      const adopted: RecordedEvent[] = [];
      let leftOut = 0;
      for (const event of shared) {
        const before = lastOf.get(event.origin) ?? lastInChain(event.origin);
        lastOf.set(event.origin, before);
        const known = event.originSeq > before.originSeq ? undefined : selectAt.get(event.origin, event.originSeq);
        if (known !== undefined) {
          if (known.hash.toString('hex') !== event.hash) throw new ForkedChainError(event.origin, event.originSeq);
          continue;
        }
        const row = rowOf(event, seq + 1, before);
        const recordedEvent = recordedFromRow(row);
        // First, for an appointment stands under the term that it begins.
        if (isAppointment(recordedEvent)) unmade = [...unmade, ...terms.begin(recordedEvent.data)];
        const isLate = terms.fileIfLate(row);
        insert.run(...Object.values(row));
        ids.observe(row.id);
        noteStored(row);
        seq = row.seq;
        lastOf.set(row.origin, { originSeq: row.origin_seq, hash: row.hash });
        if (isLate) leftOut += 1;
        else adopted.push(recordedEvent);
      }
      return { events: adopted, leftOut };
    },
    sharedAfter(seq, limit) {
      const first = recent[0]?.seq ?? Number.POSITIVE_INFINITY;
      if (first <= seq + 1) return recent.slice(seq + 1 - first, seq + 1 - first + limit);
      return selectAfter.all(seq, limit).map((row) => ({ seq: row.seq, ...sharedOf(row) }));
    },
    sharedAt(origin, originSeq) {
      const row = selectWhole.get(origin, originSeq);
      return row === undefined ? null : sharedOf(row);
    },
    seqOf: (origin, originSeq) => selectAt.get(origin, originSeq)?.seq ?? null,
    takeUnmade() {
      const taken = [...new Set(unmade)];
      unmade = [];
      return taken;
    },
    forgetHead() {
      head = null;
      headsKnown = null;
      recent = [];
      lastKnownSeq = null;
      unmade = [];
      terms.reset();
    },
    ofStream: (stream) =>
      recorded(db.prepare<[string], EventRow>(`SELECT * FROM event WHERE stream = ? AND ${counting} ORDER BY seq`).iterate(stream)),
    after: (seq) => recorded(db.prepare<[number], EventRow>('SELECT * FROM event WHERE seq > ? ORDER BY seq').iterate(seq)),
    count: () => countEvents(db),
    lastSeq: () => (lastKnownSeq ??= selectLast.get()?.seq ?? 0),
    heads: () => [...(headsKnown ??= new Map(readHeads(db).map((one) => [one.origin, one]))).values()],
  };
}

const isAppointment = (event: NewEvent): event is NewEvent<'leadAppointed.v1', LeadAppointed> => event.type === 'leadAppointed.v1';

export function countEvents(db: Reader): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM event').get()?.n ?? 0;
}

/** The chain head of every origin in a database. */
export function readHeads(db: Reader): readonly ChainHead[] {
  // A loose index scan: jumps from origin to origin instead of reading every row.
  return db
    .prepare<[], { origin: string; originSeq: number; hash: string }>(
      `WITH RECURSIVE origins (origin) AS (
         SELECT min(origin) FROM event
         UNION ALL
         SELECT (SELECT min(origin) FROM event WHERE origin > origins.origin) FROM origins WHERE origins.origin IS NOT NULL
       )
       SELECT event.origin, event.origin_seq AS originSeq, lower(hex(event.hash)) AS hash
       FROM origins JOIN event ON event.origin = origins.origin
        AND event.origin_seq = (SELECT max(origin_seq) FROM event AS last WHERE last.origin = origins.origin)`,
    )
    .all();
}

function* recorded(rows: Iterable<EventRow>): IterableIterator<RecordedEvent> {
  for (const row of rows) yield recordedFromRow(row);
}

/** A row of the event table as the newest version of its event. */
export function recordedFromRow(row: EventRow): RecordedEvent {
  const { type, data } = upcast({ type: row.type, data: JSON.parse(row.data) as unknown });
  return {
    seq: row.seq,
    id: row.id,
    origin: row.origin,
    originSeq: row.origin_seq,
    term: row.term,
    stream: row.stream,
    type,
    at: row.at,
    actor: actorFromText(row.actor),
    commandId: row.command_id,
    data,
  };
}
