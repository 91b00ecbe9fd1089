/** The pages for the public: status by number and PIN, queue, service standards, figures. No script, both languages. */
import type { FastifyInstance } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { sendPage } from '../pages/frame.ts';
import { wordPage } from '../pages/public/layout.ts';
import { createDirectory } from '../public/directory.ts';
import type { ServerServices } from '../services.ts';
import { registerFigures } from './public/figures.ts';
import { registerFollowing } from './public/following.ts';
import { registerOfficePages } from './public/office.ts';
import { registerSending } from './public/sending.ts';
import { contextOf, notFound, type PublicSite } from './public/site.ts';

export function registerPublic(app: FastifyInstance, services: ServerServices): void {
  const site: PublicSite = { services, directory: createDirectory(services) };
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = hasZodFastifySchemaValidationErrors(error) ? 400 : (error.statusCode ?? 500);
    if (status >= 500) services.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a page failed');
    return sendPage(reply, status, wordPage(contextOf(request, reply), status >= 500 ? 'failed' : 'badRequest'));
  });
  registerOfficePages(app, site);
  registerFollowing(app, site);
  registerSending(app, site);
  registerFigures(app, site);
  app.get('/k/*', { schema: { hide: true } }, notFound);
}
