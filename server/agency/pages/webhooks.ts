import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { webhookKinds } from '../../outbox/changes.ts';
import type { Delivery } from '../../webhooks/deliveries.ts';
import type { Webhook, WebhookRefusal } from '../../webhooks/subscriptions.ts';
import type { UserContext } from '../context.ts';
import { checkboxes, input, notice } from './forms.ts';
import { outcomeOf, timeOf } from './outcome.ts';

interface WebhookTyped {
  readonly url: string;
  readonly kinds: readonly string[];
  readonly problem: WebhookRefusal;
}

export function webhooksPage(context: UserContext, webhooks: readonly Webhook[], typed: WebhookTyped | null): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.outlets.webhooks;
  const isAboutKinds = typed?.problem === 'noKinds';
  const problem = typed === null ? undefined : w.refused[typed.problem];
  return context.show({
    title: w.title,
    status: typed === null ? 200 : 422,
    at: '/webhook',
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${webhooks.length === 0 ? html`<div class="empty"><p>${w.none}</p></div>` : null}
      <ul class="list">
        ${webhooks.map(
          (webhook) =>
            html`<li>
              <p><a class="address" href="${link(`/webhook/${webhook.webhookId}`)}">${webhook.url}</a> ${stateTag(context, webhook)}</p>
              <p class="quiet-text">${webhook.kinds.map((kind) => w.kinds[kind]).join(', ')}</p>
            </li>`,
        )}
      </ul>
      <details class="act" ${typed !== null || webhooks.length === 0 ? html`open` : null}>
        <summary>${w.add}</summary>
        <form method="post" action="${link('/webhook')}">
          ${formToken}
          ${input({
            name: 'alamat',
            label: w.url,
            hint: w.urlHint,
            value: typed?.url ?? '',
            problem: isAboutKinds ? undefined : problem,
            maxlength: 2000,
            required: true,
          })}
          ${checkboxes({
            name: 'peristiwa',
            legend: w.events,
            choices: webhookKinds.map((kind) => [kind, w.kinds[kind]] as const),
            ticked: typed?.kinds ?? webhookKinds,
            problem: isAboutKinds ? problem : undefined,
          })}
          <button>${w.add}</button>
        </form>
      </details>`,
  });
}

function stateTag({ words }: UserContext, { isEnabled, queued, dead }: Webhook): Markup {
  const w = words.outlets.webhooks;
  return html`<span class="tag ${isEnabled ? 'good' : ''}">${isEnabled ? w.on : w.off}</span>
    ${queued === 0 ? null : html`<span class="tag">${w.waiting(queued)}</span>`}
    ${dead === 0 ? null : html`<span class="tag bad">${w.failed(dead)}</span>`}`;
}

/** The secret, this once. */
export function secretPage(
  context: UserContext,
  url: string,
  { webhookId, secret }: { readonly webhookId: string; readonly secret: string },
): FastifyReply {
  const { words, link } = context;
  const w = words.outlets.webhooks;
  return context.show({
    title: w.secretTitle,
    at: '/webhook',
    body: html`<h1>${w.secretTitle}</h1>
      ${notice(words.common.onlyOnce)}
      <p class="address">${url}</p>
      <p class="secret"><code>${secret}</code></p>
      <p>${w.secretText}</p>
      <p><a href="${link(`/webhook/${webhookId}`)}">${words.common.back}</a></p>`,
  });
}

export function webhookPage(context: UserContext, webhook: Webhook, deliveries: readonly Delivery[]): FastifyReply {
  const { words, link, formToken, request } = context;
  const { ulang } = request.query as { ulang?: string };
  const w = words.outlets.webhooks;
  const to = (path: string) => link(`/webhook/${webhook.webhookId}/${path}`);
  return context.show({
    title: new URL(webhook.url).host,
    body: html`<p><a href="${link('/webhook')}">← ${w.title}</a></p>
      <h1 class="address">${new URL(webhook.url).host}</h1>
      ${ulang === undefined ? null : notice(words.outlets.retried(Number(ulang) || 0))}
      <p class="address">${webhook.url}</p>
      <p>${stateTag(context, webhook)} <span class="quiet-text">${w.since(timeOf(context)(webhook.createdAt), webhook.createdBy)}</span></p>
      <p>${w.events}: ${webhook.kinds.map((kind) => w.kinds[kind]).join(', ')}</p>
      <form method="post" action="${to('status')}">
        ${formToken}
        <p class="hint">${w.turnOffText}</p>
        <button class="quiet">${webhook.isEnabled ? w.turnOff : w.turnOn}</button>
      </form>
      <h2>${w.deliveries}</h2>
      ${
        webhook.dead === 0
          ? null
          : html`<form method="post" action="${to('ulang')}">${formToken}<button>${words.outlets.retryAll}</button></form>`
      }
      ${deliveries.length === 0 ? html`<p><strong>${w.noDeliveries}</strong></p>` : deliveryTable(context, deliveries, to('ulang'))}
      <details class="act">
        <summary>${words.outlets.remove}</summary>
        <form method="post" action="${to('hapus')}">
          ${formToken}
          <p>${w.removeText}</p>
          <button class="danger">${words.outlets.remove}</button>
        </form>
      </details>`,
  });
}

function deliveryTable(context: UserContext, deliveries: readonly Delivery[], retryUrl: string): Markup {
  const { words } = context;
  const w = words.outlets.webhooks;
  const time = timeOf(context);
  const kindName = (kind: string) => (kind in w.kinds ? w.kinds[kind as keyof typeof w.kinds] : kind);
  return html`<div class="table" role="region" aria-label="${w.deliveries}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${[w.when, w.event, words.outlets.state].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${deliveries.map(
          (delivery) =>
            html`<tr>
              <td class="nowrap">${time(delivery.createdAt)}</td>
              <td>${kindName(delivery.kind)}</td>
              <td class="sent">
                ${outcomeOf(context, { ...delivery, stateName: w.states[delivery.state], reason: delivery.lastError }, { url: retryUrl, id: delivery.deliveryId })}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
