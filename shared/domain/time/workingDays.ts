/**
 * Working days as the deadlines of a public office count them (DOMAIN section 4): Monday to Friday, without national
 * holidays, cuti bersama and the office's own holidays, counted from the next working day. Dates are calendar dates
 * of the office's zone, written `2026-11-22`; no clock and no zone is needed to count them.
 */
import type { HolidayYear } from '../office/state.ts';

const dayMs = 86_400_000;

/** Every date on which the office does not work although it is no weekend. */
export function holidayDates(years: readonly HolidayYear[]): ReadonlySet<string> {
  return new Set(years.flatMap((year) => year.days.map((day) => day.date)));
}

/** Whether `date` is a working day. */
export function isWorkingDay(date: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/**
 * The date `count` working days after `from`. The day of receipt never counts, whether it is a working day or not;
 * 0 is the day of receipt itself.
 * @throws when 20 years pass without enough working days: the holidays are not a calendar then.
 */
export function addWorkingDays(from: string, count: number, holidays: ReadonlySet<string>): string {
  let date = from;
  let left = count;
  for (let passed = 0; left > 0; passed += 1) {
    if (passed > 7305) throw new RangeError(`No ${count} working days within 20 years after ${from}`);
    date = nextDate(date);
    if (isWorkingDay(date, holidays)) left -= 1;
  }
  return date;
}

/** The calendar date after `date`. */
export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
