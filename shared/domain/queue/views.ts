/** The queue as screens see it. Everything is computed from the folded state; nothing personal is in it. */
import type { z } from 'zod';
import type { serviceQueue } from '../../rpc/methods/queueViews.ts';
import type { OfficeState } from '../office/state.ts';
import type { Service } from '../office/types.ts';
import { capacityOf } from './capacity.ts';
import { outlookOf } from './estimate.ts';
import { deskOf, lineOf, lineSize, type QueueState, type Ticket, ticketById, visitById } from './state.ts';
import type { TicketView } from './types.ts';

export type ServiceQueue = z.output<typeof serviceQueue>;

export function ticketView(state: QueueState, ticket: Ticket): TicketView {
  const { arrival: _arrival, place: _place, estimateMinutes: _estimate, branch: _branch, ...seen } = ticket;
  return {
    ...seen,
    receivedRequirementIds: [...ticket.receivedRequirementIds],
    hasNote: visitById(state, ticket.visitId)?.hasNote ?? false,
  };
}

/** The views of tickets by their ids; ids that are not of this day are left out. */
export function ticketViews(state: QueueState, ids: readonly string[]): TicketView[] {
  return ids.flatMap((id) => {
    const ticket = ticketById(state, id);
    return ticket === undefined ? [] : [ticketView(state, ticket)];
  });
}

/** How the queue of each service stands, for somebody without priority who would take a ticket now. */
export function serviceQueuesOf(state: QueueState, office: OfficeState, now: number): (service: Service) => ServiceQueue {
  const capacity = capacityOf(state, office, now);
  const outlook = outlookOf(state, office, now);
  return (service) => {
    const line = lineOf(state, service.id);
    const takers = office.counters.filter((counter) => counter.serviceIds.includes(service.id));
    return {
      serviceId: service.id,
      waiting: lineSize(line),
      priorityWaiting: line.priority.size + frontPriority(state, service.id),
      openCounters: takers.filter((counter) => deskOf(state, counter.id).status === 'open').length,
      estimate: outlook({ serviceId: service.id, ground: null }).estimate,
      capacity: takers.length === 0 ? 'full' : capacity(service).capacity,
      lastWaitMs: state.lastWaits[service.id] ?? null,
    };
  };
}

/** Priority visitors among those placed in front. */
function frontPriority(state: QueueState, serviceId: string): number {
  let count = 0;
  for (const chunk of lineOf(state, serviceId).front.chunks) for (const { ground } of chunk) if (ground !== null) count++;
  return count;
}
