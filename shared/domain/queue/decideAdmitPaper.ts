import { ok } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, QueueContext } from './commands.ts';
import { offeredService, trustedDay } from './guards.ts';
import { withLead } from './reach.ts';
import { allTickets, type Place, type QueueState, type Ticket, ticketById } from './state.ts';
import { dayTimeAt } from '../time/dayTime.ts';

/**
 * A visitor of the blackout book who still waits. She keeps her paper number and the place that her arrival gives her, between
 * who came before and who came after. Capacity does not stop her, she is already inside.
 * Once more for the same row changes nothing.
 */
export function decideAdmitPaper(input: Input<'queue.admitPaper'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
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
 * Between the last place that was taken before she came and the next one, so orders need not be whole; her wait counts from
 * her arrival, within what the places around her allow, for who stands before has never waited less.
 */
function placeOf(arrivedAt: number, state: QueueState, now: number): Place {
  const places = [...allTickets(state)].flatMap(placesOf);
  const before = places.reduce((last, { came, order }) => (came <= arrivedAt ? Math.max(last, order) : last), 0);
  const behind = places.reduce((next, { order }) => (order > before ? Math.min(next, order) : next), Infinity);
  const between = behind === Infinity ? state.lastOrder + 1 : (before + behind) / 2;
  // Halved so often that no number is left between: she shares the place before.
  const isExhausted = between <= before || between >= behind;
  const latest = places.reduce((least, { order, since }) => (order > before ? Math.min(least, since) : least), now);
  const earliest = places.reduce((most, { order, since }) => (order <= before ? Math.max(most, since) : most), -Infinity);
  if (isExhausted) return { order: before, since: earliest };
  return { order: between, since: Math.max(Math.min(arrivedAt, latest), earliest) };
}

/** Where a ticket's visitor came, and where she was put behind everybody since; `came`: when she took the place. */
function placesOf({ issuedAt, arrival, place }: Ticket): readonly (Place & { readonly came: number })[] {
  const came = { ...arrival, came: issuedAt };
  return place.order === arrival.order ? [came] : [came, { ...place, came: place.since }];
}
