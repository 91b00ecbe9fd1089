/**
 * Recovery of a damaged database (RELIABILITY 14): a new one is prepared beside it from the newest good backup and
 * from what can be verified in the damaged one, then both change places. The damaged files are kept as they are.
 */
import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { backupIsGood } from '../backup/createBackup.ts';
import { type Backup, listBackups } from '../backup/manifest.ts';
import { type Damage, isDamageError, structureIsSound } from '../database/check.ts';
import { databaseFile, sumsFileOf } from '../database/files.ts';
import { openReader, type Writer } from '../database/open.ts';
import { computePageSums } from '../database/pageSums.ts';
import { countEvents, readHeads } from '../engine/eventStore.ts';
import type { ChainHead } from '../../../sync/hashChain.ts';
import { verifyChain } from '../engine/verifyChain.ts';
import { anchorsOf, readAnchors, writeAnchors } from './anchors.ts';
import { asideSuffix, prepare } from './prepare.ts';
import type { RecoveryReport } from './reports.ts';
import { salvageEvents, salvageRows, salvageStation, salvageTerm } from './salvage.ts';
import { preparedAnchors, preparing, swapIn } from './swap.ts';

export interface RecoverRequest {
  readonly dataDir: string;
  /** `null`: a person asked for it; then there is nothing to be shown later. */
  readonly damage: Damage | null;
  /** ms since the epoch. */
  readonly at: number;
  /** What to start from. Default: the newest good backup. */
  readonly backup?: Backup;
}

/** Puts a recovered station database in the place of the damaged one. @throws I/O errors; then nothing has changed. */
export function recoverStation({ dataDir, damage, at, backup: chosen }: RecoverRequest): RecoveryReport {
  const backup = chosen ?? listBackups(dataDir).find(backupIsGood) ?? null;
  const setAside = asideSuffix(damage === null ? 'replaced' : 'damaged', at);
  const file = databaseFile(dataDir, 'station');
  const told = toldHeads(dataDir);
  const prepared = prepare(dataDir, 'station', backup);
  let report: RecoveryReport;
  let pageSize: number;
  try {
    const eventsFromBackup = countEvents(prepared);
    const found = fromDamaged(file, (source) => {
      if (backup === null) salvageStation(source, prepared);
      const events = salvageEvents(source, prepared);
      salvageTerm(source, prepared);
      return events;
    });
    assertSound(prepared);
    pageSize = Number(prepared.pragma('page_size', { simple: true }));
    // Every state table is made anew from the events.
    prepared.exec('DELETE FROM projection');
    writeAnchors(dataDir, anchorsOf(prepared, at), preparedAnchors);
    report = {
      at,
      part: 'station',
      damage: damage ?? 'unreadable',
      setAsideAs: `station.db${setAside}`,
      backupDate: backup?.manifest.date ?? null,
      eventsFromBackup,
      eventsAfterBackup: found?.taken ?? 0,
      eventsLost: lost(told, readHeads(prepared), found?.rejected ?? 0),
      lastEventAt: prepared.prepare<[], { at: number }>('SELECT at FROM event ORDER BY seq DESC LIMIT 1').get()?.at ?? null,
    };
  } finally {
    prepared.close();
  }
  const preparedFile = `${file}${preparing}`;
  computePageSums(preparedFile, pageSize).save(sumsFileOf(preparedFile));
  swapIn({ dataDir, part: 'station', setAside, report: damage === null ? null : { report, acknowledgedAt: null } });
  return report;
}

/** The same for the vault. Its rows are sealed each for itself, so newer rows of the damaged file can be added. */
export function recoverVault({ dataDir, damage, at }: RecoverRequest & { readonly damage: Damage }): RecoveryReport {
  const backup = listBackups(dataDir).find((each) => each.manifest.vault !== null && backupIsGood(each)) ?? null;
  const prepared = prepare(dataDir, 'vault', backup);
  let report: RecoveryReport;
  try {
    const restored = countRows(prepared);
    const added = fromDamaged(databaseFile(dataDir, 'vault'), (source) => salvageRows(source, prepared)) ?? 0;
    report = {
      at,
      part: 'vault',
      damage,
      setAsideAs: `vault.db${asideSuffix('damaged', at)}`,
      backupDate: backup?.manifest.date ?? null,
      eventsFromBackup: restored,
      eventsAfterBackup: added,
      eventsLost: null,
      lastEventAt: null,
    };
  } finally {
    prepared.close();
  }
  swapIn({ dataDir, part: 'vault', setAside: asideSuffix('damaged', at), report: { report, acknowledgedAt: null } });
  return report;
}

/** Heads told outside the database that still count: the anchors, and backups made since the last recovery. */
export function toldHeads(dataDir: string): readonly ChainHead[] {
  const anchors = readAnchors(dataDir);
  const since = anchors?.since ?? 0;
  const told = listBackups(dataDir).filter(({ manifest }) => manifest.at >= since);
  return [...(anchors?.heads ?? []), ...told.flatMap(({ manifest }) => manifest.heads)];
}

function fromDamaged<T>(file: string, take: (source: Database.Database) => T): T | null {
  if (!existsSync(file)) return null;
  let source: Database.Database | null = null;
  try {
    source = openReader(file);
    return take(source);
  } catch (error) {
    if (isDamageError(error)) return null;
    throw error;
  } finally {
    source?.close();
  }
}

function assertSound(db: Writer): void {
  if (!structureIsSound(db, 'full')) throw new Error('The recovered database fails its own check');
  const { fault } = verifyChain(db);
  if (fault !== null) throw new Error(`The recovered chain is broken at ${fault.origin}/${fault.originSeq}`);
}

/** Events that were told elsewhere, or stood in the file without verifying, and are not there now; `null`: nothing is known. */
function lost(told: readonly ChainHead[], recovered: readonly ChainHead[], rejected: number): number | null {
  if (told.length === 0 && rejected === 0) return null;
  const newest = new Map<string, number>();
  for (const { origin, originSeq } of told) newest.set(origin, Math.max(originSeq, newest.get(origin) ?? 0));
  const have = new Map(recovered.map(({ origin, originSeq }) => [origin, originSeq]));
  const missing = [...newest].reduce((sum, [origin, originSeq]) => sum + Math.max(0, originSeq - (have.get(origin) ?? 0)), 0);
  return Math.max(missing, rejected);
}

function countRows(db: Writer): number {
  const tables = db.prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all();
  return tables.reduce((sum, { name }) => sum + (db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0), 0);
}
