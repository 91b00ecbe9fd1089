import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';

/** What an operator watches (Prometheus). Labels never hold an office or a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly eventsTaken: Counter;
  readonly eventsQuarantined: Counter<'reason'>;
  readonly batchesTaken: Counter;
  readonly pinTries: Counter<'outcome'>;
  /** Webhooks and notices: attempts to send, and how much of them waits and was given up. */
  readonly outboxAttempts: Counter<'outbox' | 'outcome'>;
  readonly outboxWaiting: Gauge<'outbox'>;
  readonly outboxGivenUp: Gauge<'outbox'>;
}

export function createMetrics(db: Pick<Database, 'load'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const load = (name: string, help: string, of: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(of());
      },
    });
  load('loket_database_connections', 'Connections to PostgreSQL', () => db.load().total);
  load('loket_database_waiting', 'Requests that wait for a connection', () => db.load().waiting);
  return {
    registry,
    eventsTaken: new Counter({ name: 'loket_events_taken_total', help: 'Events stored', registers }),
    eventsQuarantined: new Counter({
      name: 'loket_events_quarantined_total',
      help: 'Events set aside, by reason',
      labelNames: ['reason'],
      registers,
    }),
    batchesTaken: new Counter({ name: 'loket_batches_taken_total', help: 'Batches acknowledged', registers }),
    pinTries: new Counter({
      name: 'loket_pin_tries_total',
      help: 'Numbers and PINs tried on the public page, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    outboxAttempts: new Counter({
      name: 'loket_outbox_attempts_total',
      help: 'Webhooks and notices that were tried to send, by outcome',
      labelNames: ['outbox', 'outcome'],
      registers,
    }),
    outboxWaiting: new Gauge({ name: 'loket_outbox_waiting', help: 'Webhooks and notices that wait', labelNames: ['outbox'], registers }),
    outboxGivenUp: new Gauge({
      name: 'loket_outbox_given_up',
      help: 'Webhooks and notices that were given up and that somebody can send again',
      labelNames: ['outbox'],
      registers,
    }),
  };
}

/** Counts requests by route, and serves /metrics. */
export function registerMetrics(app: FastifyInstance, { registry }: Metrics): void {
  const duration = new Histogram({
    name: 'loket_request_seconds',
    help: 'Seconds until a request was answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 2, 5, 30],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode };
    duration.observe(labels, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.type(registry.contentType);
    return registry.metrics();
  });
}
