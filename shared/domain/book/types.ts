/**
 * The blackout book: numbered paper sheets on which an office writes its visitors while there is no electricity, and what
 * is typed from them afterwards (docs/decisions/0018).
 */
import { z } from 'zod';
import { priorityGround } from '../queue/types.ts';
import { id, timeOfDay } from '../values.ts';

/** Prepared rows of a sheet: as many as can be written by hand on one page, A5 as well as A4. */
export const rowsPerSheet = 20;
/** Sheets that one station makes for one day. */
export const mostSheets = 99;
/** Sheets that are made at once. */
export const mostAtOnce = 10;

export const sheetRow = z.number().int().min(1).max(rowsPerSheet);

/** How a visit on paper ended. `left`: gone without having been served. `unfinished`: still waiting when the entry was made. */
export const paperOutcomes = ['finished', 'noShow', 'left', 'unfinished'] as const;
export const paperOutcome = z.enum(paperOutcomes);
export type PaperOutcome = z.infer<typeof paperOutcome>;

/** What a row of the paper says. Times are of the office's wall clock on the sheet's day. */
export const paperVisit = z.strictObject({
  arrived: timeOfDay,
  serviceId: id,
  ground: priorityGround.nullable(),
  called: timeOfDay.nullable(),
  counterId: id.nullable(),
  /** When it was finished; of somebody who left, when that was, if it was written down. */
  finished: timeOfDay.nullable(),
  outcome: paperOutcome,
  complaint: z.boolean(),
});
export type PaperVisit = z.infer<typeof paperVisit>;

/** A row to be recorded. `stillHere`: an unfinished visitor of today who is still there goes into today's waiting line. */
export const paperRow = z.strictObject({ row: sheetRow, visit: paperVisit, stillHere: z.boolean() });
export type PaperRow = z.infer<typeof paperRow>;

export const correctionReasons = ['misread', 'mistyped', 'wrongRow', 'forgotten', 'other'] as const;
export const correctionReason = z.enum(correctionReasons);
export type CorrectionReason = z.infer<typeof correctionReason>;

/** The cells of a row as they are typed, whatever they mean. */
export const typedFields = ['arrived', 'service', 'ground', 'called', 'counter', 'finished', 'outcome', 'complaint'] as const;
export type TypedField = (typeof typedFields)[number];
const cell = z.string().max(20);
export const typedRow = z.strictObject({
  arrived: cell,
  service: cell,
  ground: cell,
  called: cell,
  counter: cell,
  finished: cell,
  outcome: cell,
  complaint: cell,
});
export type TypedRow = z.infer<typeof typedRow>;
export const emptyRow: TypedRow = {
  arrived: '',
  service: '',
  ground: '',
  called: '',
  counter: '',
  finished: '',
  outcome: '',
  complaint: '',
};
export const isBlank = (row: TypedRow): boolean => typedFields.every((field) => row[field].trim() === '');

/** How many sheets are printed each morning, and whether by themselves on which printer. */
export const bookSettings = z.strictObject({
  sheets: z.number().int().min(1).max(mostAtOnce),
  automatic: z.boolean(),
  /** null: the printer that the settings name for this paper. */
  printerId: id.nullable(),
});
export type BookSettings = z.infer<typeof bookSettings>;
export const defaultBookSettings: BookSettings = { sheets: 1, automatic: false, printerId: null };
