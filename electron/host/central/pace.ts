import type { Clock } from '../ports.ts';
import type { Pace } from './sending.ts';

/** How long after a command of this station somebody is still at work here, ms. */
export const atWorkMs = 10_000;
/** While somebody works: small bites, so that no command waits for the making of one; 5,000 events in less than a minute. */
const beside: Pace = { events: 40, bytes: 64 * 1024, pauseMs: 150 };
const alone: Pace = { events: 1000, bytes: 4 * 1024 * 1024, pauseMs: 0 };

/** After failures the bites are smaller, down to this share: a slow uplink takes a small one before its time is over. */
const smallest = 1 / 16;

export interface Pacing {
  now(): Pace;
  /** Somebody works at this station. */
  worked(): void;
  /** Nothing came of a bite; one was taken. */
  failed(): void;
  went(): void;
}

/** How much is sent at once: little while people work at this station, much when it is left alone. */
export function createPace(clock: Pick<Clock, 'monotonic'>): Pacing {
  let workedAt = Number.NEGATIVE_INFINITY;
  let share = 1;
  return {
    now() {
      const { events, bytes, pauseMs } = clock.monotonic() - workedAt < atWorkMs ? beside : alone;
      return { events: Math.ceil(events * share), bytes: Math.ceil(bytes * share), pauseMs };
    },
    worked() {
      workedAt = clock.monotonic();
    },
    failed() {
      share = Math.max(smallest, share / 4);
    },
    went() {
      share = Math.min(1, share * 2);
    },
  };
}
