/**
 * Works an outbox off. Every server process runs one; they share the work by locking the rows that they take (FOR UPDATE SKIP
 * LOCKED). A row is taken by moving its time to a later one, the lease: if the process dies, another takes it again after that.
 * So everything is sent at least once, and whoever wrote the outcome of an attempt must have been the last to take the row.
 */
import type { Logger } from 'pino';

export interface Outbox<Job> {
  readonly name: string;
  /** Takes at most `free` rows that are due, none of a target in `busy`. */
  claim(free: number, busy: readonly string[]): Promise<readonly Job[]>;
  /** What is slow or down together: the subscription, the agency's channel. */
  targetOf(job: Job): string;
  /** Sends and writes the outcome down; ends soon when the signal aborts. @throws only when the outcome could not be written. */
  attempt(job: Job, signal: AbortSignal): Promise<void>;
}

export interface WorkerOptions {
  /** How often an idle worker looks, ms. */
  readonly pollMs: number;
  /** At once, in this process. */
  readonly concurrency: number;
  /** At once to one target: one that hangs leaves room for the others. */
  readonly perTarget: number;
  /** How long `stop` lets what is under way finish, ms. */
  readonly graceMs: number;
}

export interface Worker {
  /** Takes nothing more, and waits until what is under way has its outcome. */
  stop(): Promise<void>;
}

export function startWorker<Job>(
  outbox: Outbox<Job>,
  { pollMs, concurrency, perTarget, graceMs }: WorkerOptions,
  log: Pick<Logger, 'error'>,
): Worker {
  const running = new Map<Promise<void>, string>();
  const aborted = new AbortController();
  const stopping = new AbortController();
  let wake: () => void = () => {};

  const busyTargets = () => {
    const counts = new Map<string, number>();
    for (const target of running.values()) counts.set(target, (counts.get(target) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= perTarget).map(([target]) => target);
  };
  const start = (job: Job) => {
    const run = outbox
      .attempt(job, aborted.signal)
      // The lease runs out and it is taken again.
      .catch((error: unknown) => log.error({ err: error, outbox: outbox.name }, 'an outcome was not written'))
      .finally(() => {
        running.delete(run);
        wake();
      });
    running.set(run, outbox.targetOf(job));
  };
  const round = async () => {
    const free = concurrency - running.size;
    if (free <= 0) return;
    try {
      for (const job of await outbox.claim(free, busyTargets())) start(job);
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ err: error, outbox: outbox.name }, 'the outbox could not be read');
    }
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      await round();
      if (stopping.signal.aborted) break;
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([woken, new Promise<void>((resolve) => (timer = setTimeout(resolve, pollMs)))]);
      clearTimeout(timer);
    }
  };
  const looping = loop();

  return {
    async stop() {
      stopping.abort();
      wake();
      await looping;
      const abort = setTimeout(() => aborted.abort(), graceMs);
      await Promise.all(running.keys());
      clearTimeout(abort);
    },
  };
}
