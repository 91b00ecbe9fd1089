import type { ServerServices } from '../services.ts';

/** How often a waiting request looks again by itself: other processes share nothing with this one but the database. */
const lookEveryMs = 200;

/** Wakes requests that wait for news of an office in this process. */
export interface Changes {
  announce(officeId: string): void;
  /** Resolves at the next announcement, after `ms`, or when `signal` aborts. */
  next(officeId: string, ms: number, signal: AbortSignal): Promise<void>;
}

export function createChanges(): Changes {
  const waiting = new Map<string, Set<() => void>>();
  return {
    announce(officeId) {
      for (const wake of waiting.get(officeId) ?? []) wake();
    },
    next: (officeId, ms, signal) =>
      new Promise((resolve) => {
        const wakes = waiting.get(officeId) ?? new Set();
        waiting.set(officeId, wakes);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          wakes.delete(wake);
          if (wakes.size === 0) waiting.delete(officeId);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        wakes.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
  };
}

/** Asks until there is something, at most for `seconds`; a server that drains answers at once. `null`: nothing came. */
export async function waitFor<T>(
  { changes, draining, now }: Pick<ServerServices, 'changes' | 'draining' | 'now'>,
  officeId: string,
  seconds: number,
  look: () => Promise<T | null>,
): Promise<T | null> {
  const until = now() + seconds * 1000;
  for (;;) {
    const next = changes.next(officeId, Math.max(0, Math.min(lookEveryMs, until - now())), draining);
    const found = await look();
    if (found !== null || draining.aborted || now() >= until) return found;
    await next;
  }
}
