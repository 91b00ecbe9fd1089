/** The blackout book: sheets, the quick entry afterwards, corrections (docs/decisions/0018). */
import { z } from 'zod';
import {
  bookSettings,
  correctionReason,
  mostAtOnce,
  paperRow,
  paperVisit,
  rowsPerSheet,
  sheetRow,
  typedRow,
} from '../../domain/book/types.ts';
import { date, id, instant } from '../../domain/values.ts';
import { command, pick, query } from '../define.ts';
import { bookRefusals } from './bookRefusals.ts';
import { printFailure, printOutcome } from './printing.ts';
import { queueRefusals } from './queueRefusals.ts';

const counterStaff = ['petugas', 'pengawas', 'admin'] as const;
const done = z.strictObject({});
const ofSheet = z.strictObject({ sheetId: id });

export const sheetView = z.strictObject({
  sheetId: id,
  number: z.string(),
  date,
  rows: z.number().int(),
  /** Rows in the records, and rows that were typed and are not. */
  recorded: z.number().int(),
  typed: z.number().int(),
  /** How often it was printed, and how the last print ended; null: never. */
  prints: z.number().int(),
  print: z.strictObject({ outcome: printOutcome, failure: printFailure.nullable(), at: instant }).nullable(),
});
export type SheetView = z.infer<typeof sheetView>;

export const recordedRowView = z.strictObject({
  row: sheetRow,
  number: z.string(),
  ticketId: id,
  where: z.enum(['history', 'queue']),
  visit: paperVisit,
  enteredAt: instant,
  enteredBy: z.string(),
  /** Every later change, oldest first. */
  corrections: z.array(
    z.strictObject({ at: instant, by: z.string(), reason: correctionReason, before: paperVisit, after: paperVisit.nullable() }),
  ),
});
export type RecordedRowView = z.infer<typeof recordedRowView>;

/** The rows as they are typed, one for each number of the sheet. */
const typedRows = z.array(typedRow).length(rowsPerSheet);

/** Figures of a day as DOMAIN section 3 defines them, over tickets and paper alike. */
export const dayFigures = z.strictObject({
  issued: z.number().int(),
  enteredAfterwards: z.number().int(),
  finished: z.number().int(),
  noShow: z.number().int(),
  left: z.number().int(),
  /** ms; null: nobody was called. */
  meanWaitMs: z.number().nullable(),
});

export const bookMethods = {
  /** Sheets, the newest day first. */
  'book.sheets': query({
    roles: counterStaff,
    input: z.strictObject({ limit: z.number().int().min(1).max(200) }),
    output: z.strictObject({ today: date, sheets: z.array(sheetView) }),
    topics: ['book', 'printing', 'queue'],
  }),
  /** The sheet of a number as somebody types it. */
  'book.find': query({
    roles: counterStaff,
    input: z.strictObject({ number: z.string().max(40) }),
    output: ofSheet,
    refusals: pick(bookRefusals, 'bookSheetUnknown'),
    topics: ['book'],
  }),
  'book.sheet': query({
    roles: counterStaff,
    input: ofSheet,
    output: z.strictObject({
      sheet: sheetView,
      today: date,
      /** The prepared number of each row. */
      numbers: z.array(z.string()),
      recorded: z.array(recordedRowView),
      draft: z.strictObject({ rows: typedRows, revision: z.number().int(), savedAt: instant.nullable() }),
      day: dayFigures,
      /** No longer offered or used, but maybe on the paper. */
      retired: z.strictObject({
        services: z.array(z.strictObject({ id, prefix: z.string(), title: z.strictObject({ id: z.string(), en: z.string() }) })),
        counters: z.array(z.strictObject({ id, number: z.number().int(), name: z.string() })),
      }),
    }),
    refusals: pick(bookRefusals, 'bookSheetUnknown'),
    topics: ['book', 'queue', 'office', 'printing', 'staff'],
  }),
  /** Makes sheets with the next numbers of a day, to be printed; ids that exist make nothing. */
  'book.makeSheets': command({
    roles: counterStaff,
    input: z.strictObject({ sheetIds: z.array(id).min(1).max(mostAtOnce), date }),
    output: z.strictObject({ sheets: z.array(z.strictObject({ sheetId: id, number: z.string() })) }),
    refusals: pick(bookRefusals, 'bookDateOutside', 'bookSheetsFull'),
  }),
  /** The host's own after a recovery that lost events: numbers of sheets that may be on paper are not given again. */
  'book.skipSheets': command({
    roles: ['system'],
    input: z.strictObject({ date, by: z.number().int().min(1).max(mostAtOnce) }),
    output: done,
    refusals: {},
  }),
  /** Keeps the rows as they are typed; on disk when answered. `revision` is the one last seen, as with complaints. */
  'book.saveDraft': command({
    roles: counterStaff,
    input: ofSheet.extend({ rows: typedRows, revision: z.number().int().min(0) }),
    output: z.strictObject({ savedAt: instant, revision: z.number().int() }),
    refusals: { ...pick(bookRefusals, 'bookSheetUnknown'), draftChangedElsewhere: z.strictObject({ revision: z.number().int() }) },
  }),
  /** Rows become history of the sheet's day; visitors who are still here today go into the waiting line. */
  'book.record': command({
    roles: counterStaff,
    input: ofSheet.extend({
      rows: z
        .array(paperRow)
        .min(1)
        .max(2 * rowsPerSheet),
    }),
    output: z.strictObject({ recorded: z.array(z.string()), admitted: z.array(z.string()), already: z.array(z.string()) }),
    refusals: {
      ...pick(bookRefusals, 'bookSheetUnknown', 'bookRowsWrong', 'bookNumberTwice', 'bookRowsRecorded'),
      ...pick(queueRefusals, 'leadUnreachable', 'dayNotOpen', 'clockSuspect', 'serviceUnknown', 'serviceNotOffered'),
    },
  }),
  /** Says otherwise what a recorded row says; `visit` null: there was no such visitor. */
  'book.correct': command({
    roles: counterStaff,
    input: ofSheet.extend({ correctionId: id, row: sheetRow, visit: paperVisit.nullable(), reason: correctionReason }),
    output: done,
    refusals: pick(bookRefusals, 'bookSheetUnknown', 'bookRowNotRecorded', 'bookRowInQueue', 'bookRowsWrong'),
  }),
  /** Whether to remind this person to print today's sheet. `automatic`: this window is to print it by itself, if it can. */
  'book.reminder': query({
    roles: counterStaff,
    input: z.strictObject({}),
    output: z.strictObject({ date, due: z.boolean(), automatic: z.boolean(), settings: bookSettings }),
    topics: ['book', 'queue', 'printing', 'office'],
  }),
  'book.dismissReminder': command({ roles: counterStaff, input: z.strictObject({ date }), output: done, refusals: {} }),
  'book.settings': query({ roles: ['pengawas', 'admin'], input: z.strictObject({}), output: bookSettings, topics: ['office'] }),
  'book.saveSettings': command({
    roles: ['pengawas', 'admin'],
    input: bookSettings,
    output: done,
    refusals: { printerUnknown: z.strictObject({}) },
  }),
};
