import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { hasZodFastifySchemaValidationErrors, jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { isImpossibleText, isPassing } from './database/errors.ts';
import { registerOpen311 } from './open311/registerOpen311.ts';
import { registerAssets } from './pages/assets.ts';
import { registerHealth } from './plugins/health.ts';
import { registerMetrics } from './plugins/metrics.ts';
import { watchRoutes } from './plugins/registeredRoutes.ts';
import { type BodyPace, dropSlowBodies } from './plugins/slowBodies.ts';
import { registerFiles } from './routes/files.ts';
import { registerAgency } from './routes/agency.ts';
import { registerPublic } from './routes/public.ts';
import { registerSync } from './routes/sync.ts';
import type { ServerServices } from './services.ts';

/** Routes of the server, each with its schema: what is not described does not exist. */
const routes: readonly ((app: FastifyInstance, services: ServerServices) => void | Promise<void>)[] = [
  registerHealth,
  registerSync,
  registerFiles,
  registerAssets,
  registerOpen311,
  registerAgency,
  registerPublic,
];

/** Of one process; what comes beyond is refused at once instead of slowing all. */
const maxConnections = 5000;

function statusOf(error: Error & { statusCode?: number }): number {
  if (hasZodFastifySchemaValidationErrors(error) || isImpossibleText(error)) return 400;
  return isPassing(error) ? 503 : (error.statusCode ?? 500);
}

/** How long strangers may take; tests take less. */
export interface Limits {
  /** Until all headers of a request are there, ms. */
  readonly headersMs: number;
  /** Of a connection on which nothing moves, ms; requests wait for news up to 30 s. */
  readonly silenceMs: number;
  readonly bodies: BodyPace;
}

export const usualLimits: Limits = {
  headersMs: 20_000,
  silenceMs: 90_000,
  bodies: { graceMs: 15_000, bytesPerSecond: 512, checkEveryMs: 1000 },
};

/** A server process as a Fastify app, ready to listen. */
export async function createApp(
  services: ServerServices,
  { headersMs, silenceMs, bodies }: Limits = usualLimits,
): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = services.log;
  const app = Fastify({
    loggerInstance: logger,
    // One line per request with what matters and nothing personal; see below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    connectionTimeout: silenceMs,
    keepAliveTimeout: 75_000,
    // For bodies see plugins/slowBodies.ts: a whole batch over a slow uplink takes longer than any fixed time.
    http: { headersTimeout: headersMs, connectionsCheckingInterval: headersMs / 4, maxHeaderSize: 16 * 1024 },
    trustProxy: 'loopback, linklocal, uniquelocal',
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 64 * 1024 });
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Loket central server', version: '1.0.0' } },
    transform: jsonSchemaTransform,
  });
  app.server.maxConnections = maxConnections;
  watchRoutes(app);
  dropSlowBodies(app, bodies);
  registerMetrics(app, services.metrics);
  // So that no client sends its next request on a connection that is about to be closed.
  app.addHook('onSend', async (_request, reply) => void (services.draining.aborted && reply.header('connection', 'close')));
  app.addHook('onResponse', (request, reply, done) => {
    const { url: route } = request.routeOptions;
    services.log.info(
      { requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = statusOf(error);
    const told = { err: error, requestId: request.id, route: request.routeOptions.url };
    if (status === 503) services.log.warn(told, 'the database could not be asked');
    else if (status >= 500) services.log.error(told, 'a request failed');
    if (status === 503) reply.header('retry-after', '5');
    return reply.code(status).send({ error: status === 503 ? 'busy' : status >= 500 ? 'failed' : 'badRequest' });
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'notFound' }));
  for (const register of routes) await app.register(async (scope) => register(scope, services));
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  return app;
}
