/** Which systems of others an agency tells what (docs/interfaces.md). */
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { v7 } from 'uuid';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { isLoopbackHost, isPublicAddress } from '../outbox/addresses.ts';
import type { WebhookKind } from '../outbox/changes.ts';
import type { ServerServices } from '../services.ts';
import { secretText } from './sign.ts';

export interface Webhook {
  readonly webhookId: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly isEnabled: boolean;
  /** Deliveries that wait and that were given up. */
  readonly queued: number;
  readonly dead: number;
}

export interface NewWebhook {
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  /** Who set it up, for the list. */
  readonly by: string;
}

export type WebhookRefusal = 'notAnAddress' | 'notHttps' | 'privateAddress' | 'noKinds' | 'tooMany';

/** Of one agency, at most. */
export const maxWebhooks = 20;

type Services = Pick<ServerServices, 'db' | 'keys' | 'now' | 'privateHosts'>;

/** @returns the secret as it is shown once; only a wrapped one is kept. */
export async function createWebhook(
  { db, keys, now, privateHosts }: Services,
  agencyId: string,
  { url, kinds, by }: NewWebhook,
): Promise<Result<{ readonly webhookId: string; readonly secret: string }, WebhookRefusal>> {
  const checked = checkedUrl(url, privateHosts);
  if (!checked.ok) return checked;
  if (kinds.length === 0) return refuse('noKinds');
  const webhookId = v7();
  const secret = randomBytes(32);
  return db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<{ count: number }>('SELECT count(*) AS count FROM webhook WHERE office_id = $1', [agencyId]);
    if ((rows[0]?.count ?? 0) >= maxWebhooks) return refuse('tooMany');
    await tx.query(
      'INSERT INTO webhook (office_id, webhook_id, url, kinds, secret, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [agencyId, webhookId, checked.value.href, kinds, keys.wrap(secretLabel(agencyId, webhookId), secret), new Date(now()), by],
    );
    return ok({ webhookId, secret: secretText(secret) });
  });
}

/** Under which a secret is wrapped: one of another subscription does not open here. */
export const secretLabel = (agencyId: string, webhookId: string): string => `webhook:${agencyId}:${webhookId}`;

/** https; http only to this machine. What the name stands for is looked at whenever something is sent. */
export function checkedUrl(text: string, privateHosts: readonly string[]): Result<URL, WebhookRefusal> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || text.length > 2000) return refuse('notAnAddress');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(host))) return refuse('notHttps');
  const leadsInside = isLoopbackHost(host) || (isIP(host) !== 0 && !isPublicAddress(host));
  return leadsInside && !privateHosts.includes(host) ? refuse('privateAddress') : ok(url);
}

export const listWebhooks = ({ db }: Pick<Services, 'db'>, agencyId: string): Promise<readonly Webhook[]> =>
  db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<{
      webhook_id: string;
      url: string;
      kinds: WebhookKind[];
      created_at: Date;
      created_by: string;
      disabled_at: Date | null;
      queued: number;
      dead: number;
    }>(
      `SELECT webhook_id, url, kinds, created_at, created_by, disabled_at,
         (SELECT count(*) FROM webhook_delivery d WHERE d.office_id = w.office_id AND d.webhook_id = w.webhook_id AND d.state = 'queued') AS queued,
         (SELECT count(*) FROM webhook_delivery d WHERE d.office_id = w.office_id AND d.webhook_id = w.webhook_id AND d.state = 'dead') AS dead
       FROM webhook w WHERE office_id = $1 ORDER BY webhook_id`,
      [agencyId],
    );
    return rows.map((row) => ({
      webhookId: row.webhook_id,
      url: row.url,
      kinds: row.kinds,
      createdAt: row.created_at,
      createdBy: row.created_by,
      isEnabled: row.disabled_at === null,
      queued: row.queued,
      dead: row.dead,
    }));
  });

/** Switched off it gets nothing new, and what waits goes on waiting. @returns whether there is such a one. */
export const enableWebhook = (
  { db, now }: Pick<Services, 'db' | 'now'>,
  agencyId: string,
  webhookId: string,
  isOn: boolean,
): Promise<boolean> =>
  db.inOffice(agencyId, async (tx) => {
    const { rowCount } = await tx.query('UPDATE webhook SET disabled_at = $3 WHERE office_id = $1 AND webhook_id = $2', [
      agencyId,
      webhookId,
      isOn ? null : new Date(now()),
    ]);
    return rowCount === 1;
  });

/** With its deliveries, also those that wait. @returns whether there was such a one. */
export const removeWebhook = ({ db }: Pick<Services, 'db'>, agencyId: string, webhookId: string): Promise<boolean> =>
  db.inOffice(agencyId, async (tx) => {
    const { rowCount } = await tx.query('DELETE FROM webhook WHERE office_id = $1 AND webhook_id = $2', [agencyId, webhookId]);
    return rowCount === 1;
  });
