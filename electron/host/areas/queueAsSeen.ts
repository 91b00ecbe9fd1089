import type { CounterAtWork, TicketAtWork } from '../../../shared/domain/documents/state.ts';
import type { Counter } from '../../../shared/domain/office/types.ts';
import { deskOf, ticketById } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';

/** A counter with who is signed on there now; null: the office has no such counter. */
export function counterAtWork(states: States, counterId: string): CounterAtWork | null {
  const counter = counterOf(states, counterId);
  return counter === undefined ? null : { name: counter.name, staffId: deskOf(states.queue, counterId).staffId };
}

/** A ticket of today with where it stands; null: there is none. */
export function ticketAtWork(states: States, ticketId: string): TicketAtWork | null {
  const ticket = ticketById(states.queue, ticketId);
  if (ticket === undefined) return null;
  const { number, status, counterId } = ticket;
  const counterName = counterId === null ? '' : (counterOf(states, counterId)?.name ?? '');
  return { number, status, counterId, counterName };
}

const counterOf = ({ office }: States, counterId: string): Counter | undefined =>
  [...office.counters, ...office.retiredCounters].find(({ id }) => id === counterId);
