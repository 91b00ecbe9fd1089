import type { Logger } from 'pino';
import type { Clock } from '../../ports.ts';
import { codeOf, storageProblem } from '../../storageProblem.ts';
import type { Arriving } from './arriving.ts';

/** A disk that takes nothing is tried again after this, ms. */
export const diskAgainMs = 60_000;

export type DiskProblem = 'full' | 'failed';

/** Whether this station's disk takes files of others. */
export interface Disk {
  /** Why it takes nothing; `null`: it does. */
  problem(): DiskProblem | null;
  /** Whether it is time to try. */
  isReady(): boolean;
  /** It took something. */
  works(): void;
  /** It did not. A full disk gets back what was taken of it. @throws what is no error of the disk */
  failed(error: unknown, attachmentId: string, arriving: Arriving | null): void;
}

export function createDisk(clock: Pick<Clock, 'monotonic'>, log: Logger, onChange: () => void): Disk {
  let problem: DiskProblem | null = null;
  let againAt = 0;
  return {
    problem: () => problem,
    isReady: () => clock.monotonic() >= againAt,
    works() {
      if (problem === null) return;
      problem = null;
      onChange();
    },
    failed(error, attachmentId, arriving) {
      if (codeOf(error) === '') throw error;
      problem = storageProblem(error) === 'full' ? 'full' : 'failed';
      againAt = clock.monotonic() + diskAgainMs;
      log.error({ err: error, attachmentId }, 'a file of another station could not be written; tried again later');
      try {
        arriving?.drop();
      } catch (dropped) {
        log.error({ err: dropped }, 'a part of a file could not be removed');
      }
      onChange();
    },
  };
}
