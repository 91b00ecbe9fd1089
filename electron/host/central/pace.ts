import type { Clock } from '../ports.ts';
import type { Pace } from './sending.ts';

/** How long after a command of this station somebody is still at work here, ms. */
export const atWorkMs = 10_000;
/** While somebody works: small bites, so that no command waits for the making of one; 5,000 events in less than a minute. */
const beside: Pace = { events: 40, bytes: 64 * 1024, pauseMs: 150 };
const alone: Pace = { events: 1000, bytes: 4 * 1024 * 1024, pauseMs: 0 };

/** How much is sent at once: little while people work at this station, much when it is left alone. */
export function createPace(clock: Pick<Clock, 'monotonic'>): { now(): Pace; worked(): void } {
  let workedAt = Number.NEGATIVE_INFINITY;
  return {
    now: () => (clock.monotonic() - workedAt < atWorkMs ? beside : alone),
    worked() {
      workedAt = clock.monotonic();
    },
  };
}
