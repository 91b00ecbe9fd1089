import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent from a page of this server. Browsers say so with `Sec-Fetch-Site`; where the connection is not private
 * they leave that out and only `Origin` is there. Who says neither is refused.
 */
export function isSameOrigin(request: Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin !== undefined && (origin === `${request.protocol}://${request.host}` || origin === new URL(publicUrl).origin);
}
