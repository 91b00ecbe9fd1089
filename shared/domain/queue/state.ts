import { emptyIdMap, getById, idMapValues, type IdMap } from '../collections/idMap.ts';
import { emptyList, type OrderedList } from '../collections/orderedList.ts';
import { type DayTime, startDayTime } from '../time/dayTime.ts';
import type { NumbersAhead, RegularsSincePriority, SkippedNumbers } from './events.ts';
import type { QueueNotice } from './mergeEvents.ts';
import type { CallReason, CounterStatus, PriorityGround, TicketStatus, VisitStep } from './types.ts';

/** A place in the line. `since`: day time (ms) from which the wait counts, never later than that of a greater `order`. */
export interface Place {
  readonly order: number;
  readonly since: number;
}

/** A ticket of the current office day. Times ending in `At` are instants of the wall clock, ms since the epoch. */
export interface Ticket {
  readonly id: string;
  readonly visitId: string;
  readonly number: string;
  readonly serviceId: string;
  readonly ground: PriorityGround | null;
  readonly status: TicketStatus;
  /** Where it is called, served or held, or where it ended; `null` while it waits. */
  readonly counterId: string | null;
  /** Where its visitor stood on arrival. */
  readonly arrival: Place;
  /** Where it stands, or last stood, in the line. `front`: before everybody who was not placed there. */
  readonly place: Place & { readonly front: boolean };
  readonly issuedAt: number;
  readonly calledAt: number | null;
  readonly servingAt: number | null;
  readonly endedAt: number | null;
  /** Holds and disturbances of its service that are over: no time at the counter (DOMAIN section 3, measures). */
  readonly heldMs: number;
  readonly heldAt: number | null;
  /** Since when it is served while its service is disturbed. */
  readonly disturbedAt: number | null;
  readonly recalls: number;
  readonly reason: CallReason | null;
  readonly step: VisitStep | null;
  readonly receivedRequirementIds: readonly string[];
  /** The longest wait that was told when it was issued, minutes; null: nothing was told. */
  readonly estimateMinutes: number | null;
  /** The station that issued it while cut off and alone may call it; `null`: the lead's. */
  readonly branch: string | null;
}

export interface Visit {
  readonly id: string;
  readonly ticketIds: readonly string[];
  readonly hasNote: boolean;
}

/** What choosing the next visitor needs to know of a waiting ticket. */
export interface Waiting extends Place {
  readonly id: string;
  readonly visitId: string;
  readonly serviceId: string;
  readonly ground: PriorityGround | null;
}

/** The waiting of one service, by class, each in the order of their places. */
export interface ServiceLine {
  readonly front: OrderedList<Waiting>;
  readonly priority: OrderedList<Waiting>;
  readonly regular: OrderedList<Waiting>;
}

/** A counter on this office day. Closed: nobody is signed on. */
export interface Desk {
  readonly counterId: string;
  readonly status: CounterStatus;
  readonly staffId: string | null;
  /** The station at which it was opened last; `null`: at the lead. */
  readonly stationId: string | null;
  /** The station that closed it while cut off: the lead does not know yet. */
  readonly branch: string | null;
  readonly openedAt: number | null;
  /** The ticket called or being served. */
  readonly currentId: string | null;
  readonly heldIds: readonly string[];
  /** Tickets that ended here today, oldest first, the last 100. */
  readonly endedIds: readonly string[];
}

/** A service whose system is down, with what the office says of it. */
export interface Disturbance {
  readonly note: string;
  /** A calendar date; null: nothing can be promised. */
  readonly promisedOn: string | null;
  readonly since: number;
}

/** A call or recall as the board shows it. */
export interface Announcement {
  readonly order: number;
  readonly ticketId: string;
  readonly number: string;
  readonly counterId: string;
  readonly at: number;
  readonly recall: boolean;
}

