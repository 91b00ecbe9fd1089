import type { OfficeState } from '../office/state.ts';
import type { Service } from '../office/types.ts';
import { openMinutesRemaining } from '../time/officeTime.ts';
import { zoneOf } from '../office/zone.ts';
import { serviceMs, spreadWork, workersToday } from './load.ts';
import { lineOf, lineSize, type QueueState } from './state.ts';
import type { Capacity } from './types.ts';

/** So few places left, or so small a part of what the rest of the day can hold, are worth a warning. */
const fewPlaces = 3;
const smallPart = 0.15;

export interface CapacityToday {
  readonly capacity: Capacity;
  /** Whole minutes of work left today; 0 when the week's hours do not say. */
  readonly remainingMinutes: number;
}

/**
 * Whether another visitor can still be served today (DOMAIN section 3: never issue what cannot be served):
 * the time that the service's counters have left after the work already waiting for them, divided by the expected time
 * at the counter. With counters of one service this is remaining minutes × counters ÷ service time − waiting; counters
 * of several services first share out all their work as evenly as possible.
 *
 * On a day that the week's hours do not list (a weekend opened by hand) nothing limits: somebody decided to work today
 * and only they know until when. After closing time, with the day still open, it is `full`.
 */
export function capacityOf(state: QueueState, office: OfficeState, now: number): (service: Service) => CapacityToday {
  const minutes = openMinutesRemaining(now, zoneOf(office), office.hours);
  if (minutes === null) return () => ({ capacity: 'free', remainingMinutes: 0 });
  const remaining = minutes * 60_000;
  const workers = workersToday(state, office, now);
  const waiting = new Map(office.services.map((service) => [service.id, lineSize(lineOf(state, service.id)) * serviceMs(state, service)]));
  const loads = spreadWork(waiting, workers);

  return (service) => {
    const each = serviceMs(state, service);
    // Whole places must not be lost to rounding in the last digit.
    let left = 1e-6;
    let all = 0;
    for (const [index, worker] of workers.entries()) {
      if (!worker.serviceIds.includes(service.id)) continue;
      left += Math.max(0, remaining - (loads[index] ?? 0)) / each;
      all += remaining / each;
    }
    const tight = Math.floor(left) <= fewPlaces || left <= smallPart * all;
    return { capacity: left < 1 ? 'full' : tight ? 'tight' : 'free', remainingMinutes: Math.floor(minutes) };
  };
}
