import type { Clock, Timers } from '../ports.ts';

/** How long after a command of this station somebody is still at work here, ms. */
export const atWorkMs = 10_000;
/** Commands come in bursts: nothing is begun until the last one is this long ago, ms. */
const gapMs = 8;
/** Not longer than this, ms: a station that never rests sends all the same. */
const mostMs = 300;

/** How much is sent at once. */
export interface Bite {
  readonly events: number;
  readonly bytes: number;
}

/** While somebody works: small bites, so that no command waits for the making of one; 5,000 events in less than a minute. */
const beside = { events: 40, bytes: 64 * 1024, pauseMs: 150 };
const alone = { events: 1000, bytes: 4 * 1024 * 1024, pauseMs: 0 };

/** After failures the bites are smaller, down to this share: a slow uplink takes a small one before its time is over. */
const smallest = 1 / 16;

export interface Pacing {
  now(): Bite;
  /** How many events that came are stored in one go: that takes no network, so failures make it no smaller. */
  stored(): number;
  /** Between two bites; while people work it ends in a gap between their commands. */
  pause(): Promise<void>;
  /** Somebody works at this station. */
  worked(): void;
  /** Nothing came of a bite; one was taken. */
  failed(): void;
  went(): void;
}

export interface PaceParts {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly timers: Pick<Timers, 'after'>;
}

/** How fast is sent: little at a time while people work at this station, much when it is left alone. */
export function createPace({ clock, timers }: PaceParts): Pacing {
  let workedAt = Number.NEGATIVE_INFINITY;
  let share = 1;
  const manner = () => (clock.monotonic() - workedAt < atWorkMs ? beside : alone);
  const wait = (ms: number) => new Promise<void>((resolve) => void timers.after(ms, resolve));
  return {
    now() {
      const { events, bytes } = manner();
      return { events: Math.ceil(events * share), bytes: Math.ceil(bytes * share) };
    },
    stored: () => manner().events,
    async pause() {
      const { pauseMs } = manner();
      if (pauseMs === 0) return;
      const until = clock.monotonic() + mostMs;
      await wait(pauseMs);
      for (let now = clock.monotonic(); now < until && now - workedAt < gapMs; now = clock.monotonic()) await wait(workedAt + gapMs - now);
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
