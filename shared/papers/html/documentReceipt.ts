import type { PaperWidth } from '../../domain/printing/events.ts';
import { dateInWords, dayInWords, timeInWords } from '../format.ts';
import type { DocumentReceiptPaper } from '../models.ts';
import { html } from './escape.ts';
import { checkedBox, contact, facts, follow, frame, head, pin, qrCode, type Template } from './frame.ts';

/** Tanda terima berkas: what was handed in, and the day on which the result is ready. */
export function documentReceiptHtml(model: DocumentReceiptPaper, paper: PaperWidth, { words, qr }: Template): string {
  const { language, zone, applicant } = model;
  const content = html`${head(model, words)}
    <main>
      <div class="body">
        <h1 class="title">${words.documentReceipt}</h1>
        <div class="register">
          <p class="label">${words.registrationNumber}</p>
          <p class="register-number">${model.number}</p>
          ${pin(model, words)}
        </div>
        ${paper === 'a5' ? html`<div class="qr-block">${qrCode(model, qr)}</div>` : null}
      </div>
      ${facts([
        [words.applicant, applicant?.name ?? words.applicantErased],
        [words.nik, applicant?.nik ?? null],
        [words.phone, applicant?.phone ?? null],
        [words.service, model.serviceTitle[language]],
        [words.receivedAt, `${dayInWords(model.receivedAt, zone, language)}, ${timeInWords(model.receivedAt, zone, language)}`],
        [words.counter, model.counterName],
        [words.officer, model.staffName],
        [words.ticket, model.ticketNumber],
      ])}
      <section class="list">
        <h2>${words.receivedPapers}</h2>
        ${
          model.received.length === 0
            ? html`<p>${words.noPapers}</p>`
            : html`<ul>
                ${model.received.map((title) => html`<li>${checkedBox}<span>${title[language]}</span></li>`)}
              </ul>`
        }
      </section>
      <section class="ready">
        <p class="label">${words.readyOn}</p>
        <p class="ready-date">${dateInWords(model.readyOn, language)}</p>
      </section>
      <div class="closing">
        <p>${words.keepReceipt}${follow(model, words)}</p>
        ${contact(model, words)}
      </div>
      ${paper === 'a5' ? null : qrCode(model, qr)}
      <div class="signatures">
        <div>
          <p>${words.signatureOfficer}</p>
          <p class="line">${model.staffName}</p>
        </div>
        <div>
          <p>${words.signatureApplicant}</p>
          <p class="line">${applicant?.name ?? ''}</p>
        </div>
      </div>
    </main>`;
  return frame(model, paper, model.number, content);
}
