import type { FastifyReply } from 'fastify';
import type { Language } from '../../shared/domain/values.ts';
import { html, type Markup } from '../../shared/papers/html/escape.ts';

export interface Frame {
  readonly language: Language;
  /** In the browser's title bar, before the name of the site. */
  readonly title: string;
  /** Who speaks: the agency or office, in the head of the page. */
  readonly owner: string;
  /** This page in the other language. */
  readonly otherLanguageUrl: string;
  readonly navigation?: Markup;
  readonly body: Markup;
  /** Besides `/assets/style.css`. */
  readonly stylesheets?: readonly string[];
}

const words = {
  id: { skip: 'Langsung ke isi', other: 'English', otherCode: 'en' },
  en: { skip: 'Skip to content', other: 'Bahasa Indonesia', otherCode: 'id' },
} as const;

/** A whole page: no script, one stylesheet, readable on an old phone. */
export function page({ language, title, owner, otherLanguageUrl, navigation, body, stylesheets = [] }: Frame): string {
  const { skip, other, otherCode } = words[language];
  const styles = ['/assets/style.css', ...stylesheets].map((href) => html`<link rel="stylesheet" href="${href}" />`);
  return `<!doctype html>${
    html`<html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${owner}</title>
        ${styles}
      </head>
      <body>
        <a class="skip" href="#content">${skip}</a>
        <header class="site">
          <p class="owner">${owner}</p>
          ${navigation ?? null}
          <a class="language" href="${otherLanguageUrl}" hreflang="${otherCode}" lang="${otherCode}">${other}</a>
        </header>
        <main id="content">${body}</main>
      </body>
    </html>`.markup
  }`;
}

/** Pages with anything personal are kept by nobody on the way. */
export const sendPage = (reply: FastifyReply, status: number, markup: string): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(markup);
