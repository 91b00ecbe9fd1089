/** What the events of a ticket's life do to the line, the counters and the ticket. */
import { putById } from '../collections/idMap.ts';
import { insertOrdered } from '../collections/orderedList.ts';
import type { QueueEventOf } from './events.ts';
import { sinceDisturbed } from './evolveDisturbance.ts';
import { announced, changedDesk, changeTicket, entryOf, given, lastOf, leaveLine, required } from './evolveParts.ts';
import { type Desk, type Place, type QueueState, type Ticket, ticketById, visitById } from './state.ts';
import type { Placement } from './types.ts';

export function issue(state: QueueState, data: QueueEventOf<'ticketIssued.v1'>['data'], at: number): QueueState {
  const companion = data.arrivedWith === null ? undefined : ticketById(state, data.arrivedWith);
  const arrival: Place = companion?.arrival ?? { order: data.order, since: data.since ?? data.enteredAfterwards?.since ?? state.time.ms };
  const ticket: Ticket = {
    id: data.ticketId,
    visitId: data.visitId,
    number: data.number,
    serviceId: data.serviceId,
    ground: data.ground,
    status: 'waiting',
    counterId: null,
    arrival,
    place: { ...arrival, front: false },
    issuedAt: data.enteredAfterwards?.arrivedAt ?? at,
    calledAt: null,
    servingAt: null,
    endedAt: null,
    heldMs: 0,
    heldAt: null,
    disturbedAt: null,
    recalls: 0,
    reason: null,
    step: null,
    receivedRequirementIds: [],
    estimateMinutes: data.estimateMinutes ?? null,
    branch: data.branch ?? null,
  };
  const visit = visitById(state, data.visitId) ?? { id: data.visitId, ticketIds: [], hasNote: false };
  return enterLine(
    {
      ...given(state, data.series, data.sequence),
      lastOrder: Math.max(state.lastOrder, data.order),
      visits: putById(state.visits, { ...visit, ticketIds: [...visit.ticketIds, ticket.id] }),
    },
    ticket,
  );
}

export function call(state: QueueState, data: QueueEventOf<'ticketCalled.v1'>['data'], at: number): QueueState {
  const ticket = required(ticketById(state, data.ticketId));
  const called = changeTicket(leaveLine(state, ticket), ticket.id, () => ({
    status: 'called',
    counterId: data.counterId,
    calledAt: at,
    reason: data.reason,
  }));
  return announced(
    {
      ...called,
      desks: changedDesk(called, data.counterId, () => ({ currentId: ticket.id })),
      regularsSincePriority: { ...called.regularsSincePriority, ...data.regularsSincePriority },
      lastWaits: { ...called.lastWaits, [data.serviceId]: data.reason.waitedMs },
    },
    { order: data.callOrder, ticketId: ticket.id, number: ticket.number, counterId: data.counterId },
    at,
    false,
  );
}

/** A ticket that waits again, as if it had not been called: what was done for it at the counter begins anew. */
export function backToLine(
  state: QueueState,
  ticketId: string,
  change: Partial<Pick<Ticket, 'serviceId'>>,
  to: { readonly placement: Placement; readonly order: number; readonly since?: number },
): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const place = to.placement === 'end' ? { order: to.order, since: to.since ?? state.time.ms } : { ...ticket.arrival, order: to.order };
  const waiting: Ticket = {
    ...ticket,
    ...change,
    status: 'waiting',
    counterId: null,
    place: { ...place, front: to.placement === 'front' },
    calledAt: null,
    servingAt: null,
    endedAt: null,
    heldMs: 0,
    heldAt: null,
    disturbedAt: null,
    recalls: 0,
    reason: null,
    step: null,
    receivedRequirementIds: change.serviceId === undefined || change.serviceId === ticket.serviceId ? ticket.receivedRequirementIds : [],
  };
  const freed = ticket.status === 'waiting' ? leaveLine(state, ticket) : leaveDesk(state, ticket);
  return enterLine(
    { ...freed, lastOrder: Math.max(freed.lastOrder, to.order), noShowIds: freed.noShowIds.filter((id) => id !== ticketId) },
    waiting,
  );
}

export function end(state: QueueState, ticketId: string, status: 'finished' | 'noShow' | 'cancelled' | 'expired', at: number): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const left = ticket.status === 'waiting' ? leaveLine(state, ticket) : leaveDesk(state, ticket);
  const ended = changeTicket(left, ticketId, () => ({
    status,
    endedAt: at,
    heldAt: null,
    disturbedAt: null,
    heldMs: heldUntil(ticket, at),
  }));
  if (ticket.counterId === null) return ended;
  const desks = changedDesk(ended, ticket.counterId, (desk) => ({ endedIds: endedWith(desk, ticketId) }));
  return { ...ended, desks };
}

/** Keeps the time at the counter of a ticket about to finish, without its holds (DOMAIN section 3, measures). */
export function measured(state: QueueState, ticketId: string, at: number): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const ms = Math.max(0, at - (ticket.servingAt ?? at) - heldUntil(ticket, at));
  const times = lastOf(20, state.serviceTimes[ticket.serviceId] ?? [], ms);
  return { ...state, serviceTimes: { ...state.serviceTimes, [ticket.serviceId]: times } };
}

/** The tickets that ended at a counter with one more; one that ended there before stands last. */
export const endedWith = ({ endedIds }: Desk, ticketId: string): readonly string[] =>
  lastOf(
    100,
    endedIds.filter((id) => id !== ticketId),
    ticketId,
  );

const heldUntil = (ticket: Ticket, at: number): number =>
  ticket.heldMs + (ticket.heldAt === null ? 0 : Math.max(0, at - ticket.heldAt)) + sinceDisturbed(ticket, at);

function enterLine(state: QueueState, ticket: Ticket): QueueState {
  const { line, name } = entryOf(state, ticket);
  const { id, visitId, serviceId, ground, place } = ticket;
  const waiting = { id, visitId, serviceId, ground, order: place.order, since: place.since };
  return {
    ...state,
    tickets: putById(state.tickets, ticket),
    lines: { ...state.lines, [serviceId]: { ...line, [name]: insertOrdered(line[name], waiting) } },
  };
}

function leaveDesk(state: QueueState, ticket: Ticket): QueueState {
  if (ticket.counterId === null) return state;
  const desks = changedDesk(state, ticket.counterId, (desk) => ({
    currentId: desk.currentId === ticket.id ? null : desk.currentId,
    heldIds: desk.heldIds.filter((id) => id !== ticket.id),
  }));
  return { ...state, desks };
}
