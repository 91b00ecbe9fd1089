import type { Logger } from 'pino';
import { parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import { mergedKey, type QueueState } from '../../../shared/domain/queue/state.ts';
import type { Reader } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventRow } from '../engine/event.ts';
import { recordedFromRow } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';

export interface Branches {
  /** At the lead: takes what stations did while cut off into the main stream (decision 0016, rules 12 and 16). */
  merge(): void;
  /** This station decides by itself from now on. */
  begin(): void;
  /**
   * At a station that works with the lead again, a lead with its lease too: says that its branch is over, also when it decided
   * nothing meanwhile, for who stands at its counters is worth knowing.
   */
  end(): void;
  /**
   * Resolves when the lead has taken in what this station decided by itself, so that what is asked of it now is shown on the
   * same queue; `false`: it has not within a few seconds.
   */
  merged(): Promise<boolean>;
  /** This station's copy grew. */
  look(): void;
  /** Whether `end` is running, so that its command is decided as one of the branch. */
  isEnding(): boolean;
}

interface Parts {
  readonly db: Reader;
  readonly engine: Engine<{ readonly queue: QueueState }>;
  readonly stationId: string;
  readonly ports: Pick<Ports, 'random' | 'timers'>;
  readonly log: Logger;
  readonly lastSeq: () => number;
  readonly letterOf: (stationId: string) => string | null;
  /** A branch of a later day than the office's comes: brings the office's in step with the clock, so that it can be taken in. */
  readonly onNewDate: (date: string) => void;
  /** Behind every merge: what else a deposed lead decided. */
  readonly onMerged: () => void;
}

/** The lead merges at once; a person at the counter waits no longer than this to hear that it has not. */
const patienceMs = 5000;

interface Piece {
  readonly stationId: string;
  readonly date: string;
  readonly wasLead: boolean;
  readonly rows: readonly EventRow[];
}

export function createBranches({ db, engine, stationId, ports, log, lastSeq, letterOf, onNewDate, onMerged }: Parts): Branches {
  const ended = db.prepare<[], { stream: string; station_id: string; date: string; ended_seq: number }>(
    // A station ends its branch in the stream of the day that it has by then; what it decided on days before is over too.
    `SELECT stream, station_id, date, (SELECT max(ended_seq) FROM branch AS any_day WHERE any_day.station_id = branch.station_id) AS ended_seq
     FROM branch ORDER BY stream`,
  );
  const ofBranch = db.prepare<[string, number, number], EventRow>(
    'SELECT * FROM event WHERE stream = ? AND origin_seq > ? AND origin_seq <= ? ORDER BY origin_seq',
  );
  const leftOut = db.prepare<[], EventRow>(
    "SELECT event.* FROM left_out JOIN event USING (origin, origin_seq) WHERE stream LIKE 'queue/%' ORDER BY origin, origin_seq",
  );
  const unended = db.prepare<[string, string]>(
    `SELECT 1 FROM branch JOIN event USING (stream)
     WHERE station_id = ? AND origin_seq > (SELECT max(ended_seq) FROM branch WHERE station_id = ?) LIMIT 1`,
  );
  let ending = false;
  let lookedAt = -1;
  // Also after a restart, and of a day that is not the office's any more: what it decided would never be merged.
  let begun = unended.get(stationId, stationId) !== undefined;
  const execute = (method: string, input: unknown) =>
    engine.execute({ method, input, commandId: ports.random.uuid(), actor: { kind: 'system' }, roles: ['system'] });

  /** What is not merged yet, in one piece for each station and day: what it did cut off, and what it decided after its term. */
  const pieces = (): readonly Piece[] => {
    const { merged } = engine.base('queue');
    const isNew = (date: string, row: EventRow) => row.origin_seq > (merged[mergedKey(date, row.origin)] ?? 0);
    const late = leftOut.all().map((row) => ({ row, date: parseQueueStream(row.stream)?.date ?? '', wasLead: true }));
    const cutOff = ended
      .all()
      .flatMap(({ stream, station_id: id, date, ended_seq: to }) =>
        ofBranch.all(stream, merged[mergedKey(date, id)] ?? 0, to).map((row) => ({ row, date, wasLead: false })),
      );
    const byKey = new Map<string, Piece>();
    for (const { row, date, wasLead } of [...late, ...cutOff]) {
      if (!isNew(date, row)) continue;
      const key = mergedKey(date, row.origin);
      const before = byKey.get(key) ?? { stationId: row.origin, date, wasLead, rows: [] };
      byKey.set(key, { ...before, wasLead: before.wasLead || wasLead, rows: [...before.rows, row] });
    }
    // Day by day; who followed a deposed lead before the lead itself.
    return [...byKey.values()].toSorted(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || Number(a.wasLead) - Number(b.wasLead) || (a.stationId < b.stationId ? -1 : 1),
    );
  };

  const waiting = new Set<() => void>();
  const isMerged = () => engine.branch('queue').length === 0;
  return {
    look() {
      if (isMerged()) for (const done of waiting) done();
    },
    merged() {
      if (isMerged()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          cancel();
          resolve(isMerged());
        };
        const cancel = ports.timers.after(patienceMs, done);
        waiting.add(done);
      });
    },
    isEnding: () => ending,
    begin() {
      begun = true;
    },
    end() {
      const last = engine.branch('queue').at(-1);
      const isOpen = last !== undefined && last.type !== 'branchEnded.v1' && parseQueueStream(last.stream)?.stationId !== null;
      if (!isOpen && !begun) return;
      begun = false;
      ending = true;
      try {
        execute('queue.endBranch', {});
      } finally {
        ending = false;
      }
    },
    merge() {
      // Nothing new, and nothing that was refused before can fit now.
      if (lookedAt === lastSeq()) return;
      for (const { stationId: id, date, wasLead, rows } of pieces()) {
        if (date > (engine.base('queue').day?.date ?? date)) onNewDate(date);
        const events = rows
          .toSorted((a, b) => a.origin_seq - b.origin_seq)
          .map(recordedFromRow)
          .map(({ originSeq, at, actor, type, data }) => ({ originSeq, at, actor, type, data }));
        const answer = execute('queue.mergeBranch', {
          stationId: id,
          letter: id === stationId ? null : letterOf(id),
          date,
          wasLead,
          events,
        });
        log.info({ station: id, date, events: events.length, answer: answer.kind }, 'what was decided without the lead was merged');
      }
      onMerged();
      lookedAt = lastSeq();
    },
  };
}
