import { v7 } from 'uuid';
import type { ServerServices } from '../services.ts';
import { addressOf } from './addresses.ts';
import { sendBy } from './outbox.ts';
import type { Sent } from './sent.ts';

/** Longer than a mail server may take to answer; a person waits for it. */
const testLimitMs = 35_000;

export interface TestMessage {
  /** As it was typed: a mailbox or a telephone number. It is kept nowhere. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one message by a channel as it is set. @returns `null`: the channel is not set; `badAddress`: nothing can be sent there. */
export async function sendTest(
  services: Pick<ServerServices, 'db' | 'keys' | 'privateHosts'>,
  agencyId: string,
  channel: 'email' | 'gateway',
  { to, subject, text }: TestMessage,
): Promise<Sent | 'badAddress' | null> {
  const found = addressOf({ email: to, phone: to }, channel);
  if (found === null) return 'badAddress';
  const row = await services.db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<{ settings: string; secret: Buffer | null }>(
      'SELECT settings, secret FROM notice_channel WHERE office_id = $1 AND channel = $2',
      [agencyId, channel],
    );
    return rows[0];
  });
  if (row === undefined) return null;
  const message = { noticeId: v7(), address: found.address, number: 'UJI', subject, text };
  return sendBy(services, { office_id: agencyId, channel, ...row }, message, AbortSignal.timeout(testLimitMs));
}
