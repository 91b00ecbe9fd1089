/**
 * One program per data directory. The lock is an exclusive SQLite lock on a small file held open: the operating
 * system gives it back when the process ends in any way, so a killed program never leaves a stale lock behind.
 * Who holds it stands beside it, for the sentence that refuses the second start.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { storageProblem } from './storageProblem.ts';

export interface DataDirLock {
  release(): void;
}

/** Another running program uses this data directory. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError';
  /** Process that holds the directory; `null` when it has not written it down yet. */
  readonly pid: number | null;
  readonly dataDir: string;
  constructor(dataDir: string, pid: number | null) {
    const who = pid === null ? 'Another Loket' : `Another Loket (process ${pid})`;
    super(`${who} is already using the data directory ${dataDir}. Close it first, or choose another directory with --data.`);
    this.pid = pid;
    this.dataDir = dataDir;
  }
}

/**
 * Takes the data directory for this process; creates it when missing.
 * @throws DataDirInUseError while another process, or another lock in this one, holds it.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  // Only the directory itself is closed to others: one above it may hold other things, of other users.
  mkdirSync(dirname(dataDir), { recursive: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const holderFile = join(dataDir, 'lock.pid');
  const lock = tryLock(join(dataDir, 'lock.db'));
  if (lock === null) throw new DataDirInUseError(dataDir, readHolder(holderFile));
  onDisk(() => writeFileSync(holderFile, `${process.pid}\n`, { mode: 0o600 }));
  return {
    release() {
      onDisk(() => rmSync(holderFile, { force: true }));
      lock.release();
    },
  };
}

/**
 * Every handle that holds a lock. A handle that nobody refers to is closed by the garbage collector, and with it the
 * lock would be gone while its process runs on.
 */
const holding = new Set<Database.Database>();

/** Takes a lock named by a file, which is created when missing; `null` while somebody holds it. */
export function tryLock(file: string): DataDirLock | null {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
  holding.add(db);
  return {
    release() {
      if (!holding.delete(db)) return;
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

/** On a full or read-only disk the holder's name beside the lock is missing or stale; the lock holds all the same. */
function onDisk(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (storageProblem(error) === null) throw error;
  }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

function readHolder(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
