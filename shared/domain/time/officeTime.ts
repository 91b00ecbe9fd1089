/**
 * The office's own calendar and clock (DOMAIN section 3: the office day is the calendar day in the office's zone,
 * never UTC). Pure: the instant always comes from the caller.
 */
import { Temporal } from 'temporal-polyfill';
import type { DayHours } from '../office/types.ts';
import type { OfficeZone } from '../values.ts';

/** A calendar day of a zone as the instants between which it lies. */
export interface OfficeDate {
  /** `2026-11-22`; ISO dates compare as text. */
  readonly date: string;
  /** ISO weekday: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  /** First millisecond of the day (epoch, UTC) and of the next one. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** The last day asked for, per zone: almost every question is about the same day, and zone arithmetic is slow. */
const lastAsked = new Map<string, OfficeDate>();

/** The calendar day that `now` (ms since the epoch) falls on in `zone`. */
export function officeDateAt(now: number, zone: OfficeZone): OfficeDate {
  const known = lastAsked.get(zone);
  if (known !== undefined && now >= known.startsAt && now < known.endsAt) return known;
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  const day: OfficeDate = {
    date: start.toPlainDate().toString(),
    weekday: start.dayOfWeek,
    startsAt: start.epochMilliseconds,
    endsAt: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
  lastAsked.set(zone, day);
  return day;
}

/** The office's date at `now`, `2026-11-22`. */
export const officeDate = (now: number, zone: OfficeZone): string => officeDateAt(now, zone).date;

/**
 * Minutes from `now` until today's closing time, without the breaks still to come; 0 after closing.
 * Before opening time the whole working day counts. `null`: the week's hours do not list today (a weekend or holiday
 * opened by hand), so nothing is known about when work ends.
 */
export function openMinutesRemaining(now: number, zone: OfficeZone, week: readonly DayHours[]): number | null {
  const today = officeDateAt(now, zone);
  const hours = week.find((day) => day.weekday === today.weekday);
  if (hours === undefined) return null;
  // Indonesia's zones have no daylight saving: minutes since midnight are the wall clock.
  const minuteNow = (now - today.startsAt) / 60_000;
  const from = Math.max(minuteNow, minuteOfDay(hours.open));
  const to = minuteOfDay(hours.close);
  let minutes = Math.max(0, to - from);
  for (const pause of hours.breaks) {
    minutes -= Math.max(0, Math.min(to, minuteOfDay(pause.to)) - Math.max(from, minuteOfDay(pause.from)));
  }
  return Math.max(0, minutes);
}

/** `07:30` → 450. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
