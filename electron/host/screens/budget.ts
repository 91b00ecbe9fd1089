import type { Clock } from '../ports.ts';

/** Lets a burst through and then so many a second. */
export interface Budget {
  /** @returns whether there was one left. */
  spend(): boolean;
}

export function createBudget(clock: Pick<Clock, 'monotonic'>, perSecond: number, burst: number): Budget {
  let left = burst;
  let at = clock.monotonic();
  return {
    spend() {
      const now = clock.monotonic();
      left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** A budget for each of whoever comes; the longest known is forgotten when there are many. */
export function createBudgets(clock: Pick<Clock, 'monotonic'>, perSecond: number, burst: number, most = 1000) {
  const budgets = new Map<string, Budget>();
  return {
    of(key: string): Budget {
      const known = budgets.get(key) ?? createBudget(clock, perSecond, burst);
      budgets.set(key, known);
      const oldest = budgets.keys().next().value;
      if (budgets.size > most && oldest !== undefined) budgets.delete(oldest);
      return known;
    },
  };
}
