import type { OfficeZone } from '../values.ts';

const formatters = new Map<OfficeZone, Intl.DateTimeFormat>();

/** The calendar date, `2026-11-22`, of an instant (ms since the epoch) on the wall of an office in `zone`. */
export function officeDate(at: number, zone: OfficeZone): string {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    // `en-CA` is the locale whose short date is the ISO date.
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(zone, formatter);
  }
  return formatter.format(at);
}
