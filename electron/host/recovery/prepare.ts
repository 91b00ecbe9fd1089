import { copyFileSync, rmSync } from 'node:fs';
import type { Backup } from '../backup/manifest.ts';
import { databaseFile, type DatabasePart, filesOf } from '../database/files.ts';
import { migrate } from '../database/migrate.ts';
import { openWriter, type Writer } from '../database/open.ts';
import { vaultMigrations } from '../vault/migrations.ts';
import { preparing } from './swap.ts';

/** `.damaged-2026-11-22T03-15-20.123Z`: names a file by when it was set aside. */
export const asideSuffix = (why: 'damaged' | 'replaced', at: number): string =>
  `.${why}-${new Date(at).toISOString().replaceAll(':', '-')}`;

/** A writable copy of the backup, or an empty database, under a name that nothing else uses. */
export function prepare(dataDir: string, part: DatabasePart, backup: Backup | null): Writer {
  const file = `${databaseFile(dataDir, part)}${preparing}`;
  for (const leftover of filesOf(file)) rmSync(leftover);
  if (backup !== null) copyFileSync(databaseFile(backup.directory, part), file);
  const db = openWriter(file);
  try {
    if (part === 'station') migrate(db);
    else migrate(db, () => {}, vaultMigrations);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
