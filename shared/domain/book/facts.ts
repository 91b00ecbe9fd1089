import type { OfficeState } from '../office/state.ts';
import { zoneOf } from '../office/zone.ts';
import { officeDateAt } from '../time/officeTime.ts';
import type { BookFacts } from './check.ts';

/** What the rows of a sheet of `date` are checked against at `now` (ms since the epoch). */
export function bookFacts(office: OfficeState, date: string, now: number): BookFacts {
  const day = officeDateAt(now, zoneOf(office));
  return {
    date,
    today: day.date,
    minuteNow: Math.floor((now - day.startsAt) / 60_000),
    hours: office.hours,
    services: [...office.services, ...office.retiredServices],
    counters: [...office.counters, ...office.retiredCounters],
  };
}
