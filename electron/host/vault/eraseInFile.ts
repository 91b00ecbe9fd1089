import Database from 'better-sqlite3';
import { prepareErasing } from './erasing.ts';
import type { Erasure } from './erasures.ts';

/** Whether a copy of the vault still holds any of what was erased. */
export function holdsErased(file: string, erasures: readonly Erasure[]): boolean {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    const erasing = prepareErasing(db);
    return erasures.some((erasure) => erasing.holds(erasure));
  } finally {
    db.close();
  }
}

/**
 * Destroys the keys of persons and notes inside a copy of the vault that nobody has open; the freed bytes are
 * overwritten. Leaves one file without a log beside it.
 * @returns how many were destroyed. @throws SqliteError when the file is not a sound vault.
 */
export function eraseInVaultFile(file: string, erasures: readonly Erasure[]): number {
  const db = new Database(file, { fileMustExist: true, timeout: 5000 });
  try {
    db.pragma('secure_delete = ON');
    // Also empties and removes a write-ahead log that came with the file.
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = FULL');
    const erasing = prepareErasing(db);
    return db.transaction(() => erasures.reduce((sum, erasure) => sum + erasing.destroy(erasure), 0))();
  } finally {
    db.close();
  }
}
