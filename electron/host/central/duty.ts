import type { OfficeStanding } from '../office/types.ts';
import type { Clock } from '../ports.ts';

/** After this long without the lead, another station sends. */
export const leadAwayMs = 5 * 60 * 1000;

export interface Duty {
  /** Whether this station sends to the central server now. */
  isMine(): boolean;
  /** Who sends, as far as is known here. */
  stationId(): string | null;
}

/** Which station of an office sends: the lead; the one with the smallest id of those that reach each other when it is away. */
export function createDuty({
  stationId,
  standing,
  isRevoked,
  clock,
}: {
  readonly stationId: string;
  readonly standing: () => OfficeStanding;
  /** A station is no longer part of the office, this one or another. */
  readonly isRevoked: (stationId: string) => boolean;
  readonly clock: Pick<Clock, 'monotonic'>;
}): Duty {
  let leadSeenAt = clock.monotonic();
  const whose = (): string | null => {
    const { leadId, peers } = standing();
    if (leadId === stationId || peers.some((peer) => peer.stationId === leadId)) {
      leadSeenAt = clock.monotonic();
      return leadId;
    }
    if (leadId !== null && clock.monotonic() - leadSeenAt < leadAwayMs) return leadId;
    return [stationId, ...peers.map((peer) => peer.stationId)].filter((id) => !isRevoked(id)).toSorted()[0] ?? null;
  };
  return { isMine: () => !isRevoked(stationId) && whose() === stationId, stationId: whose };
}
