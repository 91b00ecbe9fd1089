/**
 * Time that never runs backward, made from a wall clock that may (RELIABILITY 20). It moves on with the wall clock and
 * stands still where that was set back, so that who came first has also waited longest, whatever the clock did.
 */
export interface DayTime {
  /** The wall clock when it was last looked at, ms since the epoch. */
  readonly at: number;
  /** Day time at that moment, ms; equals the wall clock until that is set back for the first time. */
  readonly ms: number;
}

/** Day time starts with the wall clock. */
export const startDayTime = (at: number): DayTime => ({ at, ms: at });

/** Day time when the wall clock shows `now`. Never less than at the last look. */
export const dayTimeAt = (time: DayTime, now: number): number => time.ms + Math.max(0, now - time.at);

/** Remembers a look at the wall clock. */
export const advanceDayTime = (time: DayTime, now: number): DayTime => ({ at: now, ms: dayTimeAt(time, now) });
