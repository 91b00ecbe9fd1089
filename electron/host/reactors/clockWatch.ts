import { clockStatus } from '../../../shared/domain/queue/day.ts';
import type { States } from '../areas.ts';
import type { Clock } from '../ports.ts';

/** A wall clock that gains more than this on the monotonic one between two looks was set, or the computer slept, ms. */
const jumpLimit = 5 * 60_000;

export interface ClockWatch {
  /** Compares the two clocks. @returns whether the wall clock jumped forward since the last look. */
  jumped(): boolean;
  /** For the status line; the suspicion itself is in the queue's events and survives a restart. */
  status(): 'ok' | 'suspect' | 'behind';
}

/** Watches the wall clock by the monotonic one (RELIABILITY 20). Starts with both in agreement. */
export function createClockWatch(clock: Clock, states: () => States): ClockWatch {
  let last = { wall: clock.now(), monotonic: clock.monotonic() };
  return {
    jumped() {
      const look = { wall: clock.now(), monotonic: clock.monotonic() };
      const gained = look.wall - last.wall - (look.monotonic - last.monotonic);
      last = look;
      return gained > jumpLimit;
    },
    status() {
      const { queue, office } = states();
      return clockStatus(queue, office, clock.now());
    },
  };
}
