/** Small steps from which the folding of queue events is made. */
import { putById } from '../collections/idMap.ts';
import { removeOrdered } from '../collections/orderedList.ts';
import { type Announcement, type Desk, deskOf, lineOf, type QueueState, type ServiceLine, type Ticket, ticketById } from './state.ts';

/** Something that an event says exists. When it does not, the stream is broken, and that must not be passed over. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A queue event names a ticket or visit that was never issued');
  return value;
}

export function changeTicket(state: QueueState, ticketId: string, change: (ticket: Ticket) => Partial<Ticket>): QueueState {
  const ticket = required(ticketById(state, ticketId));
  return { ...state, tickets: putById(state.tickets, { ...ticket, ...change(ticket) }) };
}

export function changedDesk(state: QueueState, counterId: string, change: (desk: Desk) => Partial<Desk>): QueueState['desks'] {
  const desk = deskOf(state, counterId);
  return { ...state.desks, [counterId]: { ...desk, ...change(desk) } };
}

/** The list that a ticket belongs to while it waits. */
export function entryOf(state: QueueState, ticket: Ticket): { readonly line: ServiceLine; readonly name: keyof ServiceLine } {
  const name = ticket.place.front ? 'front' : ticket.ground === null ? 'regular' : 'priority';
  return { line: lineOf(state, ticket.serviceId), name };
}

export function leaveLine(state: QueueState, ticket: Ticket): QueueState {
  const { line, name } = entryOf(state, ticket);
  const shorter = removeOrdered(line[name], { id: ticket.id, order: ticket.place.order });
  return { ...state, lines: { ...state.lines, [ticket.serviceId]: { ...line, [name]: shorter } } };
}

export function announced(
  state: QueueState,
  what: Pick<Announcement, 'order' | 'ticketId' | 'number' | 'counterId'>,
  at: number,
  recall: boolean,
): QueueState {
  return { ...state, lastCallOrder: what.order, announcements: [{ ...what, at, recall }, ...state.announcements.slice(0, 19)] };
}

/** Notes that a number of a series was given. */
export const given = (state: QueueState, series: string, sequence: number): QueueState => ({
  ...state,
  series: { ...state.series, [series]: Math.max(state.series[series] ?? 0, sequence) },
});

/** The list with `item` behind it, cut to the last `count`. */
export const lastOf = <T>(count: number, items: readonly T[], item: T): readonly T[] => [...items.slice(-(count - 1)), item];
