import { randomInt } from 'node:crypto';

const firstMs = 30_000;
const longestMs = 24 * 60 * 60 * 1000;

/** With the waits below the last try is about three days after the first: a weekend passes without a lost message. */
export const maxAttempts = 14;

/**
 * How long to wait after the n-th attempt failed, ms: half a minute, doubled each time, at most a day. Between half of it and the
 * whole by chance, so that what failed together does not come back together.
 * @param attempts 1 after the first.
 */
export function waitAfter(attempts: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** (attempts - 1));
  return randomInt(Math.ceil(whole / 2), whole + 1);
}
