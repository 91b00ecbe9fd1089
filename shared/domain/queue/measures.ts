/** The figures of a waiting room as DOMAIN section 3 defines them. Pure, over tickets of any span of days. */
import type { TicketStatus } from './types.ts';

/** What became of one ticket; times are instants, ms since the epoch. */
export interface TicketFacts {
  readonly status: TicketStatus;
  readonly issuedAt: number;
  /** Its first call, also when it was called again later; `null`: never called. */
  readonly firstCalledAt: number | null;
  readonly servingAt: number | null;
  readonly endedAt: number | null;
  readonly heldMs: number;
}

export interface Spread {
  readonly count: number;
  /** ms; `null` when there is nothing to measure. */
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** Wait: first call − issue, of every ticket that was called. Never negative, whatever the clock did. */
export const waits = (tickets: readonly TicketFacts[]): Spread =>
  spreadOf(tickets.flatMap(({ firstCalledAt, issuedAt }) => (firstCalledAt === null ? [] : [Math.max(0, firstCalledAt - issuedAt)])));

/** Time at the counter of the finished, without holds. */
export const serviceTimes = (tickets: readonly TicketFacts[]): Spread => spreadOf(tickets.filter(isFinished).map(servedMs));

/**
 * Service level: served within the target ÷ (served + left after the target). Who left before the target had not yet
 * been kept waiting too long and does not count. `null` when nobody counts. @param targetMs the service's Y.
 */
export function serviceLevel(tickets: readonly TicketFacts[], targetMs: number): number | null {
  const served = tickets.filter(isFinished);
  const within = served.filter((ticket) => (ticket.firstCalledAt ?? Infinity) - ticket.issuedAt <= targetMs);
  const leftLate = tickets.filter((ticket) => hasLeft(ticket) && (ticket.endedAt ?? 0) - ticket.issuedAt > targetMs);
  return share(within.length, served.length + leftLate.length);
}

/** No-show: called and not there ÷ called. */
export const noShowRate = (tickets: readonly TicketFacts[]): number | null =>
  share(tickets.filter(({ status }) => status === 'noShow').length, tickets.filter(({ firstCalledAt }) => firstCalledAt !== null).length);

/** Walk-out: left before a call ÷ issued. */
export const walkOutRate = (tickets: readonly TicketFacts[]): number | null => share(tickets.filter(hasLeft).length, tickets.length);

const isFinished = ({ status }: TicketFacts): boolean => status === 'finished';

/** Gone without ever having been called: cancelled, or still waiting when the day ended. */
const hasLeft = ({ status, firstCalledAt }: TicketFacts): boolean =>
  firstCalledAt === null && (status === 'cancelled' || status === 'expired');

const servedMs = ({ servingAt, endedAt, heldMs }: TicketFacts): number =>
  Math.max(0, (endedAt ?? 0) - (servingAt ?? endedAt ?? 0) - heldMs);

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const count = sorted.length;
  const mean = count === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / count;
  return { count, mean, p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9) };
}

/** The smallest value that at least this part of all do not exceed (nearest rank). */
const percentile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
