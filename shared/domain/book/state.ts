import type { OfficeState } from '../office/state.ts';
import type { SheetMade } from './events.ts';
import type { PaperVisit } from './types.ts';

/** A row of a sheet that is in the records. */
export interface RecordedRow {
  readonly row: number;
  readonly ticketId: string;
  readonly visitId: string;
  readonly number: string;
  /** `queue`: its visitor was taken into the waiting line; from then on it is a ticket like any other. */
  readonly where: 'history' | 'queue';
  readonly visit: PaperVisit;
}

/** The few rows that a decision about the book needs. */
export interface BookState {
  readonly sheet: SheetMade | null;
  readonly rows: readonly RecordedRow[];
  /** Sheets that exist under the ids of the command. */
  readonly known: readonly SheetMade[];
  /** Sheets of this station on the command's date. */
  readonly lastSheet: number;
  readonly dismissed: boolean;
}

export const initialBook: BookState = { sheet: null, rows: [], known: [], lastSheet: 0, dismissed: false };

export interface BookContext {
  /** ms since the epoch. */
  readonly now: number;
  readonly letter: string;
  readonly office: OfficeState;
}
