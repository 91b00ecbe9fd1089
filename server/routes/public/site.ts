/** What the public routes share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../../pages/frame.ts';
import { languageOf } from '../../pages/language.ts';
import { otherLanguageUrl, type PageContext, wordPage } from '../../pages/public/layout.ts';
import type { Directory } from '../../public/directory.ts';
import type { ServerServices } from '../../services.ts';

export interface PublicSite {
  readonly services: ServerServices;
  readonly directory: Directory;
}

/** @param path of the page in the other language, where this one only takes forms. */
export function contextOf(request: FastifyRequest, reply: FastifyReply, path?: string): PageContext {
  const language = languageOf(request, reply);
  return { language, otherLanguageUrl: otherLanguageUrl(request, language, path) };
}

/** The answer for what is not there. */
export const notFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendPage(reply, 404, wordPage(contextOf(request, reply), 'notFound'));
