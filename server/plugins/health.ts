import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ServerServices } from '../services.ts';

const state = z.strictObject({ state: z.enum(['ok', 'draining', 'databaseUnreachable']) });

/** `/health`: the process runs. `/ready`: it takes requests; a balancer asks this one. */
export function registerHealth(app: FastifyInstance, { db, draining, log }: ServerServices): void {
  app.get('/health', { schema: { summary: 'Whether the process runs', response: { 200: state } } }, () => ({ state: 'ok' as const }));
  app.get('/ready', { schema: { summary: 'Whether it takes requests', response: { 200: state, 503: state } } }, async (_request, reply) => {
    if (draining.aborted) return reply.code(503).send({ state: 'draining' });
    try {
      await db.ping();
      return { state: 'ok' as const };
    } catch (error) {
      log.warn({ err: error }, 'the database does not answer');
      return reply.code(503).send({ state: 'databaseUnreachable' });
    }
  });
}
