import { type DayEvent, queueEvents } from './queueEvent.ts';
import { forgetDay } from './forgetDay.ts';
import type { StateTable } from './stateTable.ts';

/** Who sat at which counter from when to when, and how long the breaks were. */
export const counterSessionTable: StateTable = {
  name: 'counterSessions',
  version: 2,
  tables: ['counter_session'],
  schema: `
    CREATE TABLE counter_session (
      id          INTEGER PRIMARY KEY,
      date        TEXT    NOT NULL,         -- office day
      counter_id  TEXT    NOT NULL,
      staff_id    TEXT    NOT NULL,
      opened_at   INTEGER NOT NULL,         -- ms since the epoch (UTC)
      closed_at   INTEGER,                  -- NULL while somebody is signed on
      closed_by   TEXT,                     -- officer | takeOver | moved | dayClosed | rollover
      break_at    INTEGER,                  -- start of the running break
      break_ms    INTEGER NOT NULL          -- finished breaks
    ) STRICT;
    CREATE INDEX counter_session_open ON counter_session (counter_id) WHERE closed_at IS NULL;
  `,
  forget: forgetDay('counter_session'),
  prepare(db) {
    const open = db.prepare('INSERT INTO counter_session (date, counter_id, staff_id, opened_at, break_ms) VALUES (?, ?, ?, ?, 0)');
    const close = db.prepare(
      `UPDATE counter_session SET closed_at = @at, closed_by = @by, break_at = NULL,
         break_ms = break_ms + CASE WHEN break_at IS NULL THEN 0 ELSE max(0, @at - break_at) END
       WHERE counter_id = @counterId AND date = @date AND closed_at IS NULL`,
    );
    const startBreak = db.prepare('UPDATE counter_session SET break_at = ? WHERE counter_id = ? AND date = ? AND closed_at IS NULL');
    const endBreak = db.prepare(
      `UPDATE counter_session SET break_at = NULL, break_ms = break_ms + max(0, @at - break_at)
       WHERE counter_id = @counterId AND date = @date AND closed_at IS NULL AND break_at IS NOT NULL`,
    );
    const apply = (event: DayEvent) => {
      switch (event.type) {
        case 'counterOpened.v1': {
          const { counterId, staffId, takenOverFrom } = event.data;
          if (takenOverFrom !== null) close.run({ at: event.at, by: 'takeOver', counterId, date: event.date });
          return void open.run(event.date, counterId, staffId, event.at);
        }
        case 'counterClosed.v1':
          return void close.run({ at: event.at, by: event.data.reason, counterId: event.data.counterId, date: event.date });
        case 'counterBreakStarted.v1':
          return void startBreak.run(event.at, event.data.counterId, event.date);
        case 'counterBreakEnded.v1':
          return void endBreak.run({ at: event.at, counterId: event.data.counterId, date: event.date });
        default:
          return undefined;
      }
    };
    return (recorded) => queueEvents(recorded).forEach(apply);
  },
};
