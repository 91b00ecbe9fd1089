import { expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { maxAttempts, waitAfter } from '../../../server/outbox/backoff.ts';
import { startWorker } from '../../../server/outbox/worker.ts';

const options = { pollMs: 5, concurrency: 3, perTarget: 2, graceMs: 10 };
const log = createLog({ level: 'silent' });

interface Job {
  readonly id: number;
  readonly target: string;
}

/** An outbox in memory, whose attempts end when the test says so. */
function memoryOutbox(jobs: Job[]) {
  const running = new Map<number, { readonly finish: () => void; readonly signal: AbortSignal }>();
  const outcomes: [number, string][] = [];
  let started: () => void = () => {};
  return {
    running,
    outcomes,
    /** Resolves when as many are under way. */
    async untilRunning(count: number) {
      while (running.size < count) await new Promise<void>((resolve) => (started = resolve));
    },
    outbox: {
      name: 'uji',
      targetOf: ({ target }: Job) => target,
      async claim(free: number, busy: readonly string[]) {
        const due = jobs.filter(({ target }) => !busy.includes(target)).slice(0, Math.min(free, 1));
        for (const job of due) jobs.splice(jobs.indexOf(job), 1);
        return due;
      },
      attempt: ({ id }: Job, signal: AbortSignal) =>
        new Promise<void>((resolve) => {
          const end = (outcome: string) => () => {
            running.delete(id);
            outcomes.push([id, outcome]);
            resolve();
          };
          signal.addEventListener('abort', end('aborted'));
          running.set(id, { finish: end('done'), signal });
          started();
        }),
    },
  };
}

test('no more at once than allowed, together and to one target', async () => {
  const memory = memoryOutbox([1, 2, 3, 4].map((id) => ({ id, target: 'satu' })).concat([5, 6].map((id) => ({ id, target: 'dua' }))));
  const worker = startWorker(memory.outbox, options, log);
  await memory.untilRunning(3);
  expect([...memory.running.keys()]).toEqual([1, 2, 5]);
  memory.running.get(5)?.finish();
  await memory.untilRunning(3);
  expect([...memory.running.keys()]).toEqual([1, 2, 6]);
  for (const { finish } of memory.running.values()) finish();
  await memory.untilRunning(2);
  expect([...memory.running.keys()]).toEqual([3, 4]);
  for (const { finish } of memory.running.values()) finish();
  await worker.stop();
});

test('stopping waits for what is under way, and ends it when it takes too long', async () => {
  const memory = memoryOutbox([{ id: 1, target: 'satu' }]);
  const worker = startWorker(memory.outbox, options, log);
  await memory.untilRunning(1);
  await worker.stop();
  expect(memory.outcomes).toEqual([[1, 'aborted']]);
});

test('the waits grow, vary and end after about three days', () => {
  const waits = Array.from({ length: maxAttempts - 1 }, (_, n) => waitAfter(n + 1));
  expect(waits[0]).toBeGreaterThanOrEqual(15_000);
  expect(waits[0]).toBeLessThanOrEqual(30_000);
  for (let n = 1; n <= 60; n += 1) expect(waitAfter(n)).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
  const days = waits.reduce((sum, wait) => sum + wait, 0) / (24 * 60 * 60 * 1000);
  expect(days).toBeGreaterThan(1);
  expect(days).toBeLessThan(4);
  expect(new Set(Array.from({ length: 20 }, () => waitAfter(5))).size).toBeGreaterThan(1);
});
