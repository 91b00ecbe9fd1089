import type { PaperWidth } from '../../domain/printing/events.ts';
import { dayInWords } from '../format.ts';
import type { LetterPaper } from '../models.ts';
import { html } from './escape.ts';
import { contact, facts, frame, head, qrCode, type Template } from './frame.ts';

/** A letter or report on a sheet: to whom, about what, what is known, what is said, who signs. */
export function letterHtml(model: LetterPaper, paper: PaperWidth, { words, qr }: Template): string {
  const { language, zone } = model;
  const content = html`${head(model, words)}
    <main>
      <p class="moment">${dayInWords(model.at, zone, language)}</p>
      <h1 class="title">${model.title[language]}</h1>
      ${model.number === '' ? null : html`<p class="register-number">${model.number}</p>`}
      ${model.to.length === 0 ? null : html`<p class="to">${model.to.map((each) => html`<span>${each}</span>`)}</p>`}
      ${facts(model.facts.map(([label, value]) => [label[language], value]))}
      ${model.sections.map(
        ({ heading, text }) =>
          html`<section class="text">
            ${heading === null ? null : html`<h2>${heading[language]}</h2>`}
            ${text.split('\n').map((paragraph) => html`<p>${paragraph}</p>`)}
          </section>`,
      )}
      <div class="signatures">
        <div>
          <p>${model.signedAs[language]}</p>
          <p class="line">${model.staffName}</p>
        </div>
      </div>
      <div class="closing">${contact(model, words)}</div>
      ${qrCode(model, qr)}
    </main>`;
  return frame(model, paper, model.number === '' ? model.title[language] : model.number, content);
}
