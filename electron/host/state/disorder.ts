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
  const merges = db.prepare<[string], EventRow>(
    `SELECT * FROM event WHERE stream > ? AND stream < 'queue0' AND type = 'branchMerged.v1' AND ${counting} ORDER BY id`,
  );
  /** Branches of a day that were merged on a later one: their rows are that day's too. */
  const mergedLater = (stream: string) => (parseQueueStream(stream)?.stationId === null ? merges.all(stream) : []);
  return {
    // Each of them: of several origins in one batch, the first need not be the earliest.
    isIn: (stream, fresh) => mendable.test(stream) && fresh.some(({ seq, id }) => later.get(stream, seq, id) !== undefined),
    mend(stream) {
      for (const { forget } of forgetting) forget(stream);
      for (const row of [...inOrder.all(stream, bookOf(stream)), ...mergedLater(stream)]) {
        const event = recordedFromRow(row);
        if (streamInTables(event) === stream) for (const { apply } of forgetting) apply(event);
      }
    },
    sharedStreams: () => shared.all().map(({ stream }) => stream),
  };
}
