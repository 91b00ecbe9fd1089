/** Entry of the worker thread: does one storage job and ends. */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { checkStationFile, checkVaultFile } from '../database/check.ts';
import { databaseFile } from '../database/files.ts';
import { storageProblem } from '../storageProblem.ts';
import { BackupNotVerifiedError, createBackup } from './createBackup.ts';
import { pruneBackups } from './prune.ts';
import { type BackupFailure, type JobResult, loaded, type StorageJob } from './storageJobs.ts';

function run(job: StorageJob): JobResult {
  switch (job.job) {
    case 'backup': {
      const backup = createBackup(job);
      pruneBackups(job.dataDir);
      return { kind: 'backedUp', backup };
    }
    case 'check': {
      const vault = databaseFile(job.dataDir, 'vault');
      return {
        kind: 'checked',
        station: checkStationFile(databaseFile(job.dataDir, 'station'), job.anchors).damage,
        vault: existsSync(vault) ? checkVaultFile(vault, 'full').damage : null,
      };
    }
  }
}

function causeOf(error: unknown): BackupFailure {
  if (error instanceof BackupNotVerifiedError) return 'notVerified';
  return storageProblem(error) === 'full' ? 'diskFull' : 'io';
}

/** A failure of the job is its answer too. */
function answer(work: () => JobResult): JobResult {
  try {
    return work();
  } catch (error) {
    return { kind: 'failed', cause: causeOf(error), message: String(error) };
  }
}

new Database(':memory:').close();
parentPort?.once('message', () => parentPort?.postMessage(answer(() => run(workerData as StorageJob))));
parentPort?.postMessage(loaded);
