import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { renameDurably } from '../database/durableFile.ts';
import { pruneAttachments } from './attachmentStore.ts';
import { type Backup, backupsIn, listBackups } from './manifest.ts';

/** Office days of which a backup is kept. */
export const daysKept = 14;
const keptOfNewestDay = 3;
const beforeMigrationsKept = 3;

/**
 * Removes what is older than the newest 14 days with a backup, and all but the newest of each older day.
 * Copies made before a migration are counted apart, so that ordinary days never push them out.
 * @returns names of the removed backups.
 */
export function pruneBackups(dataDir: string): readonly string[] {
  const newestFirst = listBackups(dataDir).toSorted((a, b) => b.manifest.at - a.manifest.at);
  const [ordinary, beforeMigration] = partition(newestFirst);
  const days = [...new Set(ordinary.map(({ manifest }) => manifest.date))];
  const today = days[0];
  const kept = new Set<Backup>(beforeMigration.slice(0, beforeMigrationsKept));
  for (const day of days.slice(0, daysKept)) {
    const ofDay = ordinary.filter(({ manifest }) => manifest.date === day);
    for (const backup of day === today ? ofDay.slice(0, keptOfNewestDay) : ofDay.slice(0, 1)) kept.add(backup);
  }
  const removed = newestFirst.filter((backup) => !kept.has(backup));
  for (const backup of removed) remove(dataDir, backup);
  pruneAttachments(dataDir);
  return removed.map(({ name }) => name);
}

/** Takes the name away first, so that a half-removed directory is never taken for a backup. */
function remove(dataDir: string, { name, directory }: Backup): void {
  const trash = join(backupsIn(dataDir), `.removing-${name}`);
  renameDurably(directory, trash);
  rmSync(trash, { recursive: true, force: true });
}

function partition(backups: readonly Backup[]): readonly [Backup[], Backup[]] {
  const isBefore = ({ manifest }: Backup) => manifest.kind === 'beforeMigration';
  return [backups.filter((backup) => !isBefore(backup)), backups.filter(isBefore)];
}
