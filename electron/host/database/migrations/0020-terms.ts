import type { Migration } from '../migrate.ts';

/** Several stations (decision 0016): which events of a lead came after its term was over, and what was promised to a new one. */
export const terms: Migration = {
  version: 20,
  name: 'terms',
  up(db) {
    db.exec(`
      -- Events of a former lead that its successor did not have: part of the copy, but not of the queue or the configuration.
      CREATE TABLE left_out (
        origin     TEXT    NOT NULL,
        origin_seq INTEGER NOT NULL,
        PRIMARY KEY (origin, origin_seq)
      ) STRICT, WITHOUT ROWID;

      -- The greatest term for which this station said that it answers no beat of an older one.
      CREATE TABLE term_promise (only INTEGER PRIMARY KEY CHECK (only = 1), term INTEGER NOT NULL) STRICT;
      INSERT INTO term_promise VALUES (1, 1);

      -- A station that this lead asked to take over, and that has not said how it went: also after a restart.
      CREATE TABLE hand_over_in_doubt (only INTEGER PRIMARY KEY CHECK (only = 1), station_id TEXT) STRICT;
      INSERT INTO hand_over_in_doubt VALUES (1, NULL);

      -- Whatever is not decided where it happens is the lead's alone, and refused under a term that is over, unless the same transaction files it as left out.
      DROP TRIGGER event_of_stale_term;
      CREATE TRIGGER event_of_stale_term BEFORE INSERT ON event
        WHEN NEW.term < (SELECT term FROM office_term)
         AND NOT (NEW.stream IN ('people', 'training', 'keyProtection') OR NEW.stream LIKE 'access/%' OR NEW.stream LIKE 'book/%' OR NEW.stream LIKE 'complaint%'
           OR NEW.stream LIKE 'documents/%' OR NEW.stream LIKE 'incident/%' OR NEW.stream LIKE 'printing/%' OR NEW.stream LIKE '%@%')
         AND NOT EXISTS (SELECT 1 FROM left_out WHERE origin = NEW.origin AND origin_seq = NEW.origin_seq)
        BEGIN SELECT RAISE(ABORT, 'stale term'); END;
    `);
  },
};
