/** Ever longer pauses between attempts, and the beginning anew after a time without a failure. */
export interface BackOff {
  /** Notes a failure; returns the pause before the next attempt in ms, or `null` when it is time to give up. */
  failed(): number | null;
  reset(): void;
}

export interface BackOffOptions {
  /** Pauses in ms; the last one repeats. */
  readonly delays: readonly number[];
  /** Failures older than this no longer count (ms). */
  readonly windowMs: number;
  /** This many failures within the window, and it is given up. Infinity: never. */
  readonly giveUpAfter: number;
  /** Milliseconds that only grow. */
  monotonic(): number;
}

export function createBackOff({ delays, windowMs, giveUpAfter, monotonic }: BackOffOptions): BackOff {
  let failures: readonly number[] = [];
  return {
    failed() {
      const now = monotonic();
      failures = [...failures.filter((at) => now - at < windowMs), now];
      if (failures.length >= giveUpAfter) return null;
      return delays[Math.min(failures.length, delays.length) - 1] ?? 0;
    },
    reset() {
      failures = [];
    },
  };
}
