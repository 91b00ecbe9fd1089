import type { Desk, QueueState, Ticket, Waiting } from '../../../shared/domain/queue/state.ts';
import { deskOf, lineOf, ticketById } from '../../../shared/domain/queue/state.ts';
import type { OfficeState } from '../../../shared/domain/office/state.ts';
import type { Service } from '../../../shared/domain/office/types.ts';
import { dayTimeAt } from '../../../shared/domain/time/dayTime.ts';
import type { Incident } from '../../../shared/domain/incidents/decide.ts';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import type { States } from '../areas.ts';

type CounterTile = FloorView['counters'][number];
type TicketThere = NonNullable<CounterTile['current']>;

/** So much of her limit has a priority visitor waited when she is shown: there is still time to do something. */
const nearLimitFrom = 0.7;
const mostNearLimit = 20;

/** Every counter with who is there, whom she serves, and whether it is calm. */
export function counterTiles({ office, queue }: States, goingOn: readonly Incident[], now: number): CounterTile[] {
  return office.counters
    .toSorted((a, b) => a.number - b.number)
    .map((counter) => {
      const desk = deskOf(queue, counter.id);
      const there = (ids: readonly string[]) => ticketsThere(ids, queue, office, now);
      const [current = null] = there(currentOf(desk));
      const incident = goingOn.find(({ counterId }) => counterId === counter.id);
      return {
        ...counter,
        status: desk.status,
        staffId: desk.staffId,
        staffName: office.staff.find(({ id }) => id === desk.staffId)?.name ?? null,
        current,
        held: there(desk.heldIds),
        incident: incident === undefined ? null : { incidentId: incident.incidentId, level: incident.level },
      };
    });
}

const currentOf = ({ currentId }: Desk): readonly string[] => (currentId === null ? [] : [currentId]);

function ticketsThere(ids: readonly string[], queue: QueueState, office: OfficeState, now: number): TicketThere[] {
  return ids.flatMap((id) => {
    const ticket = ticketById(queue, id);
    if (ticket === undefined) return [];
    const { number, status, serviceId, ground, heldAt, disturbedAt } = ticket;
    const service = [...office.services, ...office.retiredServices].find((one) => one.id === serviceId);
    const elapsedMs = elapsed(ticket, now);
    const running = heldAt === null && disturbedAt === null;
    return [{ ticketId: id, number, status, serviceId, priority: ground !== null, elapsedMs, running, targetMs: targetMs(service) }];
  });
}

/** Since the call until serving begins; then the time at the counter. */
function elapsed({ calledAt, servingAt, heldAt, disturbedAt, heldMs }: Ticket, now: number): number {
  if (servingAt === null) return Math.max(0, now - (calledAt ?? now));
  return Math.max(0, (heldAt ?? disturbedAt ?? now) - servingAt - heldMs);
}

/** Minutes that the standard promises at the counter; a service of working days promises none, so its usual time counts. */
function targetMs(service: Service | undefined): number {
  if (service === undefined) return 0;
  const { duration, meanServiceMinutes } = service;
  return Math.round((duration.unit === 'minutes' ? duration.value : meanServiceMinutes) * 60_000);
}

/** Wait of whoever waits longest for a service, ms of day time; null: nobody waits. */
export function longestWait(queue: QueueState, serviceId: string, now: number): number | null {
  const { front, priority, regular } = lineOf(queue, serviceId);
  const heads = [front, priority, regular].flatMap(({ chunks }) => chunks[0]?.[0] ?? []);
  if (heads.length === 0) return null;
  // Within a list the wait counts from earlier for whoever stands before, but among those placed in front by hand.
  const since = [...heads, ...front.chunks.flat()].reduce((least, waiting) => Math.min(least, waiting.since), Infinity);
  return Math.max(0, Math.round(dayTimeAt(queue.time, now) - since));
}

/**
 * Priority visitors whose limit comes near. The limit is that of the accumulating policy; other policies have none, there
 * the service's own target counts.
 */
export function nearLimit({ office, queue }: States, now: number): FloorView['nearLimit'] {
  const time = dayTimeAt(queue.time, now);
  const { policy } = office;
  const near = office.services.flatMap((service) => {
    const minutes = policy.kind === 'accumulating' ? policy.limitMinutes : service.targetWaitMinutes;
    const limitMs = minutes * 60_000;
    return priorityOf(queue, service.id).flatMap(({ id, ground, since }) => {
      const waitedMs = Math.max(0, Math.round(time - since));
      const number = ticketById(queue, id)?.number;
      if (ground === null || number === undefined || waitedMs < nearLimitFrom * limitMs) return [];
      return [{ ticketId: id, number, serviceId: service.id, ground, waitedMs, limitMs }];
    });
  });
  return near.toSorted((a, b) => b.waitedMs - b.limitMs - (a.waitedMs - a.limitMs)).slice(0, mostNearLimit);
}

function priorityOf(queue: QueueState, serviceId: string): readonly Waiting[] {
  const { front, priority } = lineOf(queue, serviceId);
  return [...front.chunks.flat(), ...priority.chunks.flat()];
}
