/**
 * Erasure in the copies of the vault that this station keeps (RELIABILITY 32): the daily backups, vault files that were set
 * aside as damaged or replaced, and the copies of attachments whose key is destroyed by it.
 *
 * A backup is vouched for by the fingerprint in its manifest, so its file is exchanged in steps that a crash may cut
 * anywhere:  1. a copy, erased and on disk, beside it   2. the manifest with the copy's fingerprint   3. the copy takes
 * the file's place. A start that finds a copy finishes 3 when the manifest already names it, else throws it away and
 * begins again.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { pruneAttachments } from '../backup/attachmentStore.ts';
import { fingerprint } from '../backup/fingerprint.ts';
import { type Backup, listBackups, manifestFile } from '../backup/manifest.ts';
import { renameDurably, writeDurably } from '../database/durableFile.ts';
import { databaseFile } from '../database/files.ts';
import { setAsideVaults } from './attachmentFiles.ts';
import { eraseInVaultFile, holdsErased } from './eraseInFile.ts';
import type { Erasure } from './erasures.ts';

/**
 * Applies erasures to every copy that still holds one of them. A copy that cannot be changed is logged and left; it is
 * tried again at the next start. @returns how many copies could not be changed.
 */
export function eraseInCopies(dataDir: string, erasures: readonly Erasure[], log: Logger): number {
  if (erasures.length === 0) return 0;
  const tasks = [
    ...listBackups(dataDir)
      .filter(({ manifest }) => manifest.vault !== null)
      .map((backup) => ({ copy: backup.name, run: () => eraseInBackup(backup, erasures) })),
    ...setAsideVaults(dataDir).map((name) => ({ copy: name, run: () => void eraseInVaultFile(join(dataDir, name), erasures) })),
    { copy: 'attachments', run: () => void pruneAttachments(dataDir) },
  ];
  const failed = tasks.filter(({ copy, run }) => {
    try {
      run();
      return false;
    } catch (error) {
      log.error({ err: error, copy }, 'an erasure could not be applied to a copy of the vault');
      return true;
    }
  });
  return failed.length;
}

function eraseInBackup({ directory, manifest }: Backup, erasures: readonly Erasure[]): void {
  const file = databaseFile(directory, 'vault');
  const copy = `${file}.erasing`;
  if (existsSync(copy)) {
    if (fingerprint(copy).sha256 === manifest.vault?.sha256) renameDurably(copy, file);
    else rmSync(copy);
  }
  if (!holdsErased(file, erasures)) return;
  copyFileSync(file, copy);
  eraseInVaultFile(copy, erasures);
  writeDurably(manifestFile(directory), `${JSON.stringify({ ...manifest, vault: fingerprint(copy) }, null, 2)}\n`);
  renameDurably(copy, file);
}
