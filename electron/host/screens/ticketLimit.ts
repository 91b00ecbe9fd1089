import type { Clock } from '../ports.ts';

const minuteMs = 60_000;

/**
 * How many tickets one kiosk link may give. A busy kiosk gives one every twenty seconds; what is more comes from no visitor.
 * All windows slide, and are counted by the monotonic clock: setting the clock forward gives no more paper.
 */
const windows = (perDay: number) =>
  [
    { ms: minuteMs, most: 6 },
    { ms: 60 * minuteMs, most: 120 },
    { ms: 24 * 60 * minuteMs, most: perDay },
  ] as const;

export interface TicketLimit {
  /** Takes room for one ticket. A command that comes again takes none. @returns `null`, or the ms until there is room. */
  take(commandId: string): number | null;
  /** What came of it. Without a ticket the room is free again; with one it stays taken, whatever the command's repetitions are answered. */
  settle(commandId: string, issued: boolean): void;
  /** Tickets of the last 24 hours. */
  count(): number;
}

export function createTicketLimit(clock: Pick<Clock, 'monotonic'>, perDay: number): TicketLimit {
  const limits = windows(perDay);
  /** By command, in the order of their time. */
  const taken = new Map<string, number>();
  const issued = new Set<string>();
  const forgetOld = (now: number) => {
    for (const [commandId, at] of taken) {
      if (now - at < 24 * 60 * minuteMs) return;
      taken.delete(commandId);
      issued.delete(commandId);
    }
  };
  return {
    take(commandId) {
      const now = clock.monotonic();
      forgetOld(now);
      if (taken.has(commandId)) return null;
      const times = [...taken.values()];
      const waits = limits.map(({ ms, most }) => {
        const oldestThatCounts = times.at(-most);
        return oldestThatCounts === undefined ? 0 : Math.max(0, oldestThatCounts + ms - now);
      });
      const wait = Math.max(...waits);
      if (wait > 0) return wait;
      taken.set(commandId, now);
      return null;
    },
    settle(commandId, isIssued) {
      if (isIssued) {
        issued.add(commandId);
        if (!taken.has(commandId)) taken.set(commandId, clock.monotonic());
      } else if (!issued.has(commandId)) taken.delete(commandId);
    },
    count() {
      forgetOld(clock.monotonic());
      return taken.size;
    },
  };
}
