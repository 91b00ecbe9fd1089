/**
 * The lease of the lead (decision 0016, rules 6–8), from both sides. The lead's runs from when a beat was *sent* that somebody
 * answered; a follower counts from when it *arrived*, and a tenth longer for clocks that run at different speeds. So the lead has
 * always stopped before a follower says that it has.
 */
import type { Clock } from '../ports.ts';

export const beatEveryMs = 2000;
const leaseMs = 15_000;
/** How long a follower takes the lead's lease to live after a beat. */
export const leaseSeenMs = leaseMs * 1.1;
/** Without a beat for this long, a follower works by itself. */
export const cutOffAfterMs = 6000;
/** A wall clock that went this much further than the monotonic one: the computer slept, and the lease ran on meanwhile. */
const sleptMs = 3000;

export interface Lease {
  /** The number of a beat that is sent now. */
  sent(): number;
  /** A follower answered a beat. */
  answered(n: number): void;
  /** Whether this station may decide as the lead. */
  isHeld(): boolean;
  /** A new term begins here or elsewhere: what was answered before counts no more. */
  reset(): void;
}

/** The lead's side. */
export function createLease(clock: Clock): Lease {
  const sentAt = new Map<number, Moment>();
  let last = 0;
  let renewedBy: Moment | null = null;
  return {
    sent() {
      last += 1;
      sentAt.set(last, momentOf(clock));
      sentAt.delete(last - 20);
      return last;
    },
    answered(n) {
      const moment = sentAt.get(n);
      if (moment !== undefined && (renewedBy === null || moment.monotonic >= renewedBy.monotonic)) renewedBy = moment;
    },
    isHeld: () => renewedBy !== null && sinceMs(clock, renewedBy) < leaseMs,
    reset() {
      renewedBy = null;
      sentAt.clear();
    },
  };
}

export interface LeadSeen {
  /** A beat of the lead arrived. */
  heard(): void;
  /** Milliseconds since the last one; a station that has just started knows of no earlier one and counts from its start. */
  agoMs(): number;
  reset(): void;
}

/** The follower's side. */
export function createLeadSeen(clock: Clock): LeadSeen {
  let at = clock.monotonic();
  return {
    heard() {
      at = clock.monotonic();
    },
    agoMs: () => clock.monotonic() - at,
    reset() {
      at = clock.monotonic();
    },
  };
}

interface Moment {
  readonly monotonic: number;
  readonly wall: number;
}

const momentOf = (clock: Clock): Moment => ({ monotonic: clock.monotonic(), wall: clock.now() });

/** The monotonic clock stands still while the computer sleeps; then, or when somebody turned the wall clock, the greater counts. */
function sinceMs(clock: Clock, { monotonic, wall }: Moment): number {
  const passed = clock.monotonic() - monotonic;
  const byWall = clock.now() - wall;
  return Math.abs(byWall - passed) > sleptMs ? Number.POSITIVE_INFINITY : passed;
}
