/**
 * Terms in the event table (decision 0016, rules 13 and 16). An appointment raises the office's term before its own event is
 * stored; from then on the database refuses what is decided under an older one. Decisions of a former lead that do not lead
 * up to the newest term are filed as left out: they are part of every copy, and never of the queue or the configuration.
 */
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';
import { validTerms } from '../../../shared/domain/lead/terms.ts';
import type { Writer } from '../database/open.ts';
import type { EventRow, RecordedEvent } from './event.ts';

export interface Terms {
  /** The newest term known here. */
  current(): number;
  /** Begins a term. @returns streams that lost or won events by it: what was made of them must be made anew. */
  begin(appointed: LeadAppointed): readonly string[];
  /** Files an event that was decided under a term that was over. @returns whether it was one. */
  fileIfLate(row: Pick<EventRow, 'origin' | 'origin_seq' | 'term' | 'stream'>): boolean;
  /** Reads anew what it holds in memory, after a rolled-back transaction. */
  reset(): void;
}

/** Rows of `event` that count, for queries over it. */
export const counting =
  'NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.origin = event.origin AND left_out.origin_seq = event.origin_seq)';

/** Streams that every station writes to by itself, as in the trigger `event_of_stale_term`; all others are the lead's alone. */
const decidedWhereItHappens =
  /^(?:people|training|keyProtection|access\/.*|book\/.*|complaint.*|documents\/.*|incident\/.*|printing\/.*|.*@.*)$/u;

/**
 * Whether an event of the lead's streams counted by the appointments that were known here before the event with the sequence
 * `seq` was stored, whatever was appointed since.
 */
export function countedBefore(db: Writer, seq: number): (event: Pick<RecordedEvent, 'originSeq' | 'term'>) => boolean {
  const known = db
    .prepare<[number], { data: string }>(
      "SELECT data FROM event WHERE stream = 'lead' AND type = 'leadAppointed.v1' AND seq < ? ORDER BY seq",
    )
    .all(seq);
  const valid = validTerms(known.map(({ data }) => JSON.parse(data) as LeadAppointed));
  return ({ originSeq, term }) => originSeq <= (valid.get(term) ?? 0);
}

export function createTerms(db: Writer): Terms {
  const current = db.prepare<[], { term: number }>('SELECT term FROM office_term');
  const raise = db.prepare<[number]>('UPDATE office_term SET term = max(term, ?)');
  const selectAppointments = db.prepare<[], { data: string }>(
    "SELECT data FROM event WHERE stream = 'lead' AND type = 'leadAppointed.v1' ORDER BY seq",
  );
  const file = db.prepare<[string, number]>('INSERT OR IGNORE INTO left_out (origin, origin_seq) VALUES (?, ?)');
  const leftOut = db.prepare<[], { origin: string; origin_seq: number; stream: string }>(
    'SELECT origin, origin_seq, stream FROM left_out JOIN event USING (origin, origin_seq)',
  );
  const forget = db.prepare('DELETE FROM left_out');
  // One term after another instead of an index that every event would pay for: there are as many as there were promotions.
  const terms = db.prepare<[], { term: number }>('SELECT DISTINCT term FROM event');
  const ofTerm = db.prepare<[number, number], { origin: string; origin_seq: number; stream: string }>(
    'SELECT origin, origin_seq, stream FROM event WHERE term = ? AND origin_seq > ?',
  );

  const appointments = () => selectAppointments.all().map(({ data }) => JSON.parse(data) as LeadAppointed);
  let valid = validTerms(appointments());

  return {
    current: () => current.get()?.term ?? 1,
    begin(appointed) {
      raise.run(appointed.term);
      valid = validTerms([...appointments(), appointed]);
      const before = new Map(leftOut.all().map((row) => [`${row.origin} ${row.origin_seq}`, row.stream]));
      forget.run();
      for (const { term } of terms.all()) {
        const end = valid.get(term) ?? 0;
        if (!Number.isFinite(end)) continue;
        const late = ofTerm.all(term, end).filter(({ stream }) => !decidedWhereItHappens.test(stream));
        for (const row of late) file.run(row.origin, row.origin_seq);
      }
      const after = new Map(leftOut.all().map((row) => [`${row.origin} ${row.origin_seq}`, row.stream]));
      const moved = [...before, ...after].filter(([key]) => before.has(key) !== after.has(key));
      return [...new Set(moved.map(([, stream]) => stream))];
    },
    reset() {
      valid = validTerms(appointments());
    },
    fileIfLate({ origin, origin_seq: originSeq, term, stream }) {
      if (decidedWhereItHappens.test(stream) || originSeq <= (valid.get(term) ?? 0)) return false;
      file.run(origin, originSeq);
      return true;
    },
  };
}
