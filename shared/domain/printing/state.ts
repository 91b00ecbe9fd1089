import type { PaperKind } from '../../rpc/methods/printing.ts';
import type { CallerRole } from '../../rpc/roles.ts';
import type { Complaint } from '../complaints/state.ts';
import type { OfficeState } from '../office/state.ts';
import type { PrintedBy, PrintFailure, PrintOutcome } from './events.ts';

/** The few rows that a decision on printing needs. */
export interface PrintingState {
  /** What is to be printed, by the number people call it; null: there is no such ticket, document or slip. */
  readonly subject: { readonly label: string } | null;
  /** Whose complaint it is about; null: about none. */
  readonly owner: PaperOwner | null;
  /** How often it was printed before, whatever became of it. */
  readonly printsBefore: number;
  /** The job of this command, if it exists. */
  readonly job: PrintJobState | null;
}

/** Who received the complaint that a paper is about, and who has it. */
export type PaperOwner = Pick<Complaint, 'receivedBy' | 'assigneeId'>;

export interface PrintJobState {
  readonly kind: PaperKind;
  readonly by: PrintedBy;
  readonly outcome: PrintOutcome;
  readonly failure: PrintFailure | null;
}

export const initialPrinting: PrintingState = { subject: null, owner: null, printsBefore: 0, job: null };

export interface PrintingContext {
  readonly roles: readonly CallerRole[];
  /** Who prints; null: nobody is logged in. */
  readonly staffId: string | null;
  readonly office: OfficeState;
}
