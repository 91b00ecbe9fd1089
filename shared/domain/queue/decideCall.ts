import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import { dayTimeAt } from '../time/dayTime.ts';
import { callOrder, type Calling } from './callOrder.ts';
import type { Decision, QueueContext } from './commands.ts';
import {
  type AtDesk,
  busyVisits,
  counterName,
  freeDesk,
  inOtherState,
  ticketAtDesk,
  trustedDay,
  visitorElsewhere,
  workingDay,
} from './guards.ts';
import { countersAfter, reasonFor } from './policy.ts';
import { inReach, isInReach, isOwnDesk, isOwnTicket, leadUnreachable } from './reach.ts';
import { deskOf, lineOf, type QueueState, type Ticket, ticketById } from './state.ts';
import type { RegularsSincePriority } from './events.ts';
import type { CallReason, Placement } from './types.ts';

/** Calls whom the policy says, among the services of this counter; visitors who are at another counter are passed over. */
export function decideCallNext(input: Input<'queue.callNext'>, state: QueueState, context: QueueContext): Decision {
  const day = trustedDay(state, context);
  if (!day.ok) return day;
  const at = freeDesk(state, context, input.counterId);
  if (!at.ok) return at;
  const { counter } = at.value;
  const calling = { ...callingOf(counter.serviceIds, inReach(state, context), context), busyVisits: busyVisits(state) };
  const next = callOrder(calling).next();
  // Cut off, those who wait at the lead are there, but not ours to call.
  const isSomebody = callOrder(callingOf(counter.serviceIds, state, context)).next().done !== true;
  if (next.done === true) return refuse(isSomebody ? leadUnreachable : { type: 'nobodyWaiting' });
  const ticket = ticketById(state, next.value.waiting.id);
  if (ticket === undefined) throw new Error(`A ticket waits that was never issued: ${next.value.waiting.id}`);
  const counters = countersAfter(next.value, counter.serviceIds, state.regularsSincePriority);
  return ok([called(ticket, at.value, reasonFor(next.value, calling.policy, calling.now), counters, state)]);
}

/** What is needed to tell the order in which a counter of these services would call. */
export function callingOf(serviceIds: readonly string[], state: QueueState, context: Pick<QueueContext, 'now' | 'states'>): Calling {
  return {
    lines: serviceIds.map((id) => lineOf(state, id)),
    serviceIds,
    policy: context.states.office.policy,
    counters: state.regularsSincePriority,
    now: dayTimeAt(state.time, context.now),
    msPerCall: 0,
    busyVisits: busyVisits(state),
  };
}

/** Calls the ticket that the officer chose, whoever would be next. */
export function decideCallTicket(input: Input<'queue.callTicket'>, state: QueueState, context: QueueContext): Decision {
  const day = trustedDay(state, context);
  if (!day.ok) return day;
  const at = freeDesk(state, context, input.counterId);
  if (!at.ok) return at;
  const ticket = ticketById(state, input.ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  const { number, status } = ticket;
  if (status === 'called' || status === 'serving') {
    return refuse({ type: 'ticketAlreadyCalled', number, counterName: counterName(context, ticket.counterId) });
  }
  if (status !== 'waiting') return refuse({ type: 'ticketNotWaiting', number, status });
  if (!isOwnTicket(ticket, context)) return refuse(leadUnreachable);
  const elsewhere = visitorElsewhere(state, ticket.visitId);
  if (elsewhere !== null) {
    return refuse({ type: 'visitorAtOtherCounter', number: elsewhere.number, counterName: counterName(context, elsewhere.counterId) });
  }
  const { counter } = at.value;
  if (!counter.serviceIds.includes(ticket.serviceId)) {
    const { office } = context.states;
    const service = [...office.services, ...office.retiredServices].find((one) => one.id === ticket.serviceId);
    return refuse({ type: 'counterDoesNotServe', name: counter.name, title: service?.title ?? { id: number, en: number } });
  }
  const waiting = { ...ticket, order: ticket.place.order, since: ticket.place.since };
  const reason = reasonFor({ waiting, rule: 'chosen' }, context.states.office.policy, dayTimeAt(state.time, context.now));
  return ok([called(ticket, at.value, reason, {}, state)]);
}

/**
 * A visitor whom the lead called to a counter of its own just before it reached nobody any more goes back to the front: nobody else
 * knows of the call, so the next lead would call her again (decision 0016, rule 3). With the lead, and once she is served, nothing.
 */
export function decideWithdrawCall({ ticketId }: Input<'queue.withdrawCall'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const ticket = ticketById(state, ticketId);
  if (context.ownOnly === null || ticket?.status !== 'called' || isOwnTicket(ticket, context)) return ok([]);
  const { counterId, serviceId } = ticket;
  if (counterId === null || !isOwnDesk(deskOf(state, counterId), context)) return ok([]);
  const place = { placement: 'front', order: ticket.arrival.order } as const;
  return ok([{ type: 'ticketTransferred.v1', data: { counterId, ticketId, serviceId, fromServiceId: serviceId, ...place } }]);
}

/** Announces a called visitor once more. */
export function decideRecall(input: Input<'queue.recall'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called']);
  if (!at.ok) return at;
  const { number } = at.value.ticket;
  return ok([{ type: 'ticketRecalled.v1', data: { ...input, number, callOrder: state.lastCallOrder + 1 } }]);
}

/** The called visitor did not come. The ticket can be returned to the queue. */
export function decideMarkNoShow(input: Input<'queue.markNoShow'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called']);
  return at.ok ? ok([{ type: 'ticketNoShow.v1', data: input }]) : at;
}

/** A visitor who missed her call is there after all. Any officer may do this, also at the entrance. */
export function decideReturnToQueue(input: Input<'queue.returnToQueue'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const { ticketId, placement } = input;
  const ticket = ticketById(state, ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (!isInReach(state, ticket, context)) return refuse(leadUnreachable);
  if (ticket.status !== 'noShow') return refuse(inOtherState(ticket));
  return ok([{ type: 'ticketReturned.v1', data: { ticketId, placement, ...placeOf(ticket, placement, state, context) } }]);
}

/** The place in the line that a placement means: behind all, or where the visitor's arrival puts her. */
export function placeOf(ticket: Ticket, placement: Placement, state: QueueState, { ownOnly, now }: QueueContext) {
  const order = placement === 'end' ? state.lastOrder + 1 : ticket.arrival.order;
  // The merge of a branch places it by the time that it says.
  return placement === 'end' && ownOnly !== null ? { order, since: dayTimeAt(state.time, now) } : { order };
}

function called(ticket: Ticket, { counter }: AtDesk, reason: CallReason, regularsSincePriority: RegularsSincePriority, state: QueueState) {
  const { id: ticketId, visitId, number, serviceId } = ticket;
  const callNumber = state.lastCallOrder + 1;
  const data = { ticketId, visitId, number, serviceId, counterId: counter.id, callOrder: callNumber, reason, regularsSincePriority };
  return { type: 'ticketCalled.v1', data } as const;
}
