/**
 * The sealed files of attachments, seen from outside: where they lie and which of them a vault file names. A file's name is
 * the SHA-256 of its bytes, so it can be checked by anybody who has no key.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { databaseFile } from '../database/files.ts';

export const attachmentDirectory = (dataDir: string): string => join(dataDir, 'attachments');

const partSuffix = '.part';
/** A file that is being fetched from another station, as far as it has come (decision 22). */
export const partName = (file: string): string => `${file}${partSuffix}`;
/** The file that a name in the directory belongs to, whole or in part. */
export const fileOfName = (name: string): string => (name.endsWith(partSuffix) ? name.slice(0, -partSuffix.length) : name);

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

/**
 * Of the files that a vault names, those that its station should have: of drafts typed there, and of registered complaints. The files of
 * drafts at other stations stay there (decision 22). @param stationFile the database of the same moment
 */
export function neededIn(vaultFile: string, stationFile: string): readonly string[] {
  const db = new Database(vaultFile, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    // An older vault has no such tables, and then none is named.
    if (namedIn(vaultFile).length === 0) return [];
    const rows = db
      .prepare<[], { id: string; file: string; typedHere: number }>(
        'SELECT id, file, owner_id IN (SELECT id FROM draft) AS typedHere FROM attachment WHERE id IN (SELECT id FROM note)',
      )
      .all();
    const registered = attachedIn(stationFile);
    return rows.filter(({ id, typedHere }) => typedHere === 1 || registered.has(id)).map(({ file }) => file);
  } finally {
    db.close();
  }
}

function attachedIn(stationFile: string): ReadonlySet<string> {
  const db = new Database(stationFile, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'complaint_attachment'").get() !== undefined;
    const rows = known ? db.prepare<[], { id: string }>('SELECT attachment_id AS id FROM complaint_attachment').all() : [];
    return new Set(rows.map(({ id }) => id));
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
