import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { NoticeChannelView } from '../../notices/channels.ts';
import { type Notice, type NoticeState, noticeStates } from '../../notices/notices.ts';
import type { UserContext } from '../context.ts';
import { type ChannelName, channelNames, type ChannelProblems, type TypedChannel } from '../typedChannel.ts';
import { reasonInWords } from '../words/outlets.ts';
import { channelForm } from './channelForm.ts';
import { input, notice, select } from './forms.ts';
import { outcomeOf, timeOf } from './outcome.ts';

/** A channel as it was typed, with what is wrong. */
export interface ChannelTyped {
  readonly channel: ChannelName;
  readonly values: TypedChannel['values'];
  readonly problems: ChannelProblems;
}

export interface NoticesShown {
  readonly channels: readonly NoticeChannelView[];
  readonly notices: readonly Notice[];
  /** Names by id. */
  readonly offices: ReadonlyMap<string, string>;
  /** Only these; `null`: all. */
  readonly state: NoticeState | null;
  readonly typed: ChannelTyped | null;
}

export function noticesPage(context: UserContext, shown: NoticesShown): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.outlets.notices;
  const { channels, notices, state, typed } = shown;
  return context.show({
    title: w.title,
    status: typed === null ? 200 : 422,
    at: '/pemberitahuan',
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${happened(context)} ${typed === null ? null : notice(w.problem, 'bad')}
      <div class="columns">
        ${channelNames.map((name) =>
          channelPart(
            context,
            name,
            channels.find(({ channel }) => channel === name),
            typed?.channel === name ? typed : null,
          ),
        )}
      </div>
      <h2>${w.list}</h2>
      <form method="get" action="${link('/pemberitahuan')}" class="filters">
        ${select({
          name: 'keadaan',
          label: words.outlets.state,
          value: state ?? '',
          choices: [['', w.all], ...noticeStates.map((one) => [one, w.states[one]] as const)],
        })}
        <button class="quiet">${w.show}</button>
      </form>
      ${
        notices.some((one) => one.state === 'failed' || one.state === 'gaveUp')
          ? html`<form method="post" action="${link('/pemberitahuan/ulang')}">
              ${formToken}<button class="quiet">${words.outlets.retryAll}</button>
            </form>`
          : null
      }
      ${notices.length === 0 ? html`<div class="empty"><p>${w.none}</p></div>` : noticeTable(context, shown)}`,
  });
}

/** What the form that led here did. */
function happened({ words, request }: UserContext): Markup | null {
  if (request.method !== 'GET') return null;
  const { tersimpan, ulang, uji } = request.query as { tersimpan?: string; ulang?: string; uji?: string };
  const w = words.outlets.notices;
  if (tersimpan !== undefined) return notice(words.outlets.saved);
  if (ulang !== undefined) return notice(words.outlets.retried(Number(ulang) || 0));
  if (typeof uji !== 'string' || !/^\w{1,60}$/u.test(uji)) return null;
  if (uji === 'sent') return notice(w.testSent);
  return notice(uji === 'badAddress' ? w.testBad : w.testFailed(reasonInWords(uji, words.outlets)), 'bad');
}

function channelPart(context: UserContext, name: ChannelName, known: NoticeChannelView | undefined, typed: ChannelTyped | null): Markup {
  const { words, link, formToken } = context;
  const w = words.outlets.notices;
  const to = (path: string) => link(`/pemberitahuan/saluran/${name}${path}`);
  return html`<section>
    <h2>${w.channels[name]}</h2>
    <p>
      ${
        known === undefined
          ? html`<span class="tag">${w.notSet}</span>`
          : html`<span class="tag good">${w.isSet}</span>
              <span class="quiet-text">${w.changed(timeOf(context)(known.changedAt), known.changedBy)}</span>`
      }
    </p>
    <p>${w.channelText[name]}</p>
    <details class="act" ${typed === null ? null : html`open`}>
      <summary>${w.set}</summary>
      <form method="post" action="${to('')}">
        ${formToken} ${channelForm(context, name, known, typed)}
        <button>${words.outlets.save}</button>
      </form>
    </details>
    ${
      known === undefined
        ? null
        : html`<details class="act">
              <summary>${w.test}</summary>
              <form method="post" action="${to('/uji')}">
                ${formToken}
                ${input({ name: 'kepada', idOf: name, label: w.testAddress[name], autocomplete: 'off', maxlength: 254, required: true })}
                <button>${w.test}</button>
              </form>
            </details>
            <details class="act">
              <summary>${words.outlets.remove}</summary>
              <form method="post" action="${to('/hapus')}">
                ${formToken}
                <p>${w.removeText}</p>
                <button class="danger">${words.outlets.remove}</button>
              </form>
            </details>`
    }
  </section>`;
}

function noticeTable(context: UserContext, { notices, offices }: NoticesShown): Markup {
  const { words, link } = context;
  const w = words.outlets.notices;
  const time = timeOf(context);
  return html`<div class="table" role="region" aria-label="${w.list}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${[w.when, w.about, w.channel, w.to, words.outlets.state].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${notices.map(
          (one) =>
            html`<tr>
              <td class="nowrap">${time(one.createdAt)}</td>
              <td>
                <span class="nowrap">${one.number}</span>: ${w.stepNames[one.step]}<br />
                <span class="quiet-text">${offices.get(one.officeId) ?? ''}</span>
              </td>
              <td>${w.channelShort[one.channel]}</td>
              <td>${one.hint ?? html`<span class="quiet-text">–</span>`}</td>
              <td class="sent">
                ${outcomeOf(context, { ...one, stateName: w.states[one.state] }, { url: link('/pemberitahuan/ulang'), id: one.noticeId })}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
