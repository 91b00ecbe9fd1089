/**
 * The state of a folded area in memory. `base` is the fold of its main stream, as every copy has it. While this station is cut
 * off, what it decides by itself is a branch on top; `view` is what people here see and work on: the base as it was when the
 * branch began, with the branch folded on it. It stands still until the branch is merged, for what the office did meanwhile was
 * decided without knowing of it, and the other way round (decision 0016, rules 9 and 12).
 */
import type { Writer } from '../database/open.ts';
import type { AnyArea } from './areas.ts';
import type { EventRow, RecordedEvent } from './event.ts';
import { type EventStore, recordedFromRow } from './eventStore.ts';

export interface Fold {
  readonly base: unknown;
  /** What this station decided in a branch that is not merged yet, oldest first. */
  readonly branch: readonly RecordedEvent[];
  readonly view: unknown;
}

export interface Folding {
  /** Everything anew from the event table. */
  fromTable(): Fold;
  /** An event of the area's main stream. */
  withMain(fold: Fold, event: RecordedEvent): Fold;
  /** An event of this station's branch. */
  withBranch(fold: Fold, event: RecordedEvent): Fold;
}

export function createFolding(area: AnyArea, events: EventStore, db: Writer, stationId: string): Folding {
  const { source, decider } = area;
  if (source.kind !== 'folded') throw new Error(`${area.name} is not folded`);
  const { branches } = source;
  const ofBranches = db.prepare<[string, string], EventRow>(
    `SELECT * FROM event WHERE stream >= ? AND stream < ? AND origin = '${stationId}' AND stream LIKE '%@${stationId}' ORDER BY origin_seq`,
  );
  const foldMain = (until: number): unknown => {
    const stream = source.currentStream(db);
    let state: unknown = decider.initial;
    if (stream === null) return state;
    for (const event of events.ofStream(stream)) if (event.seq < until) state = decider.evolve(state, event);
    return state;
  };
  /** The main stream as it was when the branch began, and the branch. */
  const viewOf = (base: unknown, branch: readonly RecordedEvent[]): unknown => {
    const [first] = branch;
    if (first === undefined) return base;
    return branch.reduce((state: unknown, event) => decider.evolve(state, event), foldMain(first.seq));
  };
  const unmerged = (base: unknown): readonly RecordedEvent[] => {
    const stream = source.currentStream(db);
    if (branches === undefined || stream === null) return [];
    const rows = ofBranches.all(stream, branches.end);
    return rows.map(recordedFromRow).filter((event) => !branches.isMerged(base, event));
  };

  return {
    fromTable() {
      const base = foldMain(Number.POSITIVE_INFINITY);
      const branch = unmerged(base);
      return { base, branch, view: viewOf(base, branch) };
    },
    withMain({ base, branch, view }, event) {
      const after: unknown = decider.evolve(base, event);
      if (branch.length === 0) return { base: after, branch, view: after };
      const left = branch.filter((one) => branches?.isMerged(after, one) !== true);
      return { base: after, branch: left, view: left.length === branch.length ? view : viewOf(after, left) };
    },
    withBranch: ({ base, branch, view }, event) => ({ base, branch: [...branch, event], view: decider.evolve(view, event) }),
  };
}
