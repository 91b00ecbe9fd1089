import { Temporal } from 'temporal-polyfill';
import type { OfficeState } from '../office/state.ts';
import { zoneOf } from '../office/zone.ts';
import { officeDate } from '../time/officeTime.ts';
import type { OfficeZone } from '../values.ts';

/** An outage that was announced is prepared days before; a sheet without a print is made for one that was not. */
const daysAhead = 7;
const daysBack = 366;

/** The days for which a sheet can be made at `now`. */
export function dateRange(office: OfficeState, now: number): { readonly from: string; readonly to: string } {
  const today = Temporal.PlainDate.from(officeDate(now, zoneOf(office)));
  return { from: today.subtract({ days: daysBack }).toString(), to: today.add({ days: daysAhead }).toString() };
}

/** Today and the days ahead for which sheets may have been printed. */
export function datesAhead(office: OfficeState, now: number): readonly string[] {
  const today = Temporal.PlainDate.from(officeDate(now, zoneOf(office)));
  return Array.from({ length: daysAhead + 1 }, (_, days) => today.add({ days }).toString());
}

/** A time of the office's wall clock on a day, as an instant, ms since the epoch. */
export const instantOn = (date: string, time: string, zone: OfficeZone): number =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
