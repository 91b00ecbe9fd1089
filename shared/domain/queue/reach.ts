/** What a station may decide while it is cut off (docs/decisions/0016, rule 9): its own tickets and its own counters. */
import { emptyList, inOrder, insertOrdered, type OrderedList } from '../collections/orderedList.ts';
import { ok, refuse } from '../../result.ts';
import type { Checked, OwnOnly, QueueContext, QueueRefusal } from './commands.ts';
import { type Desk, deskOf, type QueueState, type Ticket, ticketById, type Waiting } from './state.ts';

type Reach = Pick<QueueContext, 'ownOnly'>;

export const leadUnreachable: QueueRefusal = { type: 'leadUnreachable' };

/** Refuses what only the lead can decide, for all. */
export const withLead = ({ ownOnly }: Reach): Checked<null> => (ownOnly === null ? ok(null) : refuse(leadUnreachable));

/** Whether this counter is staffed at the station that is cut off; with the lead, always. */
export function isOwnDesk(desk: Desk, { ownOnly }: Reach): boolean {
  if (ownOnly === null) return true;
  return desk.status !== 'closed' && isAt(desk, ownOnly);
}

/** Whether this ticket was issued in this cut-off; with the lead, always. */
export const isOwnTicket = (ticket: Ticket, { ownOnly }: Reach): boolean => ownOnly === null || ticket.branch === ownOnly.stationId;

/** A ticket of this cut-off, or one that stands (or was marked as not there) at a counter of this station. */
export const isInReach = (state: QueueState, ticket: Ticket, reach: Reach): boolean =>
  isOwnTicket(ticket, reach) || (ticket.counterId !== null && isOwnDesk(deskOf(state, ticket.counterId), reach));

/** Whether somebody is on hold at the counter whom the lead may have sent elsewhere since. */
export const holdsOthers = (state: QueueState, desk: Desk, reach: Reach): boolean =>
  desk.heldIds.some((id) => {
    const ticket = ticketById(state, id);
    return ticket !== undefined && !isOwnTicket(ticket, reach);
  });

/** The queue as far as this station decides it: its own tickets wait, its own counters call. With the lead, all of it. */
export function inReach(state: QueueState, reach: Reach): QueueState {
  if (reach.ownOnly === null) return state;
  const own = (list: OrderedList<Waiting>): OrderedList<Waiting> => {
    let kept: OrderedList<Waiting> = emptyList;
    for (const waiting of inOrder(list)) {
      const ticket = ticketById(state, waiting.id);
      if (ticket !== undefined && isOwnTicket(ticket, reach)) kept = insertOrdered(kept, waiting);
    }
    return kept;
  };
  const lines = Object.entries(state.lines).map(([serviceId, { front, priority, regular }]) => [
    serviceId,
    { front: own(front), priority: own(priority), regular: own(regular) },
  ]);
  const desks = Object.entries(state.desks).filter(([, desk]) => isOwnDesk(desk, reach));
  return { ...state, lines: Object.fromEntries(lines) as QueueState['lines'], desks: Object.fromEntries(desks) };
}

const isAt = (desk: Desk, { stationId, isLead = false }: OwnOnly): boolean =>
  desk.stationId === stationId || (isLead && desk.stationId === null);
