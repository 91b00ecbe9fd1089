import type { Language } from '../../shared/domain/values.ts';
import { html, type Markup } from '../../shared/papers/html/escape.ts';
import type { Office } from '../offices.ts';
import type { PastExport } from './exportComplaints.ts';
import { exportFormats } from './files.ts';
import { exportWords } from './words.ts';

export interface ExportPage {
  readonly language: Language;
  readonly zone: string;
  readonly offices: readonly Office[];
  readonly past: readonly PastExport[];
  /** What the last attempt was refused for; `null`: nothing. */
  readonly problem: string | null;
  readonly typed: { readonly from: string; readonly to: string; readonly office: string; readonly format: string; readonly reason: string };
  /** Hidden fields that the login wants back. */
  readonly hidden: Markup | null;
  readonly action: string;
}

export function exportBody({ language, zone, offices, past, problem, typed, hidden, action }: ExportPage): Markup {
  const words = exportWords[language];
  const option = (value: string, text: string, isChosen: boolean) =>
    isChosen ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`;
  const time = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <p>${words.recorded}</p>
    ${problem === null ? null : html`<p class="problem" role="alert">${problem}</p>`}
    <form method="post" action="${action}">
      ${hidden}
      <p>
        <label for="from">${words.from}</label>
        <input id="from" name="from" type="date" required value="${typed.from}" />
      </p>
      <p>
        <label for="to">${words.to}</label>
        <input id="to" name="to" type="date" required value="${typed.to}" />
      </p>
      <p>
        <label for="office">${words.office}</label>
        <select id="office" name="office">
          ${option('', words.allOffices, typed.office === '')} ${offices.map(({ code, name }) => option(code, name, code === typed.office))}
        </select>
      </p>
      <p>
        <label for="format">${words.format}</label>
        <select id="format" name="format">
          ${exportFormats.map((format) => option(format, words.formats[format], format === typed.format))}
        </select>
      </p>
      <p>
        <label for="reason">${words.reason}</label>
        <textarea id="reason" name="reason" rows="2" required minlength="10" maxlength="500" aria-describedby="reason-hint">
${typed.reason}</textarea>
        <small id="reason-hint">${words.reasonHint}</small>
      </p>
      <p><button type="submit">${words.submit}</button></p>
    </form>
    <h2>${words.past}</h2>
    ${past.length === 0 ? html`<p>${words.none}</p>` : pastTable(language, past, time)}`;
}

function pastTable(language: Language, past: readonly PastExport[], time: Intl.DateTimeFormat): Markup {
  const words = exportWords[language];
  const rows = past.map(
    ({ at, by, complaints, reason }) =>
      html`<tr>
        <td>${time.format(at)}</td>
        <td>${by}</td>
        <td>${complaints}</td>
        <td>${reason}</td>
      </tr>`,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.when}</th>
        <th scope="col">${words.who}</th>
        <th scope="col">${words.count}</th>
        <th scope="col">${words.why}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
