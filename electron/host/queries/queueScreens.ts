import { callOrder } from '../../../shared/domain/queue/callOrder.ts';
import { dayView } from '../../../shared/domain/queue/day.ts';
import { callingOf } from '../../../shared/domain/queue/decideCall.ts';
import { countWaiting, deskOf, lineOf, lineSize, type QueueState, ticketById } from '../../../shared/domain/queue/state.ts';
import { serviceQueuesOf, ticketViews } from '../../../shared/domain/queue/views.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { OfficeState } from '../../../shared/domain/office/state.ts';
import type { Counter } from '../../../shared/domain/office/types.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { States } from '../areas.ts';
import type { Answered } from '../rpc/handlers.ts';

/** At most so many waiting tickets are sent to a window; the total is told beside them. */
const longestList = 200;

/** The kiosk: services that some counter takes, with their queues. @param now ms since the epoch. */
export function kioskScreen({ office, queue }: States, now: number, ownSeries: string | null): Output<'queue.kiosk'> {
  const queueOf = serviceQueuesOf(queue, office, now);
  const taken = new Set(office.counters.flatMap((counter) => counter.serviceIds));
  const offered = office.services.filter((service) => taken.has(service.id));
  return {
    day: dayView(queue, office, now),
    officeName: office.profile?.name ?? '',
    ownSeries,
    services: offered.map((service) => ({ id: service.id, prefix: service.prefix, title: service.title, queue: queueOf(service) })),
  };
}

/** The waiting-room display. */
export function boardScreen({ office, queue }: States, now: number, ownOnly: boolean): Output<'queue.board'> {
  return {
    day: dayView(queue, office, now),
    officeName: office.profile?.name ?? '',
    ownOnly,
    counters: byNumber(office.counters).map((counter) => {
      const { status, currentId } = deskOf(queue, counter.id);
      const current = currentId === null ? undefined : ticketById(queue, currentId);
      return {
        counterId: counter.id,
        number: counter.number,
        name: counter.name,
        status,
        ticketNumber: current?.number ?? null,
        ticketStatus: current?.status ?? null,
      };
    }),
    calls: queue.announcements.map(({ order, number, counterId, at, recall }) => {
      const counter = counterEver(office, counterId);
      return { order, number, counterNumber: counter?.number ?? 0, counterName: counter?.name ?? '', at, recall };
    }),
    waiting: countWaiting(queue),
  };
}

/** Counters to sign on to. */
export function counterList({ office, queue }: States, now: number): Output<'queue.counters'> {
  return {
    day: dayView(queue, office, now),
    counters: byNumber(office.counters).map((counter) => {
      const { currentId, openedAt } = deskOf(queue, counter.id);
      const [current = null] = currentId === null ? [] : ticketViews(queue, [currentId]);
      return { ...staffed(counter, office, queue), current, openedAt };
    }),
  };
}

/** The officer's screen of one counter. */
export function counterScreen({ office, queue }: States, counterId: string, now: number): Answered<'queue.counterView'> {
  const counter = office.counters.find((one) => one.id === counterId);
  if (counter === undefined) return refuse({ type: 'counterUnknown' });
  const desk = deskOf(queue, counterId);
  const queueOf = serviceQueuesOf(queue, office, now);
  const [current = null] = desk.currentId === null ? [] : ticketViews(queue, [desk.currentId]);
  return ok({
    day: dayView(queue, office, now),
    counter: staffed(counter, office, queue),
    current,
    held: ticketViews(queue, heldFor(counter, queue)),
    noShows: ticketViews(queue, queue.noShowIds.toReversed()).filter((ticket) => counter.serviceIds.includes(ticket.serviceId)),
    waiting: waitingInOrder(counter, office, queue, now),
    waitingTotal: counter.serviceIds.reduce((sum, id) => sum + lineSize(lineOf(queue, id)), 0),
    services: office.services
      .filter((service) => counter.serviceIds.includes(service.id))
      .map((service) => ({ ...service, queue: queueOf(service) })),
    history: ticketViews(queue, desk.endedIds.toReversed()),
  });
}

/** Everybody this counter could serve, in the order in which it would call them if they were all free to come now. */
function waitingInOrder(counter: Counter, office: OfficeState, queue: QueueState, now: number) {
  const calling = callingOf(counter.serviceIds, queue, { now, states: { office } });
  const ids: string[] = [];
  for (const { waiting } of callOrder({ ...calling, busyVisits: new Set() })) {
    ids.push(waiting.id);
    if (ids.length === longestList) break;
  }
  return ticketViews(queue, ids);
}

/** Held here, or at a counter that has closed since, for a service that this counter takes. */
function heldFor(counter: Counter, queue: QueueState): readonly string[] {
  const orphaned = Object.values(queue.desks)
    .filter((desk) => desk.status === 'closed' && desk.counterId !== counter.id)
    .flatMap((desk) => desk.heldIds)
    .filter((id) => counter.serviceIds.includes(ticketById(queue, id)?.serviceId ?? ''));
  return [...deskOf(queue, counter.id).heldIds, ...orphaned];
}

function staffed(counter: Counter, office: OfficeState, queue: QueueState) {
  const { status, staffId } = deskOf(queue, counter.id);
  const staffName = office.staff.find((one) => one.id === staffId)?.name ?? null;
  return { ...counter, status, staffId, staffName };
}

const byNumber = (counters: readonly Counter[]): readonly Counter[] => counters.toSorted((a, b) => a.number - b.number);

const counterEver = (office: OfficeState, counterId: string): Counter | undefined =>
  [...office.counters, ...office.retiredCounters].find((counter) => counter.id === counterId);
