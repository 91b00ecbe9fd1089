import type { FastifyRequest } from 'fastify';
import type { ServerServices } from '../services.ts';

/**
 * Whether a form was sent by a page of another site, as the browser says: `Sec-Fetch-Site` where it sends that, else `Origin`.
 * A browser too old for both says nothing; the cookies of these pages are SameSite and do not come along from elsewhere.
 */
export function isCrossSite({ publicUrl }: Pick<ServerServices, 'publicUrl'>, request: FastifyRequest): boolean {
  const { 'sec-fetch-site': site, origin } = request.headers;
  // `none`: the person herself, by loading a sent form again.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  // The second is how it is reached inside, where the public address is a balancer's.
  return new URL(origin).origin !== new URL(publicUrl()).origin && new URL(origin).host !== request.host;
}
