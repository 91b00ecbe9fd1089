/** The commands of the `loket` command line. Each says what it finds, sentence by sentence, and answers the exit code. */
import { existsSync } from 'node:fs';
import { missingAttachments } from '../backup/attachmentStore.ts';
import { backupIsGood, createBackup } from '../backup/createBackup.ts';
import { type Backup, listBackups } from '../backup/manifest.ts';
import { pruneBackups } from '../backup/prune.ts';
import { restoreBackup } from '../backup/restore.ts';
import { checkStationFile, checkVaultFile, type Damage } from '../database/check.ts';
import { databaseFile, sumsFileOf } from '../database/files.ts';
import { checkPages, loadPageSums } from '../database/pageSums.ts';
import { walPageNumbers } from '../database/walFile.ts';
import { DataDirInUseError, lockDataDir } from '../dataDirLock.ts';
import { createSystemPorts } from '../ports.ts';
import { recoverStation, toldHeads } from '../recovery/recover.ts';
import { finishSwap } from '../recovery/swap.ts';

type Say = (line: string) => void;
const { clock } = createSystemPorts();

const words: Readonly<Record<Damage, string>> = {
  missing: 'the file is missing although there was data',
  unreadable: 'SQLite cannot read the file',
  pages: 'bytes of the file have changed on disk',
  structure: "SQLite's integrity check fails",
  chain: 'events were changed, removed or reordered',
  anchors: 'events are missing at the end, or were replaced',
};

/** Reads everything there is in a data directory. Changes nothing. */
export function verify(dataDir: string, say: Say): number {
  const running = whileIdle(dataDir);
  const results = [verifyStation(dataDir, running.idle, say), verifyVault(dataDir, say), verifyBackups(dataDir, say)];
  running.release();
  const sound = results.every(Boolean);
  say(sound ? 'Everything verifies.' : 'Something is wrong. The program sets a damaged database aside and recovers it when it starts.');
  return sound ? 0 : 1;
}

function verifyStation(dataDir: string, idle: boolean, say: Say): boolean {
  const file = databaseFile(dataDir, 'station');
  if (!existsSync(file)) {
    say(`There is no ${file}.`);
    return false;
  }
  const result = checkStationFile(file, toldHeads(dataDir));
  const damage = result.damage ?? (idle ? pageDamage(file) : null);
  if (damage !== null) {
    const where = result.fault === null ? '' : ` (event ${result.fault.originSeq} of station ${result.fault.origin})`;
    say(`station.db: damaged, ${words[damage]}${where}.`);
    return false;
  }
  const pages = idle ? 'pages, ' : 'the program is running and checks the pages itself; ';
  say(`station.db: sound (${pages}structure, hash chain of ${result.events} events, heads told elsewhere).`);
  return true;
}

/** Pages that the log replaces do not count: their place in the file is written again before anything reads it. */
function pageDamage(file: string): Damage | null {
  const sums = loadPageSums(sumsFileOf(file));
  if (sums === null) return null;
  const replaced = walPageNumbers(`${file}-wal`, sums.pageSize);
  return checkPages(file, sums).badPages.some((page) => !replaced.has(page)) ? 'pages' : null;
}

function verifyVault(dataDir: string, say: Say): boolean {
  const file = databaseFile(dataDir, 'vault');
  if (!existsSync(file)) {
    say('vault.db: there is none yet.');
    return true;
  }
  const { damage } = checkVaultFile(file, 'full');
  say(damage === null ? 'vault.db: sound (structure; every row is sealed for itself).' : `vault.db: damaged, ${words[damage]}.`);
  return damage === null;
}

function verifyBackups(dataDir: string, say: Say): boolean {
  const backups = listBackups(dataDir);
  if (backups.length === 0) say('backups: there are none yet.');
  return backups.flatMap((backup) => [verifyBackup(backup, say), sayMissing(dataDir, backup, say)]).every(Boolean);
}

function verifyBackup(backup: Backup, say: Say): boolean {
  const good = backupIsGood(backup);
  const { events } = backup.manifest;
  say(good ? `backups/${backup.name}: good (${events} events).` : `backups/${backup.name}: damaged; do not rely on it.`);
  return good;
}

/** Attachments are no part of what makes a backup good: one lost file must not keep a database from being restored. */
function sayMissing(dataDir: string, backup: Backup, say: Say): boolean {
  const missing = missingAttachments(dataDir, backup).length;
  if (missing > 0) say(`backups/${backup.name}: ${missing} attachments are missing or damaged in backups/attachments.`);
  return missing === 0;
}

/** Makes a verified backup, also beside a running program. */
export function backUp(dataDir: string, say: Say): number {
  if (!existsSync(databaseFile(dataDir, 'station'))) {
    say(`There is no database in ${dataDir}.`);
    return 2;
  }
  const at = clock.now();
  const { name, directory, manifest } = createBackup({ dataDir, kind: 'manual', date: new Date(at).toISOString().slice(0, 10), at });
  say(`Backed up and verified ${manifest.events} events: ${directory}`);
  for (const removed of pruneBackups(dataDir)) if (removed !== name) say(`Removed the old backup ${removed}.`);
  return 0;
}

export interface RestoreOptions {
  readonly from: string | null;
  readonly later: boolean;
}

/** Puts a backup in place of the present databases. @throws DataDirInUseError while the program runs. */
export function restore(dataDir: string, { from, later }: RestoreOptions, say: Say): number {
  const lock = lockDataDir(dataDir);
  try {
    finishSwap(dataDir);
    const wanted = listBackups(dataDir).filter(({ name }) => from === null || name === from);
    const backup = wanted.find(backupIsGood);
    if (backup === undefined) {
      say(wanted.length === 0 ? 'There is no such backup. Nothing was changed.' : 'No such backup verifies. Nothing was changed.');
      return wanted.length === 0 ? 2 : 1;
    }
    const at = clock.now();
    if (later) {
      const report = recoverStation({ dataDir, damage: null, at, backup });
      say(`Restored ${backup.name} with ${report.eventsFromBackup} events and added ${report.eventsAfterBackup} later ones.`);
      say(`The database that was there is kept as ${report.setAsideAs}. The vault was left as it is.`);
      return 0;
    }
    const kept = restoreBackup(dataDir, backup, at);
    say(`Restored ${backup.name} with ${backup.manifest.events} events.`);
    sayMissing(dataDir, backup, say);
    for (const name of kept) say(`What was there before is kept as ${name}.`);
    return 0;
  } finally {
    lock.release();
  }
}

/** Takes the lock when nobody has it, so that the file stands still while its pages are read. */
function whileIdle(dataDir: string): { idle: boolean; release(): void } {
  try {
    const lock = lockDataDir(dataDir);
    return { idle: true, release: () => lock.release() };
  } catch (error) {
    if (error instanceof DataDirInUseError) return { idle: false, release: () => {} };
    throw error;
  }
}
