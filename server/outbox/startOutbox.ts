import { noticeOutbox } from '../notices/outbox.ts';
import type { ServerServices } from '../services.ts';
import { webhookOutbox } from '../webhooks/outbox.ts';
import { startCounting } from './counting.ts';
import { startWorker } from './worker.ts';

export interface OutboxOptions {
  /** How often an idle worker looks for what is due, ms. */
  readonly pollMs?: number | undefined;
}

const work = { concurrency: 16, perTarget: 4, graceMs: 5000 };

/** Starts what leaves the server by itself: webhooks and notices. @returns how to stop it; resolves when nothing is under way. */
export function startOutbox(services: ServerServices, { pollMs = 1000 }: OutboxOptions = {}): () => Promise<void> {
  const webhooks = startWorker(webhookOutbox(services), { ...work, pollMs }, services.log);
  const notices = startWorker(noticeOutbox(services), { ...work, pollMs }, services.log);
  const counting = startCounting(services);
  return async () => void (await Promise.all([webhooks.stop(), notices.stop(), counting.stop()]));
}
