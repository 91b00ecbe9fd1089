import type { Happened } from '../decider.ts';
import { unreachable } from '../../result.ts';
import type { QueueEventOf } from './events.ts';
import { changeTicket, changedDesk } from './evolveParts.ts';
import type { QueueState } from './state.ts';

type DeskEvent = QueueEventOf<
  'ticketHeld.v1' | 'ticketResumed.v1' | 'counterOpened.v1' | 'counterClosed.v1' | 'counterBreakStarted.v1' | 'counterBreakEnded.v1'
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
      const held = changeTicket(state, ticketId, () => ({ status: 'held', heldAt: event.at }));
      return { ...held, desks: changedDesk(held, counterId, (desk) => ({ currentId: null, heldIds: [...desk.heldIds, ticketId] })) };
    }
    case 'ticketResumed.v1':
      return resume(state, event.data.ticketId, counterId, event.at);
    default:
      return unreachable(event);
  }
}

/** A held visitor comes back, to the counter that held her or, when that is closed, to another. */
function resume(state: QueueState, ticketId: string, counterId: string, at: number): QueueState {
  let from = counterId;
  const resumed = changeTicket(state, ticketId, (ticket) => {
    from = ticket.counterId ?? counterId;
    const heldMs = ticket.heldMs + Math.max(0, at - (ticket.heldAt ?? at));
    return { status: 'serving', counterId, heldAt: null, heldMs };
  });
  const left = { ...resumed, desks: changedDesk(resumed, from, (desk) => ({ heldIds: desk.heldIds.filter((id) => id !== ticketId) })) };
  return { ...left, desks: changedDesk(left, counterId, () => ({ currentId: ticketId })) };
}
