/** Months as the office's zone counts them, written `2026-03`. */
import { Temporal } from 'temporal-polyfill';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { OfficeZone } from '../../../shared/domain/values.ts';

/** So many complete months stay published. */
export const monthsPublished = 24;

/** Complete months, the last one first. */
export function publishedMonths(now: number, zone: OfficeZone): readonly string[] {
  const current = Temporal.PlainYearMonth.from(officeDate(now, zone).slice(0, 7));
  return Array.from({ length: monthsPublished }, (_, n) => current.subtract({ months: n + 1 }).toString());
}

/** Its first instant and the first one after it, ms since the epoch. */
export function spanOfMonth(month: string, zone: OfficeZone): { readonly from: number; readonly to: number } {
  const first = Temporal.PlainYearMonth.from(month);
  const startOf = (one: Temporal.PlainYearMonth) => one.toPlainDate({ day: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(first), to: startOf(first.add({ months: 1 })) };
}
