/**
 * Whoever typed number and PIN may look for 30 minutes without typing them again: a signed cookie that names the complaint or
 * document, good at its office alone. It is not stored anywhere, so any process takes it.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import type { Office } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import type { Subject } from './checkPin.ts';

export const followMs = 30 * 60 * 1000;
const cookieName = 'follow';

const content = z.strictObject({ kind: z.enum(['complaint', 'document']), subjectId: id, until: z.number().int() });
type Content = z.infer<typeof content>;
type Needs = Pick<ServerServices, 'keys' | 'now' | 'publicUrl'>;
type Where = Pick<Office, 'officeId' | 'code'>;

const pathOf = ({ code }: Pick<Office, 'code'>) => `/k/${code}`;
const signatureOf = ({ keys }: Pick<Needs, 'keys'>, { officeId }: Where, text: string) => keys.mac('follow', `${officeId}:${text}`);

/** Gives the cookie, after a right PIN. */
export function startFollowing(services: Needs, reply: FastifyReply, office: Where, { kind, subjectId }: Subject): void {
  const one: Content = { kind, subjectId, until: services.now() + followMs };
  const text = Buffer.from(JSON.stringify(one)).toString('base64url');
  reply.setCookie(cookieName, `${text}.${signatureOf(services, office, text).toString('base64url')}`, {
    ...{ path: pathOf(office), httpOnly: true, sameSite: 'strict' as const, maxAge: followMs / 1000 },
    secure: services.publicUrl().startsWith('https:'),
  });
}

export function stopFollowing(reply: FastifyReply, office: Where): void {
  reply.clearCookie(cookieName, { path: pathOf(office) });
}

/** What this browser follows at this office; `null`: nothing, or no longer. */
export function followed(services: Needs, request: FastifyRequest, office: Where): Subject | null {
  const [text, signature, ...more] = (request.cookies[cookieName] ?? '').split('.');
  if (text === undefined || signature === undefined || more.length > 0) return null;
  const [given, own] = [Buffer.from(signature, 'base64url'), signatureOf(services, office, text)];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  // Signed here, so it is what was put in.
  const { kind, subjectId, until } = content.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  return until > services.now() ? { kind, subjectId } : null;
}
