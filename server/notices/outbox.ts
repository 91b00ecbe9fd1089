/** Sends notices. A person's address is opened in memory for the moment in which it is needed. */
import { contactWords } from '../../shared/sync/contents.ts';
import { textLabel } from '../../shared/sync/protocol.ts';
import { listAgencies } from '../outbox/agencies.ts';
import { maxAttempts, waitAfter } from '../outbox/backoff.ts';
import type { NoticeStep } from '../outbox/changes.ts';
import { parseJson } from '../outbox/json.ts';
import { leaseMs } from '../outbox/lease.ts';
import type { Outbox } from '../outbox/worker.ts';
import type { ServerServices } from '../services.ts';
import { type Address, addressOf } from './addresses.ts';
import { channelLabel } from './channels.ts';
import { sendMail } from './email.ts';
import { sendByGateway } from './gateway.ts';
import { newsForMs } from './queue.ts';
import type { Message, Sent } from './sent.ts';
import type { EmailSettings, GatewaySettings } from './settings.ts';
import { noticeWords } from './words.ts';

interface Job {
  office_id: string;
  notice_id: string;
  channel: 'email' | 'gateway';
  of_office: string;
  person_id: string;
  number: string;
  step: NoticeStep;
  step_at: number;
  attempts: number;
  settings: string;
  secret: Buffer | null;
}

type Outcome = Sent | { readonly state: 'skipped'; readonly why: string } | { readonly state: 'interrupted' };

/** A contact that is not here yet may be in the office's next batch. */
const attemptsWithoutContact = 3;

/** The outbox of notices of all agencies. */
export function noticeOutbox(services: ServerServices): Outbox<Job> {
  const { db, now, metrics, log } = services;

  const send = async (job: Job, signal: AbortSignal): Promise<{ readonly outcome: Outcome; readonly hint: string | null }> => {
    if (job.step_at < now() - newsForMs) return { outcome: { state: 'skipped', why: 'tooOld' }, hint: null };
    const found = await readPerson(services, job);
    if (found === null) {
      const isOver = job.attempts >= attemptsWithoutContact;
      return { outcome: isOver ? { state: 'skipped', why: 'noContact' } : { state: 'retry', why: 'noContact' }, hint: null };
    }
    if (found.address === null) return { outcome: { state: 'skipped', why: 'noAddress' }, hint: null };
    const { address, hint } = found.address;
    // The office's public page; what a person types off her phone stays short.
    const followUrl = `${services.publicUrl()}/k/${found.officeCode}`;
    const words = noticeWords({ step: job.step, number: job.number, officeName: found.officeName, followUrl });
    const outcome = await sendBy(services, job, { noticeId: job.notice_id, address, number: job.number, ...words }, signal);
    return { outcome: signal.aborted && outcome.state === 'retry' ? { state: 'interrupted' } : outcome, hint };
  };

  return {
    name: 'notices',
    targetOf: ({ office_id: agencyId, channel }) => `${agencyId} ${channel}`,
    async claim(free, busy) {
      const agencies = await listAgencies(db);
      return db.inOffices(agencies, async (tx) => {
        const { rows } = await tx.query<Job>(
          `WITH due AS (
             SELECT c.office_id, c.channel, c.settings, c.secret, n.notice_id FROM notice_channel c
             CROSS JOIN LATERAL (
               SELECT notice_id FROM notice
               WHERE office_id = c.office_id AND channel = c.channel AND state = 'queued' AND next_at <= $1
               ORDER BY next_at LIMIT 4 FOR UPDATE SKIP LOCKED
             ) n
             WHERE c.office_id || ' ' || c.channel <> ALL ($2::text[]) LIMIT $3
           )
           UPDATE notice o SET attempts = o.attempts + 1, next_at = $4, reason = NULL FROM due
           WHERE o.office_id = due.office_id AND o.notice_id = due.notice_id
           RETURNING o.office_id, o.notice_id, o.channel, o.of_office, o.person_id, o.number, o.step, o.step_at, o.attempts,
             due.settings, due.secret`,
          [new Date(now()), busy, free, new Date(now() + leaseMs)],
        );
        return rows;
      });
    },
    async attempt(job, signal) {
      const { outcome, hint } = await send(job, signal);
      const gaveUp = outcome.state === 'retry' && job.attempts >= maxAttempts;
      const state = gaveUp ? 'gaveUp' : outcome.state === 'retry' || outcome.state === 'interrupted' ? 'queued' : outcome.state;
      const why = 'why' in outcome ? outcome.why : null;
      if (state === 'gaveUp' || state === 'failed')
        log.warn({ agencyId: job.office_id, channel: job.channel, why }, 'a notice did not get there');
      metrics.outboxAttempts.inc({ outbox: 'notices', outcome: gaveUp ? 'gaveUp' : outcome.state });
      const wait = outcome.state === 'retry' ? waitAfter(job.attempts) : 0;
      await db.inOffice(job.office_id, (tx) =>
        tx.query(
          `UPDATE notice SET state = $4, reason = $5, provider_id = $6, hint = coalesce($7, hint), next_at = $8, ended_at = $9, attempts = attempts - $10
           WHERE office_id = $1 AND notice_id = $2 AND state = 'queued' AND attempts = $3`,
          [
            job.office_id,
            job.notice_id,
            job.attempts,
            state,
            why,
            outcome.state === 'sent' ? outcome.providerId : null,
            hint,
            new Date(now() + wait),
            state === 'queued' ? null : new Date(now()),
            outcome.state === 'interrupted' ? 1 : 0,
          ],
        ),
      );
    },
  };
}

