/** The day in half hours, for charts: who came, who waited, who was served. Pure. */
import type { TicketFacts } from '../queue/measures.ts';

/** Minutes since midnight of the office's wall clock; Indonesia's zones have no daylight saving. */
export interface CurveSlot {
  readonly minute: number;
  readonly arrivals: number;
  /** Visitors waiting for their first call when the half hour ended, or at `now` within it. */
  readonly waiting: number;
  /** Visits finished in it. */
  readonly served: number;
}

export const slotMinutes = 30;

export interface CurveSpan {
  /** First instant of the day, ms since the epoch. */
  readonly startsAt: number;
  /** The day's hours, minutes since midnight; widened to everything that happened outside them. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** What lies after it has not happened yet; of a day that is over, any later instant. */
  readonly now: number;
}

/** Every half hour that has begun until `now`, those without anybody too. */
export function dayCurve(tickets: readonly TicketFacts[], { startsAt, fromMinute, toMinute, now }: CurveSpan): readonly CurveSlot[] {
  const slotOf = (at: number) => Math.floor((at - startsAt) / (slotMinutes * 60_000));
  const moments = tickets.flatMap(({ issuedAt, endedAt, status }) =>
    status === 'finished' && endedAt !== null ? [issuedAt, endedAt] : [issuedAt],
  );
  const inDay = moments.map(slotOf).filter((slot) => slot >= 0 && slot < slotsADay);
  const first = inDay.reduce((least, slot) => Math.min(least, slot), Math.floor(fromMinute / slotMinutes));
  const end = inDay.reduce((most, slot) => Math.max(most, slot + 1), Math.ceil(toMinute / slotMinutes));
  const last = Math.min(end, slotOf(now) + 1);
  const slots = Array.from({ length: Math.max(0, last - first) }, (_, index) => ({
    arrivals: 0,
    waiting: 0,
    served: 0,
    slot: first + index,
  }));
  const at = (slot: number) => slots[slot - first];
  for (const ticket of tickets) {
    const came = at(slotOf(ticket.issuedAt));
    if (came !== undefined) came.arrivals += 1;
    const done = ticket.status === 'finished' && ticket.endedAt !== null ? at(slotOf(ticket.endedAt)) : undefined;
    if (done !== undefined) done.served += 1;
    const until = Math.min(ticket.firstCalledAt ?? Infinity, ticket.endedAt ?? Infinity);
    for (const slot of slots) {
      const seenAt = Math.min(now, startsAt + (slot.slot + 1) * slotMinutes * 60_000);
      if (ticket.issuedAt <= seenAt && until > seenAt) slot.waiting += 1;
    }
  }
  return slots.map(({ slot, ...counts }) => ({ minute: slot * slotMinutes, ...counts }));
}

const slotsADay = (24 * 60) / slotMinutes;

/** Tickets issued later in their day than this, by service: on a day like today, who is still to come. @param after ms since midnight */
export function issuedAfter(
  tickets: readonly (TicketFacts & { readonly serviceId: string })[],
  startsAt: number,
  after: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { issuedAt, serviceId } of tickets) {
    if (issuedAt - startsAt > after) counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
  }
  return counts;
}
