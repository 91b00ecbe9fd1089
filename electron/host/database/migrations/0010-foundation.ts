import type { Migration } from '../migrate.ts';

/**
 * The tables that are not state: what happened, what was answered, who this station is. State tables are made by
 * `state/` and can be dropped and replayed; these cannot.
 */
export const foundation: Migration = {
  version: 10,
  name: 'foundation',
  up(db) {
    db.exec(`
      -- Audit log and outbox in one (DESIGN decision 4). Rows are never changed.
      CREATE TABLE event (
        seq        INTEGER PRIMARY KEY,  -- order in which this station learned of it
        id         TEXT    NOT NULL,     -- UUIDv7
        origin     TEXT    NOT NULL,     -- station that wrote it
        origin_seq INTEGER NOT NULL,     -- 1, 2, 3 … per origin, no gaps
        term       INTEGER NOT NULL,     -- term of the lead under which it was decided
        stream     TEXT    NOT NULL,     -- what it belongs to, e.g. queue/2026-11-22
        type       TEXT    NOT NULL,     -- ticketCalled.v1
        at         INTEGER NOT NULL,     -- ms since the epoch, UTC
        actor      TEXT    NOT NULL,     -- staff:<id> | device:<surface> | system
        command_id TEXT    NOT NULL,
        data       TEXT    NOT NULL,     -- JSON, never personal data
        prev_hash  BLOB    NOT NULL,     -- hash of the origin's event before
        hash       BLOB    NOT NULL,     -- SHA-256 over prev_hash and all columns but seq
        UNIQUE (origin, origin_seq)
      ) STRICT;
      CREATE INDEX event_by_stream ON event (stream, seq);

      CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
      CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

      -- The newest term this station has seen; an event of an older one is refused here, in the database.
      CREATE TABLE office_term (only INTEGER PRIMARY KEY CHECK (only = 1), term INTEGER NOT NULL) STRICT;
      INSERT INTO office_term VALUES (1, 1);
      CREATE TRIGGER event_of_stale_term BEFORE INSERT ON event
        WHEN NEW.term < (SELECT term FROM office_term)
        BEGIN SELECT RAISE(ABORT, 'stale term'); END;

      -- The first answer to each command, so that a repeated command has one effect.
      CREATE TABLE command_receipt (
        command_id TEXT    PRIMARY KEY,
        method     TEXT    NOT NULL,
        actor      TEXT    NOT NULL,
        at         INTEGER NOT NULL,
        answer     TEXT    NOT NULL      -- JSON
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE station (
        only   INTEGER PRIMARY KEY CHECK (only = 1),
        id     TEXT NOT NULL,            -- UUIDv7; origin of its events
        letter TEXT NOT NULL             -- empty for the founding lead
      ) STRICT;

      CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    `);
  },
};
