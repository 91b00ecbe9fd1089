import type { FastifyReply } from 'fastify';
import { id } from '../../../shared/domain/values.ts';
import { type WebhookKind, webhookKinds } from '../../outbox/changes.ts';
import { listDeliveries, retryDeliveries } from '../../webhooks/deliveries.ts';
import { createWebhook, enableWebhook, listWebhooks, removeWebhook, type Webhook } from '../../webhooks/subscriptions.ts';
import type { AuditKind } from '../audit.ts';
import type { AgencyRoute, UserContext } from '../context.ts';
import { many, one } from '../pages/forms.ts';
import { secretPage, webhookPage, webhooksPage } from '../pages/webhooks.ts';

const admin = { roles: ['admin'] } as const;

export const webhookRoutes: readonly AgencyRoute[] = [
  { method: 'GET', path: '/webhook', access: admin, handle: (context) => showWebhooks(context) },
  { method: 'POST', path: '/webhook', access: admin, handle: addWebhook },
  { method: 'GET', path: '/webhook/:webhook', access: admin, handle: (context) => withWebhook(context, showWebhook) },
  { method: 'POST', path: '/webhook/:webhook/status', access: admin, handle: (context) => withWebhook(context, switchWebhook) },
  { method: 'POST', path: '/webhook/:webhook/ulang', access: admin, handle: (context) => withWebhook(context, retry) },
  { method: 'POST', path: '/webhook/:webhook/hapus', access: admin, handle: (context) => withWebhook(context, remove) },
];

async function showWebhooks(context: UserContext, typed?: Parameters<typeof webhooksPage>[2]): Promise<FastifyReply> {
  return webhooksPage(context, await listWebhooks(context.services, context.agency.officeId), typed ?? null);
}

async function withWebhook(
  context: UserContext,
  handle: (context: UserContext, webhook: Webhook) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { webhook: asked } = context.request.params as { webhook: string };
  const webhook = (await listWebhooks(context.services, context.agency.officeId)).find(({ webhookId }) => webhookId === asked);
  return webhook === undefined ? context.notFound() : handle(context, webhook);
}

/** Only the receiver's host stands in the audit: the rest of an address may be a secret. */
const recorded = (context: UserContext, what: AuditKind, url: string) =>
  context.inAgency((tx) => context.record(tx, { what, subject: new URL(url).host }));

async function addWebhook(context: UserContext): Promise<FastifyReply> {
  const { services, agency, user, request } = context;
  const url = one(request.body, 'alamat');
  const ticked = many((request.body as Record<string, unknown> | null)?.['peristiwa']);
  const kinds = webhookKinds.filter((kind) => ticked.includes(kind)) satisfies readonly WebhookKind[];
  const made = await createWebhook(services, agency.officeId, { url, kinds, by: user.fullName });
  if (!made.ok) return showWebhooks(context, { url, kinds, problem: made.error });
  await recorded(context, 'webhookCreated', url);
  return secretPage(context, url, made.value);
}

async function showWebhook(context: UserContext, webhook: Webhook): Promise<FastifyReply> {
  const { services, agency } = context;
  return webhookPage(context, webhook, await listDeliveries(services, agency.officeId, { webhookId: webhook.webhookId }));
}

async function switchWebhook(context: UserContext, { webhookId, url, isEnabled }: Webhook): Promise<FastifyReply> {
  if (await enableWebhook(context.services, context.agency.officeId, webhookId, !isEnabled))
    await recorded(context, isEnabled ? 'webhookDisabled' : 'webhookEnabled', url);
  return context.goTo(`/webhook/${webhookId}`);
}

/** One delivery, or all of this webhook that were given up. */
async function retry(context: UserContext, { webhookId, url }: Webhook): Promise<FastifyReply> {
  const { services, agency, request } = context;
  const asked = one(request.body, 'kiriman');
  const delivery = id.safeParse(asked);
  if (asked !== '' && !delivery.success) return context.badForm();
  const dead = await listDeliveries(services, agency.officeId, { webhookId, state: 'dead', limit: 10_000 });
  const ids = dead.flatMap(({ deliveryId }) => (asked === '' || deliveryId === asked ? [deliveryId] : []));
  const count = ids.length === 0 ? 0 : await retryDeliveries(services, agency.officeId, ids);
  if (count > 0) await recorded(context, 'deliveriesRetried', url);
  return context.goTo(`/webhook/${webhookId}?ulang=${count}`);
}

async function remove(context: UserContext, { webhookId, url }: Webhook): Promise<FastifyReply> {
  if (await removeWebhook(context.services, context.agency.officeId, webhookId)) await recorded(context, 'webhookRemoved', url);
  return context.goTo('/webhook');
}
