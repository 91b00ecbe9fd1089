/**
 * Keeps what is typed on disk. A change is sent at most `delayMs` after it was made, however fast typing goes on; one save
 * is under way at a time and the newest state is sent after it. What could not be saved is tried again until it is.
 */

/**
 * What the form says about its draft. `late`: an answer has not come for a while; it may still come. `behind`: something
 * newer than what was saved is on its way.
 */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving'; readonly late: boolean }
  | { readonly kind: 'saved'; readonly at: number; readonly behind: boolean }
  | { readonly kind: 'failed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'ended' };

/** `blank`: there is nothing to keep. `ended`: the draft is no longer there to be saved (registered or discarded). */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'ended' };

export interface DraftSaver<T> {
  /** This is what must be on disk. */
  change(value: T): void;
  /** Sends at once what has not been sent; resolves when it is on disk or could not be saved. */
  flush(): Promise<void>;
  /** After a conflict: from now on this window's state is saved again, this one first. */
  resume(value: T): void;
  /** Saves no more: the draft was registered or thrown away. */
  stop(): void;
  state(): SaveState;
  subscribe(listener: () => void): () => void;
}

interface Options<T> {
  save(value: T): Promise<SaveOutcome>;
  /** When the state of the beginning was put on disk. */
  readonly savedAt?: number | null;
  readonly delayMs?: number;
  readonly retryMs?: number;
  readonly lateMs?: number;
}

export function createDraftSaver<T>({ save, savedAt = null, delayMs = 400, retryMs = 2000, lateMs = 1500 }: Options<T>): DraftSaver<T> {
  const listeners = new Set<() => void>();
  let state: SaveState = savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt, behind: false };
  let waiting: { readonly value: T } | null = null;
  let last: Promise<void> = Promise.resolve();
  let timer: number | null = null;
  let stopped = false;

  const set = (next: SaveState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  /** Not at every key that is pressed: what is said stays calm, and true. */
  const fallBehind = () => {
    if (state.kind === 'untouched') set({ kind: 'saving', late: false });
    if (state.kind === 'saved' && !state.behind) set({ ...state, behind: true });
  };
  const schedule = (ms: number) => {
    timer ??= window.setTimeout(() => {
      timer = null;
      void flush();
    }, ms);
  };
  const unschedule = () => {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
  };

  async function send(value: T): Promise<void> {
    const late = window.setTimeout(() => set({ kind: 'saving', late: true }), lateMs);
    const outcome = await save(value).finally(() => window.clearTimeout(late));
    if (stopped) return;
    switch (outcome.kind) {
      case 'blank':
        return set({ kind: 'untouched' });
      case 'ended':
        stop();
        break;
      case 'failed':
        waiting ??= { value };
        schedule(retryMs);
        break;
      case 'conflict':
        waiting = null;
        break;
      case 'saved':
    }
    set(outcome.kind === 'saved' ? { ...outcome, behind: waiting !== null } : outcome);
  }

  async function sendWaiting(): Promise<void> {
    unschedule();
    if (waiting === null || stopped) return;
    const { value } = waiting;
    waiting = null;
    await send(value);
    // What was typed while this was on its way.
    if (waiting !== null) schedule(delayMs);
  }

  /** One after the other, so that an older state never overtakes a newer one. */
  function flush(): Promise<void> {
    last = last.then(sendWaiting);
    return last;
  }

  function stop() {
    stopped = true;
    waiting = null;
    unschedule();
  }

  return {
    change(value) {
      if (stopped || state.kind === 'conflict') return;
      waiting = { value };
      fallBehind();
      schedule(delayMs);
    },
    flush,
    resume(value) {
      set({ kind: 'saving', late: false });
      waiting = { value };
      void flush();
    },
    stop,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
