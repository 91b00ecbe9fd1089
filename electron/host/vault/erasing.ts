import type Database from 'better-sqlite3';
import type { Erasure } from './erasures.ts';

/** Destroying keys in a vault file, be it the one in use or a copy with an older schema. */
export interface Erasing {
  /** @returns how many entries were destroyed; inside the caller's transaction. */
  destroy(erasure: Erasure): number;
  holds(erasure: Erasure): boolean;
}

/**
 * With a person go the drafts that name her: by her id, or by her NIK where it was typed without finding her. A draft's
 * attachments go with it.
 */
export function prepareErasing(db: Pick<Database.Database, 'prepare'>): Erasing {
  const table = (kind: Erasure['kind']) => ({
    select: db.prepare<[string]>(`SELECT 1 FROM ${kind} WHERE id = ?`),
    remove: db.prepare<[string]>(`DELETE FROM ${kind} WHERE id = ?`),
  });
  const entries = { person: table('person'), note: table('note') };
  const drafts = namesPersons(db) ? prepareDrafts(db) : null;
  return {
    destroy({ kind, id }) {
      const inDrafts = kind === 'person' ? (drafts?.destroy(id) ?? 0) : 0;
      return inDrafts + entries[kind].remove.run(id).changes;
    },
    holds: ({ kind, id }) => entries[kind].select.get(id) !== undefined || (kind === 'person' && drafts?.holds(id) === true),
  };
}

const namesPersons = (db: Pick<Database.Database, 'prepare'>): boolean =>
  db.prepare<[], { name: string }>("SELECT name FROM pragma_table_info('draft') WHERE name = 'person_id'").get() !== undefined;

function prepareDrafts(db: Pick<Database.Database, 'prepare'>) {
  const naming = db.prepare<[string, string], { id: string }>(
    `SELECT id FROM draft WHERE content IS NOT NULL
     AND (person_id = ? OR nik_index IN (SELECT nik_index FROM person WHERE id = ?))`,
  );
  const keysOfAttachments = db.prepare<[string]>('DELETE FROM note WHERE id IN (SELECT id FROM attachment WHERE owner_id = ?)');
  const end = db.prepare<[string]>('UPDATE draft SET wrapped_key = NULL, content = NULL, person_id = NULL, nik_index = NULL WHERE id = ?');
  return {
    holds: (personId: string) => naming.get(personId, personId) !== undefined,
    destroy: (personId: string) =>
      naming.all(personId, personId).reduce((sum, { id }) => sum + keysOfAttachments.run(id).changes + end.run(id).changes, 0),
  };
}
