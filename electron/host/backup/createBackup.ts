/**
 * A backup is a directory that appears under its name only when it is complete, on disk and verified:
 * both databases by VACUUM INTO (a consistent copy while the program goes on writing), then read back in full.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkStationFile, checkVaultFile } from '../database/check.ts';
import { renameDurably, syncDirectory, syncFile, writeDurably } from '../database/durableFile.ts';
import { databaseFile, type DatabasePart } from '../database/files.ts';
import { openReader } from '../database/open.ts';
import { tryLock } from '../dataDirLock.ts';
import { anchorsOf, readAnchors } from '../recovery/anchors.ts';
import { storeAttachments } from './attachmentStore.ts';
import { fingerprint } from './fingerprint.ts';
import { type Backup, backupLock, type BackupKind, backupsIn, freeName, type Manifest, manifestFile } from './manifest.ts';

export interface BackupRequest {
  readonly dataDir: string;
  readonly kind: BackupKind;
  /** Office date, names the directory. */
  readonly date: string;
  /** ms since the epoch. */
  readonly at: number;
}

/** The copy was written but does not hold what it should; it was removed. */
export class BackupNotVerifiedError extends Error {
  override readonly name = 'BackupNotVerifiedError';
}

/**
 * Makes and verifies a backup; blocks until it is done (a worker calls it while the host runs).
 * @throws BackupNotVerifiedError, or I/O errors; then no backup of that name exists.
 */
export function createBackup(request: BackupRequest): Backup {
  const lock = tryLock(join(request.dataDir, backupLock));
  if (lock === null) throw new Error('Another backup is being made at this moment.');
  try {
    return make(request);
  } finally {
    lock.release();
  }
}

function make({ dataDir, kind, date, at }: BackupRequest): Backup {
  const root = backupsIn(dataDir);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const name = freeName(dataDir, date);
  const making = join(root, `.making-${name}`);
  clearUnfinished(root);
  mkdirSync(making, { mode: 0o700 });
  try {
    // What is in the database now at the latest must be in the copy.
    const anchors = readAnchors(dataDir)?.heads ?? [];
    copyDatabase(dataDir, 'station', making);
    const hasVault = existsSync(databaseFile(dataDir, 'vault'));
    if (hasVault) copyDatabase(dataDir, 'vault', making);

    const station = databaseFile(making, 'station');
    const checked = checkStationFile(station, anchors);
    if (checked.damage !== null) throw new BackupNotVerifiedError(`The copy of the station's database fails its check: ${checked.damage}`);
    if (hasVault) {
      const { damage } = checkVaultFile(databaseFile(making, 'vault'), 'full');
      if (damage !== null) throw new BackupNotVerifiedError(`The copy of the vault fails its check: ${damage}`);
    }
    const manifest: Manifest = {
      version: 1,
      kind,
      date,
      at,
      ...describe(station),
      events: checked.events,
      heads: [...checked.heads],
      station: fingerprint(station),
      vault: hasVault ? fingerprint(databaseFile(making, 'vault')) : null,
      attachmentsMissing: hasVault ? storeAttachments(dataDir, making) : 0,
    };
    writeDurably(manifestFile(making), `${JSON.stringify(manifest, null, 2)}\n`);
    syncDirectory(making);
    const directory = join(root, name);
    renameDurably(making, directory);
    return { name, directory, manifest };
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}

/** Whether a backup still holds exactly what its manifest says. @throws I/O errors that are not damage. */
export function backupIsGood({ directory, manifest }: Backup): boolean {
  const station = databaseFile(directory, 'station');
  const vault = databaseFile(directory, 'vault');
  if (!matches(station, manifest.station)) return false;
  if (manifest.vault !== null && !matches(vault, manifest.vault)) return false;
  return checkStationFile(station, manifest.heads).damage === null;
}

/** What a crash left of a backup being made or removed. */
function clearUnfinished(root: string): void {
  for (const name of readdirSync(root)) if (/^\.(making|removing)-/u.test(name)) rmSync(join(root, name), { recursive: true, force: true });
}

function matches(file: string, told: { bytes: number; sha256: string }): boolean {
  if (!existsSync(file) || statSync(file).size !== told.bytes) return false;
  return fingerprint(file).sha256 === told.sha256;
}

function copyDatabase(dataDir: string, part: DatabasePart, into: string): void {
  const target = databaseFile(into, part);
  const db = openReader(databaseFile(dataDir, part));
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
  syncFile(target);
}

function describe(stationFile: string): Pick<Manifest, 'schema' | 'lastSeq'> {
  const db = openReader(stationFile);
  try {
    return { schema: Number(db.pragma('user_version', { simple: true })), lastSeq: anchorsOf(db, 0).seq };
  } finally {
    db.close();
  }
}
