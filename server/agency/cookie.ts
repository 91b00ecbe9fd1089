import type { FastifyRequest } from 'fastify';
import { type AgencyContext, agencyPath } from './context.ts';

const cookieName = 'loket-instansi';

export function readCookie(request: FastifyRequest): string | null {
  const token = request.cookies[cookieName];
  return token !== undefined && /^[\w-]{43}$/u.test(token) ? token : null;
}

/** The cookie reaches the pages of this agency alone, and no script. It ends with the browser; the session may end before. */
export function setCookie({ reply, agency, services }: AgencyContext, token: string): void {
  reply.setCookie(cookieName, token, options(agency.code, services.publicUrl()));
}

export function clearCookie({ reply, agency, services }: AgencyContext): void {
  reply.clearCookie(cookieName, options(agency.code, services.publicUrl()));
}

const options = (code: string, publicUrl: string) => ({
  path: agencyPath(code),
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: publicUrl.startsWith('https:'),
});
