import type { BookEvent, PaperTicketCorrected, PaperTicketIssued, SheetMade } from '../../../shared/domain/book/events.ts';
import { actorToText, type RecordedEvent } from '../engine/event.ts';
import { queueEvents } from './queueEvent.ts';
import type { StateTable } from './stateTable.ts';

/** Sheets of the blackout book, the rows that were entered from them, and every correction. */
export const bookTables: StateTable = {
  name: 'book',
  version: 1,
  tables: ['book_sheet', 'book_row', 'book_correction', 'book_reminder', 'book_series'],
  schema: `
    CREATE TABLE book_sheet (
      sheet_id TEXT    PRIMARY KEY,
      number   TEXT    NOT NULL UNIQUE,  -- BP-20261128-1
      date     TEXT    NOT NULL,         -- the day it is for, in the office's zone
      letter   TEXT    NOT NULL,         -- of the station that made it
      sheet    INTEGER NOT NULL,         -- its place among that station's sheets of the day
      rows     INTEGER NOT NULL,
      made_at  INTEGER NOT NULL          -- ms since the epoch (UTC)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX book_sheet_by_date ON book_sheet (date, letter, sheet);

    CREATE TABLE book_row (
      sheet_id    TEXT    NOT NULL,
      row         INTEGER NOT NULL,      -- from 1
      ticket_id   TEXT    NOT NULL,
      visit_id    TEXT    NOT NULL,
      number      TEXT    NOT NULL,      -- L1-07
      destination TEXT    NOT NULL,      -- history | queue: taken into that day's waiting line
      visit       TEXT    NOT NULL,      -- JSON of what is written in the row, as corrected
      entered_at  INTEGER NOT NULL,
      entered_by  TEXT    NOT NULL,      -- staff:<id>
      PRIMARY KEY (sheet_id, row)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE book_correction (
      correction_id TEXT    PRIMARY KEY,
      sheet_id      TEXT    NOT NULL,
      row           INTEGER NOT NULL,
      at            INTEGER NOT NULL,
      actor         TEXT    NOT NULL,
      reason        TEXT    NOT NULL,
      before        TEXT    NOT NULL,    -- JSON
      after         TEXT                 -- JSON; NULL: there was no such visitor
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX book_correction_by_row ON book_correction (sheet_id, row, at);

    -- The last sheet that a station counts for a day, also when what made it was lost.
    CREATE TABLE book_series (
      date TEXT NOT NULL, letter TEXT NOT NULL, last INTEGER NOT NULL,
      PRIMARY KEY (date, letter)
    ) STRICT, WITHOUT ROWID;

    -- Mornings on which somebody said that no sheet is needed.
    CREATE TABLE book_reminder (
      date TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
  `,
  prepare(db) {
    const sheet = db.prepare(
      'INSERT OR IGNORE INTO book_sheet (sheet_id, number, date, letter, sheet, rows, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const series = db.prepare<[date: string, letter: string, last: number]>(
      `INSERT INTO book_series (date, letter, last) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
    );
    const row = db.prepare(
      `INSERT OR REPLACE INTO book_row (sheet_id, row, ticket_id, visit_id, number, destination, visit, entered_at, entered_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const rewrite = db.prepare('UPDATE book_row SET visit = ? WHERE sheet_id = ? AND row = ?');
    const free = db.prepare('DELETE FROM book_row WHERE sheet_id = ? AND row = ?');
    const correction = db.prepare(
      'INSERT OR IGNORE INTO book_correction (correction_id, sheet_id, row, at, actor, reason, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const dismiss = db.prepare('INSERT OR IGNORE INTO book_reminder (date) VALUES (?)');

    const made = ({ sheetId, number, date, letter, sheet: place, rows }: SheetMade, at: number) => {
      sheet.run(sheetId, number, date, letter, place, rows, at);
      series.run(date, letter, place);
    };
    const entered = (
      data: Omit<PaperTicketIssued, 'happenedAt' | 'enteredAfterwards' | 'serviceId' | 'ground'>,
      where: string,
      by: RecordedEvent,
    ) =>
      void row.run(
        data.sheetId,
        data.row,
        data.ticketId,
        data.visitId,
        data.number,
        where,
        JSON.stringify(data.visit),
        by.at,
        actorToText(by.actor),
      );
    const corrected = (data: PaperTicketCorrected, { at, actor }: RecordedEvent) => {
      const after = data.after === null ? null : JSON.stringify(data.after);
      correction.run(data.correctionId, data.sheetId, data.row, at, actorToText(actor), data.reason, JSON.stringify(data.before), after);
      if (after === null) free.run(data.sheetId, data.row);
      else rewrite.run(after, data.sheetId, data.row);
    };

    return (recorded) => {
      for (const admitted of queueEvents(recorded)) {
        if (admitted.type !== 'ticketIssued.v1' || admitted.data.enteredAfterwards === undefined) continue;
        const { ticketId, visitId, number, enteredAfterwards } = admitted.data;
        entered({ ...enteredAfterwards, ticketId, visitId, number }, 'queue', recorded);
      }
      const event = { type: recorded.type, data: recorded.data } as BookEvent;
      switch (event.type) {
        case 'blackoutSheetMade.v1':
          return made(event.data, recorded.at);
        case 'blackoutSheetsSkipped.v1':
          return void series.run(event.data.date, event.data.letter, event.data.last);
        case 'blackoutReminderDismissed.v1':
          return void dismiss.run(event.data.date);
        case 'paperTicketIssued.v1':
          return entered(event.data, 'history', recorded);
        case 'paperTicketCorrected.v1':
          return corrected(event.data, recorded);
        case 'paperTicketCalled.v1':
        case 'paperTicketFinished.v1':
        case 'paperTicketNoShow.v1':
        case 'paperTicketLeft.v1':
        case 'paperTicketExpired.v1':
          return undefined;
      }
    };
  },
};
