import { noticeOutbox } from '../notices/outbox.ts';
import type { ServerServices } from '../services.ts';
import { webhookOutbox } from '../webhooks/outbox.ts';
import { startCounting } from './counting.ts';
import { startWorker } from './worker.ts';

export interface OutboxOptions {
  /** How often an idle worker looks for what is due, ms. */
  readonly pollMs?: number | undefined;
  /** How long a server that ends waits for what is being sent, ms; what takes longer is sent by another. */
  readonly graceMs?: number | undefined;
}

const atOnce = { concurrency: 16, perTarget: 4 };

/** Starts what leaves the server by itself: webhooks and notices. @returns how to stop it; resolves when nothing is under way. */
export function startOutbox(services: ServerServices, { pollMs = 1000, graceMs = 5000 }: OutboxOptions = {}): () => Promise<void> {
  const webhooks = startWorker(webhookOutbox(services), { ...atOnce, pollMs, graceMs }, services.log);
  const notices = startWorker(noticeOutbox(services), { ...atOnce, pollMs, graceMs }, services.log);
  const counting = startCounting(services);
  return async () => void (await Promise.all([webhooks.stop(), notices.stop(), counting.stop()]));
}
