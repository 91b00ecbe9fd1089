/**
 * Copies the write-ahead log back into the database file, and keeps the page sums true while doing so.
 *
 * SQLite changes the database file only during a checkpoint, and here nothing else makes checkpoints
 * (`wal_autocheckpoint` is off), so the sums are known exactly:
 *
 *   1. read the committed frames of the log, take the sums of their pages, save the sums file (durable)
 *   2. let SQLite copy the frames (it syncs log and database file itself)
 *
 * Killed before 1 is through: old sums, log complete. Killed after: new sums, log complete. The next start runs both
 * steps again on the log it finds, then file and sums agree. When step 1 fails, for example on a full disk, step 2
 * is left out; the log grows and the next attempt follows.
 */
import type { Logger } from 'pino';
import type { Ports } from '../ports.ts';
import type { Writer } from './open.ts';
import type { PageSums } from './pageSums.ts';
import { readWalPages, walGeneration } from './walFile.ts';

/** At this many frames (4 MB) a checkpoint follows as soon as the host is idle. */
const framesWanted = 1000;
/** At this many frames (10 MB) it happens at once, so that the log stays below 16 MB under any load. */
const framesAtMost = 2500;
/** Commits between two looks at the log. */
const commitsPerLook = 16;
const idleEveryMs = 30_000;

export interface Checkpointer {
  /** Copies everything back. `true`: nothing is left in the log; `false`: a reader still needs it. @throws I/O errors. */
  run(): boolean;
  /** To be called after each commit; cheap. */
  afterCommit(): void;
  /** Whether file and sums can be compared now: the last run copied all that it took the sums of. */
  settled(): boolean;
  /** Why the last run failed, or `null`. */
  failure(): unknown;
  stop(): void;
}

export interface CheckpointerParts {
  readonly db: Writer;
  readonly file: string;
  readonly sums: PageSums;
  readonly sumsFile: string;
  readonly ports: Pick<Ports, 'timers'>;
  readonly log: Logger;
  /** Everything committed so far is in the database file. */
  readonly onSettled: () => void;
}

interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}

export function createCheckpointer(parts: CheckpointerParts): Checkpointer {
  const { db, sums, sumsFile, ports } = parts;
  const walFile = `${parts.file}-wal`;
  db.pragma('wal_autocheckpoint = 0');
  const look = db.prepare<[], LogState>('PRAGMA wal_checkpoint(NOOP)');
  const copy = db.prepare<[], LogState>('PRAGMA wal_checkpoint(PASSIVE)');
  let summed = '';
  let isSettled = false;
  let failure: unknown = null;
  let commits = 0;
  let scheduled = false;

  const copyBack = (): boolean => {
    isSettled = false;
    const { log = 0 } = look.get() ?? {};
    if (log > 0) {
      const mark = `${walGeneration(walFile)}/${log}`;
      if (mark !== summed) {
        adopt(sums, walFile, log);
        sums.save(sumsFile);
        summed = mark;
      }
    }
    const after = copy.get();
    isSettled = after !== undefined && after.checkpointed === after.log;
    if (isSettled) parts.onSettled();
    return isSettled;
  };

  const run = (): boolean => {
    try {
      const settled = copyBack();
      failure = null;
      return settled;
    } catch (error) {
      failure = error;
      throw error;
    }
  };

  const attempt = () => {
    scheduled = false;
    try {
      if ((look.get()?.log ?? 0) > 0) run();
    } catch (error) {
      parts.log.error({ err: error }, 'the write-ahead log could not be copied back; it is kept and tried again');
    }
  };
  const cancelIdle = ports.timers.every(idleEveryMs, attempt);
  let cancelSoon = () => {};

  return {
    run,
    afterCommit() {
      commits += 1;
      if (commits % commitsPerLook !== 0) return;
      const { log = 0, checkpointed = 0 } = look.get() ?? {};
      // The log starts over only when all of it is copied, so a long one is tried again at every look.
      if (log >= framesAtMost && log > checkpointed) attempt();
      else if (log - checkpointed >= framesWanted && !scheduled) {
        scheduled = true;
        cancelSoon = ports.timers.after(0, attempt);
      }
    },
    settled: () => isSettled,
    failure: () => failure,
    stop() {
      cancelIdle();
      cancelSoon();
    },
  };
}

function adopt(sums: PageSums, walFile: string, frames: number): void {
  const pages = readWalPages(walFile, frames, sums.pageSize);
  if (pages.databasePages > 0) sums.resize(pages.databasePages);
  for (const [page, sum] of pages.sums) if (page <= sums.pages()) sums.set(page, sum);
}
