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
import { countedBefore, counting } from './terms.ts';

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

type Branches = NonNullable<Extract<AnyArea['source'], { readonly kind: 'folded' }>['branches']>;

export function createFolding(area: AnyArea, events: EventStore, db: Writer, stationId: string): Folding {
  const { source, decider } = area;
  if (source.kind !== 'folded') throw new Error(`${area.name} is not folded`);
  const { branches } = source;
  const ofBranches = db.prepare<[string, string], EventRow>(
    `SELECT * FROM event WHERE stream >= ? AND stream < ? AND origin = '${stationId}' AND stream LIKE '%@${stationId}' ORDER BY origin_seq`,
  );
  const knownBefore = db.prepare<[string, string, number], EventRow & { left_out: 0 | 1 }>(
    `SELECT event.*, NOT ${counting} AS left_out FROM event
     WHERE stream >= ? AND stream < ? AND stream NOT LIKE '%@%' AND seq < ? ORDER BY seq`,
  );
  const foldAll = (list: readonly RecordedEvent[], start: unknown): unknown =>
    list.reduce((state, event) => decider.evolve(state, event), start);
  const mainEvents = (): readonly RecordedEvent[] => {
    const stream = source.currentStream(db);
    return stream === null ? [] : [...events.ofStream(stream)];
  };
  const branchEvents = (): readonly RecordedEvent[] => {
    // The office may have no main stream yet, or none any more: its first one may be left out.
    return branches === undefined ? [] : ofBranches.all(source.currentStream(db) ?? branches.begin, branches.end).map(recordedFromRow);
  };
  const isMergedIn = (state: unknown) => (event: RecordedEvent) => branches?.isMerged(state, event) === true;
  /**
   * What people here saw when the first event of a branch was decided, and the branch: the main stream as it counted then,
   * whatever terms began since, with what this station had decided by itself and the main stream had not taken in yet: as the
   * lead of a term that was over already, too, for a branch goes on from there.
   */
  const viewFrom = (first: RecordedEvent, { begin, end }: Branches) => {
    const countedThen = countedBefore(db, first.seq);
    const known = knownBefore.all(source.currentStream(db) ?? begin, end, first.seq);
    // The newest: a branch of a day before may be merged into that day's stream later than the next one was opened.
    const day = known.reduce((newest, row) => (row.stream > newest && countedThen(row) ? row.stream : newest), '');
    const ofDay = known.filter(({ stream }) => stream === day);
    const isMergedThen = isMergedIn(foldAll(ofDay.filter(countedThen).map(recordedFromRow), decider.initial));
    /** What was decided by itself on a day before is no part of that day. */
    const isOverThen = (event: RecordedEvent) => event.stream < day || isMergedThen(event);
    const isSeen = (row: (typeof known)[number]) =>
      countedThen(row) || (row.left_out === 1 && row.origin === stationId && !isMergedThen(recordedFromRow(row)));
    const view = () => {
      const own = branchEvents().filter((event) => !isOverThen(event));
      return foldAll([...known.filter((row) => row.stream >= day && isSeen(row)).map(recordedFromRow), ...own], decider.initial);
    };
    return { view, isOverThen };
  };
  /**
   * Of a branch in several parts the last one counts: what was before it was merged when it began, and has to be merged again
   * because the lead that did it was replaced.
   */
  const viewOf = (base: unknown, branch: readonly RecordedEvent[]): unknown => {
    if (branches === undefined) return base;
    const begins = (index: number) => {
      const before = branch[index - 1];
      return before === undefined || branches.isEnd(before);
    };
    for (const first of branch.filter((_, index) => begins(index)).toReversed()) {
      const { view, isOverThen } = viewFrom(first, branches);
      if (branch[0] === first || branch.every((event) => event.seq >= first.seq || isOverThen(event))) return view();
    }
    return base;
  };

  return {
    fromTable() {
      const base = foldAll(mainEvents(), decider.initial);
      const isMerged = isMergedIn(base);
      const branch = branchEvents().filter((event) => !isMerged(event));
      return { base, branch, view: viewOf(base, branch) };
    },
    withMain({ base, branch, view }, event) {
      const after: unknown = decider.evolve(base, event);
      if (branch.length === 0) return { base: after, branch, view: after };
      const isMerged = isMergedIn(after);
      const left = branch.filter((one) => !isMerged(one));
      return { base: after, branch: left, view: left.length === 0 ? after : view };
    },
    withBranch: ({ base, branch, view }, event) => ({ base, branch: [...branch, event], view: decider.evolve(view, event) }),
  };
}
