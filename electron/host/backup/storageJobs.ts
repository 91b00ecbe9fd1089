/**
 * Long reads of the databases, done in a worker thread with handles of its own, so that the counters go on meanwhile.
 * A job is a plain object in, a plain object out; errors come back as a cause that a person can be told.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Damage } from '../database/check.ts';
import type { ChainHead } from '../../../sync/hashChain.ts';
import type { BackupRequest } from './createBackup.ts';
import type { Backup } from './manifest.ts';

export type StorageJob =
  | ({ readonly job: 'backup' } & BackupRequest)
  | { readonly job: 'check'; readonly dataDir: string; readonly anchors: readonly ChainHead[] };

export type BackupFailure = 'diskFull' | 'io' | 'notVerified';

export type JobResult =
  | { readonly kind: 'backedUp'; readonly backup: Backup }
  | { readonly kind: 'checked'; readonly station: Damage | null; readonly vault: Damage | null }
  | { readonly kind: 'failed'; readonly cause: BackupFailure; readonly message: string };

export interface RunningJob {
  readonly result: Promise<JobResult>;
  /** Ends the worker, as soon as it can be; the result is then a failure. Half-made backups are cleared by the next one. */
  stop(): void;
}

/** The worker's first word: SQLite is loaded. */
export const loaded = 'loaded';
/** The answer to it. */
const begin = 'begin';

/** Starts a job. The result never rejects. */
export function startStorageJob(job: StorageJob): RunningJob {
  const worker = new Worker(workerFile(), { workerData: job, name: `loket-${job.job}` });
  let isLoaded = false;
  let isStopped = false;
  const result = new Promise<JobResult>((resolve) => {
    worker.on('message', (message: JobResult | typeof loaded) => {
      if (message !== loaded) return resolve(message);
      isLoaded = true;
      worker.unref();
      // One that was stopped meanwhile never begins: its directory may be gone by now.
      if (isStopped) void worker.terminate();
      else worker.postMessage(begin);
    });
    worker.once('error', (error) => resolve({ kind: 'failed', cause: 'io', message: String(error) }));
    worker.once('exit', (code) => resolve({ kind: 'failed', cause: 'io', message: `The worker ended with code ${code}` }));
  });
  return {
    result,
    stop() {
      isStopped = true;
      // A thread that is ended while it loads a native module takes the whole process with it (Node aborts in N-API).
      if (isLoaded) void worker.terminate();
    },
  };
}

/** Run from source it stands beside this file; in the built program it is an entry of its own next to the host. */
function workerFile(): string {
  const candidates = ['./storageWorker.ts', './storageWorker.js', '../storageWorker.js'];
  for (const candidate of candidates) {
    const file = fileURLToPath(new URL(candidate, import.meta.url));
    if (existsSync(file)) return file;
  }
  throw new Error('storageWorker is missing from this build');
}
