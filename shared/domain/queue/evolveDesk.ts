import type { Happened } from '../decider.ts';
import { unreachable } from '../../result.ts';
import type { QueueEventOf } from './events.ts';
import { runningFrom, sinceDisturbed } from './evolveDisturbance.ts';
import { announced, changeTicket, changedDesk } from './evolveParts.ts';
import { type QueueState, ticketById } from './state.ts';

type DeskEvent = QueueEventOf<
  | 'ticketHeld.v1'
  | 'ticketResumed.v1'
  | 'ticketMoved.v1'
  | 'counterOpened.v1'
  | 'counterClosed.v1'
  | 'counterBreakStarted.v1'
  | 'counterBreakEnded.v1'
>;

/** Folds what changes a counter rather than a ticket's place in the line. */
export function evolveDesk(state: QueueState, event: DeskEvent & Happened): QueueState {
  const { counterId } = event.data;
  switch (event.type) {
    case 'counterOpened.v1': {
      const { staffId, takenOverFrom, stationId = null } = event.data;
      const desks = changedDesk(state, counterId, () =>
        // The visitor stays when a supervisor takes over.
        takenOverFrom === null
          ? { status: 'open', staffId, stationId, branch: null, openedAt: event.at, currentId: null }
          : { staffId, stationId, openedAt: event.at },
      );
      return { ...state, desks };
    }
    case 'counterClosed.v1': {
      const { branch = null } = event.data;
      return { ...state, desks: changedDesk(state, counterId, () => ({ status: 'closed', staffId: null, branch, openedAt: null })) };
    }
    case 'counterBreakStarted.v1':
      return { ...state, desks: changedDesk(state, counterId, () => ({ status: 'break' })) };
    case 'counterBreakEnded.v1':
      return { ...state, desks: changedDesk(state, counterId, () => ({ status: 'open' })) };
    case 'ticketHeld.v1': {
      const { ticketId } = event.data;
      const held = changeTicket(state, ticketId, (ticket) => ({
        status: 'held',
        heldAt: event.at,
        heldMs: ticket.heldMs + sinceDisturbed(ticket, event.at),
        disturbedAt: null,
      }));
      return { ...held, desks: changedDesk(held, counterId, (desk) => ({ currentId: null, heldIds: [...desk.heldIds, ticketId] })) };
    }
    case 'ticketResumed.v1':
      return resume(state, event.data.ticketId, counterId, event.at);
    case 'ticketMoved.v1':
      return move(state, event.data, event.at);
    default:
      return unreachable(event);
  }
}

/** A visitor goes to another counter as she is: called, being served or on hold. */
function move(state: QueueState, data: QueueEventOf<'ticketMoved.v1'>['data'], at: number): QueueState {
  const { ticketId, fromCounterId, counterId, number, callOrder } = data;
  const moved = changeTicket(state, ticketId, () => ({ counterId }));
  const isHeld = ticketById(moved, ticketId)?.status === 'held';
  const left = changedDesk(moved, fromCounterId, (desk) => ({
    currentId: desk.currentId === ticketId ? null : desk.currentId,
    heldIds: desk.heldIds.filter((id) => id !== ticketId),
  }));
  const desks = changedDesk({ ...moved, desks: left }, counterId, (desk) =>
    isHeld ? { heldIds: [...desk.heldIds, ticketId] } : { currentId: ticketId },
  );
  const there = { ...moved, desks };
  return callOrder === null ? there : announced(there, { order: callOrder, ticketId, number, counterId }, at, true);
}

/** A held visitor comes back, to the counter that held her or, when that is closed, to another. */
function resume(state: QueueState, ticketId: string, counterId: string, at: number): QueueState {
  let from = counterId;
  const resumed = changeTicket(state, ticketId, (ticket) => {
    from = ticket.counterId ?? counterId;
    const heldMs = ticket.heldMs + Math.max(0, at - (ticket.heldAt ?? at));
    return { status: 'serving', counterId, heldAt: null, heldMs, disturbedAt: runningFrom(state, ticket.serviceId, at) };
  });
  const left = { ...resumed, desks: changedDesk(resumed, from, (desk) => ({ heldIds: desk.heldIds.filter((id) => id !== ticketId) })) };
  return { ...left, desks: changedDesk(left, counterId, () => ({ currentId: ticketId })) };
}
