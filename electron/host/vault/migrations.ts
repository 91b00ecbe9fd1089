import type { Migration } from '../database/migrate.ts';

/** The vault's own schema (DESIGN decision 9). A released migration is never changed. */
export const vaultMigrations: readonly Migration[] = [
  {
    version: 10,
    name: 'vault',
    up(db) {
      db.exec(`
        -- One row per person. Destroying the row destroys her key; nothing else can open the content.
        CREATE TABLE person (
          id          TEXT    PRIMARY KEY,
          wrapped_key BLOB    NOT NULL,  -- the person's own data key, sealed under the office key
          content     BLOB    NOT NULL,  -- JSON sealed under the data key
          nik_index   BLOB,              -- keyed HMAC of the digits; NULL when none was given
          phone_index BLOB,
          created_at  INTEGER NOT NULL,
          settled     INTEGER NOT NULL   -- 1: an event names it; 0: written just before its event, checked at start
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX person_by_nik ON person (nik_index) WHERE nik_index IS NOT NULL;
        CREATE INDEX person_by_phone ON person (phone_index) WHERE phone_index IS NOT NULL;
        CREATE INDEX person_unsettled ON person (id) WHERE settled = 0;

        CREATE TABLE note (
          id          TEXT    PRIMARY KEY,
          wrapped_key BLOB    NOT NULL,
          content     BLOB    NOT NULL,
          created_at  INTEGER NOT NULL,
          settled     INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX note_unsettled ON note (id) WHERE settled = 0;

        -- Proof that the keys at hand are those this vault was written with.
        CREATE TABLE key_check (name TEXT PRIMARY KEY, tag BLOB NOT NULL) STRICT, WITHOUT ROWID;

        -- Access: no event and no receipt ever holds any of this.
        CREATE TABLE credential (
          staff_id   TEXT    PRIMARY KEY,
          secret     TEXT    NOT NULL,   -- scrypt$logN$r$p$salt$peppered hash
          changed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE login_failure (
          staff_id      TEXT    PRIMARY KEY,
          failures      INTEGER NOT NULL,  -- wrong secrets since the last right one
          delay_ms      INTEGER NOT NULL,
          delayed_until INTEGER NOT NULL   -- wall clock, ms; never trusted beyond delay_ms
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session (
          token_hash BLOB    PRIMARY KEY,
          staff_id   TEXT    NOT NULL,
          started_at INTEGER NOT NULL,
          seen_at    INTEGER NOT NULL,
          locked     INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
      `);
    },
  },
  {
    version: 20,
    name: 'session-age',
    up(db) {
      // How old a session was when it was last written: a wall clock set back across a restart makes it no younger.
      db.exec('ALTER TABLE session ADD COLUMN age_ms INTEGER NOT NULL DEFAULT 0');
    },
  },
  {
    version: 30,
    name: 'drafts-and-attachments',
    up(db) {
      db.exec(`
        -- What an officer is typing. Ended: registered or thrown away; the row stays, so that a late save brings nothing back.
        CREATE TABLE draft (
          id          TEXT    PRIMARY KEY,
          staff_id    TEXT    NOT NULL,
          wrapped_key BLOB,              -- NULL: ended
          content     BLOB,
          revision    INTEGER NOT NULL,
          updated_at  INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX draft_by_staff ON draft (staff_id, updated_at) WHERE content IS NOT NULL;

        -- Sealed files of drafts and complaints (the draft's id is the complaint's). Key and name are a note under the id.
        CREATE TABLE attachment (
          id       TEXT    PRIMARY KEY,
          owner_id TEXT    NOT NULL,
          staff_id TEXT    NOT NULL,     -- who attached it
          file     TEXT    NOT NULL      -- SHA-256 of the sealed bytes, hex
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX attachment_by_owner ON attachment (owner_id);
      `);
    },
  },
  {
    version: 40,
    name: 'drafts-of-a-person',
    up(db) {
      db.exec(`
        -- Whom a draft names, so that an erasure finds it in every copy without opening it.
        ALTER TABLE draft ADD COLUMN person_id TEXT;
        ALTER TABLE draft ADD COLUMN nik_index BLOB;   -- keyed HMAC as in person
        CREATE INDEX draft_by_person ON draft (person_id) WHERE person_id IS NOT NULL;
        CREATE INDEX draft_by_nik ON draft (nik_index) WHERE nik_index IS NOT NULL;
      `);
    },
  },
];
