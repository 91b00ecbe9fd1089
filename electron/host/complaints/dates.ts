import { Temporal } from 'temporal-polyfill';
import type { OfficeZone } from '../../../shared/domain/values.ts';

/** Two office dates, both included, as instants: from the first's midnight to before the day after the last. */
export function dateRange(from: string | null, to: string | null, zone: OfficeZone): { from: number | null; before: number | null } {
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    from: from === null ? null : midnight(Temporal.PlainDate.from(from)),
    before: to === null ? null : midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}
