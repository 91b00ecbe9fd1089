import type { FastifyRequest } from 'fastify';
import type { Language } from '../../../shared/domain/values.ts';
import { html, type Markup } from '../../../shared/papers/html/escape.ts';
import { page } from '../frame.ts';
import { siteWords } from './siteWords.ts';

/** The office that a page is about. */
export interface PageOffice {
  readonly code: string;
  readonly name: string;
  /** Where to ask and complain; may be empty. */
  readonly contact: string;
}

export interface PageContext {
  readonly language: Language;
  /** The address of this page in the other language. */
  readonly otherLanguageUrl: string;
}

const sections = ['status', 'queue', 'standards', 'figures'] as const;
export type Section = (typeof sections)[number];
const paths: Readonly<Record<Section, string>> = { status: 'status', queue: 'antrean', standards: 'maklumat', figures: 'angka' };

export const officeUrl = (code: string, section?: Section): string => `/k/${code}${section === undefined ? '' : `/${paths[section]}`}`;

/** The address of a request in the other language. @param path another one, where this one only takes forms. */
export function otherLanguageUrl({ url }: Pick<FastifyRequest, 'url'>, language: Language, path?: string): string {
  const there = new URL(url, 'http://here');
  there.searchParams.set('lang', language === 'id' ? 'en' : 'id');
  return `${path ?? there.pathname}${there.search}`;
}

export interface OfficePage extends PageContext {
  readonly office: PageOffice;
  readonly title: string;
  /** Which of the office's pages it is; none of them without it. */
  readonly section?: Section;
  readonly body: Markup;
}

/** A page of an office, with the way to its others. */
export function officePage({ language, otherLanguageUrl: other, office, title, section, body }: OfficePage): string {
  const words = siteWords[language];
  const links = sections.map(
    (one) => html`<a href="${officeUrl(office.code, one)}" ${one === section ? html`aria-current="page"` : null}>${words[one]}</a>`,
  );
  return page({
    ...{ language, title, owner: office.name, ownerUrl: officeUrl(office.code), otherLanguageUrl: other, body },
    navigation: html`<nav aria-label="${words.navigation}">${links}</nav>`,
    footer: html`${office.contact === '' ? null : html`<p>${words.contact}: ${office.contact}</p>`}
      <p><a href="/">${words.home}</a></p>`,
  });
}

/** A page of no office in particular. */
export function sitePage({ language, otherLanguageUrl: other, title, body }: Omit<OfficePage, 'office' | 'section'>): string {
  return page({ language, title, owner: siteWords[language].site, ownerUrl: '/', otherLanguageUrl: other, body });
}

/** A page that says in a heading and a sentence why there is nothing else. */
export function wordPage(context: PageContext, what: 'notFound' | 'badRequest' | 'failed'): string {
  const words = siteWords[context.language];
  const body = html`<h1>${words[what]}</h1>
    <p>${words[`${what}Text`]}</p>
    <p><a href="/">${words.toHome}</a></p>`;
  return sitePage({ ...context, title: words[what], body });
}
