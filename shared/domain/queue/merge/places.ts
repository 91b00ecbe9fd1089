/**
 * Where a branch's visitors come into the main line: by how long they have waited.
 *
 * The time since which one waits is the day time that her own station wrote into the event (it goes on from the last
 * moment that station shared with the lead), or the event's instant; never later than now, never earlier than that of her
 * station's visitor before her. She stands behind everybody of the main line who came no later than that, and before everybody
 * who came later. Nobody of the main line changes places with another; no place is given twice.
 */
import { allTickets, type Place, type QueueState } from '../state.ts';
import type { BranchEvent } from './branch.ts';

/** By the `originSeq` of each event that puts somebody into the line anew. @param now day time of the merge, ms. */
export function placesOf(state: QueueState, events: readonly BranchEvent[], now: number): ReadonlyMap<number, Place> {
  const taken = placesTaken(state);
  const places = new Map<number, Place>();
  let last = Number.NEGATIVE_INFINITY;
  const wanted = events.filter(needsPlace).map((event) => {
    last = Math.max(last, Math.min(now, sinceOf(event)));
    return { originSeq: event.originSeq, since: last };
  });
  for (let from = 0; from < wanted.length;) {
    const index = behind(taken, wanted[from]?.since ?? 0);
    let to = from + 1;
    while (to < wanted.length && behind(taken, wanted[to]?.since ?? 0) === index) to += 1;
    const group = wanted.slice(from, to);
    for (const [at, { originSeq, since }] of group.entries()) {
      places.set(originSeq, between(taken, index, (at + 1) / (group.length + 1), at + 1, since, state.lastOrder));
    }
    from = to;
  }
  return places;
}

function needsPlace({ type, data }: BranchEvent): boolean {
  if (type === 'ticketIssued.v1') return true;
  return (type === 'ticketReturned.v1' || type === 'ticketTransferred.v1') && data.placement === 'end';
}

const sinceOf = ({ data, at }: BranchEvent): number => ('since' in data && data.since !== undefined ? data.since : at);

/** Every place of the day that stands or stood in the line, in order; who comes later has not waited longer. */
function placesTaken(state: QueueState): readonly Place[] {
  const all = [...allTickets(state)].flatMap(({ arrival, place }) => [arrival, place]);
  return all.toSorted((a, b) => a.order - b.order);
}

/** How many of the places are no later than `since`. */
function behind(taken: readonly Place[], since: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.since ?? 0) <= since) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place `part` of the way between two that are taken; the `count`-th behind all when none follows. */
function between(taken: readonly Place[], index: number, part: number, count: number, since: number, lastOrder: number): Place {
  const next = taken[index];
  const previous = taken[index - 1];
  if (next === undefined) return { order: Math.floor(lastOrder) + count, since };
  const low = previous?.order ?? next.order - 1;
  const order = low + (next.order - low) * part;
  // Numbers are not endless: where no room is left, she shares the place of the one before her.
  if (order > low && order < next.order) return { order, since };
  return previous ?? { order: low, since: Math.min(since, next.since) };
}
