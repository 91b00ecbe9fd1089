import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Call } from '../../../renderer/audio/announcementQueue.ts';
import { createAnnouncer, type Perform } from '../../../renderer/audio/announcer.ts';

const callOf = (order: number): Call => ({
  order,
  number: `A-${order}`,
  counterNumber: 1,
  counterName: 'Loket 1',
  at: 0,
  recall: false,
});

/** All announcements made: resolves when nothing is going on and nothing waits. */
const quiet = (announcer: ReturnType<typeof createAnnouncer>): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const { current, waiting } = announcer.queue();
      if (current === null && waiting.length === 0) resolve();
    };
    announcer.onChange(look);
    look();
  });

const outcome = fc.constantFrom('ends', 'fails', 'throws', 'hangs');

describe('announcer', () => {
  test('bursts are announced one after another, in order, whatever a performance does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(outcome, { maxLength: 5 }), { maxLength: 6 }), async (bursts) => {
        const outcomes = bursts.flat();
        const heard: number[] = [];
        let sounding = 0;
        const perform: Perform = (call, signal) => {
          expect(sounding).toBe(0);
          heard.push(call.order);
          const what = outcomes[call.order - 1];
          if (what === 'throws') throw new Error('at once');
          sounding += 1;
          const end = () => {
            sounding -= 1;
          };
          if (what === 'hangs') {
            signal.addEventListener('abort', end);
            return new Promise(() => {});
          }
          return Promise.resolve().then(() => {
            end();
            return what === 'fails' ? Promise.reject(new Error('the sound card is gone')) : undefined;
          });
        };
        const failed = vi.fn<(error: unknown) => void>();
        const announcer = createAnnouncer({ perform, timeoutMs: 1, onFailure: failed });
        let order = 0;
        for (const burst of bursts) {
          announcer.observe({ date: '2026-11-23', calls: burst.map(() => callOf(++order)), now: 0, live: true });
          await Promise.resolve();
        }
        await quiet(announcer);
        expect(heard).toEqual(outcomes.map((_, at) => at + 1));
        expect(failed).toHaveBeenCalledTimes(outcomes.filter((what) => what === 'fails' || what === 'throws').length);
      }),
      { numRuns: 60 },
    );
  });

  test('given a stop, then it falls silent and makes no more announcements', async () => {
    const cut = vi.fn<() => void>();
    const heard: number[] = [];
    const announcer = createAnnouncer({
      perform: (call, signal) => {
        heard.push(call.order);
        return new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            cut();
            resolve();
          }),
        );
      },
    });
    announcer.observe({ date: '2026-11-23', calls: [callOf(1), callOf(2)], now: 0, live: true });
    announcer.stop();
    await Promise.resolve();
    announcer.observe({ date: '2026-11-23', calls: [callOf(3)], now: 0, live: true });
    expect(cut).toHaveBeenCalledTimes(1);
    expect(heard).toEqual([1]);
  });
});
