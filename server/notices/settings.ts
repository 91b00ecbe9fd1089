/** How an agency writes to people: a mail server of its own, and any HTTP gateway for SMS or WhatsApp. */
import { z } from 'zod';
import { line } from '../../shared/domain/values.ts';
import { noticeSteps } from '../outbox/changes.ts';

/** One mailbox. No list, no comment, no quoted name: it goes into an envelope. */
export const mailbox = z
  .string()
  .max(254)
  .regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*$/u);

const steps = z.array(z.enum(noticeSteps)).default([...noticeSteps]);
const host = z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/u);

export const emailChannel = z.strictObject({
  channel: z.literal('email'),
  steps,
  host,
  port: z.number().int().min(1).max(65535),
  /** `none` only to a host that the operator lists as private: an address in clear text goes over no foreign wire. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: z.string().max(200).default(''),
  from: z.strictObject({ name: line(120), address: mailbox }),
  /** Secret. Left out: the one before stays. */
  password: z.string().max(500).optional(),
});

/** Values of a template's texts: `{{phone}}` +62812…, `{{phoneDigits}}` 62812…, `{{phoneLocal}}` 0812…, `{{text}}`, `{{number}}`, `{{id}}`. */
export const placeholders = ['phone', 'phoneDigits', 'phoneLocal', 'text', 'number', 'id'] as const;
export type Placeholder = (typeof placeholders)[number];

const known = new Set<string>(placeholders);
const namesIn = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/gu)].map(([, name]) => name ?? '');

export const gatewayChannel = z.strictObject({
  channel: z.literal('gateway'),
  steps,
  url: z.string().max(2000),
  /** The body, any JSON; its texts are filled in one by one, so that nothing in a message can change its shape. */
  template: z.json().superRefine((template, context) => {
    const names = namesIn(JSON.stringify(template));
    for (const name of names) if (!known.has(name)) context.addIssue({ code: 'custom', message: `unknown placeholder {{${name}}}` });
    if (!names.some((name) => name.startsWith('phone'))) context.addIssue({ code: 'custom', message: 'no {{phone}} in it' });
    if (!names.includes('text')) context.addIssue({ code: 'custom', message: 'no {{text}} in it' });
  }),
  /** Where the answer names the message: `messages.0.id`. Empty: it does not. */
  idPath: z
    .string()
    .regex(/^(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)?$/u)
    .max(200)
    .default(''),
  /** Secret: with the gateway's key. Left out: those before stay. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,64}$/u), z.string().regex(/^[\x20-\x7e]{0,2000}$/u)).optional(),
});

export const noticeChannel = z.discriminatedUnion('channel', [emailChannel, gatewayChannel]);
/** As it is set. */
export type NewNoticeChannel = z.input<typeof noticeChannel>;
type Stored<T> = T extends unknown ? Omit<T, 'password' | 'headers' | 'steps' | 'channel'> : never;
export type EmailSettings = Stored<z.output<typeof emailChannel>>;
export type GatewaySettings = Stored<z.output<typeof gatewayChannel>>;
