import type { Happened } from '../decider.ts';
import { advanceDayTime } from '../time/dayTime.ts';
import type { QueueEvent } from './events.ts';
import { fold } from './fold.ts';
import type { BranchMerged, MergedEvent } from './mergeEvents.ts';
import { mergedKey, type QueueState } from './state.ts';

/** Folds an event into the queue, with the look at the clock that it brings. */
export function evolve(before: QueueState, event: QueueEvent & Happened): QueueState {
  const state = { ...before, time: advanceDayTime(before.time, event.at) };
  return event.type === 'branchMerged.v1' ? merge(state, event.data, event.at) : fold(state, event);
}

/**
 * Folds what a station did while it was cut off. Of another day only the notices concern today: its tickets are history, and
 * nobody of yesterday comes into today's line. Numbers of a day still to come, of tickets and calls, are not given again when it comes.
 */
function merge(before: QueueState, { stationId, date, to, events, notices }: BranchMerged, at: number): QueueState {
  const today = before.day?.date ?? date;
  const isAhead = date > today && !events.some(({ type }) => type === 'officeDayOpened.v1');
  const after = date < today || isAhead ? before : events.reduce(foldMerged, before);
  return {
    ...after,
    lastCallOrder: isAhead ? greatest(before.lastCallOrder, events, callOrderOf) : after.lastCallOrder,
    time: advanceDayTime(after.time, at),
    merged: { ...after.merged, [mergedKey(date, stationId)]: to },
    ahead: isAhead ? { ...before.ahead, [date]: greatest(before.ahead[date] ?? 0, events, sequenceOf) } : after.ahead,
    notices: [...after.notices, ...notices],
  };
}

const greatest = (start: number, events: readonly MergedEvent[], numberOf: (event: MergedEvent) => number): number =>
  events.reduce((most, event) => Math.max(most, numberOf(event)), start);

const sequenceOf = ({ type, data }: MergedEvent): number => (type === 'ticketIssued.v1' ? data.sequence : 0);

const callOrderOf = ({ data }: MergedEvent): number => ('callOrder' in data ? (data.callOrder ?? 0) : 0);

/**
 * Folds one embedded event. Its instant is another machine's and long past: the day's time stays. Its call was announced
 * where it happened; no board says it again. A day that it opens begins with none.
 */
export function foldMerged(state: QueueState, event: MergedEvent): QueueState {
  const after = fold(state, event);
  return event.type === 'officeDayOpened.v1' ? after : { ...after, announcements: state.announcements };
}
