/**
 * How a webhook is signed: Standard Webhooks, so that receivers check it with a library they have. Its headers are
 *   webhook-id          the same whenever this message is sent again
 *   webhook-timestamp   seconds since the epoch when it was signed; a receiver refuses what is older than some minutes
 *   webhook-signature   "v1," and the base64 of HMAC-SHA256(secret, id "." timestamp "." body)
 */
import { createHmac } from 'node:crypto';

/** @param secret the bytes behind `whsec_`. @param at ms since the epoch. */
export function signatureHeaders(secret: Uint8Array, messageId: string, at: number, body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`${messageId}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': messageId, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** As a person copies it into the other system. */
export const secretText = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;
