import { forgetDay } from './forgetDay.ts';
import { bookEvent } from './paperTickets.ts';
import { queueEvents } from './queueEvent.ts';
import type { StateTable } from './stateTable.ts';

/** Every visit: one person at the office on one day, with one ticket or several. */
export const visitTable: StateTable = {
  name: 'visits',
  version: 2,
  tables: ['visit'],
  schema: `
    CREATE TABLE visit (
      id         TEXT    PRIMARY KEY,       -- UUIDv7
      date       TEXT    NOT NULL,          -- office day
      arrived_at INTEGER NOT NULL,          -- ms since the epoch (UTC)
      has_note   INTEGER NOT NULL           -- 1: its text is in the vault
    ) STRICT, WITHOUT ROWID;
  `,
  forget: forgetDay('visit'),
  prepare(db) {
    const arrive = db.prepare('INSERT INTO visit (id, date, arrived_at, has_note) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING');
    const note = db.prepare('UPDATE visit SET has_note = ? WHERE id = ?');
    const arrivedAt = db.prepare('UPDATE visit SET arrived_at = ? WHERE id = ?');
    const neverCame = db.prepare('DELETE FROM visit WHERE id = ?');
    const onPaper = (event: ReturnType<typeof bookEvent>) => {
      if (event?.type === 'paperTicketIssued.v1') arrive.run(event.data.visitId, event.date, event.data.happenedAt);
      if (event?.type !== 'paperTicketCorrected.v1') return;
      if (event.data.times === null) neverCame.run(event.data.visitId);
      else arrivedAt.run(event.data.times.arrivedAt, event.data.visitId);
    };
    return (recorded) => {
      onPaper(bookEvent(recorded));
      for (const event of queueEvents(recorded)) {
        if (event.type === 'ticketIssued.v1') {
          arrive.run(event.data.visitId, event.date, event.data.enteredAfterwards?.arrivedAt ?? event.at);
        }
        if (event.type === 'visitNoteChanged.v1') note.run(event.data.hasNote ? 1 : 0, event.data.visitId);
      }
    };
  },
};
