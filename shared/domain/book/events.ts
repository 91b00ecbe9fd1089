import type { NewEvent } from '../decider.ts';
import type { PriorityGround } from '../queue/types.ts';
import type { CorrectionReason, PaperVisit } from './types.ts';

/** Sheets and what was written on them, one stream for each day: `book/2026-11-28`. */
export const bookStream = (date: string): string => `book/${date}`;

/** What each event of a row carries. `happenedAt`: when it happened on that day, ms since the epoch; `at` is when it was entered. */
interface Afterwards {
  readonly ticketId: string;
  readonly happenedAt: number;
  readonly enteredAfterwards: true;
}

export interface SheetMade {
  readonly sheetId: string;
  readonly number: string;
  readonly date: string;
  readonly letter: string;
  /** Its place among the sheets of this station on this day. */
  readonly sheet: number;
  readonly rows: number;
}

export interface PaperTicketIssued extends Afterwards {
  readonly sheetId: string;
  readonly row: number;
  readonly visitId: string;
  readonly number: string;
  readonly serviceId: string;
  readonly ground: PriorityGround | null;
  /** The row as it was written, for showing and correcting it. */
  readonly visit: PaperVisit;
}

export interface PaperTicketCorrected {
  readonly correctionId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly date: string;
  readonly number: string;
  readonly ticketId: string;
  readonly visitId: string;
  readonly before: PaperVisit;
  /** null: there was no such visitor; the row is free again. */
  readonly after: PaperVisit | null;
  /** The instants of `after`, ms since the epoch. */
  readonly times: { readonly arrivedAt: number; readonly calledAt: number | null; readonly finishedAt: number | null } | null;
  readonly reason: CorrectionReason;
  readonly enteredAfterwards: true;
}

/** Everything about the blackout book. No personal data: numbers, times and grounds only. */
export type BookEvent =
  | NewEvent<'blackoutSheetMade.v1', SheetMade>
  /** Events were lost in a recovery: sheets up to `last` of this station may be on paper. */
  | NewEvent<'blackoutSheetsSkipped.v1', { readonly date: string; readonly letter: string; readonly last: number }>
  | NewEvent<'blackoutReminderDismissed.v1', { readonly date: string }>
  | NewEvent<'paperTicketIssued.v1', PaperTicketIssued>
  | NewEvent<'paperTicketCalled.v1', Afterwards & { readonly counterId: string }>
  | NewEvent<'paperTicketFinished.v1', Afterwards>
  /** Called and not there; `happenedAt`: the call, when nothing else was written. */
  | NewEvent<'paperTicketNoShow.v1', Afterwards>
  /** Gone without having been served; `timeKnown` false: when was not written, `happenedAt` is the last that is known. */
  | NewEvent<'paperTicketLeft.v1', Afterwards & { readonly timeKnown: boolean }>
  /** Nobody knows how it ended: still waiting when the day on paper was over. */
  | NewEvent<'paperTicketExpired.v1', Afterwards>
  | NewEvent<'paperTicketCorrected.v1', PaperTicketCorrected>;
