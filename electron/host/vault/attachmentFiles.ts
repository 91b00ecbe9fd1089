/**
 * The sealed files of attachments, seen from outside: where they lie and which of them a vault file names. A file's name is
 * the SHA-256 of its bytes, so it can be checked by anybody who has no key.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databaseFile } from '../database/files.ts';

export const attachmentDirectory = (dataDir: string): string => join(dataDir, 'attachments');

/** Names such as `vault.db.damaged-2026-11-22T03-15-20.123Z`, without the logs that may stand beside them. */
export const setAsideVaults = (dataDir: string): readonly string[] =>
  readdirSync(dataDir).filter((name) => /^vault\.db\.(?:damaged|replaced)-[\dTZ.-]+Z$/u.test(name));

/** Names of the files that can still be opened: their key is in this vault. */
export function namedIn(vaultFile: string): readonly string[] {
  const db = new Database(vaultFile, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachment'").get() !== undefined;
    const rows = known ? db.prepare<[], { file: string }>('SELECT file FROM attachment WHERE id IN (SELECT id FROM note)').all() : [];
    return rows.map(({ file }) => file);
  } finally {
    db.close();
  }
}

/** What the vault of a station and those that were set aside name: a person may go back to one of them. */
export function namedInVaults(dataDir: string): ReadonlySet<string> {
  const present = databaseFile(dataDir, 'vault');
  const aside = setAsideVaults(dataDir).flatMap((name) => namedInDamaged(join(dataDir, name)));
  return new Set([...(existsSync(present) ? namedIn(present) : []), ...aside]);
}

/** A vault that was set aside may be the damaged one. */
function namedInDamaged(file: string): readonly string[] {
  try {
    return namedIn(file);
  } catch {
    // It names nothing that can be read; what it held beyond the present vault is lost with it.
    return [];
  }
}

export function filesIn(directory: string): readonly string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}
