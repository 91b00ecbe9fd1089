/**
 * Whether a call was fair, found from the tickets alone (DOMAIN section 3): in turn within a class, nobody entitled to priority
 * left beyond the limit, and no regular visitor passed by one who has not waited long enough for it.
 */
import type { Host } from '../../electron/host/startHost.ts';
import type { TicketCalled } from '../../shared/domain/queue/events.ts';
import { busyVisits } from '../../shared/domain/queue/guards.ts';
import { allTickets, ticketById } from '../../shared/domain/queue/state.ts';

/** What is wrong with a call that this station has just decided in a stream; `null`: nothing, or a person chose whom to call. */
export function unfairness({ engine, services: { station } }: Host, stream: string, called: TicketCalled): string | null {
  const { policy, counters } = engine.states.office;
  const { rule, waitedMs } = called.reason;
  if (policy.kind !== 'accumulating' || (rule !== 'accumulating' && rule !== 'limit')) return null;
  const isOwnOnly = stream.includes('@');
  const queue = isOwnOnly ? engine.states.queue : engine.base('queue');
  const ticket = ticketById(queue, called.ticketId);
  if (ticket === undefined) return `${called.number} was never issued`;
  const services = counters.find(({ id }) => id === called.counterId)?.serviceIds ?? [];
  const elsewhere = busyVisits(queue);
  const others = [...allTickets(queue)].filter(
    ({ status, serviceId, branch, visitId }) =>
      status === 'waiting' && services.includes(serviceId) && branch === (isOwnOnly ? station.id : null) && !elsewhere.has(visitId),
  );
  const isPriority = ticket.ground !== null;
  const now = ticket.place.since + waitedMs;
  const limitMs = policy.limitMinutes * 60_000;
  const wronged = others.find(({ ground, place }) => {
    if (place.front) return true;
    if ((ground !== null) === isPriority) return place.order < ticket.place.order;
    const waited = now - place.since;
    // Waits are recorded in whole milliseconds.
    return isPriority ? place.order < ticket.place.order && waitedMs + 1 < Math.min(waited / policy.weight, limitMs) : waited > limitMs;
  });
  if (wronged === undefined) return null;
  return `${called.number}${isPriority ? ' (priority)' : ''} after ${waitedMs} ms before ${wronged.number} after ${now - wronged.place.since} ms`;
}
