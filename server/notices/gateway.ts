import type { z } from 'zod';
import { failureOf } from '../outbox/failure.ts';
import { parseJson } from '../outbox/json.ts';
import { postOut } from '../outbox/postOut.ts';
import { toLocal } from './addresses.ts';
import type { Message, Sent } from './sent.ts';
import type { GatewaySettings, Placeholder } from './settings.ts';

export interface Gateway {
  readonly settings: GatewaySettings;
  readonly headers: Readonly<Record<string, string>>;
  readonly privateHosts: readonly string[];
}

/** Sends one message by the agency's SMS or WhatsApp gateway. @throws never: what went wrong is the answer. */
export async function sendByGateway({ settings, headers, privateHosts }: Gateway, message: Message, signal: AbortSignal): Promise<Sent> {
  const values: Readonly<Record<Placeholder, string>> = {
    phone: message.address,
    phoneDigits: message.address.slice(1),
    phoneLocal: toLocal(message.address),
    text: message.text,
    number: message.number,
    id: message.noticeId,
  };
  const body = JSON.stringify(filled(settings.template, values));
  const all = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': message.noticeId, ...headers };
  try {
    const answer = await postOut({ url: new URL(settings.url), headers: all, body, privateHosts, signal });
    if (answer.status >= 200 && answer.status < 300) return { state: 'sent', providerId: idIn(answer.body, settings.idPath) };
    const why = `http${answer.status}`;
    // A key that is not good (any more) and "too many" get better by themselves or by somebody; other refusals of 4xx do not.
    const isAboutHer = answer.status >= 400 && answer.status < 500 && ![401, 403, 404, 407, 408, 425, 429].includes(answer.status);
    return isAboutHer ? { state: 'failed', why } : { state: 'retry', why };
  } catch (error) {
    return { state: 'retry', why: failureOf(error) };
  }
}

type Json = z.core.util.JSONType;

/** Fills the texts of a template one by one; its shape stays. */
function filled(template: Json, values: Readonly<Record<Placeholder, string>>): Json {
  if (typeof template === 'string') return template.replaceAll(/\{\{(\w+)\}\}/gu, (_all, name: Placeholder) => values[name] ?? '');
  if (Array.isArray(template)) return template.map((one) => filled(one, values));
  if (typeof template === 'object' && template !== null)
    return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, filled(value, values)]));
  return template;
}

/** What the gateway calls the message. */
function idIn(body: string, path: string): string | null {
  if (path === '') return null;
  let value: unknown = parseJson(body);
  for (const name of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[\w.:=+/@-]{1,200}$/u.test(text) ? text : null;
}
