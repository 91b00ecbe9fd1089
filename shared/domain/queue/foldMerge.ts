/** Folding of what only a healing brings. */
import { putById } from '../collections/idMap.ts';
import { changedDesk, changeTicket, leaveLine, required } from './evolveParts.ts';
import { endedWith, measured } from './evolveTicket.ts';
import type { VisitRecorded } from './mergeEvents.ts';
import { allTickets, type QueueState, ticketById } from './state.ts';

/** A whole visit to a counter at once: of a ticket that waits, or that expired because nobody knew of the visit. */
export function recordVisit(state: QueueState, data: VisitRecorded, at: number): QueueState {
  const { ticketId, counterId, status, calledAt, servingAt, heldMs, reason, callOrder } = data;
  const ticket = required(ticketById(state, ticketId));
  const left = ticket.status === 'waiting' ? leaveLine(state, ticket) : state;
  const known = reason === null ? {} : { reason };
  const visited = changeTicket(left, ticketId, () => ({ status, counterId, calledAt, servingAt, heldMs, heldAt: null, ...known }));
  const timed = status === 'finished' && servingAt !== null ? measured(visited, ticketId, at) : visited;
  const ended = changeTicket(timed, ticketId, () => ({ endedAt: at }));
  return {
    ...ended,
    lastCallOrder: Math.max(ended.lastCallOrder, callOrder ?? 0),
    noShowIds: status === 'noShow' ? [...ended.noShowIds, ticketId] : ended.noShowIds,
    desks: changedDesk(ended, counterId, (desk) => ({ endedIds: endedWith(desk, ticketId) })),
  };
}

/** From here on the tickets of this station's branch are the lead's to call, also if the station is cut off again. */
export function handOver(state: QueueState, stationId: string): QueueState {
  let { tickets } = state;
  for (const ticket of allTickets(state)) if (ticket.branch === stationId) tickets = putById(tickets, { ...ticket, branch: null });
  const desks = Object.entries(state.desks).map(([id, desk]) => [id, desk.branch === stationId ? { ...desk, branch: null } : desk]);
  return { ...state, tickets, desks: Object.fromEntries(desks) as QueueState['desks'] };
}
