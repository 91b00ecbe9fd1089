/** Asking the server for news again and again: it answers when there is some, or after a while that there is none. */
import type { Logger } from 'pino';
import type { Random, Timers } from '../ports.ts';
import { backoffMs } from './backoff.ts';
import { SyncError } from './client.ts';

/** How long the server waits for news before it answers that there is none. */
export const askSeconds = 25;
/** Before the next question when there was none to ask, ms; a server that was asked waits by itself. */
const pauseMs = 1000;

export interface AskLoop {
  /** There may be something to ask for now. */
  wake(): void;
  close(): void;
}

/** @param ask answers whether the server was asked. @param onFailure the server was not reached. */
export function startAskLoop({
  timers,
  random,
  log,
  ask,
  onFailure,
}: {
  readonly timers: Pick<Timers, 'after'>;
  readonly random: Pick<Random, 'bytes'>;
  readonly log: Logger;
  readonly ask: () => Promise<boolean>;
  readonly onFailure: () => void;
}): AskLoop {
  let closed = false;
  let wake = () => {};
  let failures = 0;
  const once = async (): Promise<boolean> => {
    try {
      const wasAsked = await ask();
      failures = 0;
      return wasAsked;
    } catch (error) {
      failures += 1;
      if (!(error instanceof SyncError)) log.error({ err: error }, 'what came from the central server could not be taken');
      else if (!closed) onFailure();
      return false;
    }
  };
  const loop = async () => {
    for (;;) {
      const wasAsked = await once();
      if (closed) return;
      if (wasAsked) continue;
      await new Promise<void>((resolve) => {
        const cancel = timers.after(failures === 0 ? pauseMs : backoffMs(failures, random), resolve);
        wake = () => {
          cancel();
          resolve();
        };
      });
      if (closed) return;
    }
  };
  void loop();
  return {
    wake: () => wake(),
    close() {
      closed = true;
      wake();
    },
  };
}
