import type { Happened } from '../../../shared/domain/decider.ts';
import { type FloorEvent, floorStream } from '../../../shared/domain/floor/events.ts';
import type { StateTable } from './stateTable.ts';

/** Texts that were put on screens and thanks to officers, with who said them. */
export const floorTables: StateTable = {
  name: 'floor',
  version: 1,
  tables: ['broadcast', 'thanks'],
  schema: `
    CREATE TABLE broadcast (
      broadcast_id TEXT    PRIMARY KEY,
      text         TEXT    NOT NULL,     -- JSON {id, en}
      surfaces     TEXT    NOT NULL,     -- JSON list of board, kiosk, staff
      from_at      INTEGER NOT NULL,     -- ms since the epoch (UTC)
      until_at     INTEGER NOT NULL,
      sent_by      TEXT,                 -- staff id
      withdrawn_at INTEGER,
      withdrawn_by TEXT
    ) STRICT;
    CREATE INDEX broadcast_by_end ON broadcast (until_at) WHERE withdrawn_at IS NULL;
    CREATE TABLE thanks (
      thanks_id TEXT    PRIMARY KEY,
      staff_id  TEXT    NOT NULL,        -- who is thanked
      reason    TEXT    NOT NULL,
      at        INTEGER NOT NULL,
      thanked_by TEXT,                   -- staff id
      seen_at   INTEGER
    ) STRICT;
    CREATE INDEX thanks_unseen ON thanks (staff_id, at) WHERE seen_at IS NULL;
  `,
  // All of it at once: there is little, and a new term leaves out hardly any.
  forget(db) {
    const clear = [db.prepare('DELETE FROM broadcast'), db.prepare('DELETE FROM thanks')];
    return (stream) => {
      if (stream === floorStream) for (const table of clear) table.run();
    };
  },
  prepare(db) {
    const send = db.prepare('INSERT INTO broadcast (broadcast_id, text, surfaces, from_at, until_at, sent_by) VALUES (?, ?, ?, ?, ?, ?)');
    const withdraw = db.prepare('UPDATE broadcast SET withdrawn_at = ?, withdrawn_by = ? WHERE broadcast_id = ?');
    const thank = db.prepare('INSERT INTO thanks (thanks_id, staff_id, reason, at, thanked_by) VALUES (?, ?, ?, ?, ?)');
    const see = db.prepare('UPDATE thanks SET seen_at = ? WHERE thanks_id = ?');
    return ({ stream, type, data, at, actor }) => {
      if (stream !== floorStream) return;
      const event = { type, data, at, actor } as FloorEvent & Happened;
      const by = actor.kind === 'staff' ? actor.staffId : null;
      switch (event.type) {
        case 'broadcastSent.v1': {
          const { broadcastId, text, surfaces, until } = event.data;
          return void send.run(broadcastId, JSON.stringify(text), JSON.stringify(surfaces), at, until, by);
        }
        case 'broadcastWithdrawn.v1':
          return void withdraw.run(at, by, event.data.broadcastId);
        case 'officerThanked.v1':
          return void thank.run(event.data.thanksId, event.data.staffId, event.data.reason, at, by);
        case 'thanksSeen.v1':
          return void see.run(at, event.data.thanksId);
      }
    };
  },
};
