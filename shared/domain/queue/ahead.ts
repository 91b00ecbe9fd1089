import { insertOrdered } from '../collections/orderedList.ts';
import type { OfficeState } from '../office/state.ts';
import { callOrder } from './callOrder.ts';
import { lineOf, lineSize, type QueueState, type Waiting } from './state.ts';
import { dayTimeAt } from '../time/dayTime.ts';
import type { PriorityGround } from './types.ts';

/** Somebody who is about to stand in the line. `arrival`: the place she keeps; without it she comes last. */
export interface Newcomer {
  readonly serviceId: string;
  readonly ground: PriorityGround | null;
  readonly arrival?: { readonly order: number; readonly since: number };
}

/**
 * How many of each service will be called before the newcomer under the office's policy, if nobody else came.
 * @param serviceIds services of the counters that may call her, hers among them.
 * @param msPerCall mean time between two calls, ms: who waits longest depends on how fast the line moves.
 */
export function aheadOf(
  newcomer: Newcomer,
  serviceIds: readonly string[],
  msPerCall: number,
  state: QueueState,
  office: OfficeState,
  now: number,
): ReadonlyMap<string, number> {
  if (newcomer.arrival === undefined && newcomer.ground === null) return aheadOfLast(serviceIds, state, office);
  return simulated(newcomer, serviceIds, msPerCall, state, office, dayTimeAt(state.time, now));
}

/** For a regular visitor at the very end no simulation is needed: all go before her but priority beyond the ratio. */
function aheadOfLast(serviceIds: readonly string[], state: QueueState, office: OfficeState): ReadonlyMap<string, number> {
  const { policy } = office;
  return new Map(
    serviceIds.map((id) => {
      const line = lineOf(state, id);
      if (policy.kind !== 'ratio') return [id, lineSize(line)];
      const turns = Math.floor((line.regular.size + (state.regularsSincePriority[id] ?? 0)) / policy.regularPerPriority);
      return [id, line.front.size + line.regular.size + Math.min(line.priority.size, turns)];
    }),
  );
}

function simulated(
  newcomer: Newcomer,
  serviceIds: readonly string[],
  msPerCall: number,
  state: QueueState,
  office: OfficeState,
  now: number,
): ReadonlyMap<string, number> {
  const { serviceId, ground, arrival } = newcomer;
  const me: Waiting = { id: '', visitId: '', serviceId, ground, ...(arrival ?? { order: state.lastOrder + 1, since: now }) };
  const lines = serviceIds.map((id) => {
    const line = lineOf(state, id);
    if (id !== serviceId) return line;
    return ground === null
      ? { ...line, regular: insertOrdered(line.regular, me) }
      : { ...line, priority: insertOrdered(line.priority, me) };
  });
  const { policy } = office;
  const calling = { lines, serviceIds, policy, counters: state.regularsSincePriority, now, msPerCall, busyVisits: nobody };
  const ahead = new Map<string, number>();
  for (const { waiting } of callOrder(calling)) {
    if (waiting === me) break;
    ahead.set(waiting.serviceId, (ahead.get(waiting.serviceId) ?? 0) + 1);
  }
  return ahead;
}

const nobody: ReadonlySet<string> = new Set();
