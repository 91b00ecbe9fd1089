import type { Actor } from '../decider.ts';
import type { OfficeState } from '../office/state.ts';
import type { Deadlines, Pause } from './deadlines.ts';
import type { ClosingOutcome, DeadlineKind, EscalationLevel } from './events.ts';
import type { ComplaintChannel, ComplaintClass, ComplaintStage } from './types.ts';

/** One complaint as far as decisions need it, folded from its stream. */
export interface Complaint {
  readonly complaintId: string;
  readonly number: string;
  readonly stage: ComplaintStage;
  readonly channel: ComplaintChannel;
  readonly class: ComplaintClass;
  readonly receivedAt: number;
  /** From when its deadlines count: its receipt, or when it was opened again. */
  readonly countedFrom: number;
  /** Who received it; null: not a person of the staff. */
  readonly receivedBy: string | null;
  readonly assigneeId: string | null;
  /** When somebody first answered in any form, and when it was verified; null: not yet. */
  readonly respondedAt: number | null;
  readonly verifiedAt: number | null;
  readonly answeredAt: number | null;
  /** The complainant said that the answer settles it. */
  readonly satisfied: boolean;
  readonly letterOwed: boolean;
  /** Closing without reply after this, when answered. */
  readonly closesAt: number | null;
  readonly deadlines: Deadlines;
  readonly waiting: Waiting | null;
  readonly pauses: readonly Pause[];
  readonly mergedInto: string | null;
  readonly outcome: ClosingOutcome | null;
  /** When the next status report is owed; null: none any more. */
  readonly reportDueAt: number | null;
  readonly lastReportAt: number | null;
  /** How far each deadline that is still open was told; nothing is told twice. */
  readonly told: Readonly<Partial<Record<DeadlineKind, EscalationLevel>>>;
  /** The word about a deadline that the screens show: the last one, or a graver one that nobody acknowledged. */
  readonly watch: { readonly deadline: DeadlineKind; readonly level: EscalationLevel; readonly acknowledged: boolean } | null;
  readonly textIds: ReadonlySet<string>;
}

/** The complainant is waited for: since when, for what, what stands still, and the stage to go back to. */
export interface Waiting {
  readonly since: number;
  readonly for: 'completion' | 'answerToQuestion';
  readonly standing: readonly DeadlineKind[];
  readonly stage: ComplaintStage;
}

/** What a decision on a complaint needs besides the office's configuration. */
export interface ComplaintState {
  /** null: there is no complaint of this id yet. */
  readonly complaint: Complaint | null;
  /** The other complaint of a merge or link. */
  readonly other: Complaint | null;
  /** Last number given in this station's series, by year. */
  readonly lastSequence: ReadonlyMap<number, number>;
  /** Which of the complaints that a proposal names exist. */
  readonly known: ReadonlySet<string>;
}

export const initialComplaints: ComplaintState = { complaint: null, other: null, lastSequence: new Map(), known: new Set() };

export interface ComplaintContext {
  readonly now: number;
  readonly letter: string;
  readonly actor: Actor;
  readonly isSupervisor: boolean;
  readonly office: OfficeState;
  counterName(counterId: string): string | null;
  ticketNumber(ticketId: string): string | null;
}
