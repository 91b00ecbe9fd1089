/** Virtual time: what happens is a list of due events, run one after another; between two of them everything settles. */
export interface World {
  /** Milliseconds since the beginning. */
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Runs everything that is due until then. */
  pass(ms: number): Promise<void>;
  /** Runs what is due now, and what that makes due now. */
  settle(): Promise<void>;
  /** Lets time pass in steps of `ms` until something that goes on is over. */
  during<Value>(work: Promise<Value>, ms: number): Promise<Value>;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

export function createWorld(): World {
  let now = 0;
  let order = 0;
  const heap: Due[] = [];
  const isBefore = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const push = (due: Due) => {
    heap.push(due);
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      const [c, p] = [heap[child], heap[parent]];
      if (c === undefined || p === undefined || !isBefore(c, p)) return;
      heap[child] = p;
      heap[parent] = c;
      child = parent;
    }
  };
  const pop = (): Due | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0 && last !== undefined) {
      heap[0] = last;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        const right = left + 1;
        let least = parent;
        for (const child of [left, right]) {
          const [c, l] = [heap[child], heap[least]];
          if (c !== undefined && l !== undefined && isBefore(c, l)) least = child;
        }
        if (least === parent) break;
        const [p, l] = [heap[parent], heap[least]];
        if (p === undefined || l === undefined) break;
        heap[parent] = l;
        heap[least] = p;
        parent = least;
      }
    }
    return top;
  };
  const rest = () => new Promise<void>((resolve) => void setImmediate(resolve));
  const pass = async (ms: number) => {
    const end = now + ms;
    await rest();
    for (;;) {
      const next = heap[0];
      if (next === undefined || next.at > end) break;
      pop();
      if (next.cancelled) continue;
      now = Math.max(now, next.at);
      next.run();
      await rest();
    }
    now = end;
  };
  return {
    now: () => now,
    after(ms, run) {
      const due: Due = { at: now + Math.max(0, ms), order: (order += 1), run, cancelled: false };
      push(due);
      return () => {
        due.cancelled = true;
      };
    },
    pass,
    async during(work, ms) {
      const state = { over: false };
      const end = () => {
        state.over = true;
      };
      work.then(end, end);
      while (!state.over) await pass(ms);
      return work;
    },
    settle: () => pass(0),
  };
}
