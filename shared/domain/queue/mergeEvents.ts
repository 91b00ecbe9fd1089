/** What the healing of a cut-off writes into the main stream (docs/decisions/0016, rules 9, 12 and 16). */
import { z } from 'zod';
import { date, id, instant } from '../values.ts';
import type { Actor, NewEvent } from '../decider.ts';
import type { PlainQueueEvent } from './events.ts';
import { type CallReason, type CancelReason, type TicketStatus, ticketStatus } from './types.ts';

export const noticeKinds = [
  /** These visitors were called there while it was cut off. */
  'calledWhileCutOff',
  /** These numbers were printed there, in the station's own series. */
  'numbersOfAnotherSeries',
  /** Called to that counter, which had gone on with another meanwhile: waits again, before all others. */
  'backToFront',
  /** Worked on there, while the lead's side had it at another counter or back in the line. */
  'conflictElsewhere',
  /** Worked on there, while it had already ended at the lead. */
  'conflictEnded',
  /** The day was closed at the lead while this visitor was still waiting or at a counter there. */
  'conflictDayClosed',
  /** The counter was open at two stations. */
  'counterOpenedAtBoth',
  /** The lead's side had closed the counter that went on there. */
  'counterClosedMeanwhile',
  /** An officer was signed on at two counters; the lead's side stands. */
  'officerElsewhere',
  /**
   * One ticket was issued on both sides, because an answer was lost: the number that is on paper comes first, the other
   * means the same visitor.
   */
  'numberChanged',
  /** A number that the office had given already was given there once more; that ticket is not in the line. */
  'numberTwice',
  /** It waits for a service that no counter takes any more. */
  'noCounterServes',
  /** Something that happened there names what this office does not know, so it could not be taken over. */
  'leftOut',
  /** Settings and announcements of a lead whose term was over by then: they do not count. */
  'changesLeftOut',
] as const;

/** A change of the office that does not count. */
export const leftOutChange = z.strictObject({
  /** The type of its event. */
  what: z.string().max(80),
  /** What was changed, as it is called; empty: there is one of its kind. */
  name: z.string().max(200),
  staffId: id.nullable(),
  at: instant,
});
export type LeftOutChange = z.infer<typeof leftOutChange>;

/** Something that people must know after a healing, until a supervisor has seen it. Numbers and ids only, no personal data. */
export const queueNotice = z.strictObject({
  id: z.string(),
  kind: z.enum(noticeKinds),
  /** The station that was cut off. */
  stationId: id,
  /** The office day it happened on. */
  date,
  /** When the lead merged it. */
  at: instant,
  numbers: z.array(z.string()),
  /** Where it happened while cut off, then where the lead's side has it. */
  counterIds: z.array(id),
  staffIds: z.array(id),
  /** What became of the ticket there, in a conflict. */
  statusThere: ticketStatus.nullable(),
  /** How the ticket stands for the office. */
  status: ticketStatus.nullable(),
  /** What does not count; older notices have none. */
  changes: z.array(leftOutChange).default([]),
});
export type QueueNotice = z.infer<typeof queueNotice>;
export type NoticeKind = QueueNotice['kind'];

/**
 * A visit to a counter that could not be played at the counter's desk, because that was somebody else's or closed by
 * then: all of it at once. `at` of the event is when it ended.
 */
export interface VisitRecorded {
  readonly ticketId: string;
  readonly number: string;
  readonly counterId: string;
  readonly status: 'finished' | 'noShow' | 'cancelled';
  readonly cancelReason: CancelReason | null;
  readonly calledAt: number;
  readonly servingAt: number | null;
  readonly heldMs: number;
  /** Why it was called; `null`: it was called before the cut. */
  readonly reason: CallReason | null;
  /** Number of the announcement; `null`: it was called before the cut. */
  readonly callOrder: number | null;
}

/** An event of a branch as the main stream holds it. `originSeq` is null for what the merge itself had to add. */
export type MergedEvent = PlainQueueEvent & { readonly at: number; readonly actor: Actor; readonly originSeq: number | null };

export interface BranchMerged {
  readonly stationId: string;
  /** The office day that the branch belongs to; may be earlier than that of the stream. */
  readonly date: string;
  /** First and last of the station's events that this takes in, by its own count. */
  readonly from: number;
  readonly to: number;
  /** The letter of the station's series. */
  readonly letter: string | null;
  readonly events: readonly MergedEvent[];
  readonly notices: readonly QueueNotice[];
}

export interface Standing {
  readonly ticketId: string;
  readonly counterId: string;
  readonly status: TicketStatus;
}

export type MergeEvent =
  /** The ticket bears the number that was printed for it. */
  | NewEvent<
      'ticketRenumbered.v1',
      { readonly ticketId: string; readonly number: string; readonly series: string; readonly sequence: number }
    >
  | NewEvent<'visitRecorded.v1', VisitRecorded>
  /**
   * The station works with the lead again: who still waits in its branch is the lead's to call from here on. `standing`:
   * who is at its counters, so that the merge can tell when the lead's side has one of them elsewhere.
   */
  | NewEvent<'branchEnded.v1', { readonly stationId: string; readonly standing: readonly Standing[] }>
  /** `originSeqs`: the events of the station, by its own count, that the notice tells of. */
  | NewEvent<'changesLeftOut.v1', { readonly originSeqs: readonly number[]; readonly notice: QueueNotice }>
  | NewEvent<'noticeSeen.v1', { readonly noticeId: string }>;
