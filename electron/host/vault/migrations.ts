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
  {
    version: 50,
    name: 'copies-at-other-stations',
    up(db) {
      db.exec(`
        -- The latest change of every row that other stations of the office hold too (decision 0016, rule 20).
        CREATE TABLE shared_row (
          kind    TEXT    NOT NULL,         -- its table
          id      TEXT    NOT NULL,
          n       INTEGER NOT NULL UNIQUE,  -- order in which this station learned of it
          lamport INTEGER NOT NULL,         -- greater than that of every change known when it was made
          station TEXT    NOT NULL,         -- where it was made; empty: here. Decides between equal lamports
          PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX shared_row_by_lamport ON shared_row (lamport);
        -- How far this station has taken over the changes of another.
        CREATE TABLE shared_row_seen (station TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      `);
      for (const [kind, idColumn] of Object.entries({ person: 'id', note: 'id', credential: 'staff_id', attachment: 'id' })) {
        db.exec(`
          INSERT INTO shared_row (kind, id, n, lamport, station)
            SELECT '${kind}', ${idColumn}, (SELECT coalesce(max(n), 0) FROM shared_row) + row_number() OVER (ORDER BY ${idColumn}), 1, ''
            FROM ${kind};
          CREATE TRIGGER ${kind}_made_here AFTER INSERT ON ${kind} BEGIN ${noteChange(kind, `NEW.${idColumn}`)} END;
          CREATE TRIGGER ${kind}_changed_here AFTER UPDATE OF ${changing[kind] ?? ''} ON ${kind} BEGIN ${noteChange(kind, `NEW.${idColumn}`)} END;
          CREATE TRIGGER ${kind}_removed_here AFTER DELETE ON ${kind} BEGIN ${noteChange(kind, `OLD.${idColumn}`)} END;
        `);
      }
    },
  },
];

/** Columns whose change is a change for others too; whether an entry is settled is each station's own affair. */
const changing: Readonly<Record<string, string>> = {
  person: 'wrapped_key, content, nik_index, phone_index',
  note: 'wrapped_key, content',
  credential: 'secret',
  attachment: 'file',
};

const noteChange = (kind: string, changedId: string) => `
  INSERT INTO shared_row (kind, id, n, lamport, station)
  SELECT '${kind}', ${changedId}, coalesce(max(n), 0) + 1, (SELECT coalesce(max(lamport), 0) + 1 FROM shared_row), '' FROM shared_row
  WHERE true
  ON CONFLICT DO UPDATE SET n = excluded.n, lamport = excluded.lamport, station = '';`;
