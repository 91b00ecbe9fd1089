import type { TicketView } from '../../../../shared/domain/queue/types.ts';

/** Time at the counter without holds and disturbances of the service, ms; 0 before serving began. */
export function servedMs({ servingAt, heldMs, heldAt, disturbedAt, endedAt }: TicketView, now: number): number {
  if (servingAt === null) return 0;
  const excludedSince = heldAt ?? disturbedAt;
  const running = excludedSince === null ? 0 : now - excludedSince;
  return Math.max(0, (endedAt ?? now) - servingAt - heldMs - running);
}

/** Time from the issue to the call, ms, or until now while the ticket waits. */
export const waitedMs = ({ issuedAt, calledAt }: TicketView, now: number): number => Math.max(0, (calledAt ?? now) - issuedAt);

/** Whether the visit takes longer than visits of this service do on average. */
export const isOverMean = (ms: number, meanMinutes: number): boolean => ms > meanMinutes * 60_000;
