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
  /**
   * What this station decided by itself and is not merged yet, oldest first: cut off, and as the lead of a term that was over by
   * then, whose successor did not have it.
   */
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

const isOfBranch = ({ stream }: RecordedEvent) => stream.includes('@');

export function createFolding(area: AnyArea, events: EventStore, db: Writer, stationId: string): Folding {
  const { source, decider } = area;
  if (source.kind !== 'folded') throw new Error(`${area.name} is not folded`);
  const { branches } = source;
  const ownUnmerged = db.prepare<[string, string], EventRow>(
    `SELECT * FROM event WHERE stream >= ? AND stream < ? AND origin = '${stationId}' AND (stream LIKE '%@${stationId}' OR NOT ${counting})
     ORDER BY origin_seq`,
  );
  const mainBefore = db.prepare<[string, string, number], EventRow>(
    "SELECT * FROM event WHERE stream >= ? AND stream < ? AND stream NOT LIKE '%@%' AND seq < ? ORDER BY seq",
  );
  const foldAll = (list: readonly RecordedEvent[], start: unknown): unknown =>
    list.reduce((state, event) => decider.evolve(state, event), start);
  const mainEvents = (): readonly RecordedEvent[] => {
    const stream = source.currentStream(db);
    return stream === null ? [] : [...events.ofStream(stream)];
  };
  const decidedByItself = (): readonly RecordedEvent[] => {
    if (branches === undefined) return [];
    // The office may have no main stream yet, or none any more: its first one may be left out.
    const from = source.currentStream(db) ?? branches.begin;
    return ownUnmerged.all(from, branches.end).map(recordedFromRow);
  };
  const isMergedIn = (state: unknown) => (event: RecordedEvent) => branches?.isMerged(state, event) === true;
  /**
   * What people here saw when an event of a branch was decided, and what of the branch they decided from then on: the main stream as
   * it counted then, whatever terms began since.
   */
  const seenAt = (first: RecordedEvent, { begin, end }: Branches) => {
    const counted = countedBefore(db, first.seq);
    const known = mainBefore
      .all(source.currentStream(db) ?? begin, end, first.seq)
      .map(recordedFromRow)
      .filter(counted);
    // The newest: a branch of a day before may be merged into that day's stream later than the next one was opened.
    const day = known.reduce((newest, { stream }) => (stream > newest ? stream : newest), '');
    const main = foldAll(
      known.filter(({ stream }) => stream === day),
      decider.initial,
    );
    const isMergedThen = isMergedIn(main);
    const wasInMain = (event: RecordedEvent) => event.seq < first.seq && !isOfBranch(event) && counted(event);
    // What was decided by itself on a day before is no part of that day.
    const open = decidedByItself().filter((event) => event.stream >= day && !isMergedThen(event) && !wasInMain(event));
    // As the lead it took in itself what it had decided cut off before.
    const tail = open.filter((event) => !isOfBranch(event));
    const isMergedInTail = isMergedIn(foldAll(tail, main));
    return { main, since: open.filter((event) => !isOfBranch(event) || !isMergedInTail(event)) };
  };
  /**
   * Of a branch in several parts the last one counts that was begun when all before it was merged, and is to be merged again
   * because the lead that did it was replaced.
   */
  const viewOf = (base: unknown, branch: readonly RecordedEvent[]): unknown => {
    if (branches === undefined) return base;
    const begins = (event: RecordedEvent, index: number) => {
      const before = branch[index - 1];
      return before === undefined || branches.isEnd(before) || isOfBranch(before) !== isOfBranch(event) || before.term !== event.term;
    };
    for (const first of branch.filter(begins).toReversed()) {
      const { main, since } = seenAt(first, branches);
      if (branch[0] === first || since.every(({ seq }) => seq >= first.seq)) return foldAll(since, main);
    }
    return base;
  };

  return {
    fromTable() {
      const base = foldAll(mainEvents(), decider.initial);
      const isMerged = isMergedIn(base);
      const branch = decidedByItself().filter((event) => !isMerged(event));
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
