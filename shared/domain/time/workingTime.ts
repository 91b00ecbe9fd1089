/**
 * Moments on the office's working calendar: working days without holidays and cuti bersama, and the hours of the week, in
 * the office's zone. Deadlines are made of these, so none ever falls on a day or an hour when nobody is there.
 */
import { Temporal } from 'temporal-polyfill';
import type { HolidayYear } from '../office/state.ts';
import type { DayHours } from '../office/types.ts';
import { zoneOf } from '../office/zone.ts';
import type { OfficeZone } from '../values.ts';
import { minuteOfDay, officeDateAt } from './officeTime.ts';
import { addWorkingDays, holidayDates, isWorkingDay, nextDate } from './workingDays.ts';

/** What an office's working time is made of. */
export interface WorkingCalendar {
  readonly zone: OfficeZone;
  readonly week: readonly DayHours[];
  readonly holidays: ReadonlySet<string>;
}

const minutesADay = 24 * 60;

/** Hours of a working day that the office's week does not list (Perpres 21/2023). */
const usualHours = { open: '07:30', close: '16:00' };

export function workingCalendar(office: {
  readonly profile: { readonly zone: OfficeZone } | null;
  readonly hours: readonly DayHours[];
  readonly holidays: readonly HolidayYear[];
}): WorkingCalendar {
  return { zone: zoneOf(office), week: office.hours, holidays: holidayDates(office.holidays) };
}

/** A moment as a working date and minutes since its midnight, within the hours of that day. */
interface WorkingMoment {
  readonly date: string;
  readonly minute: number;
}

/** When work stops on a date, ms since the epoch. */
export const closingOf = (calendar: WorkingCalendar, date: string): number => instantAt(calendar, date, hoursOf(calendar, date).close);

/** Closing time of the day `days` working days after the office day of `at` (which never counts). */
export function afterWorkingDays(calendar: WorkingCalendar, at: number, days: number): number {
  return closingOf(calendar, addWorkingDays(officeDateAt(at, calendar.zone).date, days, calendar.holidays));
}

/**
 * `hours` later, where a working day counts as 24 hours and any other day as none: 24 hours are the same time on the next
 * working day. What comes outside office hours counts from the next opening; what would be due when nobody is there is
 * due at that day's closing, or at its opening when it has not opened yet. More hours are never due earlier.
 */
export function afterWorkingHours(calendar: WorkingCalendar, at: number, hours: number): number {
  const start = workingMoment(calendar, at);
  const minutes = start.minute + hours * 60;
  const date = addWorkingDays(start.date, Math.floor(minutes / minutesADay), calendar.holidays);
  const { open, close } = hoursOf(calendar, date);
  return instantAt(calendar, date, Math.min(Math.max(minutes % minutesADay, open), close));
}

/** Closing of the last working day on or before the date `days` calendar days after the office day of `at`. */
export function withinCalendarDays(calendar: WorkingCalendar, at: number, days: number): number {
  const from = officeDateAt(at, calendar.zone).date;
  let date = shiftDate(from, days);
  while (date > from && !isWorkingDay(date, calendar.holidays)) date = shiftDate(date, -1);
  return closingOf(calendar, date === from ? addWorkingDays(from, 1, calendar.holidays) : date);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. Dates of the office's zone. */
export function workingDaysBetween(from: string, to: string, holidays: ReadonlySet<string>): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let date = from; date < to;) {
    date = nextDate(date);
    if (isWorkingDay(date, holidays)) count += 1;
  }
  return count;
}

/** The working moment at which something that came at `at` begins to count. */
function workingMoment(calendar: WorkingCalendar, at: number): WorkingMoment {
  const day = officeDateAt(at, calendar.zone);
  const { open, close } = hoursOf(calendar, day.date);
  const minute = Math.floor((at - day.startsAt) / 60_000);
  if (isWorkingDay(day.date, calendar.holidays) && minute <= close) return { date: day.date, minute: Math.max(open, minute) };
  const date = addWorkingDays(day.date, 1, calendar.holidays);
  return { date, minute: hoursOf(calendar, date).open };
}

function hoursOf({ week }: WorkingCalendar, date: string): { readonly open: number; readonly close: number } {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const { open, close } = week.find((day) => day.weekday === weekday) ?? usualHours;
  return { open: minuteOfDay(open), close: minuteOfDay(close) };
}

const instantAt = ({ zone }: WorkingCalendar, date: string, minute: number): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds + minute * 60_000;

const shiftDate = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
