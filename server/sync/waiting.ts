import type { ServerServices } from '../services.ts';

/** How often a waiting request looks again by itself, in case that it was not told: thousands of offices wait at any time. */
const lookEveryMs = 10_000;
/** While nothing is heard of other processes. */
const lookDeafEveryMs = 500;

/** Wakes requests that wait for news of an office. */
export interface Changes {
  /** Something of the office changed: for who waits in this process and in others. */
  announce(officeId: string): void;
  /** Another process announced it. */
  heard(officeId: string): void;
  /** For how long a request may wait before it looks again by itself, ms. */
  patienceMs(): number;
  /** Resolves at the next announcement, after `ms`, or when `signal` aborts. */
  next(officeId: string, ms: number, signal: AbortSignal): Promise<void>;
}

/** How processes tell each other (server/database/news.ts). */
export interface Telling {
  tell(officeId: string): void;
  hears(): boolean;
}

export function createChanges({ tell, hears }: Telling): Changes {
  const waiting = new Map<string, Set<() => void>>();
  const heard = (officeId: string) => {
    for (const wake of waiting.get(officeId) ?? []) wake();
  };
  return {
    announce(officeId) {
      heard(officeId);
      tell(officeId);
    },
    heard,
    patienceMs: () => (hears() ? lookEveryMs : lookDeafEveryMs),
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
    const next = changes.next(officeId, Math.max(0, Math.min(changes.patienceMs(), until - now())), draining);
    const found = await look();
    if (found !== null || draining.aborted || now() >= until) return found;
    await next;
  }
}
