import type { Logger } from 'pino';
import { type Result, ok, refuse } from '../../../shared/result.ts';
import type { Damage } from '../database/check.ts';
import { closeKeepingLog } from '../database/open.ts';
import type { Ports } from '../ports.ts';
import { type BackgroundCheck, createBackgroundCheck } from '../recovery/backgroundCheck.ts';
import type { StationFile } from '../recovery/openStation.ts';
import { acknowledgeReport, openReport, type RecoveryReport } from '../recovery/reports.ts';
import { type Backup, type BackupKind, listBackups } from './manifest.ts';
import { pruneReceipts, receiptsKeptMs } from './pruneReceipts.ts';
import type { BackupFailure, RunningJob } from './storageJobs.ts';

/** Backups, checks and recoveries of a running host, as status lines and commands see them. */
export interface Storage {
  state(): 'checking' | 'sound' | 'damaged' | 'failing';
  /** The newest attempt; not verified when it failed. */
  lastBackup(): { readonly at: number; readonly verified: boolean } | null;
  /** Office date of the newest good backup that this program made by itself or was asked for. */
  lastBackupDate(): string | null;
  /** One at a time: a second request gets the running one's outcome. */
  backUp(kind: BackupKind, date: string): Promise<Result<Backup, BackupFailure>>;
  recovery(): RecoveryReport | null;
  acknowledgeRecovery(): void;
  /** Reads everything now. @returns what is damaged. */
  checkNow(): Promise<Damage | null>;
  /** Removes receipts that are older than 14 days. @returns how many. */
  pruneReceipts(): Promise<number>;
  /** Copies the write-ahead log back now. @returns whether nothing of it is left; a failure is logged and shown. */
  checkpoint(): boolean;
  /** To be told of every commit. */
  afterCommit(): void;
  /** Ends timers and workers, copies the log back, closes the database. */
  close(): void;
}

export interface StorageParts {
  readonly dataDir: string;
  readonly station: StationFile;
  readonly ports: Ports;
  readonly log: Logger;
  /** Something that screens show has changed. */
  readonly onChange: () => void;
}

export function createStorage(parts: StorageParts): Storage {
  const { dataDir, station, ports, log, onChange } = parts;
  const check: BackgroundCheck = createBackgroundCheck(parts);
  const newest = listBackups(dataDir).toSorted((a, b) => b.manifest.at - a.manifest.at)[0];
  let last = newest === undefined ? null : { at: newest.manifest.at, verified: true };
  let lastDate = newest?.manifest.date ?? null;
  let unread = openReport(dataDir);
  let running: Promise<Result<Backup, BackupFailure>> | null = null;
  let job: RunningJob | null = null;
  let closing = false;

  const makeBackup = async (kind: BackupKind, date: string): Promise<Result<Backup, BackupFailure>> => {
    const at = ports.clock.now();
    job = ports.background.startStorageJob({ job: 'backup', dataDir, kind, date, at });
    const result = await job.result;
    job = null;
    if (result.kind === 'backedUp') {
      last = { at, verified: true };
      lastDate = date;
      log.info({ backup: result.backup.name, events: result.backup.manifest.events }, 'backed up and verified');
      onChange();
      return ok(result.backup);
    }
    const cause = result.kind === 'failed' ? result.cause : 'io';
    if (!closing) {
      last = { at, verified: false };
      log.error({ result }, 'the backup failed');
      onChange();
    }
    return refuse(cause);
  };

  return {
    state: () => (station.checkpointer.failure() === null ? check.state() : 'failing'),
    lastBackup: () => last,
    lastBackupDate: () => lastDate,
    backUp(kind, date) {
      running ??= makeBackup(kind, date).finally(() => {
        running = null;
      });
      return running;
    },
    recovery: () => unread,
    acknowledgeRecovery() {
      if (unread === null) return;
      acknowledgeReport(dataDir, ports.clock.now());
      unread = openReport(dataDir);
      onChange();
    },
    checkNow: () => check.checkNow(),
    pruneReceipts: () => pruneReceipts(station.db, ports.clock.now() - receiptsKeptMs, ports.timers, () => closing),
    checkpoint: () => tryCheckpoint(station, log),
    afterCommit: () => station.checkpointer.afterCommit(),
    close() {
      closing = true;
      check.stop();
      job?.stop();
      closeStation(station, log);
    },
  };
}

/** Copies the log back and closes. A failure loses nothing: the log stays and the next start copies it. */
export function closeStation(station: StationFile, log: Logger): void {
  station.checkpointer.stop();
  if (tryCheckpoint(station, log)) station.db.close();
  else closeKeepingLog(station.db);
}

function tryCheckpoint({ checkpointer }: StationFile, log: Logger): boolean {
  try {
    return checkpointer.run();
  } catch (error) {
    log.error({ err: error }, 'the write-ahead log could not be copied back; it is kept and tried again');
    return false;
  }
}
