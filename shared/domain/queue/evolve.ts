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
 * Folds what a station did while it was cut off. Of an earlier day only the notices concern today: its tickets are
 * history, and nobody of yesterday comes into today's line.
 */
function merge(before: QueueState, { stationId, date, to, events, notices }: BranchMerged, at: number): QueueState {
  const isPast = before.day !== null && date < before.day.date;
  const after = isPast ? before : events.reduce(foldMerged, before);
  return {
    ...after,
    time: advanceDayTime(after.time, at),
    merged: { ...before.merged, [mergedKey(date, stationId)]: to },
    notices: [...after.notices, ...notices],
  };
}

/**
 * Folds one embedded event. Its instant is another machine's and long past: the day's time stays. Its call was announced
 * where it happened; no board says it again.
 */
export function foldMerged(state: QueueState, event: MergedEvent): QueueState {
  return { ...fold(state, event), announcements: state.announcements };
}
