import type { Candidate } from '../../../shared/rpc/methods/lead.ts';

/** For so long after it heard the lead a station holds that the lead may still decide, ms (decision 0016, rule 6). */
export const leaseSeenMs = 16_500;
/** A lead that was heard within this is there, ms (rule 8). */
export const cutOffAfterMs = 6000;

/** Whether a new lead can be named: somebody hears the old one, its lease has to run out, or it is over. */
export type OldLease =
  | { readonly at: 'heard'; readonly by: readonly Candidate[] }
  | { readonly at: 'runsOut'; readonly inMs: number }
  | { readonly at: 'over' };

/** @param since ms since the candidates were asked */
export function oldLease(candidates: readonly Candidate[], since: number): OldLease {
  const holders = candidates.filter(({ isLead, hearsLead }) => !isLead && hearsLead === true);
  const by = holders.filter((candidate) => hasLead(candidate, since));
  if (by.length > 0) return { at: 'heard', by };
  const inMs = Math.max(0, ...holders.map(({ heardMsAgo }) => leaseSeenMs - (heardMsAgo ?? 0) - since));
  return inMs > 0 ? { at: 'runsOut', inMs } : { at: 'over' };
}

/** It hears the lead, and did so a moment ago. */
export const hasLead = ({ hearsLead, heardMsAgo }: Candidate, since: number): boolean =>
  hearsLead === true && (heardMsAgo ?? 0) + since < cutOffAfterMs;
