import type { Logger } from 'pino';
import type { StandbyProblem } from '../../shared/rpc/protocol.ts';
import type { Ports, Timers } from './ports.ts';
import type { Standby } from './standby.ts';
import { storageProblem } from './storageProblem.ts';

export interface Patience {
  readonly ports: Ports;
  readonly log: Logger;
  /**
   * The disk keeps the data from being opened. With this the start waits and tries again until it succeeds or `signal` says
   * otherwise, and the security call goes on; without it the start fails. `null`: the problem is over.
   */
  readonly onProblem?: (problem: StandbyProblem | null, error: unknown) => void;
  readonly signal?: AbortSignal;
}

/** Between two attempts to open data that the disk does not give. */
const retryMs = 5000;

/**
 * Starts, again and again for as long as the disk is the reason: a person may free space while others call for help.
 * @throws what `start` throws for any other reason, and the reason of `signal`.
 */
export async function startPatiently<T>(
  { ports, log, onProblem, signal }: Patience,
  standby: Pick<Standby, 'setProblem'>,
  start: () => Promise<T>,
): Promise<T> {
  let told: StandbyProblem | null = null;
  for (;;) {
    try {
      const started = await start();
      if (told !== null) onProblem?.(null, null);
      return started;
    } catch (error) {
      const problem = storageProblem(error);
      if (problem === null || onProblem === undefined) throw error;
      log.error({ err: error, problem }, 'the data cannot be opened; it is tried again');
      standby.setProblem(problem);
      if (problem !== told) onProblem(problem, error);
      told = problem;
    }
    await pause(ports.timers, retryMs, signal);
    signal?.throwIfAborted();
  }
}

/** Ends early when the start is called off. */
function pause(timers: Timers, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, resolve);
    const end = () => {
      cancel();
      resolve();
    };
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
