import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Service } from '../office/types.ts';
import { dayTimeAt } from '../time/dayTime.ts';
import { capacityOf } from './capacity.ts';
import type { Checked, Decision, QueueContext } from './commands.ts';
import { outlookOf } from './estimate.ts';
import { offeredService, ticketAtDesk, trustedDay } from './guards.ts';
import { inReach } from './reach.ts';
import { type QueueState, ticketById } from './state.ts';
import { ticketNumber } from './ticketNumber.ts';

/** A ticket for a visitor who has just come. Stops when the rest of the day cannot serve another. */
export function decideIssue(input: Input<'queue.issue'>, state: QueueState, context: QueueContext): Decision {
  const day = trustedDay(state, context);
  if (!day.ok) return day;
  const service = newTicketFor(input.ticketId, input.serviceId, state, context);
  if (!service.ok) return service;
  const mine = inReach(state, context);
  const { capacity, remainingMinutes } = capacityOf(mine, context.states.office, context.now)(service.value);
  if (capacity === 'full') return refuse({ type: 'capacityReached', remainingMinutes });
  const { ticketId, visitId, serviceId, ground } = input;
  const numbered = ticketNumber(service.value.prefix, context.station.letter, state);
  const { estimate } = outlookOf(mine, context.states.office, context.now)({ serviceId, ground });
  const told = estimate === null ? {} : { estimateMinutes: estimate.toMinutes };
  const data = {
    ticketId,
    visitId,
    ...numbered,
    serviceId,
    ground,
    order: state.lastOrder + 1,
    arrivedWith: null,
    ...told,
    ...cutOff(state, context),
  };
  return ok([{ type: 'ticketIssued.v1', data }]);
}

/**
 * A second service for the visitor at this counter: a number of its own that keeps her arrival and priority. Capacity
 * does not stop it, because the visitor is already inside.
 */
export function decideAddService(input: Input<'queue.addService'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called', 'serving', 'held']);
  if (!at.ok) return at;
  const service = newTicketFor(input.newTicketId, input.serviceId, state, context);
  if (!service.ok) return service;
  const { id, visitId, ground, arrival } = at.value.ticket;
  const numbered = ticketNumber(service.value.prefix, context.station.letter, state);
  const { newTicketId: ticketId, serviceId } = input;
  const data = { ticketId, visitId, ...numbered, serviceId, ground, order: arrival.order, arrivedWith: id, ...cutOff(state, context) };
  return ok([{ type: 'ticketIssued.v1', data }]);
}

/** A ticket of a branch says so, and since when it waits: the merge places it by that. */
const cutOff = (state: QueueState, { ownOnly, now }: QueueContext) =>
  ownOnly === null ? {} : { branch: ownOnly.stationId, since: dayTimeAt(state.time, now) };

function newTicketFor(ticketId: string, serviceId: string, state: QueueState, context: QueueContext): Checked<Service> {
  const service = offeredService(context, serviceId);
  if (service.ok && ticketById(state, ticketId) !== undefined) return refuse({ type: 'ticketIdTaken' });
  return service;
}
