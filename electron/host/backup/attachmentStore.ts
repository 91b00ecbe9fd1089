/**
 * Copies of the attachments, one store for all backups: a sealed file never changes, so it is copied once and shared. What a
 * backup needs is what its own vault names; what no vault names any more is removed.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { renameDurably, syncFile } from '../database/durableFile.ts';
import { tryLock } from '../dataDirLock.ts';
import { databaseFile } from '../database/files.ts';
import { attachmentDirectory, filesIn, namedIn, neededIn } from '../vault/attachmentFiles.ts';
import { type Backup, backupLock, backupsIn, listBackups } from './manifest.ts';
import { fingerprint } from './fingerprint.ts';

export const storeIn = (dataDir: string): string => join(backupsIn(dataDir), 'attachments');

/** Copies what is not in the store yet, each read back. @param directory of the backup @returns how many that it needs could not be had whole. */
export function storeAttachments(dataDir: string, directory: string): number {
  const vaultCopy = databaseFile(directory, 'vault');
  const names = namedIn(vaultCopy);
  if (names.length > 0) mkdirSync(storeIn(dataDir), { recursive: true, mode: 0o700 });
  const isStored = (name: string) =>
    existsSync(join(storeIn(dataDir), name)) || copied(attachmentDirectory(dataDir), storeIn(dataDir), name);
  const notStored = new Set(names.filter((name) => !isStored(name)));
  return neededIn(vaultCopy, databaseFile(directory, 'station')).filter((name) => notStored.has(name)).length;
}

/** Names that a backup needs and the store has not whole. */
export function missingAttachments(dataDir: string, { directory, manifest }: Backup): readonly string[] {
  if (manifest.vault === null) return [];
  const needed = neededIn(databaseFile(directory, 'vault'), databaseFile(directory, 'station'));
  return needed.filter((name) => !isWhole(join(storeIn(dataDir), name), name));
}

/** Brings back what the restored vault names and is not there whole. @returns how many could not be brought back. */
export function restoreAttachments(dataDir: string, { directory, manifest }: Backup): number {
  if (manifest.vault === null) return 0;
  const target = attachmentDirectory(dataDir);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  return namedIn(databaseFile(directory, 'vault')).filter(
    (name) => !isWhole(join(target, name), name) && !copied(storeIn(dataDir), target, name),
  ).length;
}

/** Removes copies that no backup needs any more; later, when one is being made at this moment. @returns how many. */
export function pruneAttachments(dataDir: string): number {
  if (filesIn(storeIn(dataDir)).length === 0) return 0;
  const lock = tryLock(join(dataDir, backupLock));
  if (lock === null) return 0;
  try {
    return pruneUnneeded(dataDir);
  } finally {
    lock.release();
  }
}

function pruneUnneeded(dataDir: string): number {
  const backups = listBackups(dataDir).filter(({ manifest }) => manifest.vault !== null);
  const needed = new Set(backups.flatMap(({ directory }) => namedIn(databaseFile(directory, 'vault'))));
  const gone = filesIn(storeIn(dataDir)).filter((name) => !needed.has(name));
  for (const name of gone) rmSync(join(storeIn(dataDir), name), { force: true });
  return gone.length;
}

const isWhole = (file: string, name: string): boolean => existsSync(file) && fingerprint(file).sha256 === name;

/** Copies one file under its name only when it arrived whole. */
function copied(from: string, to: string, name: string): boolean {
  const source = join(from, name);
  if (!existsSync(source)) return false;
  const arriving = join(to, `${name}.new`);
  copyFileSync(source, arriving);
  if (!isWhole(arriving, name)) {
    rmSync(arriving);
    return false;
  }
  syncFile(arriving);
  renameDurably(arriving, join(to, name));
  return true;
}
