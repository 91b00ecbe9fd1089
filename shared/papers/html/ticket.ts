import type { PaperWidth } from '../../domain/printing/events.ts';
import { dateInWords, dayInWords, timeInWords } from '../format.ts';
import type { TicketPaper } from '../models.ts';
import { html, type Markup } from './escape.ts';
import { frame, head, qrCode, type Template } from './frame.ts';

/** Karcis antrean: the number is what is read from afar, everything else is small. */
export function ticketHtml(model: TicketPaper, paper: PaperWidth, { words, qr }: Template): string {
  const { language, zone } = model;
  const footer = model.footer[language];
  const content = html`${head(model, words)}
    <main>
      <p class="label label-number">${words.queueNumber}</p>
      <p class="${numberClass(model.number)}">${model.number}</p>
      <p class="ticket-service">${model.serviceTitle[language]}</p>
      ${model.priority ? html`<p class="priority">${words.priority}</p>` : null} ${waits(model, words)} ${disturbance(model, words)}
      <p class="moment">
        ${dayInWords(model.issuedAt, zone, language)}<br /><strong>${timeInWords(model.issuedAt, zone, language)}</strong>
      </p>
      ${qrCode(model, qr)} ${footer === '' ? null : html`<p class="note">${footer}</p>`}
    </main>`;
  return frame(model, paper, model.number, content);
}

/** Long numbers get a smaller type, so that none is ever broken or cut. */
function numberClass(number: string): string {
  if (number.length <= 5) return 'ticket-number';
  return number.length <= 7 ? 'ticket-number long' : 'ticket-number longest';
}

function disturbance({ disturbance: known, language }: TicketPaper, words: Template['words']): Markup | null {
  if (known === null) return null;
  return html`<div class="note">
    <p><strong>${words.disturbed}</strong></p>
    ${known.note === '' ? null : html`<p>${known.note}</p>`}
    <p>
      ${known.promisedOn === null ? words.noPromise : html`${words.promised}: <strong>${dateInWords(known.promisedOn, language)}</strong>`}
    </p>
  </div>`;
}

function waits(model: TicketPaper, words: Template['words']): Markup | null {
  if (model.ahead === null) return null;
  const ahead = model.ahead === 0 ? words.nobodyAhead : words.people(model.ahead);
  const estimate = model.estimate === null ? words.noEstimate : words.minutes(model.estimate.fromMinutes, model.estimate.toMinutes);
  return html`<dl class="waits">
    <div>
      <dt class="label">${words.ahead}</dt>
      <dd>${ahead}</dd>
    </div>
    <div>
      <dt class="label">${words.estimate}</dt>
      <dd>${estimate}</dd>
    </div>
  </dl>`;
}
