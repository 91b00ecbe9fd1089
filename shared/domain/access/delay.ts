/** Wrong secrets that cost nothing but the time to type them (RELIABILITY 23). */
export const freeFailures = 4;
const firstDelayMs = 30_000;
const longestDelayMs = 15 * 60_000;

/**
 * How long an account refuses every secret after this many wrong ones in a row, ms: nothing up to the fourth, 30
 * seconds after the fifth, twice as long after each further one, at most 15 minutes so that nobody is locked out for
 * good by somebody else's tries.
 */
export function delayAfter(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(firstDelayMs * 2 ** Math.min(failures - freeFailures - 1, 20), longestDelayMs);
}
