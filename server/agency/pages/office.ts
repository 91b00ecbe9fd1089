import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { LockedReceipt } from '../queries/locked.ts';
import { type OfficeKey, zoneOfOffice } from '../queries/offices.ts';
import { input, notice } from './forms.ts';
import { shortTime } from './times.ts';

/** A new office as somebody typed it, with what is wrong. */
export interface NewOfficeTyped {
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly codeProblem?: string;
  readonly nameProblem?: string;
}

export interface OfficeShown {
  readonly keys: readonly OfficeKey[];
  /** Numbers that nobody can follow any more after too many wrong PINs. */
  readonly locked: readonly LockedReceipt[];
  /** For how many days a complaint can be opened again on the public page. */
  readonly reopenDays: number;
  /** What was typed for it and is no number of days; `null`: nothing was. */
  readonly typedDays: string | null;
}

/** One office for administrators: enrolment, keys, locked numbers, closing. */
export function officePage(context: UserContext, office: Office, { keys, locked, reopenDays, typedDays }: OfficeShown): FastifyReply {
  const { words, link, formToken, language, request } = context;
  const { terbuka, tersimpan } = request.query as { terbuka?: string; tersimpan?: string };
  const w = words.offices;
  const { published } = words.outlets;
  const zone = zoneOfOffice(office, undefined);
  const form = (path: string, body: Markup) =>
    html`<form method="post" action="${link(`/kantor/${office.code}/${path}`)}">${formToken}${body}</form>`;
  const isClosed = office.closedAt !== null;
  return context.show({
    title: office.name,
    status: typedDays === null ? 200 : 422,
    at: `/kantor/${office.code}`,
    body: html`<p><a href="${link('')}">← ${w.title}</a></p>
      <h1>${office.name}</h1>
      <p class="quiet-text">${office.code} · ${w.zones[zone]}</p>
      ${office.closedAt === null ? null : notice(w.closedAt(shortTime(office.closedAt.getTime(), zone, language)), 'bad')}
      ${terbuka === undefined ? null : notice(w.unlocked)} ${tersimpan === undefined ? null : notice(words.outlets.saved)}
      ${
        isClosed
          ? html`<h2>${w.reopen}</h2>
              <p>${w.reopenText}</p>
              ${form('buka', html`<button>${w.reopen}</button>`)}`
          : html`<h2>${w.enrol}</h2>
              <p>${w.enrolText}</p>
              ${form('kode', html`<button>${w.makeCode}</button>`)}`
      }
      <h2>${w.keysTitle}</h2>
      <p>${w.keysText}</p>
      ${keys.length === 0 ? html`<p><strong>${w.keysNone}</strong></p>` : keyList(context, office, keys)}
      <h2>${published.title}</h2>
      <p>${published.text}</p>
      ${form(
        'publik',
        html`${input({
            name: 'hari',
            label: published.reopenDays,
            type: 'number',
            value: typedDays ?? String(reopenDays),
            problem: typedDays === null ? undefined : published.problem,
            min: 0,
            max: 365,
            narrow: true,
            required: true,
          })} <button>${words.outlets.save}</button>`,
      )}
      ${lockedList(context, office, locked)}
      ${
        isClosed
          ? null
          : html`<h2>${w.close}</h2>
              <p>${w.closeText}</p>
              <details class="act">
                <summary>${w.close}</summary>
                ${form('tutup', html`<button class="danger">${w.closeConfirm}</button>`)}
              </details>`
      }`,
  });
}

function lockedList({ words, link, formToken, language }: UserContext, office: Office, locked: readonly LockedReceipt[]): Markup {
  const w = words.offices;
  const zone = zoneOfOffice(office, undefined);
  return html`<h2>${w.unlock}</h2>
    <p>${w.unlockText}</p>
    ${locked.length === 0 ? html`<p><strong>${w.lockedNone}</strong></p>` : null}
    <ul class="list">
      ${locked.map(
        ({ number, lastAt }) =>
          html`<li>
            ${w.lockedAt(number, shortTime(lastAt, zone, language))}
            <form method="post" action="${link(`/kantor/${office.code}/percobaan`)}">
              ${formToken}<input type="hidden" name="nomor" value="${number}" />
              <button class="quiet">${w.unlock}</button>
            </form>
          </li>`,
      )}
    </ul>`;
}

function keyList({ words, link, formToken, language }: UserContext, office: Office, keys: readonly OfficeKey[]): Markup {
  const w = words.offices;
  const zone = zoneOfOffice(office, undefined);
  const time = (at: Date) => shortTime(at.getTime(), zone, language);
  const why = (key: OfficeKey) => {
    const told = key.revokedWhy ?? '';
    return told in w.whys ? w.whys[told as keyof typeof w.whys] : told;
  };
  return html`<ul class="list">
    ${keys.map(
      (key) =>
        html`<li>
          <p>
            <code>${key.keyId}</code><br />
            ${w.keySince} ${time(key.createdAt)} ·
            ${
              key.revokedAt === null
                ? html`<span class="tag good">${w.keyActive}</span>`
                : html`<span class="tag">${w.keyRevoked(time(key.revokedAt), why(key))}</span>`
            }
          </p>
          ${
            key.revokedAt === null
              ? html`<details class="act">
                  <summary>${w.revoke}</summary>
                  <form method="post" action="${link(`/kantor/${office.code}/cabut`)}">
                    ${formToken}<input type="hidden" name="kunci" value="${key.keyId}" />
                    ${input({ name: 'alasan', idOf: key.keyId, label: w.revokeWhy, maxlength: 120, required: true })}
                    <button class="danger">${w.revoke}</button>
                  </form>
                </details>`
              : null
          }
        </li>`,
    )}
  </ul>`;
}

/** The enrolment code, this once. */
export function codePage(context: UserContext, office: Office, code: string): FastifyReply {
  const { words, link } = context;
  const w = words.offices;
  return context.show({
    title: w.enrol,
    at: `/kantor/${office.code}`,
    body: html`<h1>${w.codeMade(office.name)}</h1>
      ${notice(words.common.onlyOnce)}
      <p class="secret"><code>${code}</code></p>
      <p>${w.enrolText} ${w.codeMadeText}</p>
      <p><a href="${link(`/kantor/${office.code}`)}">${words.common.back}</a></p>`,
  });
}
