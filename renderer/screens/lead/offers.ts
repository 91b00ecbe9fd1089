import type { Candidate } from '../../../shared/rpc/methods/lead.ts';
import type { LeadStanding } from '../../ui/lead/useLead.ts';

export type Offer = 'promote' | 'handOver';

/**
 * What a supervisor may do with a station at this moment: the lead that is heard hands over; one that is not heard is
 * replaced. `null`: nothing. Whether it is safe is the host's to find out.
 */
export function offerFor(candidate: Candidate, { mode }: Pick<LeadStanding, 'mode'>): Offer | null {
  if (!candidate.isReachable || candidate.isLead) return null;
  if (mode === 'lead' || mode === 'follower') return 'handOver';
  return mode === 'ownOnly' ? 'promote' : null;
}
