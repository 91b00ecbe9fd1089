import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { failureOf } from '../outbox/failure.ts';
import { reachable } from '../outbox/addresses.ts';
import type { Message, Sent } from './sent.ts';
import type { EmailSettings } from './settings.ts';

export interface MailServer {
  readonly settings: EmailSettings;
  readonly password: string;
  readonly privateHosts: readonly string[];
}

/** Until the mail server has taken the whole message, ms. */
const mailLimitMs = 30_000;

/** Sends one message, in plain text. @throws never: what went wrong is the answer; an abort is `retry`. */
export async function sendMail({ settings, password, privateHosts }: MailServer, message: Message, signal: AbortSignal): Promise<Sent> {
  const { host, port, security, user, from } = settings;
  try {
    const [target] = await reachable(host, privateHosts);
    const transport = createTransport({
      // The address that was looked at; the certificate is still the name's.
      host: target?.address ?? host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: { minVersion: 'TLSv1.2', ...(isIP(host) === 0 ? { servername: host } : {}) },
      ...(user === '' ? {} : { auth: { user, pass: password } }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 15_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const sent = await transport.sendMail({
      from,
      to: { name: '', address: message.address },
      subject: message.subject,
      text: message.text,
      // The same whenever it is sent again: a mailbox shows it once.
      messageId: `<${message.noticeId}@${from.address.split('@')[1] ?? 'loket'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(mailLimitMs)]),
    });
    return { state: 'sent', providerId: queuedAs(sent.response ?? '') };
  } catch (error) {
    return refusedBy(error);
  }
}

/** The mail server's own id, by which its people find it: `250 2.0.0 Ok: queued as 4F1A2B`. */
const queuedAs = (response: string): string | null => /(?:queued as|id=?)\s*<?([\w.@:-]{1,100})>?/iu.exec(response)?.[1] ?? null;

function refusedBy(error: unknown): Sent {
  const { responseCode, code, command } = error as { responseCode?: unknown; code?: unknown; command?: unknown };
  if (typeof responseCode !== 'number') return { state: 'retry', why: failureOf(error) };
  const why = `smtp${responseCode}`;
  // That the login or the sender is refused says nothing about the person: somebody puts the settings right.
  const isAboutHer = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  return responseCode >= 500 && isAboutHer ? { state: 'failed', why } : { state: 'retry', why };
}
