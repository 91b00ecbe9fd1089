import type { Random } from '../ports.ts';

const firstMs = 1000;
const longestMs = 5 * 60 * 1000;

/**
 * How long to wait after the n-th failure in a row, ms: twice as long each time up to five minutes, and of that a random half to
 * whole, so that the offices of a region do not all come back at once.
 */
export function backoffMs(failures: number, random: Pick<Random, 'bytes'>): number {
  const most = Math.min(longestMs, firstMs * 2 ** Math.max(0, Math.min(failures - 1, 20)));
  const share = (random.bytes(1)[0] ?? 0) / 255;
  return Math.round(most * (0.5 + share / 2));
}
