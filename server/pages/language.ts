import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, language } from '../../shared/domain/values.ts';

const cookieName = 'lang';
const yearSeconds = 365 * 24 * 60 * 60;

/** The language of a page: `?lang=`, which is then remembered, the one remembered, the browser's, Indonesian. */
export function languageOf(request: FastifyRequest, reply: FastifyReply): Language {
  const asked = language.safeParse((request.query as Record<string, unknown> | undefined)?.['lang']);
  if (asked.success) {
    reply.setCookie(cookieName, asked.data, { path: '/', maxAge: yearSeconds, sameSite: 'lax', httpOnly: true });
    return asked.data;
  }
  const remembered = language.safeParse(request.cookies[cookieName]);
  if (remembered.success) return remembered.data;
  return /^en\b/u.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
}
