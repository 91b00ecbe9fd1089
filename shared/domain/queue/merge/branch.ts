import type { Actor } from '../../decider.ts';
import type { QueueEvent } from '../events.ts';

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

/** What of it has not been merged yet. */
export const newOf = ({ stationId, events }: Branch, merged: Readonly<Record<string, number>>): readonly BranchEvent[] =>
  events.filter(({ originSeq }) => originSeq > (merged[stationId] ?? 0)).toSorted((a, b) => a.originSeq - b.originSeq);
