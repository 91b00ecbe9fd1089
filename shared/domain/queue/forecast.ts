/** How the day will end for each service (DOMAIN section 3): what the floor must know while something can still be done. */
import { zoneOf } from '../office/zone.ts';
import type { OfficeState } from '../office/state.ts';
import type { Service } from '../office/types.ts';
import { openMinutesRemaining } from '../time/officeTime.ts';
import { serviceMs, spreadWork, type Worker, workersToday } from './load.ts';
import { lineOf, lineSize, type QueueState } from './state.ts';

export interface Forecast {
  /** Whole minutes until everybody who waits now has been called; `null`: no counter takes the service. */
  readonly emptyInMinutes: number | null;
  /** People still to come today, as on the day compared with. */
  readonly expected: number;
  /** How many of those waiting and expected cannot be served until closing; `null`: the hours do not say when that is. */
  readonly leftAtClosing: number | null;
}

/**
 * Shares the work of all services among today's counters as evenly as possible, once with those who wait and once with
 * those expected too. Where the counters of a service end after closing time, the same part of its people is left over.
 * @param expected people still to come, by service.
 */
export function forecastOf(
  state: QueueState,
  office: OfficeState,
  now: number,
  expected: ReadonlyMap<string, number>,
): (service: Service) => Forecast {
  const minutes = openMinutesRemaining(now, zoneOf(office), office.hours);
  const workers = workersToday(state, office, now);
  const waiting = (service: Service) => lineSize(lineOf(state, service.id));
  const work = (people: (service: Service) => number) =>
    spreadWork(new Map(office.services.map((service) => [service.id, people(service) * serviceMs(state, service)])), workers);
  const waitingLoads = work(waiting);
  const all = (service: Service) => waiting(service) + (expected.get(service.id) ?? 0);
  const allLoads = work(all);

  return (service) => {
    const empty = firstFree(waitingLoads, workers, service.id);
    const done = firstFree(allLoads, workers, service.id);
    const people = all(service);
    const left = (remainingMs: number) =>
      done === null ? people : done <= remainingMs ? 0 : Math.min(people, Math.ceil((people * (done - remainingMs)) / done));
    return {
      emptyInMinutes: empty === null ? null : waiting(service) === 0 ? 0 : Math.ceil(empty / 60_000),
      expected: expected.get(service.id) ?? 0,
      leftAtClosing: minutes === null ? null : left(minutes * 60_000),
    };
  };
}

/** When the first of the service's counters is done, ms; `null`: none takes it. */
function firstFree(loads: readonly number[], workers: readonly Worker[], serviceId: string): number | null {
  const own = loads.filter((_, index) => workers[index]?.serviceIds.includes(serviceId) === true);
  return own.length === 0 ? null : Math.min(...own);
}
