import { dayCurve, issuedAfter } from '../../../shared/domain/floor/curve.ts';
import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { dayView } from '../../../shared/domain/queue/day.ts';
import { forecastOf } from '../../../shared/domain/queue/forecast.ts';
import { serviceLevel } from '../../../shared/domain/queue/measures.ts';
import { deskOf } from '../../../shared/domain/queue/state.ts';
import { serviceQueuesOf } from '../../../shared/domain/queue/views.ts';
import { minuteOfDay, officeDateAt, openMinutesRemaining } from '../../../shared/domain/time/officeTime.ts';
import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import { incidentViewOf } from '../queries/incidentHandlers.ts';
import { incidentsGoingOn, incidentsWithHelp } from '../queries/incidentRows.ts';
import type { Services } from '../services.ts';
import { broadcastsNow } from './broadcasts.ts';
import { complaintsToday } from './complaintsToday.ts';
import { type DayTicket, sameWeekdayBefore, ticketsOfDay } from './dayTickets.ts';
import { printersOf, stationsOf } from './equipment.ts';
import { counterTiles, longestWait, nearLimit } from './queues.ts';

type Known = Pick<Services, 'db' | 'engine' | 'alarm' | 'ports' | 'station' | 'storage' | 'lan' | 'office'>;

interface Past {
  readonly asked: string;
  readonly date: string | null;
  readonly tickets: readonly DayTicket[];
}

/**
 * The whole floor in one answer. It costs one pass over today's tickets by their index; the day compared with is over and
 * is read once. Everything else is bounded by counters, services and limits.
 */
export function createFloorView(known: Known): () => FloorView {
  let past: Past | null = null;
  /** The day compared with, kept until the date changes. */
  const pastFor = (today: string): Past => {
    if (past?.asked === today) return past;
    const date = sameWeekdayBefore(known.db, today);
    past = { asked: today, date, tickets: date === null ? [] : ticketsOfDay(known.db, date) };
    return past;
  };
  return () => {
    const now = known.ports.clock.now();
    const day = dayView(known.engine.states.queue, known.engine.states.office, now);
    const shown = day.openDate ?? day.date;
    return floorAt(known, now, { day, shown, past: pastFor(shown), tickets: ticketsOfDay(known.db, shown) });
  };
}

interface Day {
  readonly day: FloorView['day'];
  /** The date of the open day, else today's. */
  readonly shown: string;
  readonly past: Past;
  readonly tickets: readonly DayTicket[];
}

function floorAt(known: Known, now: number, { day, shown, past, tickets }: Day): FloorView {
  const { db, engine } = known;
  const { states } = engine;
  const { office, queue } = states;
  const zone = zoneOf(office);
  const remaining = openMinutesRemaining(now, zone, office.hours);
  const goingOn = incidentsGoingOn(db);
  const targets = new Map(office.services.map(({ id, targetWaitMinutes }) => [id, targetWaitMinutes * 60_000]));
  return {
    day,
    policy: office.policy,
    remainingMinutes: remaining === null ? null : Math.floor(remaining),
    counters: counterTiles(states, goingOn, now),
    services: servicesAt(known, now, tickets, past),
    level: levelOfAll(tickets, targets),
    nearLimit: nearLimit(states, now),
    officers: office.staff
      .filter(({ active, roles }) => active && roles.some((role) => role !== 'keamanan'))
      .map(({ id, name, roles }) => ({
        staffId: id,
        name,
        roles,
        counterId: office.counters.find((one) => deskOf(queue, one.id).staffId === id)?.id ?? null,
      })),
    stations: stationsOf(known),
    printers: printersOf(known),
    helps: incidentsWithHelp(db).flatMap((incident) => incidentViewOf(known, incident).helps),
    incidents: goingOn.map(({ incidentId, level, counterName, ticketNumber, openedAt }) => ({
      incidentId,
      level,
      counterName,
      ticketNumber,
      openedAt,
    })),
    complaints: complaintsToday(db, now, officeDateAt(now, zone).endsAt),
    broadcasts: broadcastsNow(known, now),
    ...curves(known, now, { shown, past, tickets }),
  };
}

function servicesAt({ engine }: Known, now: number, tickets: readonly DayTicket[], past: Past): FloorView['services'] {
  const { office, queue } = engine.states;
  const queueOf = serviceQueuesOf(queue, office, now);
  const zone = zoneOf(office);
  const expected =
    past.date === null
      ? new Map<string, number>()
      : issuedAfter(past.tickets, startOf(past.date, now, zone), now - officeDateAt(now, zone).startsAt);
  const forecast = forecastOf(queue, office, now, expected);
  return office.services.map((service) => {
    const { id, prefix, title, targetWaitMinutes } = service;
    const known = queue.disturbances[id];
    return {
      ...{ id, prefix, title, targetWaitMinutes },
      queue: queueOf(service),
      longestWaitMs: longestWait(queue, id, now),
      ...forecast(service),
      level: serviceLevel(
        tickets.filter(({ serviceId }) => serviceId === id),
        targetWaitMinutes * 60_000,
      ),
      disturbance: known === undefined ? null : { note: known.note, promisedOn: known.promisedOn },
    };
  });
}

/** Each ticket against its own service's target: the service level of the whole office. */
function levelOfAll(tickets: readonly DayTicket[], targets: ReadonlyMap<string, number>): number | null {
  const relative = tickets.flatMap((ticket) => {
    const target = targets.get(ticket.serviceId);
    // On a scale where every target is the same instant after the issue, one measure fits all.
    return target === undefined ? [] : [{ ...ticket, issuedAt: ticket.issuedAt + target }];
  });
  return serviceLevel(relative, 0);
}

function curves({ engine }: Known, now: number, { shown, past, tickets }: Pick<Day, 'shown' | 'past' | 'tickets'>) {
  const { office } = engine.states;
  const zone = zoneOf(office);
  const startsAt = startOf(shown, now, zone);
  const { weekday } = officeDateAt(startsAt, zone);
  const hours = office.hours.find((one) => one.weekday === weekday);
  const span = { fromMinute: minuteOfDay(hours?.open ?? '07:30'), toMinute: minuteOfDay(hours?.close ?? '16:00') };
  const curveOf = (date: string, of: readonly DayTicket[], start: number, until: number) => ({
    date,
    slots: [...dayCurve(of, { startsAt: start, ...span, now: until })],
  });
  return {
    today: curveOf(shown, tickets, startsAt, now),
    before: past.date === null ? null : curveOf(past.date, past.tickets, startOf(past.date, now, zone), now),
  };
}

/** First instant of a date: whole days from today's, for Indonesia's zones have no daylight saving. */
function startOf(date: string, now: number, zone: ReturnType<typeof zoneOf>): number {
  const today = officeDateAt(now, zone);
  return today.startsAt + (Date.parse(date) - Date.parse(today.date));
}
