/**
 * Opens the station's database at start: finishes what a crash interrupted, refuses a newer schema before anything is
 * written, checks within a bounded time, recovers what is damaged, brings the schema up to date.
 *
 * The bounded checks: page sums as far as the time allows, SQLite's quick check on a file of up to 128 MB, the
 * anchors, and the hash chain behind them. The rest is read in the background (backgroundCheck.ts).
 */
import { existsSync, statSync } from 'node:fs';
import type { Logger } from 'pino';
import { createBackup } from '../backup/createBackup.ts';
import { listBackups } from '../backup/manifest.ts';
import { type Checkpointer, createCheckpointer } from '../database/checkpointer.ts';
import { type Damage, damageOf, isDamageError, isDamageToCheck, structureIsSound } from '../database/check.ts';
import { databaseFile, sumsFileOf } from '../database/files.ts';
import { migrate, type Migration, NewerDatabaseError } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { closeKeepingLog, openReader, openWriter, type Writer } from '../database/open.ts';
import { checkPages, computePageSums, createPageSums, loadPageSums, type PageSums } from '../database/pageSums.ts';
import type { ChainHead } from '../../../sync/hashChain.ts';
import { verifyChain } from '../engine/verifyChain.ts';
import type { Ports } from '../ports.ts';
import { anchorsOf, readAnchors, writeAnchors } from './anchors.ts';
import { readMarks } from './damageMark.ts';
import { recoverStation } from './recover.ts';

export interface OpenStationParts {
  readonly dataDir: string;
  readonly ports: Ports;
  readonly log: Logger;
}

export interface StationFile {
  readonly db: Writer;
  readonly file: string;
  readonly sums: PageSums;
  readonly checkpointer: Checkpointer;
  /** First page that the bounded check did not reach. */
  readonly nextPage: number;
}

/** Checks at start stop reading pages after this; the background goes on. */
const pageBudgetMs = 300;
const pagesPerSlice = 512;
const quickCheckUpTo = 128 * 1024 * 1024;

/** @throws NewerDatabaseError, UnsafeDatabaseError, or I/O errors; damage does not throw but is recovered. */
export function openStation(parts: OpenStationParts): StationFile {
  const { dataDir, ports, log } = parts;
  refuseNewer(databaseFile(dataDir, 'station'), migrations);
  const marked = readMarks(dataDir).station;
  const first = marked ?? tryOpen(parts);
  if (typeof first !== 'string') return first;
  log.error({ damage: first }, 'the database is damaged; it is set aside and recovered');
  const report = recoverStation({ dataDir, damage: first, at: ports.clock.now() });
  log.warn({ report }, 'the database was recovered');
  const second = tryOpen(parts);
  if (typeof second === 'string') throw new Error(`The recovered database is damaged again: ${second}`);
  return second;
}

/** A newer database is neither written nor otherwise read. */
export function refuseNewer(file: string, list: readonly Migration[]): void {
  if (!existsSync(file)) return;
  let found: number;
  try {
    const db = openReader(file);
    try {
      found = Number(db.pragma('user_version', { simple: true }));
    } finally {
      db.close();
    }
  } catch (error) {
    if (isDamageError(error)) return;
    throw error;
  }
  const known = list.at(-1)?.version ?? 0;
  if (found > known) throw new NewerDatabaseError(found, known);
}

function tryOpen(parts: OpenStationParts): StationFile | Damage {
  const { dataDir } = parts;
  const file = databaseFile(dataDir, 'station');
  const anchors = readAnchors(dataDir);
  const heldData = (anchors !== null && anchors.seq > 0) || listBackups(dataDir).length > 0;
  const empty = !existsSync(file) || statSync(file).size === 0;
  if (empty && heldData) return 'missing';
  let db: Writer | null = null;
  try {
    db = openWriter(file);
    return checked(parts, db, file);
  } catch (error) {
    if (db !== null) closeKeepingLog(db);
    if (isDamageError(error)) return 'unreadable';
    throw error;
  }
}

