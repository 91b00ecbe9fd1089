import type { Writer } from './open.ts';
import { migrations } from './migrations/index.ts';

export interface Migration {
  /** Steps of ten, so that a fix can be put between two released ones. */
  readonly version: number;
  readonly name: string;
  /** Runs inside the transaction that also raises `user_version`. */
  up(db: Writer): void;
}

/** The database was written by a newer program. Nothing was read or written; the newer program must open it. */
export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`Database schema ${found} is newer than this program knows (${known}).`);
    this.found = found;
    this.known = known;
  }
}

/**
 * Brings the database to the newest schema, each migration in a transaction of its own.
 * @param beforeFirst called once, before the first change to a database that already holds data (backup).
 * @throws NewerDatabaseError before anything is written.
 */
export function migrate(db: Writer, beforeFirst: (from: number) => void = () => {}, list: readonly Migration[] = migrations): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  const known = list.at(-1)?.version ?? 0;
  if (found > known) throw new NewerDatabaseError(found, known);
  const pending = list.filter((migration) => migration.version > found);
  if (pending.length > 0 && found > 0) beforeFirst(found);
  for (const migration of pending) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
