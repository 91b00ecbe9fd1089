import type { FastifyReply } from 'fastify';
import type { Language } from '../../shared/domain/values.ts';
import { html, type Markup } from '../../shared/papers/html/escape.ts';

export interface Frame {
  readonly language: Language;
  /** In the browser's title bar, before the name of the site. */
  readonly title: string;
  /** Who speaks: the agency or office, in the head of the page. */
  readonly owner: string;
  /** Where the owner's name leads; nowhere without it. */
  readonly ownerUrl?: string;
  /** This page in the other language. */
  readonly otherLanguageUrl: string;
  readonly navigation?: Markup;
  readonly body: Markup;
  readonly footer?: Markup;
  /** Besides `/assets/style.css`. */
  readonly stylesheets?: readonly string[];
}

const words = {
  id: { skip: 'Langsung ke isi', other: 'English', otherCode: 'en' },
  en: { skip: 'Skip to content', other: 'Bahasa Indonesia', otherCode: 'id' },
} as const;

/** A whole page: no script, one stylesheet, readable on an old phone. The templates' indentation is left out: a fifth of the bytes. */
export const page = (frame: Frame): string => markupOf(frame).replaceAll(/\n[ \t]+(?=<)/gu, '\n');

function markupOf(frame: Frame): string {
  const { language, title, owner, ownerUrl, otherLanguageUrl, navigation, body, footer, stylesheets = [] } = frame;
  const { skip, other, otherCode } = words[language];
  const styles = ['/assets/style.css', ...stylesheets].map((href) => html`<link rel="stylesheet" href="${href}" />`);
  // The empty icon spares a phone the request for one that is not there.
  return `<!doctype html>${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${owner}</title>
        <link rel="icon" href="data:," />
        ${styles}
      </head>
      <body>
        <a class="skip" href="#content">${skip}</a>
        <header class="site">
          <p class="owner">${ownerUrl === undefined ? owner : html`<a href="${ownerUrl}">${owner}</a>`}</p>
          <a class="language" href="${otherLanguageUrl}" hreflang="${otherCode}" lang="${otherCode}">${other}</a>
          ${navigation ?? null}
        </header>
        <main id="content">${body}</main>
        ${footer === undefined ? null : html`<footer class="site">${footer}</footer>`}
      </body>
    </html>`.markup
  }`;
}

/**
 * Pages with anything personal are kept by nobody on the way. Their own forms say where they come from: without that (the
 * policy of everything else is `no-referrer`) a browser sends them with `Origin: null`.
 */
export const sendPage = (reply: FastifyReply, status: number, markup: string): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'same-origin')
    .send(markup);
