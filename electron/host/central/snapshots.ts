/** What the server is told beside events: how the office is set up and how its queues stand, as this station sees it. */
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { dayView } from '../../../shared/domain/queue/day.ts';
import { deskOf, ticketById } from '../../../shared/domain/queue/state.ts';
import { serviceQueuesOf } from '../../../shared/domain/queue/views.ts';
import type { OfficeTold, QueueNow } from '../../../shared/sync/protocol.ts';
import type { States } from '../areas.ts';

/** `null`: the office is not set up yet. */
export function officeTold({ office }: Readonly<Pick<States, 'office'>>): OfficeTold | null {
  const { profile, hours, holidays, services, counters, texts } = office;
  if (profile === null) return null;
  return {
    profile,
    hours: hours.map((one) => ({ ...one, breaks: [...one.breaks] })),
    holidays: holidays.map(({ year, confirmed, days }) => ({ year, confirmed, days: [...days] })),
    services: [...services],
    counters: counters.map(({ id, number, name }) => ({ id, number, name })),
    complaintRules: rulesOf(office),
    contact: texts.contact,
  };
}

/** @param now ms since the epoch. */
export function queueNow({ office, queue }: Readonly<Pick<States, 'office' | 'queue'>>, now: number): QueueNow | null {
  if (office.profile === null) return null;
  const queueOf = serviceQueuesOf(queue, office, now);
  const called = new Map<string, string>();
  for (const { number, ticketId } of queue.announcements.toReversed()) {
    const serviceId = ticketById(queue, ticketId)?.serviceId;
    if (serviceId !== undefined) called.set(serviceId, number);
  }
  return {
    at: now,
    isOpen: dayView(queue, office, now).status === 'open',
    openCounters: office.counters.filter(({ id }) => deskOf(queue, id).status === 'open').length,
    services: office.services.map((service) => {
      const { waiting, estimate } = queueOf(service);
      return {
        serviceId: service.id,
        waiting,
        estimate: estimate === null ? null : { from: estimate.fromMinutes, to: estimate.toMinutes },
        lastCalled: called.get(service.id) ?? null,
      };
    }),
  };
}
