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
  /** Of users, by their ids. */
  readonly names: ReadonlyMap<string, string> | undefined;
  /** What the last attempt was refused for; `null`: nothing. */
  readonly problem: string | null;
  readonly typed: { readonly from: string; readonly to: string; readonly office: string; readonly format: string; readonly reason: string };
  /** Hidden fields that the login wants back. */
  readonly hidden: Markup | null;
  readonly action: string;
}

export function exportBody(of: ExportPage): Markup {
  const { language, zone, offices, past, problem, typed, hidden, action } = of;
  const words = exportWords[language];
  const option = (value: string, text: string, isChosen: boolean) =>
    isChosen ? html`<option value="${value}" selected>${text}</option>` : html`<option value="${value}">${text}</option>`;
  const time = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <p>${words.recorded}</p>
    ${problem === null ? null : html`<p class="notice bad" role="alert">${problem}</p>`}
    <form method="post" action="${action}">
      ${hidden}
      <div class="field">
        <label for="from">${words.from}</label>
        <input class="narrow" id="from" name="from" type="date" required value="${typed.from}" />
      </div>
      <div class="field">
        <label for="to">${words.to}</label>
        <input class="narrow" id="to" name="to" type="date" required value="${typed.to}" />
      </div>
      <div class="field">
        <label for="office">${words.office}</label>
        <select id="office" name="office">
          ${option('', words.allOffices, typed.office === '')} ${offices.map(({ code, name }) => option(code, name, code === typed.office))}
        </select>
      </div>
      <div class="field">
        <label for="format">${words.format}</label>
        <select id="format" name="format">
          ${exportFormats.map((format) => option(format, words.formats[format], format === typed.format))}
        </select>
      </div>
      <div class="field">
        <label for="reason">${words.reason}</label>
        <p class="hint" id="reason-hint">${words.reasonHint}</p>
        <textarea id="reason" name="reason" rows="2" required minlength="10" maxlength="500" aria-describedby="reason-hint">
${typed.reason}</textarea>
      </div>
      <p><button type="submit">${words.submit}</button></p>
    </form>
    <h2>${words.past}</h2>
    ${past.length === 0 ? html`<p>${words.none}</p>` : pastList(of, time)}`;
}

function pastList({ language, past, names }: ExportPage, time: Intl.DateTimeFormat): Markup {
  const { complaints: counted } = exportWords[language];
  const items = past.map(
    ({ at, by, complaints, reason }) =>
      html`<li><strong>${time.format(at)}</strong> · ${names?.get(by) ?? by} · ${counted(complaints)}<br />${reason}</li>`,
  );
  return html`<ul class="list">
    ${items}
  </ul>`;
}
