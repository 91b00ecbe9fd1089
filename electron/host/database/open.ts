import Database from 'better-sqlite3';

/** A handle that may write. There is one per database file and process: the host is the only writer. */
export type Writer = Database.Database & { readonly __writer: true };
/** What queries need of a handle; a `Writer` is also a `Reader`. */
export type Reader = Pick<Database.Database, 'prepare'>;

export interface OpenOptions {
  /** Fails instead of creating the file. */
  readonly mustExist?: boolean;
}

/** SQLite did not take a setting on which a promise rests; the program must not run on such a database. */
export class UnsafeDatabaseError extends Error {
  override readonly name = 'UnsafeDatabaseError';
}

/** The settings that the promises rest on, with the value that reading them back must give (RELIABILITY 10). */
const required: readonly (readonly [pragma: string, value: string, readBack: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // After the switch to WAL: better-sqlite3's build lowers it to NORMAL there, and NORMAL may lose the last commits.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  // Deleted content is overwritten with zeros, for personal data and old credentials.
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

/**
 * Opens a database file for writing and proves that it is durable.
 * @throws UnsafeDatabaseError when a setting does not hold; SqliteError when the file is not a database.
 */
export function openWriter(file: string, options: OpenOptions = {}): Writer {
  const db = new Database(file, { fileMustExist: options.mustExist ?? false, timeout: 5000 });
  try {
    for (const [pragma, value] of required) db.pragma(`${pragma} = ${value}`);
    db.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
    assertDurable(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db as Writer;
}

/** Opens a database file for reading only; used by checks on backups and set-aside files. */
export function openReader(file: string): Database.Database {
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
}

/**
 * Closes a writer without the checkpoint that SQLite makes when the last handle of a database is closed: a reader is
 * the last one, and it cannot. The page sums would not know of such a checkpoint.
 */
export function closeKeepingLog(db: Writer): void {
  let reader: Database.Database | null = null;
  try {
    reader = openReader(db.name);
    // Only a read makes it take part in the log.
    reader.pragma('user_version');
  } catch {
    // A file that cannot even be opened for reading has nothing to be kept from.
  }
  db.close();
  reader?.close();
}

function assertDurable(db: Database.Database): void {
  for (const [pragma, , expected] of required) {
    const actual: unknown = db.pragma(pragma, { simple: true });
    if (actual !== expected) throw new UnsafeDatabaseError(`PRAGMA ${pragma} is ${String(actual)}, must be ${expected}`);
  }
}
