import type { FastifyReply } from 'fastify';
import { html } from '../../../shared/papers/html/escape.ts';
import type { Office } from '../../offices.ts';
import type { UserContext } from '../context.ts';
import type { OfficeOutcome } from '../sendToOffices.ts';
import { input, notice } from './forms.ts';
import { outcomeList, sentNotice } from './sending.ts';

/** A line of the form, right or not. */
export interface TypedHoliday {
  readonly date: string;
  readonly name: string;
  readonly kind: string;
}

export interface HolidaysShown {
  readonly year: number;
  readonly days: readonly TypedHoliday[];
  readonly isDraft: boolean;
  readonly isWrong: boolean;
  readonly offices: readonly Office[];
  readonly outcomes: readonly OfficeOutcome[];
}

const emptyRows = 6;

export function holidaysPage(context: UserContext, { year, days, isDraft, isWrong, offices, outcomes }: HolidaysShown): FastifyReply {
  const { words, link, formToken } = context;
  const w = words.sending.holidays;
  const rows = [...days, ...Array.from({ length: emptyRows }, () => ({ date: '', name: '', kind: 'collectiveLeave' }))];
  return context.show({
    title: w.title,
    status: isWrong ? 422 : 200,
    at: `/hari-libur?tahun=${year}`,
    body: html`<h1>${w.title}</h1>
      <p>${w.lead}</p>
      ${sentNotice(context, offices)} ${isWrong ? notice(w.problem, 'bad') : null}
      <form method="get" action="${link('/hari-libur')}" class="filters">
        ${input({ name: 'tahun', label: w.year, type: 'number', value: String(year), min: 2020, max: 2100, narrow: true })}
        <button class="quiet">${w.show}</button>
      </form>
      ${isDraft ? notice(w.draft, 'bad') : null}
      <form method="post" action="${link('/hari-libur')}">
        ${formToken}<input type="hidden" name="tahun" value="${year}" />
        <p class="hint">${w.emptyRows}</p>
        <div class="table">
          <table class="inputs">
            <thead>
              <tr>
                ${[w.date, w.name, w.kind].map((head) => html`<th scope="col">${head}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map((day, index) => row(context, day, w.row(index + 1)))}
            </tbody>
          </table>
        </div>
        <button>${w.sendAll(year)}</button>
      </form>
      ${
        outcomes.length === 0
          ? null
          : html`<h2>${words.sending.outcome.title}</h2>
              ${outcomeList(context, offices, outcomes)}`
      }`,
  });
}

function row({ words: { sending } }: UserContext, day: TypedHoliday, label: string) {
  const w = sending.holidays;
  const kinds = (['national', 'collectiveLeave', 'office'] as const).map(
    (kind) => html`<option value="${kind}" ${kind === day.kind ? html`selected` : null}>${w.kinds[kind]}</option>`,
  );
  return html`<tr>
    <td><input type="date" name="tanggal" value="${day.date}" aria-label="${w.date}, ${label}" /></td>
    <td><input name="nama" value="${day.name}" maxlength="120" aria-label="${w.name}, ${label}" /></td>
    <td>
      <select name="jenis" aria-label="${w.kind}, ${label}">
        ${kinds}
      </select>
    </td>
  </tr>`;
}
