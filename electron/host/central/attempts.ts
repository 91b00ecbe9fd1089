import type { Logger } from 'pino';
import type { SyncFailure } from '../../../shared/sync/failures.ts';
import type { SyncRefusal } from '../../../shared/sync/protocol.ts';
import type { Cancel, Ports } from '../ports.ts';
import { backoffMs } from './backoff.ts';
import { SyncError } from './client.ts';

export interface CentralProblem {
  readonly failure: SyncFailure;
  readonly refusal: SyncRefusal | null;
  /** ms since the epoch. */
  readonly since: number;
  /** `null`: it is being tried. */
  readonly nextTryAt: number | null;
}

/** Work that is done again whenever there is reason to, one at a time, and later when it fails. */
export interface Attempts {
  /** There is something to do: at once, behind the attempt that runs, or when the next one is due after a failure. */
  soon(): void;
  /** Tries now, whatever failed before. Resolves when the attempt is over. */
  now(): Promise<void>;
  /** The attempt that runs gets on: whatever failed before is over. */
  getsOn(): void;
  problem(): CentralProblem | null;
  close(): void;
}

interface Parts {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'timers'>;
  readonly log: Logger;
  /** @throws SyncError */
  readonly attempt: () => Promise<void>;
  readonly onFailure: () => void;
  readonly onChange: () => void;
}

export function createAttempts({ ports, log, attempt, onFailure, onChange }: Parts): Attempts {
  const { clock, random, timers } = ports;
  let running: Promise<void> | null = null;
  let again = false;
  let failures = 0;
  let problem: CentralProblem | null = null;
  let isDue = false;
  let cancelNext: Cancel = () => {};
  let closed = false;

  const failed = (error: unknown) => {
    failures += 1;
    const waitMs = backoffMs(failures, random);
    const { failure, refusal } = error instanceof SyncError ? error : { failure: 'serverFailed' as const, refusal: null };
    if (error instanceof SyncError) log.info({ failure, refusal, waitMs }, 'the central server was not reached');
    else log.error({ err: error, waitMs }, 'sending to the central server failed');
    problem = { failure, refusal, since: problem?.since ?? clock.now(), nextTryAt: clock.now() + waitMs };
    onFailure();
    onChange();
    cancelNext();
    cancelNext = timers.after(waitMs, start);
  };
  const getsOn = () => {
    failures = 0;
    if (problem === null) return;
    problem = null;
    onChange();
  };
  const runOnce = async () => {
    try {
      do {
        again = false;
        await attempt();
      } while (again);
      getsOn();
    } catch (error) {
      if (!closed) failed(error);
    }
  };
  const start = () => {
    isDue = false;
    if (closed) return;
    cancelNext();
    running ??= runOnce().finally(() => {
      running = null;
      // There was reason again between its last look and its end.
      if (again && problem === null) start();
    });
  };

  return {
    soon() {
      if (closed || isDue) return;
      if (running !== null) {
        again = true;
        return;
      }
      if (problem !== null) return;
      isDue = true;
      // Behind the answer to whoever caused it.
      void timers.yield().then(start);
    },
    async now() {
      // One that runs may have been begun before there was reason to hope.
      await running;
      failures = 0;
      start();
      await running;
    },
    getsOn,
    problem: () => problem,
    close() {
      closed = true;
      cancelNext();
    },
  };
}
