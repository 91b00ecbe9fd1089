/** How much work stands before the counters: the ground of wait estimates and of capacity-honest issuing. */
import type { OfficeState } from '../office/state.ts';
import type { Counter, Service } from '../office/types.ts';
import { sinceDisturbed } from './evolveDisturbance.ts';
import { deskOf, type QueueState, ticketById } from './state.ts';

/** So many finished visits are needed before their median replaces the catalogue's mean service time. */
const enoughVisits = 5;
/** No visit is planned shorter than this, ms: a few mis-clicks must not promise hundreds of places. */
const shortestVisit = 15_000;
/** Of a visit that takes longer than usual, at least this part is expected to be still to come. */
const leastRemaining = 0.25;

/** Expected time at the counter, ms: the median of the last 20 finished today, else the catalogue's mean. */
export function serviceMs(state: QueueState, service: Service): number {
  const times = state.serviceTimes[service.id] ?? [];
  return Math.max(shortestVisit, times.length < enoughVisits ? service.meanServiceMinutes * 60_000 : median(times));
}

/** The middle of a list; of an even number, the mean of the two in the middle. 0 for an empty one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? 0) + upper) / 2;
}

/** A counter as a place where work can go. */
export interface Worker {
  readonly counterId: string;
  readonly serviceIds: readonly string[];
  /** Time (ms) that the visitors already there will still take. */
  readonly busyMs: number;
}

/** Counters where somebody can be called now. */
export const openWorkers = (state: QueueState, office: OfficeState, now: number): readonly Worker[] =>
  office.counters.filter((counter) => deskOf(state, counter.id).status === 'open').map((counter) => workerOf(state, office, counter, now));

/**
 * Counters to count on for the rest of the day: those staffed now, on a break too. For a service that no staffed
 * counter takes (early morning, a change of officers), all counters that take it count as if they were open.
 */
export function workersToday(state: QueueState, office: OfficeState, now: number): readonly Worker[] {
  const staffed = office.counters.filter((counter) => deskOf(state, counter.id).status !== 'closed');
  const covered = new Set(staffed.flatMap((counter) => counter.serviceIds));
  const asIfOpen = office.counters
    .filter((counter) => deskOf(state, counter.id).status === 'closed')
    .map((counter) => ({ ...counter, serviceIds: counter.serviceIds.filter((id) => !covered.has(id)) }))
    .filter((counter) => counter.serviceIds.length > 0);
  return [...staffed, ...asIfOpen].map((counter) => workerOf(state, office, counter, now));
}

/**
 * Shares work among the workers that may do it so that they finish as evenly as possible.
 * @param work ms by service. @returns when each worker is done, ms from now, in the order of `workers`.
 */
export function spreadWork(work: ReadonlyMap<string, number>, workers: readonly Worker[]): readonly number[] {
  const loads = workers.map((worker) => worker.busyMs);
  const jobs = [...work]
    .filter(([, ms]) => ms > 0)
    .map(([serviceId, ms]) => ({ ms, at: workers.flatMap((worker, index) => (worker.serviceIds.includes(serviceId) ? [index] : [])) }))
    .filter((job) => job.at.length > 0)
    .map((job) => ({ ...job, shares: job.at.map(() => 0) }));
  // Each job in turn is taken back and poured anew over what the others left; this settles after a few rounds.
  for (let round = 0; round < 6; round++) {
    for (const job of jobs) {
      const others = job.at.map((index, i) => (loads[index] ?? 0) - (job.shares[i] ?? 0));
      const level = waterLevel(others, job.ms);
      job.shares = others.map((load) => Math.max(0, level - load));
      for (const [i, index] of job.at.entries()) loads[index] = (others[i] ?? 0) + (job.shares[i] ?? 0);
    }
  }
  return loads;
}

/** The common height to which `amount` fills vessels that already stand at `heights`. */
function waterLevel(heights: readonly number[], amount: number): number {
  const sorted = heights.toSorted((a, b) => a - b);
  let sum = amount;
  let level = 0;
  for (const [index, height] of sorted.entries()) {
    if (index > 0 && level <= height) break;
    sum += height;
    level = sum / (index + 1);
  }
  return level;
}

function workerOf(state: QueueState, office: OfficeState, counter: Counter, now: number): Worker {
  const desk = deskOf(state, counter.id);
  let busyMs = 0;
  for (const id of desk.currentId === null ? desk.heldIds : [desk.currentId, ...desk.heldIds]) {
    const ticket = ticketById(state, id);
    const service = office.services.find((one) => one.id === ticket?.serviceId);
    if (ticket === undefined || service === undefined) continue;
    const usual = serviceMs(state, service);
    const spent =
      ticket.servingAt === null ? 0 : Math.max(0, (ticket.heldAt ?? now) - ticket.servingAt - ticket.heldMs - sinceDisturbed(ticket, now));
    busyMs += Math.max(leastRemaining * usual, usual - spent);
  }
  return { counterId: counter.id, serviceIds: counter.serviceIds, busyMs };
}
