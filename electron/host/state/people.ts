import type { PeopleEvent } from '../../../shared/domain/people/events.ts';
import { actorToText } from '../engine/event.ts';
import type { StateTable } from './stateTable.ts';

/** Exports and erasures of personal data: who did what when and why. Opaque ids; the persons are in the vault. */
export const peopleTables: StateTable = {
  name: 'people',
  version: 1,
  tables: ['person_export', 'person_erasure'],
  schema: `
    CREATE TABLE person_export (
      export_id TEXT    PRIMARY KEY,
      person_id TEXT    NOT NULL,
      reason    TEXT    NOT NULL,
      at        INTEGER NOT NULL,  -- ms since the epoch, UTC
      actor     TEXT    NOT NULL   -- staff:<id>
    ) STRICT;
    CREATE INDEX person_export_by_time ON person_export (at);

    CREATE TABLE person_erasure (
      person_id TEXT    PRIMARY KEY,
      reason    TEXT    NOT NULL,
      at        INTEGER NOT NULL,
      actor     TEXT    NOT NULL
    ) STRICT;
  `,
  prepare(db) {
    const exported = db.prepare('INSERT INTO person_export (export_id, person_id, reason, at, actor) VALUES (?, ?, ?, ?, ?)');
    const erased = db.prepare('INSERT OR IGNORE INTO person_erasure (person_id, reason, at, actor) VALUES (?, ?, ?, ?)');
    return ({ type, data, at, actor }) => {
      const event = { type, data } as PeopleEvent;
      if (event.type === 'personDataExported.v1') {
        exported.run(event.data.exportId, event.data.personId, event.data.reason, at, actorToText(actor));
      } else if (event.type === 'personErased.v1') {
        erased.run(event.data.personId, event.data.reason, at, actorToText(actor));
      }
    };
  },
};
