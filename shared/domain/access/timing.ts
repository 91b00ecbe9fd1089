/** A session without a touch for this long shows the lock screen, ms (RELIABILITY 24). */
export const lockAfterMs = 3 * 60_000;
/** A session ends this long after login whatever happens, ms. */
export const sessionEndsAfterMs = 8 * 60 * 60_000;

/** A moment by both clocks: the wall clock may jump, the monotonic one stands still while the computer sleeps. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/**
 * Time that has certainly passed for a session, ms: the longer of what the two clocks say. A computer that slept
 * locks on waking, and a wall clock set back keeps nothing open.
 */
export const elapsed = (since: Moment, now: Moment): number => Math.max(now.wall - since.wall, now.monotonic - since.monotonic);
