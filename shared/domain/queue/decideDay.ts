import { ok, refuse } from '../../result.ts';
import type { Input } from '../../rpc/contract.ts';
import type { Decision, QueueContext } from './commands.ts';
import { dateNow, dateToOpen, type DayStanding, dayStanding } from './day.ts';
import type { ExpiryReason, QueueEvent } from './events.ts';
import { workingDay } from './guards.ts';
import { leadUnreachable, withLead } from './reach.ts';
import { allTickets, countWaiting, idsAtCounters, isLiving, type QueueState, type Ticket, ticketById } from './state.ts';

/**
 * Opens today, or opens it again with its numbers going on. A clock that shows an earlier date reopens the last day.
 * A station that is cut off opens a new date by itself, in its branch: visitors stand at its door in the morning.
 */
export function decideOpenDay(input: Input<'queue.openDay'>, state: QueueState, context: QueueContext): Decision {
  const clockDate = dateNow(context.states.office, context.now);
  const standing = dayStanding(state, clockDate);
  const date = dateToOpen(state, clockDate);
  if (context.ownOnly !== null && standing !== 'open') return openCutOff(date, input.confirmClock === true, state, standing);
  const lead = withLead(context);
  if (!lead.ok) return lead;
  if (standing === 'suspect') return refuse({ type: 'clockSuspect', clockDate, openDate: state.day?.date ?? clockDate });
  // `over` too: yesterday's day is rolled over first, by a command of its own, because its events are yesterday's.
  if (standing !== 'closed') return refuse({ type: 'dayAlreadyOpen' });
  return ok([opened(date, state)]);
}

/** How the day before ends is the lead's to say; whether this one is closed already, too. */
function openCutOff(date: string, isClockRight: boolean, state: QueueState, standing: DayStanding): Decision {
  if (standing === 'suspect' && !isClockRight) return refuse({ type: 'clockSuspect', clockDate: date, openDate: state.day?.date ?? date });
  return state.day === null || date > state.day.date ? ok([opened(date, state)]) : refuse(leadUnreachable);
}

/** An office that never looks at them does not carry them for ever. */
const mostNotices = 100;

function opened(date: string, state: QueueState): QueueEvent {
  const { regularsSincePriority, lastCallOrder, merged } = state;
  const skipped = state.skipped?.date === date ? { skipped: state.skipped } : {};
  const mergedSoFar = Object.keys(merged).length === 0 ? {} : { merged };
  const still = Object.entries(state.ahead).filter(([day]) => day >= date);
  const ahead = still.length === 0 ? {} : { ahead: Object.fromEntries(still) };
  const notices = state.notices.length === 0 ? {} : { notices: state.notices.slice(-mostNotices) };
  const carried = { regularsSincePriority, lastCallOrder, ...skipped, ...mergedSoFar, ...ahead, ...notices };
  return { type: 'officeDayOpened.v1', data: { date, ...carried } };
}

/** Leaves out numbers of today, also before the day is opened: its opening may be among what was lost. */
export function decideSkipNumbers({ by }: Input<'queue.skipNumbers'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  if (state.day === null) return refuse({ type: 'dayNotOpen' });
  const date = dateToOpen(state, dateNow(context.states.office, context.now));
  return ok([{ type: 'numbersSkipped.v1', data: { date, by } }]);
}

/** Ends the office day by a person. Nobody may be at a counter; the waiting expire only when that is asked for. */
export function decideCloseDay(input: Input<'queue.closeDay'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const day = workingDay(state, context);
  if (!day.ok) return day;
  const atCounters = idsAtCounters(state);
  if (atCounters.length > 0) {
    const numbers = atCounters.slice(0, 20).map((id) => ticketById(state, id)?.number ?? '');
    return refuse({ type: 'visitorsAtCounters', numbers });
  }
  const waiting = countWaiting(state);
  if (waiting > 0 && !input.expireWaiting) return refuse({ type: 'visitorsWaiting', waiting });
  return ok([...endOfDay(state, 'dayClosed'), { type: 'officeDayClosed.v1', data: { date: day.value, reason: 'officer' } }]);
}

/** Ends a day whose date has passed in the office's zone: everyone still there expires, counters close, history stays. */
export function decideRollOver(input: Input<'queue.rollOver'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const clockDate = dateNow(context.states.office, context.now);
  const standing = dayStanding(state, clockDate);
  if (state.day === null || standing === 'closed' || standing === 'open') return refuse({ type: 'dayNotOpen' });
  if (standing === 'suspect' && input.clockConfirmed !== true) return refuse({ type: 'clockSuspect', clockDate, openDate: state.day.date });
  const closed: QueueEvent = { type: 'officeDayClosed.v1', data: { date: state.day.date, reason: 'rollover' } };
  return ok([...endOfDay(state, 'dayRolledOver'), closed]);
}

/** The host's finding about the wall clock. Nothing happens when it changes nothing. */
export function decideNoteClock(input: Input<'queue.noteClock'>, state: QueueState, context: QueueContext): Decision {
  const lead = withLead(context);
  if (!lead.ok) return lead;
  const clockDate = dateNow(context.states.office, context.now);
  if (state.day?.status !== 'open') return refuse({ type: 'dayNotOpen' });
  if (input.suspect === (state.suspectDate !== null)) return ok([]);
  return ok([{ type: input.suspect ? 'clockSuspected.v1' : 'clockTrusted.v1', data: { clockDate } }]);
}

function endOfDay(state: QueueState, reason: ExpiryReason): readonly QueueEvent[] {
  const expired = [...allTickets(state)].filter((ticket) => isLiving(ticket.status)).toSorted(byOrder);
  const staffed = Object.values(state.desks).filter((desk) => desk.status !== 'closed');
  return [
    ...expired.map(({ id }): QueueEvent => ({ type: 'ticketExpired.v1', data: { ticketId: id, reason } })),
    ...staffed.map(({ counterId }): QueueEvent => ({
      type: 'counterClosed.v1',
      data: { counterId, reason: reason === 'dayClosed' ? 'dayClosed' : 'rollover' },
    })),
  ];
}

const byOrder = (a: Ticket, b: Ticket): number => a.arrival.order - b.arrival.order || (a.number < b.number ? -1 : 1);
