import type { Bilingual } from '../values.ts';
import type { Deadlines } from './deadlines.ts';
import type { AttachmentType, ComplaintChannel, ComplaintClass, ComplaintPriority, ComplaintTag, ComplaintType, Level } from './types.ts';
import type { z } from 'zod';
import type { closingOutcome, deadlineKind, reportChannel } from '../../rpc/methods/complaintViews.ts';

export type ReportChannel = z.infer<typeof reportChannel>;
export type ClosingOutcome = z.infer<typeof closingOutcome>;
export type DeadlineKind = z.infer<typeof deadlineKind>;
export type EscalationLevel = 'warned' | 'supervisor' | 'head';

export interface Classification {
  readonly type: ComplaintType | null;
  readonly tag: ComplaintTag | null;
  readonly class: ComplaintClass;
  readonly categoryId: string | null;
  readonly unitId: string | null;
  readonly urgency: Level;
  readonly impact: Level;
  readonly priority: ComplaintPriority;
}

/** Everything a complaint begins with, but what a person said or typed: that is in the vault under `complaintId`. */
export interface ComplaintReceived {
  readonly type: 'complaintReceived.v1';
  readonly data: Classification & {
    readonly complaintId: string;
    readonly number: string;
    readonly letter: string;
    readonly year: number;
    readonly sequence: number;
    readonly kind: 'full' | 'short';
    readonly channel: ComplaintChannel;
    /** In the vault; null: no identity was given. */
    readonly personId: string | null;
    readonly anonymous: boolean;
    readonly confidential: boolean;
    readonly counterId: string | null;
    readonly counterName: string | null;
    readonly ticketId: string | null;
    readonly ticketNumber: string | null;
    readonly serviceId: string | null;
    readonly serviceTitle: Bilingual | null;
    /** Keyed HMAC of complaint and PIN, hex: what the public page will compare. */
    readonly pinHash: string;
    readonly promisedOn: string | null;
    readonly attachments: readonly { readonly attachmentId: string; readonly mediaType: AttachmentType; readonly bytes: number }[];
    readonly deadlines: Deadlines;
    readonly reportDueAt: number;
    /** A temporary solution was given at once: that is a first response. */
    readonly responded: boolean;
  };
}

interface Step<Type extends string, Data = unknown> {
  readonly type: Type;
  readonly data: { readonly complaintId: string } & Data;
}
/** A text in the vault. */
interface Text {
  readonly textId: string;
}
interface MaybeText {
  readonly textId: string | null;
}

export type ComplaintStepEvent =
  | Step<'complaintVerified.v1', MaybeText & { readonly tag: ComplaintTag }>
  /** `standing`: the deadlines that stand still meanwhile, as the rules said then. */
  | Step<'completionRequested.v1', Text & { readonly standing: readonly DeadlineKind[] }>
  /** `deadlines` as they stand after the pause. */
  | Step<'completionReceived.v1', Text & { readonly deadlines: Deadlines }>
  | Step<'complaintAssigned.v1', MaybeText & { readonly unitId: string; readonly staffId: string | null }>
  | Step<'complaintNoted.v1', Text>
  | Step<'measureRecorded.v1', Text>
  | Step<'complaintAnswered.v1', Text & { readonly letterOwed: boolean; readonly closesAt: number }>
  | Step<'complainantAsked.v1', Text & { readonly standing: readonly DeadlineKind[] }>
  | Step<'replyRecorded.v1', Text & { readonly satisfied: boolean; readonly deadlines: Deadlines }>
  | Step<'complaintClosed.v1', MaybeText & { readonly outcome: ClosingOutcome }>
  | Step<'complaintReopened.v1', Text & { readonly deadlines: Deadlines; readonly reportDueAt: number }>
  | Step<'complaintReferred.v1', MaybeText>
  | Step<'complaintReclassified.v1', Omit<Classification, 'tag' | 'unitId'> & { readonly deadlines: Deadlines }>
  | Step<'complaintMerged.v1', { readonly intoId: string }>
  | Step<'complaintLinked.v1', { readonly otherId: string }>
  | Step<'statusReported.v1', Text & { readonly channel: ReportChannel; readonly reportDueAt: number }>
  | Step<'deadlineWatched.v1', { readonly deadline: DeadlineKind; readonly level: EscalationLevel }>
  | Step<'escalationAcknowledged.v1'>;

/** Recurring complaints named as one structural problem; the proposal's text is in the vault. */
export interface StructuralProposed {
  readonly type: 'structuralProposed.v1';
  readonly data: { readonly proposalId: string; readonly groupKey: string; readonly complaintIds: readonly string[] };
}

/** Numbers up to `last` may be on receipts that the database no longer knows. */
export interface TrackingNumbersSkipped {
  readonly type: 'trackingNumbersSkipped.v1';
  readonly data: { readonly year: number; readonly letter: string; readonly last: number };
}

/** What happens to one complaint. */
export type OneComplaintEvent = ComplaintReceived | ComplaintStepEvent;
export type ComplaintEvent = OneComplaintEvent | StructuralProposed | TrackingNumbersSkipped;

export const complaintStream = (complaintId: string): string => `complaint/${complaintId}`;