/** The queue of one office day: the current one, or the last when none is open. Folded from `queue/<date>`. */
export interface QueueState {
  readonly day: { readonly date: string; readonly status: 'open' | 'closed' } | null;
  /** The date that the wall clock jumped to, while a person has to say whether it is right. */
  readonly suspectDate: string | null;
  readonly time: DayTime;
  readonly lastOrder: number;
  readonly lastCallOrder: number;
  /** Last sequence number given in each series today; never falls. */
  readonly series: Readonly<Record<string, number>>;
  /** Numbers left out after a loss; of this day, or of a day still to be opened. */
  readonly skipped: SkippedNumbers | null;
  /** Of days that a station with a wrong clock opened too early. */
  readonly ahead: NumbersAhead;
  readonly regularsSincePriority: RegularsSincePriority;
  readonly tickets: IdMap<Ticket>;
  readonly visits: IdMap<Visit>;
  readonly lines: Readonly<Record<string, ServiceLine>>;
  readonly desks: Readonly<Record<string, Desk>>;
  /** Tickets marked as not there and not returned since, oldest first. */
  readonly noShowIds: readonly string[];
  /** Newest first, the last 20. */
  readonly announcements: readonly Announcement[];
  /** Time at the counter of the last 20 finished, by service, ms without holds. */
  readonly serviceTimes: Readonly<Record<string, readonly number[]>>;
  /** Wait of the visitor called last, by service, ms. */
  readonly lastWaits: Readonly<Record<string, number>>;
  /** Services that are disturbed today. */
  readonly disturbances: Readonly<Record<string, Disturbance>>;
  /** By office day and station (see `mergedKey`), the last of its events, by its own count, that was merged. Goes on over days. */
  readonly merged: Readonly<Record<string, number>>;
  /** What people must know after healings, oldest first, until a supervisor has seen it. */
  readonly notices: readonly QueueNotice[];
}

export const initialQueue: QueueState = {
  day: null,
  suspectDate: null,
  time: startDayTime(0),
  lastOrder: 0,
  lastCallOrder: 0,
  series: {},
  skipped: null,
  ahead: {},
  regularsSincePriority: {},
  tickets: emptyIdMap(),
  visits: emptyIdMap(),
  lines: {},
  desks: {},
  noShowIds: [],
  announcements: [],
  serviceTimes: {},
  lastWaits: {},
  disturbances: {},
  merged: {},
  notices: [],
};

export const emptyLine: ServiceLine = { front: emptyList, priority: emptyList, regular: emptyList };

export const lineOf = (state: QueueState, serviceId: string): ServiceLine => state.lines[serviceId] ?? emptyLine;

export const lineSize = (line: ServiceLine): number => line.front.size + line.priority.size + line.regular.size;

export const ticketById = (state: QueueState, id: string): Ticket | undefined => getById(state.tickets, id);

export const visitById = (state: QueueState, id: string): Visit | undefined => getById(state.visits, id);

/** All tickets of the day, in no particular order. */
export const allTickets = (state: QueueState): IterableIterator<Ticket> => idMapValues(state.tickets);

/** Names the branch of a station on a date in `merged`. */
export const mergedKey = (date: string, stationId: string): string => `${date}@${stationId}`;

/** A ticket whose visitor somebody still owes something. */
export const isLiving = (status: TicketStatus): boolean =>
  status === 'waiting' || status === 'called' || status === 'serving' || status === 'held';

/** A counter that was never opened today. */
export const closedDesk = (counterId: string): Desk => ({
  counterId,
  status: 'closed',
  staffId: null,
  stationId: null,
  branch: null,
  openedAt: null,
  currentId: null,
  heldIds: [],
  endedIds: [],
});

export const deskOf = (state: QueueState, counterId: string): Desk => state.desks[counterId] ?? closedDesk(counterId);

export function countWaiting(state: QueueState): number {
  let waiting = 0;
  for (const line of Object.values(state.lines)) waiting += lineSize(line);
  return waiting;
}

/** Tickets that are called, served or on hold at some counter. */
export const idsAtCounters = (state: QueueState): readonly string[] =>
  Object.values(state.desks).flatMap((desk) => (desk.currentId === null ? desk.heldIds : [desk.currentId, ...desk.heldIds]));
