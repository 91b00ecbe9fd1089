/**
 * Open311 GeoReport v2, the side that reads: what is public of complaints, for other systems (docs/interfaces.md).
 *
 *   GET /open311/v2/discovery.{json,xml}                 also /open311/discovery.{json,xml}
 *   GET /open311/v2/services.{json,xml}                  categories of complaints
 *   GET /open311/v2/services/<service_code>.{json,xml}   what the form asks
 *   GET /open311/v2/requests.{json,xml}                  public complaints
 *   GET /open311/v2/requests/<service_request_id>.{json,xml}
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ServerServices } from '../services.ts';
import * as answers from './answers.ts';
import { discoveryOf } from './discovery.ts';
import { errorList, GeoReportError } from './errors.ts';
import { readJurisdiction } from './jurisdiction.ts';
import { open311Path } from './path.ts';
import { jurisdictionQuery, requestsQuery, type RequestsQuery, spanOf } from './query.ts';
import { contentType, type Format, formats, render, type Value } from './render.ts';
import { serviceRequests } from './requests.ts';
import { hasService, serviceDefinition, serviceList } from './services.ts';

const refusals = { 400: answers.errors, 404: answers.errors };
type Named = { readonly jurisdiction_id: string };

export async function registerOpen311(app: FastifyInstance, services: ServerServices): Promise<void> {
  await app.register((scope) => registerPaths(scope, services), { prefix: open311Path });
  // The specification wants the address of discovery to outlive versions.
  await app.register((scope) => registerDiscovery(scope, services), { prefix: '/open311' });
}

function registerPaths(app: FastifyInstance, services: ServerServices): void {
  registerDiscovery(app, services);
  for (const format of formats) {
    app.get(
      `/services.${format}`,
      {
        schema: {
          summary: 'GeoReport v2: the services of an agency',
          querystring: jurisdictionQuery,
          response: { 200: answers.services, ...refusals },
        },
      },
      async (request, reply) => {
        const jurisdiction = await readJurisdiction(services, (request.query as Named).jurisdiction_id);
        return send(reply, 200, format, 'services', serviceList(jurisdiction));
      },
    );
    app.get(
      `/services/:service_code.${format}`,
      {
        schema: {
          summary: 'GeoReport v2: what is asked for about a service',
          params: z.object({ service_code: z.string().max(64) }),
          querystring: jurisdictionQuery,
          response: { 200: answers.definition, ...refusals },
        },
      },
      async (request, reply) => {
        const { service_code: code } = request.params as { service_code: string };
        const jurisdiction = await readJurisdiction(services, (request.query as Named).jurisdiction_id);
        if (!hasService(jurisdiction, code)) throw new GeoReportError(404, 'service_code was not found');
        return send(reply, 200, format, 'service_definition', serviceDefinition(code));
      },
    );
    app.get(
      `/requests.${format}`,
      {
        schema: {
          summary: 'GeoReport v2: public complaints',
          querystring: requestsQuery,
          response: { 200: answers.requests, ...refusals },
        },
      },
      async (request, reply) => {
        const query = request.query as RequestsQuery;
        const jurisdiction = await readJurisdiction(services, query.jurisdiction_id);
        const span = spanOf(query, services.now());
        if (span === null && query.service_request_id === undefined)
          throw new GeoReportError(400, 'start_date and end_date may not span more than 90 days');
        const found = await serviceRequests(services, jurisdiction, {
          ids: query.service_request_id,
          serviceCodes: query.service_code,
          statuses: query.status,
          ...(span ?? { from: 0, to: 0 }),
          limit: query.page_size,
          offset: (query.page - 1) * query.page_size,
        });
        return send(reply, 200, format, 'service_requests', found);
      },
    );
    app.get(
      `/requests/:service_request_id.${format}`,
      {
        schema: {
          summary: 'GeoReport v2: one public complaint',
          params: z.object({ service_request_id: z.string().max(64) }),
          querystring: jurisdictionQuery,
          response: { 200: answers.requests, ...refusals },
        },
      },
      async (request, reply) => {
        const { service_request_id: one } = request.params as { service_request_id: string };
        const jurisdiction = await readJurisdiction(services, (request.query as Named).jurisdiction_id);
        const found = await serviceRequests(services, jurisdiction, { ids: [one], from: 0, to: 0, limit: 1, offset: 0 });
        if (found.length === 0) throw new GeoReportError(404, 'service_request_id was not found');
        return send(reply, 200, format, 'service_requests', found);
      },
    );
    app.post(
      `/requests.${format}`,
      { schema: { summary: 'GeoReport v2: refused, this server is only read', response: { 403: answers.errors } } },
      () => {
        throw new GeoReportError(403, 'No api_key is given out: this server is read. Complaints are taken at the counters of the offices.');
      },
    );
  }
}

function registerDiscovery(app: FastifyInstance, services: ServerServices): void {
  answerInItsFormat(app, services);
  const querystring = z.object({ jurisdiction_id: z.string().max(60).optional() });
  for (const format of formats)
    app.get(
      `/discovery.${format}`,
      { schema: { summary: 'GeoReport v2: where it is and since when it changed', querystring, response: { 200: answers.discovery } } },
      async (request, reply) => {
        const { jurisdiction_id: code = '' } = request.query as Partial<Named>;
        const offices = code === '' ? [] : [...(await readJurisdiction(services, code)).offices.values()];
        const discovery = discoveryOf(
          services.publicUrl(),
          offices.map(({ toldAt }) => toldAt),
        );
        return send(reply, 200, format, 'discovery', discovery);
      },
    );
}

function send(reply: FastifyReply, status: number, format: Format, root: string, value: Value): FastifyReply {
  return reply
    .code(status)
    .type(contentType[format])
    .headers({
      'cache-control': status === 200 ? 'public, max-age=60' : 'no-store',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    .send(render(format, root, value));
}

/** Errors of everything below this path, also of addresses that it does not have. */
function answerInItsFormat(app: FastifyInstance, { log }: Pick<ServerServices, 'log'>): void {
  const formatOf = ({ url }: FastifyRequest): Format => (/\.json(?:\?|$)/u.test(url) ? 'json' : 'xml');
  const refuse = (request: FastifyRequest, reply: FastifyReply, status: number, descriptions: readonly string[]) =>
    send(reply, status, formatOf(request), 'errors', errorList(status, descriptions));

  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, ['There is nothing at this address.']));
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof GeoReportError) return refuse(request, reply, error.status, [error.message]);
    if (hasZodFastifySchemaValidationErrors(error)) return refuse(request, reply, 400, error.validation.map(describe));
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(request, reply, 400, ['The request is invalid.']);
    log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'an Open311 request failed');
    return refuse(request, reply, 500, ['General service error. Please notify us.']);
  });
}

const describe = ({ instancePath, message }: { readonly instancePath: string; readonly message?: string | undefined }) =>
  `${instancePath.replace(/^\//u, '').split('/')[0] ?? ''} ${message ?? 'is invalid'}`.trim();
