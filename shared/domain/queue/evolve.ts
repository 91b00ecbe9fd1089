import { insertOrdered } from '../collections/orderedList.ts';
import { putById } from '../collections/idMap.ts';
import type { Happened } from '../decider.ts';
import { advanceDayTime, startDayTime } from '../time/dayTime.ts';
import { unreachable } from '../../result.ts';
import { evolveDesk } from './evolveDesk.ts';
import type { QueueEvent, QueueEventOf } from './events.ts';
import { announced, changeTicket, changedDesk, entryOf, lastOf, leaveLine, required } from './evolveParts.ts';
import { initialQueue, type Place, type QueueState, type Ticket, ticketById, visitById } from './state.ts';
import type { Placement } from './types.ts';

/** Folds an event into the queue. Total over every event that `decide` can produce; pure. */
export function evolve(before: QueueState, event: QueueEvent & Happened): QueueState {
  const state: QueueState = { ...before, time: advanceDayTime(before.time, event.at) };
  switch (event.type) {
    case 'officeDayOpened.v1':
      return openDay(state, event.data, event.at);
    case 'officeDayClosed.v1':
      return { ...state, day: { date: event.data.date, status: 'closed' }, suspectDate: null };
    case 'clockSuspected.v1':
      return { ...state, suspectDate: event.data.clockDate };
    case 'clockTrusted.v1':
      return { ...state, suspectDate: null };
    case 'ticketIssued.v1':
      return issue(state, event.data, event.at);
    case 'ticketCalled.v1':
      return call(state, event.data, event.at);
    case 'ticketRecalled.v1':
      return announced(
        changeTicket(state, event.data.ticketId, (ticket) => ({ recalls: ticket.recalls + 1 })),
        { order: event.data.callOrder, ticketId: event.data.ticketId, number: event.data.number, counterId: event.data.counterId },
        event.at,
        true,
      );
    case 'ticketReturned.v1':
      return backToLine(state, event.data.ticketId, {}, event.data);
    case 'ticketTransferred.v1':
      return backToLine(state, event.data.ticketId, { serviceId: event.data.serviceId }, event.data);
    case 'ticketCancelled.v1':
      return end(state, event.data.ticketId, 'cancelled', event.at);
    case 'ticketExpired.v1':
      return end(state, event.data.ticketId, 'expired', event.at);
    case 'ticketFinished.v1':
      return end(measured(state, event.data.ticketId, event.at), event.data.ticketId, 'finished', event.at);
    case 'ticketNoShow.v1': {
      const next = end(state, event.data.ticketId, 'noShow', event.at);
      return { ...next, noShowIds: [...next.noShowIds, event.data.ticketId] };
    }
    case 'servingStarted.v1':
      return changeTicket(state, event.data.ticketId, () => ({ status: 'serving', servingAt: event.at, step: 'greet' }));
    case 'visitStepReached.v1':
      return changeTicket(state, event.data.ticketId, () => ({ step: event.data.step }));
    case 'requirementsChecked.v1':
      return changeTicket(state, event.data.ticketId, () => ({ receivedRequirementIds: event.data.receivedRequirementIds }));
    case 'visitNoteChanged.v1': {
      const visit = required(visitById(state, event.data.visitId));
      return { ...state, visits: putById(state.visits, { ...visit, hasNote: event.data.hasNote }) };
    }
    case 'ticketHeld.v1':
    case 'ticketResumed.v1':
    case 'counterOpened.v1':
    case 'counterClosed.v1':
    case 'counterBreakStarted.v1':
    case 'counterBreakEnded.v1':
      return evolveDesk(state, event);
    default:
      return unreachable(event);
  }
}

/** A new date starts empty; the same date continues where it was closed, so that numbers are never given twice. */
function openDay(state: QueueState, data: QueueEventOf<'officeDayOpened.v1'>['data'], at: number): QueueState {
  const day = { date: data.date, status: 'open' } as const;
  if (state.day?.date === data.date) return { ...state, day, suspectDate: null };
  const { regularsSincePriority, lastCallOrder } = data;
  return { ...initialQueue, day, regularsSincePriority, lastCallOrder, time: startDayTime(at) };
}

function issue(state: QueueState, data: QueueEventOf<'ticketIssued.v1'>['data'], at: number): QueueState {
  const companion = data.arrivedWith === null ? undefined : ticketById(state, data.arrivedWith);
  const arrival: Place = companion?.arrival ?? { order: data.order, since: state.time.ms };
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
    issuedAt: at,
    calledAt: null,
    servingAt: null,
    endedAt: null,
    heldMs: 0,
    heldAt: null,
    recalls: 0,
    reason: null,
    step: null,
    receivedRequirementIds: [],
  };
  const visit = visitById(state, data.visitId) ?? { id: data.visitId, ticketIds: [], hasNote: false };
  return enterLine(
    {
      ...state,
      lastOrder: Math.max(state.lastOrder, data.order),
      series: { ...state.series, [data.series]: data.sequence },
      visits: putById(state.visits, { ...visit, ticketIds: [...visit.ticketIds, ticket.id] }),
    },
    ticket,
  );
}

function call(state: QueueState, data: QueueEventOf<'ticketCalled.v1'>['data'], at: number): QueueState {
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
function backToLine(
  state: QueueState,
  ticketId: string,
  change: Partial<Pick<Ticket, 'serviceId'>>,
  to: { readonly placement: Placement; readonly order: number },
): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const place = to.placement === 'end' ? { order: to.order, since: state.time.ms } : { ...ticket.arrival, order: to.order };
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
    recalls: 0,
    reason: null,
    step: null,
    receivedRequirementIds: change.serviceId === undefined || change.serviceId === ticket.serviceId ? ticket.receivedRequirementIds : [],
  };
  const freed = leaveDesk(state, ticket);
  return enterLine(
    { ...freed, lastOrder: Math.max(freed.lastOrder, to.order), noShowIds: freed.noShowIds.filter((id) => id !== ticketId) },
    waiting,
  );
}

function end(state: QueueState, ticketId: string, status: 'finished' | 'noShow' | 'cancelled' | 'expired', at: number): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const left = ticket.status === 'waiting' ? leaveLine(state, ticket) : leaveDesk(state, ticket);
  const ended = changeTicket(left, ticketId, () => ({ status, endedAt: at, heldAt: null, heldMs: heldUntil(ticket, at) }));
  if (ticket.counterId === null) return ended;
  const desks = changedDesk(ended, ticket.counterId, (desk) => ({ endedIds: lastOf(100, desk.endedIds, ticketId) }));
  return { ...ended, desks };
}

/** Keeps the time at the counter of a ticket about to finish, without its holds (DOMAIN section 3, measures). */
function measured(state: QueueState, ticketId: string, at: number): QueueState {
  const ticket = required(ticketById(state, ticketId));
  const ms = Math.max(0, at - (ticket.servingAt ?? at) - heldUntil(ticket, at));
  const times = lastOf(20, state.serviceTimes[ticket.serviceId] ?? [], ms);
  return { ...state, serviceTimes: { ...state.serviceTimes, [ticket.serviceId]: times } };
}

const heldUntil = (ticket: Ticket, at: number): number => ticket.heldMs + (ticket.heldAt === null ? 0 : Math.max(0, at - ticket.heldAt));

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
