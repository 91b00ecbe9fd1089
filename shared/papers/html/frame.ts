import type { PaperWidth } from '../../domain/printing/events.ts';
import { asTyped } from '../follow.ts';
import type { ComplaintReceiptPaper, DocumentReceiptPaper, PaperModel } from '../models.ts';
import { qrPath, type QrModules } from '../qr.ts';
import type { PaperWords } from '../words.ts';
import { html, type Markup } from './escape.ts';
import { paperStyle } from './style.ts';

/** What every template works with. */
export interface Template {
  readonly words: PaperWords;
  readonly qr: QrModules;
}

const widthClasses: Readonly<Record<PaperWidth, string>> = { '58mm': 'w58', '80mm': 'w80', a5: 'a5', a4: 'a4' };

/** How a paper is laid out; whatever is not here is a document with a number. */
const kindClasses: Readonly<Partial<Record<PaperModel['kind'], string>>> = {
  ticket: 'ticket',
  complaintLetter: 'letter',
  statusLetter: 'letter',
  incidentReport: 'letter',
  sopProposal: 'letter',
  blackoutSheet: 'blackout',
};

/** Outside of the templates, so that its content is exactly the text whose hash a policy names. */
const styleElement: Markup = { markup: `<style>${paperStyle}</style>` };

/** A whole HTML document around the content of a paper. The one `<style>` holds exactly `paperStyle`. */
export function frame(model: PaperModel, paper: PaperWidth, title: string, content: Markup): string {
  const kind = kindClasses[model.kind] ?? 'document';
  const { markup } = html`<!doctype html>
    <html lang="${model.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body class="${widthClasses[paper]} ${kind}">
        ${content}
      </body>
    </html> `;
  return markup;
}

/** Name and address of the office, and the mark of a copy, which nobody may overlook. */
export const head = (model: PaperModel, words: PaperWords): Markup =>
  html`<header class="office">
      <p class="office-name">${model.officeName}</p>
      ${model.officeAddress === '' ? null : html`<p class="office-address">${model.officeAddress}</p>`}
    </header>
    ${model.copy === 0 ? null : html`<p class="copy">${words.copy(model.copy)}</p>`}`;

/** The QR code with what it holds below it, for a reader that fails. */
export function qrCode(model: PaperModel, modules: QrModules): Markup {
  const { path, viewBox } = qrPath(modules);
  return html`<svg class="qr" role="img" aria-label="QR ${model.qr}" viewBox="${viewBox}"><path fill="#000" d="${path}" /></svg>`;
}

/** A list of label and value; rows without a value are left out. */
export const facts = (rows: readonly (readonly [label: string, value: string | null])[]): Markup =>
  html`<dl class="facts">
    ${rows
      .filter(([, value]) => value !== null && value !== '')
      .map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
  </dl>`;

/** Where to ask; its parts, set apart by a middle dot, are never broken inside where they fit. */
export function contact(model: PaperModel, words: PaperWords): Markup | null {
  if (model.contact === '') return null;
  const parts = model.contact.split(' · ');
  const spans = parts.map((part, index) => html`<span>${part}${index < parts.length - 1 ? ' ·' : ''}</span> `);
  return html`<p class="contact"><span class="label">${words.contact}</span><strong>${spans}</strong></p>`;
}

type Followable = ComplaintReceiptPaper | DocumentReceiptPaper;

export const pin = (model: Followable, words: PaperWords): Markup | null =>
  model.pin === ''
    ? null
    : html`<p class="label">${words.pin}</p>
        <p class="register-number">${model.pin}</p>`;

/** Where the public follows it; the QR code leads there too. */
export const follow = (model: Followable, words: PaperWords): Markup | null =>
  model.followPage === null ? null : html`<br /><strong class="follow">${words.followAt(asTyped(model.followPage))}</strong>`;

export const checkedBox: Markup = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path fill="none" stroke="#000" stroke-width="1.5" d="M1.5 1.5h13v13h-13z" />
  <path fill="none" stroke="#000" stroke-width="2.2" d="M4 8.4l2.8 2.9L12.2 5" />
</svg>`;
export const emptyBox: Markup = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path fill="none" stroke="#000" stroke-width="1.5" d="M1.5 1.5h13v13h-13z" />
</svg>`;
