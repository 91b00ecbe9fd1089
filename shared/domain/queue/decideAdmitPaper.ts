import { ok } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, QueueContext } from './commands.ts';
import { offeredService, trustedDay } from './guards.ts';
import { allTickets, type QueueState, type Ticket, ticketById } from './state.ts';
import { dayTimeAt } from '../time/dayTime.ts';

/**
 * A visitor of the blackout book who still waits. She keeps her paper number and the place that her arrival gives her: the
 * order of the last who came before her, behind whom the line puts her. Capacity does not stop her, she is already inside.
 * Once more for the same row changes nothing.
 */
export function decideAdmitPaper(input: Input<'queue.admitPaper'>, state: QueueState, context: QueueContext): Decision {
  const day = trustedDay(state, context);
  if (!day.ok) return day;
  if (ticketById(state, input.ticketId) !== undefined) return ok([]);
  const { serviceId, ground } = input.visit;
  const service = offeredService(context, serviceId);
  if (!service.ok) return service;
  const { ticketId, visitId, number, series, sheetId, row, arrivedAt, firstCalledAt, visit } = input;
  const { order, since } = placeOf(arrivedAt, state, dayTimeAt(state.time, context.now));
  const enteredAfterwards = { sheetId, row, arrivedAt, firstCalledAt, since, visit };
  const data = { ticketId, visitId, number, series, sequence: row, serviceId, ground, order, arrivedWith: null, enteredAfterwards };
  return ok([{ type: 'ticketIssued.v1', data }]);
}

/**
 * Behind the last who came before; her wait counts from her arrival, within what the places around her allow. Visitors who
 * share a place stand in the order in which they were entered, so an earlier sheet that is entered later stands behind.
 */
function placeOf(arrivedAt: number, state: QueueState, now: number): { readonly order: number; readonly since: number } {
  const arrivals = [...allTickets(state)];
  const order = Math.max(0, ...arrivals.filter(({ issuedAt }) => issuedAt <= arrivedAt).map(({ arrival }) => arrival.order));
  const sinceOf = (tickets: readonly Ticket[]) => tickets.map(({ arrival }) => arrival.since);
  const latest = Math.min(now, ...sinceOf(arrivals.filter(({ arrival }) => arrival.order > order)));
  const earliest = Math.max(-Infinity, ...sinceOf(arrivals.filter(({ arrival }) => arrival.order <= order)));
  return { order, since: Math.max(Math.min(arrivedAt, latest), earliest) };
}
