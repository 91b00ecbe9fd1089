import type { Logger } from 'pino';
import { parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { QueueState } from '../../../shared/domain/queue/state.ts';
import type { Reader } from '../database/open.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventRow } from '../engine/event.ts';
import { recordedFromRow } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';

export interface Branches {
  /** At the lead: takes what stations did while cut off into the main stream (decision 0016, rules 12 and 16). */
  merge(): void;
  /** At a station that works with the lead again, a lead with its lease too: says that its branch is over, if it has one. */
  end(): void;
  /** Whether `end` is running, so that its command is decided as one of the branch. */
  isEnding(): boolean;
}

interface Parts {
  readonly db: Reader;
  readonly engine: Engine<{ readonly queue: QueueState }>;
  readonly stationId: string;
  readonly ports: Pick<Ports, 'random'>;
  readonly log: Logger;
  readonly letterOf: (stationId: string) => string | null;
}

interface Piece {
  readonly stationId: string;
  readonly date: string;
  readonly wasLead: boolean;
  readonly first: number;
  readonly rows: readonly EventRow[];
}

export function createBranches({ db, engine, stationId, ports, log, letterOf }: Parts): Branches {
  const ended = db.prepare<[], { stream: string; station_id: string; date: string; ended_seq: number }>(
    'SELECT stream, station_id, date, ended_seq FROM branch WHERE ended_seq > 0',
  );
  const ofBranch = db.prepare<[string, number, number], EventRow>(
    'SELECT * FROM event WHERE stream = ? AND origin_seq > ? AND origin_seq <= ? ORDER BY origin_seq',
  );
  const leftOut = db.prepare<[], EventRow>(
    "SELECT event.* FROM left_out JOIN event USING (origin, origin_seq) WHERE stream LIKE 'queue/%' ORDER BY origin, origin_seq",
  );
  let ending = false;
  const execute = (method: string, input: unknown) =>
    engine.execute({ method, input, commandId: ports.random.uuid(), actor: { kind: 'system' }, roles: ['system'] });

  /** What stations did cut off; each in one piece for each day. */
  const cutOff = (merged: Readonly<Record<string, number>>): readonly Piece[] =>
    ended.all().flatMap(({ stream, station_id: id, date, ended_seq: to }) => {
      const rows = to > (merged[id] ?? 0) ? ofBranch.all(stream, merged[id] ?? 0, to) : [];
      const first = rows[0]?.origin_seq;
      return first === undefined ? [] : [{ stationId: id, date, wasLead: false, first, rows }];
    });
  /** What former leads decided when their terms were over. */
  const tails = (merged: Readonly<Record<string, number>>): readonly Piece[] => {
    const pieces = new Map<string, EventRow[]>();
    for (const row of leftOut.all()) {
      if (row.origin_seq <= (merged[row.origin] ?? 0)) continue;
      const key = `${row.origin} ${row.stream}`;
      pieces.set(key, [...(pieces.get(key) ?? []), row]);
    }
    return [...pieces.values()].flatMap((rows) => {
      const [first] = rows;
      const date = first === undefined ? null : (parseQueueStream(first.stream)?.date ?? null);
      return first === undefined || date === null ? [] : [{ stationId: first.origin, date, wasLead: true, first: first.origin_seq, rows }];
    });
  };

  return {
    isEnding: () => ending,
    end() {
      const last = engine.branch('queue').at(-1);
      if (last === undefined || last.type === 'branchEnded.v1') return;
      ending = true;
      try {
        execute('queue.endBranch', {});
      } finally {
        ending = false;
      }
    },
    merge() {
      const { merged } = engine.base('queue');
      const behind = tails(merged);
      // Of one station in its own order; who followed a deposed lead before the lead itself.
      const wereLeads = new Set(behind.map((piece) => piece.stationId));
      const pieces = [...cutOff(merged), ...behind].toSorted(
        (a, b) => Number(wereLeads.has(a.stationId)) - Number(wereLeads.has(b.stationId)) || a.first - b.first,
      );
      for (const { stationId: id, date, wasLead, rows } of pieces) {
        const events = rows.map(recordedFromRow).map(({ originSeq, at, actor, type, data }) => ({ originSeq, at, actor, type, data }));
        const answer = execute('queue.mergeBranch', {
          stationId: id,
          letter: id === stationId ? null : letterOf(id),
          date,
          wasLead,
          events,
        });
        log.info({ station: id, date, events: events.length, answer: answer.kind }, 'what was decided without the lead was merged');
      }
    },
  };
}
