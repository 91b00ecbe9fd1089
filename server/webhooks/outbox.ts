import { failureOf } from '../outbox/failure.ts';
import { maxAttempts, waitAfter } from '../outbox/backoff.ts';
import { leaseMs } from '../outbox/lease.ts';
import { postOut } from '../outbox/postOut.ts';
import type { Outbox } from '../outbox/worker.ts';
import type { ServerServices } from '../services.ts';
import { listAgencies } from '../outbox/agencies.ts';
import { signatureHeaders } from './sign.ts';
import { secretLabel } from './subscriptions.ts';

interface Job {
  office_id: string;
  webhook_id: string;
  delivery_id: string;
  url: string;
  secret: Buffer;
  payload: string;
  /** This one is the n-th. */
  attempts: number;
}

type Outcome =
  | { readonly state: 'delivered' }
  /** `isFinal`: the other side does not want it any more (410). */
  | { readonly state: 'failed'; readonly why: string; readonly isFinal: boolean }
  /** The server ends. */
  | { readonly state: 'interrupted' };

/** The outbox of webhooks of all agencies. */
export function webhookOutbox(services: ServerServices): Outbox<Job> {
  const { db, keys, now, privateHosts, metrics, log } = services;

  const send = async (job: Job, signal: AbortSignal): Promise<Outcome> => {
    try {
      const secret = keys.unwrap(secretLabel(job.office_id, job.webhook_id), job.secret);
      const headers = { 'content-type': 'application/json', ...signatureHeaders(secret, job.delivery_id, now(), job.payload) };
      const { status } = await postOut({ url: new URL(job.url), headers, body: job.payload, privateHosts, signal });
      if (status >= 200 && status < 300) return { state: 'delivered' };
      return { state: 'failed', why: `http${status}`, isFinal: status === 410 };
    } catch (error) {
      if (signal.aborted) return { state: 'interrupted' };
      return { state: 'failed', why: failureOf(error), isFinal: false };
    }
  };

  return {
    name: 'webhooks',
    targetOf: ({ webhook_id: target }) => target,
    async claim(free, busy) {
      const agencies = await listAgencies(db);
      return db.inOffices(agencies, async (tx) => {
        const { rows } = await tx.query<Job>(
          `WITH due AS (
             SELECT w.office_id, w.webhook_id, w.url, w.secret, d.delivery_id FROM webhook w
             CROSS JOIN LATERAL (
               SELECT delivery_id FROM webhook_delivery
               WHERE office_id = w.office_id AND webhook_id = w.webhook_id AND state = 'queued' AND next_at <= $1
               ORDER BY next_at LIMIT 4 FOR UPDATE SKIP LOCKED
             ) d
             WHERE w.disabled_at IS NULL AND w.webhook_id <> ALL ($2::uuid[]) LIMIT $3
           )
           UPDATE webhook_delivery o SET attempts = o.attempts + 1, next_at = $4, last_error = NULL FROM due
           WHERE o.office_id = due.office_id AND o.delivery_id = due.delivery_id
           RETURNING o.office_id, o.webhook_id, o.delivery_id, due.url, due.secret, o.payload, o.attempts`,
          [new Date(now()), busy, free, new Date(now() + leaseMs)],
        );
        return rows;
      });
    },
    async attempt(job, signal) {
      const outcome = await send(job, signal);
      const isDead = outcome.state === 'failed' && (outcome.isFinal || job.attempts >= maxAttempts);
      if (isDead) log.warn({ agencyId: job.office_id, webhookId: job.webhook_id, why: outcome.why }, 'a webhook was given up');
      metrics.outboxAttempts.inc({ outbox: 'webhooks', outcome: isDead ? 'dead' : outcome.state });
      const wait = outcome.state === 'failed' ? waitAfter(job.attempts) : 0;
      await db.inOffice(job.office_id, (tx) =>
        tx.query(
          `UPDATE webhook_delivery SET state = $4, last_error = $5, next_at = $6, ended_at = $7, attempts = attempts - $8
           WHERE office_id = $1 AND delivery_id = $2 AND state = 'queued' AND attempts = $3`,
          [
            job.office_id,
            job.delivery_id,
            job.attempts,
            outcome.state === 'delivered' ? 'delivered' : isDead ? 'dead' : 'queued',
            outcome.state === 'failed' ? outcome.why : null,
            new Date(now() + wait),
            outcome.state === 'delivered' || isDead ? new Date(now()) : null,
            outcome.state === 'interrupted' ? 1 : 0,
          ],
        ),
      );
    },
  };
}
