/**
 * The agency view, `/instansi/<code>/…`: server-rendered pages for people of an agency. Every request passes the same gate: the
 * agency exists; a form comes from our own page; the session lives; the role is among the route's; the form carries the session's
 * token. Only then its handler runs.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { createAttempts } from '../agency/attempts.ts';
import {
  type AgencyContext,
  agencyPath,
  type AgencyRoute,
  type AgencyServices,
  createContext,
  formTokenName,
  toUserContext,
} from '../agency/context.ts';
import { readCookie } from '../agency/cookie.ts';
import { createPasswords } from '../agency/passwords.ts';
import { agencyRoutes } from '../agency/routes/index.ts';
import { type AgencySession, readSession } from '../agency/sessions.ts';
import { wordsOf } from '../agency/words/index.ts';
import type { Language } from '../../shared/domain/values.ts';
import { html } from '../../shared/papers/html/escape.ts';
import { officeByCode } from '../offices.ts';
import { page, sendPage } from '../pages/frame.ts';
import { languageOf } from '../pages/language.ts';
import { isCrossSite } from '../pages/origin.ts';
import type { ServerServices } from '../services.ts';

export function registerAgency(app: FastifyInstance, server: ServerServices): void {
  const services: AgencyServices = {
    ...server,
    passwords: createPasswords(server),
    attempts: createAttempts(server.db, server.keys, server.now),
  };
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      services.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a page of the agency failed');
    const { failed, failedText, badForm, badFormText } = wordsOf(languageOf(request, reply)).common;
    const [title, text] = status >= 500 ? [failed, failedText] : [badForm, badFormText];
    const body = html`<h1>${title}</h1>
      <p>${text}</p>`;
    return sendPage(
      reply,
      status,
      page({ language: languageOf(request, reply), title, owner: 'Loket', otherLanguageUrl: '?lang=en', body }),
    );
  });
  for (const route of agencyRoutes) {
    app.route({
      method: route.method,
      url: agencyPath(':agency', route.path),
      schema: { hide: true },
      handler: (request, reply) => answer(services, route, request, reply),
    });
  }
}

async function answer(services: AgencyServices, route: AgencyRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { agency: code } = request.params as { agency: string };
  const language = languageOf(request, reply);
  const words = wordsOf(language);
  const agency = await officeByCode(services.db, code);
  if (agency === null || agency.agencyId !== agency.officeId) return noAgency(reply, language);
  const session = await sessionOf(services, agency.officeId, request);
  const context = createContext({ services, request, reply, agency, language, words, session });
  if (route.method === 'POST' && !isFromHere(services, request)) return forbidden(context);
  if (route.access === 'anybody') return route.handle(context);
  if (session === null) return context.goTo('/masuk');
  if (route.access === 'half') {
    if (session.isWhole) return context.goTo('');
  } else {
    if (!session.isWhole) return context.goTo('/dua-langkah');
    if (!route.access.roles.includes(session.user.role)) return forbidden(context);
    if (session.user.mustChange && route.access.beforeChange !== true) return context.goTo('/sandi');
  }
  if (route.method === 'POST' && !carriesToken(request.body, session)) return forbidden(context);
  return route.handle(toUserContext(context, session));
}

function noAgency(reply: FastifyReply, language: Language): FastifyReply {
  const { notFound: title, notFoundText } = wordsOf(language).common;
  const body = html`<h1>${title}</h1>
    <p>${notFoundText}</p>`;
  const otherLanguageUrl = `?lang=${language === 'id' ? 'en' : 'id'}`;
  return sendPage(reply, 404, page({ language, title, owner: 'Loket', otherLanguageUrl, body }));
}

/** Who does not say at all where a form comes from is refused: more can be done here than on public pages. */
function isFromHere(services: AgencyServices, request: FastifyRequest): boolean {
  const saysSo = request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined;
  return saysSo && !isCrossSite(services, request);
}

function sessionOf(services: AgencyServices, agencyId: string, request: FastifyRequest): Promise<AgencySession | null> {
  const token = readCookie(request);
  if (token === null) return Promise.resolve(null);
  const { auto } = request.query as { auto?: string };
  const { db, keys, now } = services;
  return db.inOffice(agencyId, (tx) => readSession(tx, keys, agencyId, { token, now: now(), touches: auto === undefined }));
}

function carriesToken(body: unknown, { formToken }: AgencySession): boolean {
  const sent = (body as Record<string, unknown> | null | undefined)?.[formTokenName];
  if (typeof sent !== 'string') return false;
  const [a, b] = [Buffer.from(sent), Buffer.from(formToken)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const forbidden = ({ show, words }: AgencyContext): FastifyReply =>
  show({
    title: words.common.forbidden,
    status: 403,
    body: words.common.forbiddenBody,
  });
