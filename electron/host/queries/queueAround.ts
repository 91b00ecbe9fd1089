import { removeOrdered } from '../../../shared/domain/collections/orderedList.ts';
import { type Outlook, outlookOf } from '../../../shared/domain/queue/estimate.ts';
import { lineOf, type QueueState, type Ticket, ticketById } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';

/**
 * How many people are before a waiting ticket now, and its wait as a range; null once it does not wait any more, or
 * while it was put before everybody by hand. The same figures that its issue was answered with, as long as nobody was called since.
 */
export function queueAround({ queue, office }: States, ticketId: string, now: number): Outlook | null {
  const ticket = ticketById(queue, ticketId);
  if (ticket === undefined || ticket.status !== 'waiting' || ticket.place.front) return null;
  const { serviceId, ground, place } = ticket;
  return outlookOf(without(queue, ticket), office, now)({ serviceId, ground, arrival: place });
}

/** The queue as if this ticket did not wait in it: the outlook is that of a newcomer at its place. */
function without(queue: QueueState, { id, serviceId, place }: Ticket): QueueState {
  const line = lineOf(queue, serviceId);
  const me = { id, order: place.order };
  const rest = { ...line, priority: removeOrdered(line.priority, me), regular: removeOrdered(line.regular, me) };
  return { ...queue, lines: { ...queue.lines, [serviceId]: rest } };
}
