import type { SheetMade } from '../../../shared/domain/book/events.ts';
import type { RecordedRow } from '../../../shared/domain/book/state.ts';
import type { CorrectionReason, PaperVisit } from '../../../shared/domain/book/types.ts';
import type { Reader } from '../database/open.ts';

const sheetColumns = 'sheet_id AS sheetId, number, date, letter, sheet, rows';

export const sheetById = (db: Reader, sheetId: string): SheetMade | null =>
  db.prepare<[string], SheetMade>(`SELECT ${sheetColumns} FROM book_sheet WHERE sheet_id = ?`).get(sheetId) ?? null;

export const sheetByNumber = (db: Reader, number: string): SheetMade | null =>
  db.prepare<[string], SheetMade>(`SELECT ${sheetColumns} FROM book_sheet WHERE number = ?`).get(number) ?? null;

/** The last sheet of each station on a day, by the station's letter. */
export const lastSheets = (db: Reader, date: string): ReadonlyMap<string, number> =>
  new Map(
    db
      .prepare<[string], { letter: string; last: number }>('SELECT letter, last FROM book_series WHERE date = ?')
      .all(date)
      .map(({ letter, last }) => [letter, last]),
  );

/** The newest day first. */
export const latestSheets = (db: Reader, limit: number): readonly SheetMade[] =>
  db.prepare<[number], SheetMade>(`SELECT ${sheetColumns} FROM book_sheet ORDER BY date DESC, letter, sheet LIMIT ?`).all(limit);

export interface EnteredRow extends RecordedRow {
  readonly enteredAt: number;
  readonly enteredBy: string;
}

export const recordedRows = (db: Reader, sheetId: string): readonly EnteredRow[] =>
  db
    .prepare<[string], Omit<EnteredRow, 'visit'> & { visit: string }>(
      `SELECT row, ticket_id AS ticketId, visit_id AS visitId, number, destination AS "where", visit, entered_at AS enteredAt,
         entered_by AS enteredBy
       FROM book_row WHERE sheet_id = ? ORDER BY row`,
    )
    .all(sheetId)
    .map((row) => ({ ...row, visit: JSON.parse(row.visit) as PaperVisit }));

export interface CorrectionRow {
  readonly row: number;
  readonly at: number;
  readonly actor: string;
  readonly reason: CorrectionReason;
  readonly before: PaperVisit;
  readonly after: PaperVisit | null;
}

export const correctionsOf = (db: Reader, sheetId: string): readonly CorrectionRow[] =>
  db
    .prepare<[string], Omit<CorrectionRow, 'before' | 'after'> & { before: string; after: string | null }>(
      'SELECT row, at, actor, reason, before, after FROM book_correction WHERE sheet_id = ? ORDER BY at, correction_id',
    )
    .all(sheetId)
    .map((row) => ({
      ...row,
      before: JSON.parse(row.before) as PaperVisit,
      after: row.after === null ? null : (JSON.parse(row.after) as PaperVisit),
    }));

export const isDismissed = (db: Reader, date: string): boolean =>
  db.prepare<[string]>('SELECT 1 FROM book_reminder WHERE date = ?').get(date) !== undefined;

/** Whether a sheet of the day came out of a printer, or is on its way. */
export const isPrinted = (db: Reader, date: string): boolean =>
  db
    .prepare<[string]>(
      `SELECT 1 FROM book_sheet JOIN print_job ON print_job.subject_id = book_sheet.sheet_id AND print_job.kind = 'blackoutSheet'
       WHERE book_sheet.date = ? AND print_job.outcome IN ('pending', 'printed', 'handedOver') LIMIT 1`,
    )
    .get(date) !== undefined;

/** Whether this person opened the office on a day, also by herself at a station that was cut off. `actor` as in the event table. */
export const hasOpened = (db: Reader, date: string, actor: string): boolean =>
  db
    .prepare<[string, string, string, string]>(
      `SELECT 1 FROM event WHERE (stream = ? OR (stream > ? AND stream < ?)) AND type = 'officeDayOpened.v1' AND actor = ? LIMIT 1`,
    )
    .get(`queue/${date}`, `queue/${date}@`, `queue/${date}A`, actor) !== undefined;
