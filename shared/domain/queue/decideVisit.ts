import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, NoteMade, QueueContext } from './commands.ts';
import { placeOf } from './decideCall.ts';
import {
  counterName,
  freeDesk,
  inOtherState,
  isSupervisor,
  notYours,
  offeredService,
  staffIdOf,
  ticketAtDesk,
  visitorElsewhere,
  workingDay,
} from './guards.ts';
import { isInReach, isOwnTicket, leadUnreachable } from './reach.ts';
import { deskOf, isLiving, type QueueState, ticketById } from './state.ts';

export function decideStartServing(input: Input<'queue.startServing'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called']);
  return at.ok ? ok([{ type: 'servingStarted.v1', data: input }]) : at;
}

/** The visitor steps aside (a photocopy, a form); the counter is free for another. */
export function decideHold(input: Input<'queue.hold'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['serving']);
  return at.ok ? ok([{ type: 'ticketHeld.v1', data: input }]) : at;
}

/** A held visitor is back: at the counter that held her or, when that has closed, at one that takes her service. */
export function decideResume(input: Input<'queue.resume'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const at = freeDesk(state, context, input.counterId);
  if (!at.ok) return at;
  const ticket = ticketById(state, input.ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (ticket.status !== 'held') return refuse(inOtherState(ticket));
  const orphaned = deskOf(state, ticket.counterId ?? '').status === 'closed' && at.value.counter.serviceIds.includes(ticket.serviceId);
  if (ticket.counterId !== input.counterId && !orphaned) return refuse(notYours(ticket, context));
  // Cut off, the lead may have resumed it elsewhere by now.
  if (ticket.counterId !== input.counterId && !isOwnTicket(ticket, context)) return refuse(leadUnreachable);
  const elsewhere = visitorElsewhere(state, ticket.visitId);
  if (elsewhere !== null) {
    return refuse({ type: 'visitorAtOtherCounter', number: elsewhere.number, counterName: counterName(context, elsewhere.counterId) });
  }
  return ok([{ type: 'ticketResumed.v1', data: input }]);
}

/** Sends the visitor on to another service; she keeps her number. */
export function decideTransfer(input: Input<'queue.transfer'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called', 'serving', 'held']);
  if (!at.ok) return at;
  const service = offeredService(context, input.serviceId);
  if (!service.ok) return service;
  const { ticket } = at.value;
  if (!isOwnTicket(ticket, context)) return refuse(leadUnreachable);
  const place = placeOf(ticket, input.placement, state, context);
  return ok([{ type: 'ticketTransferred.v1', data: { ...input, fromServiceId: ticket.serviceId, ...place } }]);
}

export function decideFinish(input: Input<'queue.finish'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['serving']);
  return at.ok ? ok([{ type: 'ticketFinished.v1', data: input }]) : at;
}

/** Ends a living ticket without service: a waiting one by any officer, one at a counter by its officer or a supervisor. */
export function decideCancel(input: Input<'queue.cancel'>, state: QueueState, context: QueueContext): Decision {
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const ticket = ticketById(state, input.ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (!isLiving(ticket.status)) return refuse(inOtherState(ticket));
  if (!isInReach(state, ticket, context)) return refuse(leadUnreachable);
  const { counterId } = ticket;
  const mine = counterId === null || deskOf(state, counterId).staffId === staffIdOf(context);
  if (!mine && !isSupervisor(context)) return refuse(notYours(ticket, context));
  return ok([{ type: 'ticketCancelled.v1', data: { ...input, counterId } }]);
}

/** The step of the script that the officer is at; nothing changes when it is the one recorded. */
export function decideSetStep(input: Input<'queue.setStep'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called', 'serving', 'held']);
  if (!at.ok) return at;
  return ok(at.value.ticket.step === input.step ? [] : [{ type: 'visitStepReached.v1', data: input }]);
}

/** Which papers of the service the visitor has brought. */
export function decideSetRequirements(input: Input<'queue.setRequirements'>, state: QueueState, context: QueueContext): Decision {
  const at = ticketAtDesk(state, context, input, ['called', 'serving', 'held']);
  if (!at.ok) return at;
  const { office } = context.states;
  const service = [...office.services, ...office.retiredServices].find((one) => one.id === at.value.ticket.serviceId);
  const known = new Set(service?.requirements.map((requirement) => requirement.id));
  if (input.receivedRequirementIds.some((id) => !known.has(id))) return refuse({ type: 'requirementUnknown' });
  const receivedRequirementIds = [...new Set(input.receivedRequirementIds)];
  return ok([{ type: 'requirementsChecked.v1', data: { ...input, receivedRequirementIds } }]);
}

/** Records that the visit has a note, or none any more. The text was put into the vault before and is not known here. */
export function decideNote(input: NoteMade, state: QueueState, context: QueueContext): Decision {
  const ticket = ticketById(state, input.ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  if (!isInReach(state, ticket, context)) return refuse(leadUnreachable);
  const { id: ticketId, visitId } = ticket;
  return ok([{ type: 'visitNoteChanged.v1', data: { visitId, ticketId, hasNote: input.hasNote } }]);
}
