/** Parts that several pages are made of. */
import type { Language, OfficeZone } from '../../../shared/domain/values.ts';
import { dateInWords, dayInWords, timeInWords } from '../../../shared/papers/format.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { siteWords } from './siteWords.ts';

/** Says instants and dates as people at the office do. */
export interface Dates {
  /** `Senin, 3 Agustus 2026` */
  day(at: number): string;
  /** `Senin, 3 Agustus 2026, 09.05 WIB` */
  moment(at: number): string;
  /** `09.05 WIB` */
  time(at: number): string;
  /** A calendar date. */
  date(date: string): string;
}

export const datesOf = (language: Language, zone: OfficeZone): Dates => ({
  day: (at) => dayInWords(at, zone, language),
  moment: (at) => `${dayInWords(at, zone, language)}, ${timeInWords(at, zone, language)}`,
  time: (at) => timeInWords(at, zone, language),
  date: (date) => dateInWords(date, language),
});

/** An instant that machines can read too. */
export const moment = (at: number, said: string): Markup => html`<time datetime="${new Date(at).toISOString()}">${said}</time>`;

/** Terms and what they are; those that are `null` or empty are left out. */
export const facts = (entries: readonly (readonly [term: string, value: string | Markup | null])[]): Markup =>
  html`<dl class="facts">
    ${entries.flatMap(([term, value]) =>
      value === null || value === ''
        ? []
        : [
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
          ],
    )}
  </dl>`;

export const panel = (kind: 'good' | 'bad' | '', content: Markup): Markup => html`<div class="panel ${kind}">${content}</div>`;

/** At most so many bytes of a list stand on one page: 30 kB with everything around it (an old phone). */
const bytesPerPage = 16_000;

/** Deals out a list onto pages by what each entry weighs. @param asked from 1; beyond the last one the last is meant. */
export function pageOfList(
  entries: readonly Markup[],
  asked: number,
): { readonly entries: readonly Markup[]; readonly number: number; readonly of: number } {
  const pages: Markup[][] = [[]];
  let bytes = 0;
  for (const entry of entries) {
    const weight = Buffer.byteLength(entry.markup);
    if (bytes > 0 && bytes + weight > bytesPerPage) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(entry);
    bytes += weight;
  }
  const number = Math.min(Math.max(1, asked), pages.length);
  return { entries: pages[number - 1] ?? [], number, of: pages.length };
}

/** Links to the page before and the one behind; nothing when there is only one. */
export function pageLinks(language: Language, url: string, number: number, of: number): Markup | null {
  if (of === 1) return null;
  const words = siteWords[language];
  const link = (to: number, said: string) => (to < 1 || to > of ? null : html`<a class="button plain" href="${url}?hal=${to}">${said}</a>`);
  return html`<nav aria-label="${words.pages}">
    ${link(number - 1, words.previous)} <span class="hint">${words.page(number, of)}</span> ${link(number + 1, words.next)}
  </nav>`;
}
