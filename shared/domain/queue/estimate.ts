import type { OfficeState } from '../office/state.ts';
import { aheadOf, type Newcomer } from './ahead.ts';
import { openWorkers, serviceMs, spreadWork, type Worker } from './load.ts';
import type { QueueState } from './state.ts';
import type { WaitEstimate } from './types.ts';

export interface Outlook {
  /** People of her service who will be called before her. */
  readonly ahead: number;
  readonly estimate: WaitEstimate;
}

/** Times at the counter differ: their standard deviation is about this part of their middle. */
const spreadOfVisits = 0.6;
/** Breaks, no-shows and slow days: never promise more exactly than this part of the wait. */
const leastSpread = 0.2;

/**
 * What somebody may expect who takes a place in the line now (DOMAIN section 3, wait estimate): people ahead under the
 * office's policy × expected time at the counter, shared out among the open counters, as a range of whole minutes.
 */
export function outlookOf(state: QueueState, office: OfficeState, now: number): (newcomer: Newcomer) => Outlook {
  const workers = openWorkers(state, office, now);
  const minutes = new Map(office.services.map((service) => [service.id, serviceMs(state, service)]));

  return (newcomer) => {
    const each = minutes.get(newcomer.serviceId) ?? 0;
    const takers = workers.filter((worker) => worker.serviceIds.includes(newcomer.serviceId));
    const serviceIds = takers.length === 0 ? [newcomer.serviceId] : [...new Set(takers.flatMap((worker) => worker.serviceIds))];
    const ahead = aheadOf(newcomer, serviceIds, each / Math.max(1, takers.length), state, office, now);
    const own = ahead.get(newcomer.serviceId) ?? 0;
    if (takers.length === 0) return { ahead: own, estimate: null };
    const work = new Map([...ahead].map(([serviceId, people]) => [serviceId, people * (minutes.get(serviceId) ?? 0)]));
    const wait = firstFree(spreadWork(work, workers), workers, newcomer.serviceId);
    return { ahead: own, estimate: wait === 0 ? { fromMinutes: 0, toMinutes: 1 } : rangeAround(wait, each, own, takers.length) };
  };
}

/** When the first of the service's counters has nobody before the newcomer any more, ms. */
function firstFree(loads: readonly number[], workers: readonly Worker[], serviceId: string): number {
  return Math.min(...loads.filter((_, index) => workers[index]?.serviceIds.includes(serviceId) === true));
}

function rangeAround(wait: number, each: number, ahead: number, counters: number): WaitEstimate {
  const half = Math.max(leastSpread * wait, (spreadOfVisits * each * Math.sqrt(ahead + 1)) / counters);
  const fromMinutes = Math.max(0, Math.floor((wait - half) / 60_000));
  return { fromMinutes, toMinutes: Math.max(fromMinutes + 1, Math.ceil((wait + half) / 60_000)) };
}