/** Sends by a channel as it is set. @throws never: what went wrong is the answer. */
export async function sendBy(
  { keys, privateHosts }: Pick<ServerServices, 'keys' | 'privateHosts'>,
  job: Pick<Job, 'office_id' | 'channel' | 'settings' | 'secret'>,
  message: Message,
  signal: AbortSignal,
): Promise<Sent> {
  const settings: unknown = JSON.parse(job.settings);
  let secret = '';
  try {
    secret = job.secret === null ? '' : keys.unwrap(channelLabel(job.office_id, job.channel), job.secret).toString('utf8');
  } catch {
    // Wrapped by another server key: somebody types it in again.
    return { state: 'retry', why: 'secretLost' };
  }
  if (job.channel === 'email') return sendMail({ settings: settings as EmailSettings, password: secret, privateHosts }, message, signal);
  const headers = (secret === '' ? {} : JSON.parse(secret)) as Record<string, string>;
  return sendByGateway({ settings: settings as GatewaySettings, headers, privateHosts }, message, signal);
}

/** `null`: nothing is known of how to reach her. */
async function readPerson(
  { db, secrets, log }: ServerServices,
  job: Job,
): Promise<{ readonly officeName: string; readonly officeCode: string; readonly address: Address | null } | null> {
  const row = await db.inOffice(job.of_office, async (tx) => {
    const { rows } = await tx.query<{ code: string; name: string; key_id: string; ephemeral: Buffer; content: Buffer }>(
      `SELECT code, name, key_id, ephemeral, content FROM sealed_text JOIN office USING (office_id)
       WHERE office_id = $1 AND text_id = $2 AND kind = 'contact'`,
      [job.of_office, job.person_id],
    );
    return rows[0];
  });
  if (row === undefined) return null;
  try {
    const sealed = { keyId: row.key_id, ephemeral: row.ephemeral, content: row.content };
    const opened = await secrets.open(job.office_id, textLabel(job.person_id), sealed);
    const contact = contactWords.safeParse(parseJson(opened.toString('utf8')));
    return contact.success ? { officeName: row.name, officeCode: row.code, address: addressOf(contact.data, job.channel) } : null;
  } catch (error) {
    log.warn({ err: error, officeId: job.of_office }, 'a contact could not be opened');
    return null;
  }
}
