/** Setting up how an agency writes to people, for its pages and the command line. */
import type { z } from 'zod';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { ServerServices } from '../services.ts';
import { checkedUrl, type WebhookRefusal } from '../webhooks/subscriptions.ts';
import type { NoticeStep } from '../outbox/changes.ts';
import { type EmailSettings, type GatewaySettings, type NewNoticeChannel, noticeChannel } from './settings.ts';

export type ChannelRefusal =
  | { readonly type: 'badSettings'; readonly issues: z.core.$ZodIssue[] }
  | { readonly type: 'badGateway'; readonly why: WebhookRefusal }
  /** Mail without TLS to a host that is not the operator's own. */
  | { readonly type: 'needsTls' };

/** What may be shown of it: everything but the secret. */
export type NoticeChannelView = {
  readonly steps: readonly NoticeStep[];
  readonly hasSecret: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
} & ({ readonly channel: 'email'; readonly settings: EmailSettings } | { readonly channel: 'gateway'; readonly settings: GatewaySettings });

type Services = Pick<ServerServices, 'db' | 'keys' | 'now' | 'privateHosts'>;

/** Sets or replaces a channel. @param by who did, for the list. */
export async function setNoticeChannel(
  { db, keys, now, privateHosts }: Services,
  agencyId: string,
  input: NewNoticeChannel,
  by: string,
): Promise<Result<void, ChannelRefusal>> {
  const parsed = noticeChannel.safeParse(input);
  if (!parsed.success) return refuse({ type: 'badSettings', issues: parsed.error.issues });
  const { channel, steps, ...rest } = parsed.data;
  if (parsed.data.channel === 'gateway') {
    const url = checkedUrl(parsed.data.url, privateHosts);
    if (!url.ok) return refuse({ type: 'badGateway', why: url.error });
  } else if (parsed.data.security === 'none' && !privateHosts.includes(parsed.data.host)) return refuse({ type: 'needsTls' });
  const { secret, settings } = apart(rest);
  await db.inOffice(agencyId, (tx) =>
    tx.query(
      `INSERT INTO notice_channel (office_id, channel, settings, secret, steps, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (office_id, channel) DO UPDATE SET settings = excluded.settings, secret = coalesce(excluded.secret, notice_channel.secret),
         steps = excluded.steps, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [
        agencyId,
        channel,
        JSON.stringify(settings),
        secret === undefined ? null : keys.wrap(channelLabel(agencyId, channel), Buffer.from(secret)),
        steps,
        new Date(now()),
        by,
      ],
    ),
  );
  return ok(undefined);
}

/** The secret goes into a column of its own, wrapped. */
function apart(rest: object): { readonly secret: string | undefined; readonly settings: object } {
  const { password, headers, ...settings } = rest as { readonly password?: string; readonly headers?: Record<string, string> };
  return { secret: headers === undefined ? password : JSON.stringify(headers), settings };
}

/** Under which the secret is wrapped: one of another agency or channel does not open here. */
export const channelLabel = (agencyId: string, channel: string): string => `notice:${agencyId}:${channel}`;

export const noticeChannels = ({ db }: Pick<Services, 'db'>, agencyId: string): Promise<readonly NoticeChannelView[]> =>
  db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<{
      channel: 'email' | 'gateway';
      settings: string;
      has_secret: boolean;
      steps: NoticeStep[];
      changed_at: Date;
      changed_by: string;
    }>(
      `SELECT channel, settings, secret IS NOT NULL AS has_secret, steps, changed_at, changed_by FROM notice_channel
       WHERE office_id = $1 ORDER BY channel`,
      [agencyId],
    );
    return rows.map(
      (row) =>
        ({
          channel: row.channel,
          settings: JSON.parse(row.settings) as unknown,
          steps: row.steps,
          hasSecret: row.has_secret,
          changedAt: row.changed_at,
          changedBy: row.changed_by,
        }) as NoticeChannelView,
    );
  });

/** From now on nothing is written there; what waits is kept, and goes out when it is set again. @returns whether it was set. */
export const removeNoticeChannel = ({ db }: Pick<Services, 'db'>, agencyId: string, channel: 'email' | 'gateway'): Promise<boolean> =>
  db.inOffice(agencyId, async (tx) => {
    const { rowCount } = await tx.query('DELETE FROM notice_channel WHERE office_id = $1 AND channel = $2', [agencyId, channel]);
    return rowCount === 1;
  });
