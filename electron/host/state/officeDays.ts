import { queueEvents } from './queueEvent.ts';
import { forgetDay } from './forgetDay.ts';
import type { StateTable } from './stateTable.ts';

/** Every office day, with its first opening and its last closing. */
export const officeDayTable: StateTable = {
  name: 'officeDays',
  version: 2,
  tables: ['office_day'],
  schema: `
    CREATE TABLE office_day (
      date      TEXT    PRIMARY KEY,        -- in the office's zone, 2026-11-22
      opened_at INTEGER NOT NULL,           -- first opening, ms since the epoch (UTC)
      openings  INTEGER NOT NULL,           -- 2 when it was closed and opened again
      closed_at INTEGER,                    -- NULL while open
      closed_by TEXT                        -- officer | rollover
    ) STRICT, WITHOUT ROWID;
  `,
  forget: forgetDay('office_day'),
  prepare(db) {
    const open = db.prepare(
      `INSERT INTO office_day (date, opened_at, openings) VALUES (?, ?, 1)
       ON CONFLICT DO UPDATE SET openings = openings + 1, closed_at = NULL, closed_by = NULL`,
    );
    const close = db.prepare('UPDATE office_day SET closed_at = ?, closed_by = ? WHERE date = ?');
    return (recorded) => {
      for (const event of queueEvents(recorded)) {
        if (event.type === 'officeDayOpened.v1') open.run(event.data.date, event.at);
        if (event.type === 'officeDayClosed.v1') close.run(event.at, event.data.reason, event.data.date);
      }
    };
  },
};
