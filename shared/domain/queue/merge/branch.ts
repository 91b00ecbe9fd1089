import type { Actor } from '../../decider.ts';
import type { QueueEvent } from '../events.ts';
import { mergedKey, type QueueState } from '../state.ts';

/** An event of a branch as it stands in the event table; `at` is its station's wall clock, ms since the epoch (UTC). */
export type BranchEvent = QueueEvent & { readonly originSeq: number; readonly at: number; readonly actor: Actor };

/**
 * What one station decided without the lead: the stream `queue/<date>@<station>`, or the events of a deposed lead in the
 * main stream of `date` that the office goes on without (docs/decisions/0016, rules 9 and 16).
 */
export interface Branch {
  readonly stationId: string;
  readonly letter: string | null;
  readonly date: string;
  readonly wasLead: boolean;
  /** In the order of `originSeq`. */
  readonly events: readonly BranchEvent[];
}

/** Of a station's branch of a date, the last event (its own count) that was merged; 0: none. */
export const mergedUpTo = ({ merged }: Pick<QueueState, 'merged'>, { date, stationId }: Pick<Branch, 'date' | 'stationId'>): number =>
  merged[mergedKey(date, stationId)] ?? 0;

/** What of a branch has not been merged yet, in order. */
export function newOf(branch: Branch, state: Pick<QueueState, 'merged'>): readonly BranchEvent[] {
  const last = mergedUpTo(state, branch);
  return branch.events.filter(({ originSeq }) => originSeq > last).toSorted((a, b) => a.originSeq - b.originSeq);
}
