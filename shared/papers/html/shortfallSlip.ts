import type { PaperWidth } from '../../domain/printing/events.ts';
import { dayInWords, timeInWords } from '../format.ts';
import type { ShortfallSlipPaper } from '../models.ts';
import { html } from './escape.ts';
import { contact, emptyBox, facts, frame, head, qrCode, type Template } from './frame.ts';

/** Slip kekurangan berkas: a list to walk off with, a box to tick for each paper and where to get it. */
export function shortfallSlipHtml(model: ShortfallSlipPaper, paper: PaperWidth, { words, qr }: Template): string {
  const { language, zone } = model;
  const content = html`${head(model, words)}
    <main>
      <div class="body">
        <h1 class="title">${words.shortfallSlip}</h1>
        <div class="register">
          <p class="label">${words.service}</p>
          <p class="ticket-service">${model.serviceTitle[language]}</p>
        </div>
        ${paper === 'a5' ? html`<div class="qr-block">${qrCode(model, qr)}</div>` : null}
      </div>
      <section class="list">
        <h2>${words.missingPapers}</h2>
        <ul>
          ${model.missing.map(
            ({ title, whereToGet }) =>
              html`<li>
                ${emptyBox}<span
                  ><strong>${title[language]}</strong>${
                    whereToGet[language] === '' ? null : html`<span class="where">${words.whereToGet}: ${whereToGet[language]}</span>`
                  }</span
                >
              </li>`,
          )}
        </ul>
      </section>
      ${facts([
        [words.writtenAt, `${dayInWords(model.at, zone, language)}, ${timeInWords(model.at, zone, language)}`],
        [words.counter, model.counterName],
        [words.officer, model.staffName],
        [words.ticket, model.ticketNumber],
      ])}
      <div class="closing">
        <p>${words.comeBack}</p>
        ${contact(model, words)}
      </div>
      ${paper === 'a5' ? null : qrCode(model, qr)}
    </main>`;
  return frame(model, paper, words.shortfallSlip, content);
}
