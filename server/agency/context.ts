import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../shared/domain/values.ts';
import { html, type Markup } from '../../shared/papers/html/escape.ts';
import type { Tx } from '../database/database.ts';
import type { Office } from '../offices.ts';
import { page, sendPage } from '../pages/frame.ts';
import type { ServerServices } from '../services.ts';
import type { Attempts } from './attempts.ts';
import { audit, type AuditLine } from './audit.ts';
import { navigation } from './pages/navigation.ts';
import type { AgencyRole, AgencyUser } from './roles.ts';
import type { Passwords } from './passwords.ts';
import { type AgencySession } from './sessions.ts';
import { type AgencyWords } from './words/index.ts';

/** What the agency view shares besides the server's services. */
export interface AgencyServices extends ServerServices {
  readonly passwords: Passwords;
  readonly attempts: Attempts;
}

/** A request to the agency view, with what answers it. */
export interface AgencyContext {
  readonly services: AgencyServices;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly agency: Office;
  readonly language: Language;
  readonly words: AgencyWords;
  /** The address of a page of this agency: `/pengaduan`. */
  link(path: string): string;
  /** Answers with a page. */
  show(page: Shown): FastifyReply;
  /** Answers with "go there", so that loading it again sends nothing twice. */
  goTo(path: string): FastifyReply;
  /** There is no such thing, or it is none of the user's business: answered alike. */
  notFound(): FastifyReply;
  /** What was sent is not what the page's form sends. */
  badForm(): FastifyReply;
  /** Runs with the agency's own rows. */
  inAgency<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface Shown {
  readonly title: string;
  readonly body: Markup;
  /** Default 200. */
  readonly status?: number;
  /** A page of a way in, without navigation. */
  readonly bare?: boolean;
  /** Where the same page is when it was the answer to a form. */
  readonly at?: string;
}

/** The same for somebody who is logged in. */
export interface UserContext extends AgencyContext {
  readonly session: AgencySession;
  readonly user: AgencyUser;
  /** The hidden field of every form. */
  readonly formToken: Markup;
  /** Writes to the audit in the caller's transaction, which must see the agency. */
  record(tx: Tx, line: Omit<AuditLine, 'userId'>): Promise<void>;
}

/** Name of the hidden field. */
export const formTokenName = 'tanda';

/** Who a route is for. There is no other way to register one: what names nobody does not exist. */
export type Access =
  /** The ways in. */
  | 'anybody'
  /** Whose password was right, while the second factor is owed. */
  | 'half'
  | {
      readonly roles: readonly AgencyRole[];
      /** Also with a password that must be changed first. */
      readonly beforeChange?: true;
    };

interface Route {
  readonly method: 'GET' | 'POST';
  /** After `/instansi/:agency`. */
  readonly path: string;
}
export interface OpenRoute extends Route {
  readonly access: 'anybody';
  handle(context: AgencyContext): Promise<FastifyReply>;
}
export interface UserRoute extends Route {
  readonly access: Exclude<Access, 'anybody'>;
  handle(context: UserContext): Promise<FastifyReply>;
}
export type AgencyRoute = OpenRoute | UserRoute;

export interface ContextOptions {
  readonly services: AgencyServices;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly agency: Office;
  readonly language: Language;
  readonly words: AgencyWords;
  readonly session: AgencySession | null;
}

export const agencyPath = (code: string, path = ''): string => `/instansi/${code}${path}`;

export function createContext({ services, request, reply, agency, language, words, session }: ContextOptions): AgencyContext {
  const link = (path: string) => agencyPath(agency.code, path);
  const user = session !== null && session.isWhole && !session.user.mustChange ? session.user : null;
  const context: AgencyContext = {
    ...{ services, request, reply, agency, language, words, link },
    show({ title, body, status = 200, bare = false, at }) {
      const shown = user === null || bare ? null : navigation({ words, link, user, current: request.url, formToken: formTokenOf(session) });
      const markup = page({
        language,
        title,
        owner: agency.name,
        otherLanguageUrl: otherLanguage(at === undefined ? request.url : link(at), language),
        stylesheets: ['/assets/agency.css'],
        ...(shown === null ? {} : { navigation: shown }),
        body,
      });
      return sendPage(reply, status, markup);
    },
    goTo: (path) => reply.header('cache-control', 'no-store').redirect(link(path), 303),
    notFound: () =>
      context.show({ title: words.common.notFound, status: 404, body: message(words.common.notFound, words.common.notFoundText) }),
    badForm: () =>
      context.show({ title: words.common.badForm, status: 400, body: message(words.common.badForm, words.common.badFormText) }),
    inAgency: (run) => services.db.inOffice(agency.officeId, run),
  };
  return context;
}

export const toUserContext = (context: AgencyContext, session: AgencySession): UserContext => ({
  ...context,
  session,
  user: session.user,
  formToken: formTokenOf(session),
  record: (tx, line) => audit(tx, context.agency.officeId, context.services.now(), { ...line, userId: session.user.userId }),
});

const formTokenOf = (session: AgencySession | null): Markup =>
  html`<input type="hidden" name="${formTokenName}" value="${session?.formToken ?? ''}" />`;

const message = (title: string, text: string): Markup =>
  html`<h1>${title}</h1>
    <p>${text}</p>`;

/** The same address in the other language. */
function otherLanguage(url: string, language: Language): string {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language === 'id' ? 'en' : 'id');
  return `${path}?${parameters.toString()}`;
}