function checked(parts: OpenStationParts, db: Writer, file: string): StationFile | Damage {
  const { dataDir, ports, log } = parts;
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const anchors = readAnchors(dataDir);
  const schema = Number(db.pragma('user_version', { simple: true }));
  let sums = loadPageSums(sumsFileOf(file));
  if (sums === null || sums.pageSize !== pageSize) {
    const damage = schema === 0 ? null : ifReadable(() => deepDamage(db, anchors?.heads ?? []));
    if (damage !== null) return closed(db, damage);
    sums = existsSync(file) ? computePageSums(file, pageSize) : createPageSums(pageSize);
    trySave(sums, sumsFileOf(file), log);
  }
  let trusted = false;
  const checkpointer = createCheckpointer({
    db,
    file,
    sums,
    sumsFile: sumsFileOf(file),
    ports,
    log,
    onSettled() {
      // Not before the present anchors have been compared with the database.
      if (trusted) writeAnchors(dataDir, anchorsOf(db, anchors?.since ?? 0));
    },
  });
  // A full disk is no reason not to start: everything is readable, and the status says that writing fails.
  const copyBack = () => {
    try {
      checkpointer.run();
    } catch (error) {
      if (isDamageError(error)) throw error;
      log.error({ err: error }, 'the write-ahead log could not be copied back at the start; it is kept and tried again');
    }
  };
  try {
    copyBack();
    const pages = checkpointer.settled() ? checkSomePages(file, sums, ports) : { bad: false, next: 1 };
    const damage = pages.bad ? 'pages' : schema === 0 ? null : ifReadable(() => boundedDamage(db, file, anchors));
    if (damage !== null) {
      checkpointer.stop();
      return closed(db, damage);
    }
    migrate(db, () => backUpBeforeMigration(parts));
    trusted = true;
    copyBack();
    return { db, file, sums, checkpointer, nextPage: pages.next };
  } catch (error) {
    checkpointer.stop();
    throw error;
  }
}

function checkSomePages(file: string, sums: PageSums, { clock }: Ports): { bad: boolean; next: number } {
  const until = clock.monotonic() + pageBudgetMs;
  let next = 1;
  do {
    const check = checkPages(file, sums, next, pagesPerSlice);
    if (check.badPages.length > 0) return { bad: true, next };
    if (check.next === next) break;
    next = check.next;
  } while (next <= sums.pages() && clock.monotonic() < until);
  return { bad: false, next };
}

function boundedDamage(db: Writer, file: string, anchors: ReturnType<typeof readAnchors>): Damage | null {
  if (statSync(file).size <= quickCheckUpTo && !structureIsSound(db, 'quick')) return 'structure';
  const from = anchors === null ? {} : { from: anchors, anchors: anchors.heads };
  return damageOf(verifyChain(db, from).fault);
}

function deepDamage(db: Writer, anchors: readonly ChainHead[]): Damage | null {
  if (!structureIsSound(db, 'full')) return 'structure';
  return damageOf(verifyChain(db, { anchors }).fault);
}

function trySave(sums: PageSums, file: string, log: Logger): void {
  try {
    sums.save(file);
  } catch (error) {
    log.error({ err: error }, 'the page sums could not be saved; the next checkpoint tries again');
  }
}

function ifReadable(check: () => Damage | null): Damage | null {
  try {
    return check();
  } catch (error) {
    if (isDamageToCheck(error)) return 'unreadable';
    throw error;
  }
}

function closed(db: Writer, damage: Damage): Damage {
  db.close();
  return damage;
}

/** A copy of both databases as they were before their schema changes. */
export function backUpBeforeMigration({ dataDir, ports, log }: OpenStationParts): void {
  const at = ports.clock.now();
  const backup = createBackup({ dataDir, kind: 'beforeMigration', date: new Date(at).toISOString().slice(0, 10), at });
  log.info({ backup: backup.name }, 'backed up before the schema is brought up to date');
}
