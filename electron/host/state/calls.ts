import { type DayEvent, queueEvents } from './queueEvent.ts';
import { forgetDay } from './forgetDay.ts';
import type { StateTable } from './stateTable.ts';

/** Every announcement ever made, with why this ticket was called and not another. */
export const callTable: StateTable = {
  name: 'calls',
  version: 2,
  tables: ['call'],
  schema: `
    CREATE TABLE call (
      date       TEXT    NOT NULL,          -- office day
      call_order INTEGER NOT NULL,          -- grows over calls, recalls and days
      origin     TEXT    NOT NULL,          -- station that called
      ticket_id  TEXT    NOT NULL,
      number     TEXT    NOT NULL,
      counter_id TEXT    NOT NULL,
      at         INTEGER NOT NULL,          -- ms since the epoch (UTC)
      recall     INTEGER NOT NULL,          -- 1: announced again
      reason     TEXT,                      -- JSON: rule, ground, weight, waitedMs; NULL for a recall
      PRIMARY KEY (date, call_order, origin)
    ) STRICT, WITHOUT ROWID;
  `,
  forget: forgetDay('call'),
  prepare(db) {
    const insert = db.prepare(
      'INSERT INTO call (date, call_order, origin, ticket_id, number, counter_id, at, recall, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const apply = (event: DayEvent) => {
      if (event.type === 'ticketMoved.v1') {
        const { callOrder, ticketId, number, counterId } = event.data;
        if (callOrder !== null) insert.run(event.date, callOrder, event.origin, ticketId, number, counterId, event.at, 1, null);
        return;
      }
      if (event.type !== 'ticketCalled.v1' && event.type !== 'ticketRecalled.v1' && event.type !== 'visitRecorded.v1') return;
      const { callOrder, ticketId, number, counterId } = event.data;
      // Called before the cut, and so in the table.
      if (callOrder === null) return;
      const at = event.type === 'visitRecorded.v1' ? event.data.calledAt : event.at;
      const reason = event.type === 'ticketRecalled.v1' ? null : JSON.stringify(event.data.reason);
      insert.run(event.date, callOrder, event.origin, ticketId, number, counterId, at, reason === null ? 1 : 0, reason);
    };
    return (recorded) => queueEvents(recorded).forEach(apply);
  },
};
