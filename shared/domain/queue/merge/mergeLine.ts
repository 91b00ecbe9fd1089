/** What a branch did with tickets besides calling and serving: marks on them, ways back into the line. */
import { isLiving, type Ticket, ticketById } from '../state.ts';
import type { Draft } from './draft.ts';
import { leftOut, type Of, type Work } from './work.ts';
import { statusAfter } from './quarrels.ts';

export function mergeRecalled({ draft }: Work, event: Of<'ticketRecalled.v1'>): void {
  const { ticketId, counterId } = event.data;
  const ticket = ticketById(draft.state, ticketId);
  if (ticket?.status !== 'called' || ticket.counterId !== counterId) return;
  draft.embed({ type: event.type, data: { ...event.data, callOrder: draft.nextCallOrder() } }, event);
}

/** What stays with a ticket: the step of the visit, papers received. */
export function mergeMark({ draft }: Work, event: Of<'visitStepReached.v1' | 'requirementsChecked.v1'>): void {
  const ticket = ticketById(draft.state, event.data.ticketId);
  if (ticket === undefined) return;
  const isHere = isLiving(ticket.status) && ticket.counterId === event.data.counterId;
  if (event.type === 'requirementsChecked.v1' || isHere) draft.embed({ type: event.type, data: event.data } as typeof event, event);
}

export function mergeReturned(work: Work, event: Of<'ticketReturned.v1'>): void {
  const { draft, quarrels } = work;
  const { ticketId, placement } = event.data;
  if (quarrels.has(ticketId)) return quarrels.more(ticketId, event);
  const ticket = ticketById(draft.state, ticketId);
  // Who is back in the line already, or beyond, was returned at the lead too.
  if (ticket?.status !== 'noShow' || draft.state.day?.status !== 'open') return;
  draft.embed({ type: event.type, data: { ticketId, placement, ...placeOf(draft, ticket, event) } }, event);
}

export function mergeTransferred(work: Work, event: Of<'ticketTransferred.v1'>): void {
  const { draft, asides, quarrels } = work;
  const { ticketId, counterId } = event.data;
  const ticket = ticketById(draft.state, ticketId);
  if (ticket === undefined) return leftOut(draft, counterId);
  if (quarrels.has(ticketId)) return quarrels.more(ticketId, event);
  const isHere = isLiving(ticket.status) && (ticket.counterId === counterId || (asides.has(ticketId) && ticket.status === 'waiting'));
  if (!isHere) return ticket.status === 'expired' ? undefined : quarrels.start(ticket, counterId, statusAfter[event.type]);
  asides.drop(ticketId);
  const data = { ...event.data, fromServiceId: ticket.serviceId, ...placeOf(draft, ticket, event) };
  draft.embed({ type: event.type, data }, event);
}

function placeOf(draft: Draft, ticket: Ticket, event: Of<'ticketReturned.v1' | 'ticketTransferred.v1'>) {
  return draft.placeFor(event) ?? { order: ticket.arrival.order };
}
