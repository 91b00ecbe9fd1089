import type { Signature } from '../../domain/complaints/form.ts';
import type { PaperWidth } from '../../domain/printing/events.ts';
import { dateInWords, dayInWords, timeInWords } from '../format.ts';
import type { ComplaintReceiptPaper } from '../models.ts';
import { html, type Markup } from './escape.ts';
import { contact, facts, follow, frame, head, pin, qrCode, type Template } from './frame.ts';

/** Tanda terima pengaduan: number and PIN, what was told, what happens until when, both signatures (DOMAIN section 8). */
export function complaintReceiptHtml(model: ComplaintReceiptPaper, paper: PaperWidth, { words, qr }: Template): string {
  const { language, zone } = model;
  const isSheet = paper === 'a5' || paper === 'a4';
  const content = html`${head(model, words)}
    <main>
      <div class="body">
        <h1 class="title">${words.complaintReceipt}</h1>
        <div class="register">
          <p class="label">${words.trackingNumber}</p>
          <p class="register-number">${model.number}</p>
          ${pin(model, words)}
        </div>
        ${isSheet ? html`<div class="qr-block">${qrCode(model, qr)}</div>` : null}
      </div>
      ${facts([
        [words.complainant, model.complainant ?? words.notNamed],
        [words.receivedAt, `${dayInWords(model.receivedAt, zone, language)}, ${timeInWords(model.receivedAt, zone, language)}`],
        [words.complaintType, model.type?.[language] ?? null],
        [words.complaintClass, model.class[language]],
        [words.unit, model.unit?.[language] ?? null],
        [words.referredTo, model.referredTo],
        [words.mergedInto, model.mergedInto],
        [words.counter, model.counterName],
        [words.officer, model.staffName],
        [words.ticket, model.ticketNumber],
      ])}
      <section class="list">
        <h2>${words.summary}</h2>
        <p>${model.summary}</p>
        ${model.temporary === '' ? null : html`<p><strong>${words.temporary}:</strong> ${model.temporary}</p>`}
      </section>
      ${
        model.deadlines.length === 0
          ? null
          : html`<section class="list">
              <h2>${words.deadlines}</h2>
              ${facts(model.deadlines.map(({ label, date }) => [label[language], dateInWords(date, language)]))}
            </section>`
      }
      <div class="closing">
        <p>${words.followComplaint}${follow(model, words)}</p>
        ${contact(model, words)}
      </div>
      ${isSheet ? null : qrCode(model, qr)}
      <div class="signatures always">
        ${signed(words.signatureOfficer, model.staffName, model.officerSignature)}
        ${signed(words.complainant, model.complainant ?? '', model.complainantSignature)}
      </div>
    </main>`;
  return frame(model, paper, model.number, content);
}

/** The strokes of the pad, or room to sign on the paper. */
const signed = (label: string, name: string, signature: Signature | null): Markup =>
  html`<div>
    <p>${label}</p>
    ${
      signature?.kind === 'pad'
        ? html`<svg class="signature" viewBox="0 0 1000 400" preserveAspectRatio="none" aria-hidden="true">
            <path
              fill="none"
              stroke="#000"
              stroke-width="9"
              stroke-linecap="round"
              stroke-linejoin="round"
              d="${strokesPath(signature.strokes)}"
            />
          </svg>`
        : html`<div class="signature"></div>`
    }
    <p class="line">${name}</p>
  </div>`;

/** Points 0 … 1000 of both directions of the pad on a field of 1000 × 400. */
export const strokesPath = (strokes: readonly (readonly number[])[]): string =>
  strokes
    .map((stroke) => {
      const points: string[] = [];
      for (let at = 0; at + 1 < stroke.length; at += 2) points.push(`${stroke[at] ?? 0} ${Math.round((stroke[at + 1] ?? 0) * 0.4)}`);
      return points.length === 0 ? '' : `M${points.join('L')}`;
    })
    .join('');
