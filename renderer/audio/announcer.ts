import {
  type AnnouncementQueue,
  emptyQueue,
  finish,
  type Memory,
  type Observation,
  observe,
  startNext,
  type Call,
} from './announcementQueue.ts';

/** Makes one announcement: resolves when it has ended. Must fall silent at once when `signal` aborts. */
export type Perform = (call: Call, signal: AbortSignal) => Promise<void>;

export interface Announcer {
  observe(observation: Observation): void;
  queue(): AnnouncementQueue;
  onChange(listener: () => void): () => void;
  /** Falls silent and makes no more announcements. */
  stop(): void;
}

/** No announcement takes longer: chime, sentence, and the clips once more when a speech voice failed half way. */
const longestMs = 40_000;

/**
 * Makes announcements strictly one after another. A performance that fails or never ends does not hold up the next: it
 * is aborted (so it falls silent) before the next begins.
 */
export function createAnnouncer(options: {
  readonly perform: Perform;
  readonly memory?: Memory;
  readonly timeoutMs?: number;
  readonly onFailure?: (error: unknown) => void;
}): Announcer {
  const { perform, timeoutMs = longestMs, onFailure = console.error } = options;
  const listeners = new Set<() => void>();
  const stopped = new AbortController();
  let queue = emptyQueue(options.memory);

  const set = (next: AnnouncementQueue) => {
    if (next === queue) return;
    queue = next;
    for (const listener of listeners) listener();
  };

  const next = async (): Promise<void> => {
    if (stopped.signal.aborted || queue.current !== null) return;
    set(startNext(queue));
    if (queue.current === null) return;
    await performWithin(perform, queue.current, stopped.signal, timeoutMs).catch(onFailure);
    set(finish(queue));
    return next();
  };

  return {
    observe(observation) {
      set(observe(queue, observation));
      void next();
    },
    queue: () => queue,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => stopped.abort(),
  };
}

function performWithin(perform: Perform, call: Call, stopped: AbortSignal, timeoutMs: number): Promise<void> {
  const cut = new AbortController();
  const signal = AbortSignal.any([stopped, cut.signal]);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => cut.abort(), timeoutMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    signal.addEventListener('abort', () => end(resolve), { once: true });
    // Also a performance that throws at once is a rejection.
    (async () => perform(call, signal))().then(
      () => end(resolve),
      (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
