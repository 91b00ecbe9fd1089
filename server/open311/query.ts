import { z } from 'zod';
import { instantOfW3 } from './w3.ts';

/** An argument that is empty is one that is not there; one that comes several times is a list. */
const argument = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value: unknown) => {
    const text = Array.isArray(value) ? value.join(',') : value;
    return text === '' ? undefined : text;
  }, schema);
const list = z
  .string()
  .max(50_000)
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );
const datetime = z
  .string()
  .refine((text) => instantOfW3(text) !== null, 'must be a date and time with its zone, e.g. 2026-01-31T00:00:00Z')
  .transform((text) => instantOfW3(text) ?? 0);
const whole = (max: number) => z.coerce.number().int().min(1).max(max);

/** Requests returned at most, and days spanned at most (GeoReport v2, response volume). */
export const maxRequests = 1000;
const maxSpanMs = 90 * 24 * 60 * 60 * 1000;

export const jurisdictionQuery = z.object({
  jurisdiction_id: argument(z.string('was not provided').max(60)),
});

export const requestsQuery = jurisdictionQuery.extend({
  service_request_id: argument(list.pipe(z.array(z.string()).max(maxRequests)).optional()),
  service_code: argument(list.optional()),
  start_date: argument(datetime.optional()),
  end_date: argument(datetime.optional()),
  status: argument(list.pipe(z.array(z.enum(['open', 'closed'], 'must be open or closed'))).optional()),
  /** An extension that many endpoints have. */
  page: argument(whole(100_000).default(1)),
  page_size: argument(whole(maxRequests).default(maxRequests)),
});
export type RequestsQuery = z.output<typeof requestsQuery>;

/** The last 90 days, or 90 days from or until the date given. `null`: the two dates span more. */
export function spanOf(
  { start_date: start, end_date: end }: RequestsQuery,
  now: number,
): { readonly from: number; readonly to: number } | null {
  const to = end ?? (start === undefined ? now : Math.min(now, start + maxSpanMs));
  const from = start ?? to - maxSpanMs;
  return to - from > maxSpanMs ? null : { from, to };
}
