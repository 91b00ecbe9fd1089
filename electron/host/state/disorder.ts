/**
 * Streams that more than one station writes to, such as an incident that one station opened and another's supervisor
 * answered. Their events may come in another order than that of their causes; every copy must end alike all the same. So the
 * rows of such a stream are made from its events in the order of their ids (decision 0016, rule 4).
 */
import type { Writer } from '../database/open.ts';
import type { BranchMerged } from '../../../shared/domain/queue/mergeEvents.ts';
import { mainStream, parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { EventRow, RecordedEvent } from '../engine/event.ts';
import { recordedFromRow } from '../engine/eventStore.ts';
import { counting } from '../engine/terms.ts';
import type { StateTable } from './stateTable.ts';

export interface Disorder {
  /** Whether a stream holds an event that comes after one of those that were just stored, but was stored before it. */
  isIn(stream: string, fresh: readonly { readonly seq: number; readonly id: string }[]): boolean;
  /** Makes what a stream is in the tables anew. */
  mend(stream: string): void;
  /** Every stream that several stations have written to. */
  sharedStreams(): readonly string[];
}

/**
 * Under which stream an event stands in the tables. A merge into another office day is told on one day and belongs to the other; what
 * was written on paper stands among the day's tickets.
 */
export function streamInTables({ type, data, stream }: RecordedEvent): string {
  if (type === 'branchMerged.v1') return mainStream((data as BranchMerged).date);
  return stream.startsWith(bookPrefix) ? mainStream(stream.slice(bookPrefix.length)) : stream;
}
const bookPrefix = 'book/';

/** Streams of areas whose tables can forget; all others are written by one station, or their order does not matter. */
const mendable = /^(?:complaint|incident)\//u;

export function createDisorder(db: Writer, tables: readonly StateTable[]): Disorder {
  const forgetting = tables.flatMap((table) =>
    table.forget === undefined ? [] : [{ forget: table.forget(db), apply: table.prepare(db) }],
  );
  const later = db.prepare<[string, number, string]>('SELECT 1 FROM event WHERE stream = ? AND seq < ? AND id > ? LIMIT 1');
  const inOrder = db.prepare<[string, string], EventRow>(`SELECT * FROM event WHERE stream IN (?, ?) AND ${counting} ORDER BY id`);
  const bookOf = (stream: string) => (stream.startsWith('queue/') ? `${bookPrefix}${stream.slice('queue/'.length)}` : stream);
  const shared = db.prepare<[], { stream: string }>(
    `SELECT stream FROM event WHERE (stream >= 'complaint/' AND stream < 'complaint0') OR (stream >= 'incident/' AND stream < 'incident0')
     GROUP BY stream HAVING min(origin) <> max(origin)`,
  );
  const mergesLater = db.prepare<[string], EventRow>(
    `SELECT * FROM event WHERE stream > ? AND stream < 'queue0' AND type = 'branchMerged.v1' AND ${counting} ORDER BY id`,
  );
  // Of a day that a station with a wrong clock was ahead on: told on the day that it was, not before the branch began.
  const mergesBefore = db.prepare<[string, string, string], EventRow>(
    `SELECT * FROM event WHERE seq > (SELECT min(seq) FROM event WHERE stream > ? AND stream < ?) AND stream > 'queue/' AND stream < ?
       AND type = 'branchMerged.v1' AND ${counting} ORDER BY id`,
  );
  const isMainQueue = (stream: string) => parseQueueStream(stream)?.stationId === null;
  /** Branches of a day that were merged on another one: their rows are that day's too. */
  const mergedElsewhere = (stream: string) =>
    isMainQueue(stream) ? [...mergesBefore.all(`${stream}@`, `${stream}A`, stream), ...mergesLater.all(stream)] : [];
  const mergedHere = db.prepare<[string], { date: string }>(
    "SELECT DISTINCT json_extract(data, '$.date') AS date FROM event WHERE stream = ? AND type = 'branchMerged.v1'",
  );
  /** The stream, and the other days that merges in it count for, now or until now. */
  const affectedBy = (stream: string): ReadonlySet<string> =>
    new Set([stream, ...(isMainQueue(stream) ? mergedHere.all(stream).map(({ date }) => mainStream(date)) : [])]);
  const make = (stream: string) => {
    for (const { forget } of forgetting) forget(stream);
    for (const row of [...inOrder.all(stream, bookOf(stream)), ...mergedElsewhere(stream)].toSorted(byId)) {
      const event = recordedFromRow(row);
      if (streamInTables(event) === stream) for (const { apply } of forgetting) apply(event);
    }
  };
  return {
    // Each of them: of several origins in one batch, the first need not be the earliest.
    isIn: (stream, fresh) => mendable.test(stream) && fresh.some(({ seq, id }) => later.get(stream, seq, id) !== undefined),
    mend(stream) {
      for (const one of affectedBy(stream)) make(one);
    },
    sharedStreams: () => shared.all().map(({ stream }) => stream),
  };
}

const byId = (a: EventRow, b: EventRow): number => (a.id < b.id ? -1 : 1);
