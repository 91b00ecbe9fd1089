import type { PaperWidth } from '../../domain/printing/events.ts';
import { dateInWords } from '../format.ts';
import type { BlackoutSheetPaper } from '../models.ts';
import { html, type Markup } from './escape.ts';
import { frame, head, qrCode, type Template } from './frame.ts';

/** A sheet of the blackout book: what to do without electricity, and a row for each visitor to be written by hand. */
export function blackoutSheetHtml(model: BlackoutSheetPaper, paper: PaperWidth, template: Template): string {
  const { words, qr } = template;
  const content = html`${head(model, words)}
    <main>
      <div class="sheet-head">
        <div>
          <h1 class="title">${words.blackout.title}</h1>
          <p class="register-number">${model.number}</p>
          <p class="sheet-date">${dateInWords(model.date, model.language)}</p>
          ${
            model.securityPhone === ''
              ? null
              : html`<p class="sheet-call">${words.blackout.security} <strong>${model.securityPhone}</strong></p>`
          }
        </div>
        ${qrCode(model, qr)}
      </div>
      ${instructions(model, template)} ${paper === 'a4' || paper === 'a5' ? table(model, template) : strips(model, template)}
      <p class="sheet-legend">${legend(model, template)}</p>
    </main>`;
  return frame(model, paper, model.number, content);
}

const instructions = ({ policy }: BlackoutSheetPaper, { words }: Template): Markup =>
  html`<ol class="sheet-steps">
    ${[...words.blackout.steps.slice(0, 1), words.blackout.policy(policy), ...words.blackout.steps.slice(1)].map((step) => html`<li>${step}</li>`)}
  </ol>`;

function table({ rowNumbers }: BlackoutSheetPaper, { words: { blackout } }: Template): Markup {
  const { columns } = blackout;
  const heads = [columns.number, columns.arrived, columns.service, columns.ground, columns.called, columns.counter, columns.finished];
  const cells = Array.from({ length: heads.length + 1 }, () => html`<td></td>`);
  return html`<table class="sheet-table">
    <thead>
      <tr>
        ${[...heads, columns.outcome, columns.complaint].map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rowNumbers.map(
        (number) =>
          html`<tr>
            <th>${number}</th>
            ${cells}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** On a roll there is no room for a table: a line to write on for each number. */
const strips = ({ rowNumbers }: BlackoutSheetPaper, { words: { blackout } }: Template): Markup =>
  html`<p class="sheet-legend">${blackout.strip}</p>
    <ul class="sheet-strips">
      ${rowNumbers.map((number) => html`<li>${number}</li>`)}
    </ul>`;

function legend({ services, language }: BlackoutSheetPaper, { words: { blackout } }: Template): Markup {
  const offered = services.map(({ prefix, title }) => `${prefix} ${title[language]}`).join(' · ');
  return html`<strong>${blackout.columns.service}:</strong> ${offered}<br />
    <strong>${blackout.columns.ground}:</strong> ${blackout.grounds}<br />
    <strong>${blackout.columns.outcome}:</strong> ${blackout.outcomes}`;
}
