import type { FastifyReply } from 'fastify';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { ForErasure } from '../queries/erasure.ts';
import { zoneOfOffice } from '../queries/offices.ts';
import { input, notice, select } from './forms.ts';
import { shortTime } from './times.ts';

export const erasureReasons = ['request', 'retention', 'mistake'] as const;

export interface ErasureShown {
  readonly offices: readonly Office[];
  readonly asked: { readonly kantor: string; readonly nomor: string };
  readonly office: Office | undefined;
  /** `null`: nothing was asked for. */
  readonly found: readonly ForErasure[] | null;
  readonly problem: string | null;
}

export function erasurePage(context: UserContext, shown: ErasureShown): FastifyReply {
  const { words, link, request } = context;
  const w = words.sending.erasure;
  const { offices, asked, office, found, problem } = shown;
  const { selesai } = request.query as { selesai?: string };
  return context.show({
    title: w.title,
    status: problem === null ? 200 : 422,
    at: '/penghapusan',
    body: html`<h1>${w.title}</h1>
      <p class="lead">${w.lead}</p>
      ${selesai === undefined ? null : notice(w.done)} ${problem === null ? null : notice(problem, 'bad')}
      <form method="get" action="${link('/penghapusan')}" class="filters">
        ${select({ name: 'kantor', label: w.office, value: asked.kantor, choices: offices.map(({ code, name }) => [code, name] as const) })}
        ${input({ name: 'nomor', label: w.number, value: asked.nomor, maxlength: 40, required: true, narrow: true })}
        <button class="quiet">${w.find}</button>
      </form>
      ${found === null ? null : found.length === 0 ? notice(w.none, 'bad') : null}
      ${office === undefined || found === null ? null : html`${found.map((one) => confirm(context, office, asked.nomor, one))}`}`,
  });
}

function confirm({ words, link, formToken, language }: UserContext, office: Office, number: string, found: ForErasure): Markup {
  const w = words.sending.erasure;
  const zone = zoneOfOffice(office, undefined);
  return html`<section class="panel">
    <h2>${number} · ${office.name}</h2>
    <p>${w.received}: ${shortTime(found.receivedAt, zone, language)}</p>
    ${
      found.complaintsOfPerson === null
        ? html`<p>${w.noPerson}</p>`
        : html`<p>${w.about(found.complaintsOfPerson, found.documentsOfPerson)}</p>
            <form method="post" action="${link('/penghapusan')}">
              ${formToken}<input type="hidden" name="kantor" value="${office.code}" /><input
                type="hidden"
                name="pengaduan"
                value="${found.complaintId}"
              />
              ${select({
                name: 'alasan',
                idOf: found.complaintId,
                label: w.reason,
                choices: erasureReasons.map((reason) => [reason, w.reasons[reason]] as const),
              })}
              ${input({ name: 'surat', idOf: found.complaintId, label: w.reference, hint: w.referenceHint, maxlength: 60 })}
              <button class="danger">${w.confirm}</button>
            </form>`
    }
  </section>`;
}
