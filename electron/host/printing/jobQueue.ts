import type { PrintFailure } from '../../../shared/domain/printing/events.ts';
import type { Clock } from '../ports.ts';
import type { Sending, Sent } from './tcpSender.ts';

/** A job on its way to one printer. */
export interface QueuedJob {
  readonly jobId: string;
  readonly printerId: string;
  /** Renders and starts sending. Called when the printer is free. @throws when the paper cannot be made. */
  start(): Sending;
}

export interface JobQueue {
  add(job: QueuedJob): void;
  /** Breaks off what runs and forgets what waits; nothing is reported any more. */
  close(): void;
}

export interface JobQueueParts {
  readonly clock: Clock;
  onEnd(jobId: string, sent: Sent): void;
  /** The paper could not be made: a bug, to be logged. */
  onRenderingError(error: unknown): void;
}

/** A paper that waited longer than this for its printer is not printed any more: its reader has gone. */
export const longestWaitMs = 120_000;

/** One job after another at each printer, printers side by side: one that fails holds up no other, and no next job. */
export function createJobQueue({ clock, onEnd, onRenderingError }: JobQueueParts): JobQueue {
  const waiting = new Map<string, { readonly job: QueuedJob; readonly since: number }[]>();
  const running = new Map<string, Sending>();
  let closed = false;

  const startOf = (job: QueuedJob, since: number): Sending => {
    if (clock.monotonic() - since > longestWaitMs) return failed('timeout');
    try {
      return job.start();
    } catch (error) {
      onRenderingError(error);
      return failed('rendering');
    }
  };
  const work = async (printerId: string) => {
    const line = waiting.get(printerId) ?? [];
    for (let entry = line.shift(); entry !== undefined; entry = line.shift()) {
      const sending = startOf(entry.job, entry.since);
      running.set(printerId, sending);
      const sent = await sending.sent;
      if (closed) return;
      onEnd(entry.job.jobId, sent);
    }
    running.delete(printerId);
  };

  return {
    add(job) {
      const line = waiting.get(job.printerId) ?? [];
      waiting.set(job.printerId, line);
      line.push({ job, since: clock.monotonic() });
      if (!running.has(job.printerId)) void work(job.printerId);
    },
    close() {
      closed = true;
      waiting.clear();
      for (const sending of running.values()) sending.abort();
    },
  };
}

const failed = (failure: PrintFailure): Sending => ({ sent: Promise.resolve({ ok: false, failure }), abort: () => {} });
