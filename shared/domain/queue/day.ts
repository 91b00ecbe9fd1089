import type { OfficeState } from '../office/state.ts';
import { zoneOf } from '../office/zone.ts';
import { officeDate } from '../time/officeTime.ts';
import type { QueueState } from './state.ts';
import type { DayView } from './types.ts';

/** Today in the office's zone, by the wall clock. @param now ms since the epoch. */
export const dateNow = (office: OfficeState, now: number): string => officeDate(now, zoneOf(office));

/**
 * Where the queue's day stands against the wall clock's date:
 * `open` — work may go on: the dates agree, or the clock stands before the open day, which never goes backward;
 * `suspect` — the clock jumped past the open day by itself; visitors already at a counter are served, nobody is called;
 * `over` — the date has changed; the day must be rolled over before anything else;
 * `closed` — closed, or none was ever opened.
 */
export type DayStanding = 'open' | 'suspect' | 'over' | 'closed';

export function dayStanding(state: QueueState, date: string): DayStanding {
  if (state.day === null || state.day.status === 'closed') return 'closed';
  if (date <= state.day.date) return 'open';
  return state.suspectDate === null ? 'over' : 'suspect';
}

/** The clock as the status line shows it. `behind`: it shows a date before the office day. */
export function clockStatus(state: QueueState, office: OfficeState, now: number): 'ok' | 'suspect' | 'behind' {
  const date = dateNow(office, now);
  if (dayStanding(state, date) === 'suspect') return 'suspect';
  return state.day !== null && date < state.day.date ? 'behind' : 'ok';
}

/** The date that opening would open: never before the last office day, so that no number is given twice. */
export const dateToOpen = (state: QueueState, date: string): string =>
  state.day !== null && state.day.date > date ? state.day.date : date;

/** Whether a date is later than the one that this office takes today's to be: a station with a wrong clock opened it. */
export const isAhead = (state: QueueState, date: string, clockDate: string): boolean => date > dateToOpen(state, clockDate);

export function dayView(state: QueueState, office: OfficeState, now: number): DayView {
  const date = dateNow(office, now);
  const standing = dayStanding(state, date);
  if (standing === 'open' || standing === 'suspect') return { date, status: 'open', openDate: state.day?.date ?? date };
  return { date, status: state.day !== null && state.day.date >= date ? 'closed' : 'notOpened', openDate: null };
}
