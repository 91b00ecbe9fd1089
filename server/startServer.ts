import { setMaxListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { SecretCost } from '../electron/host/access/secrets.ts';
import { isEventType } from '../shared/sync/eventTypes.ts';
import { createApp, type Limits } from './app.ts';
import { type Database, openDatabase } from './database/database.ts';
import { createServerKeys } from './keys.ts';
import { type News, startNews } from './database/news.ts';
import { startPartitions } from './database/partitions.ts';
import { type OutboxOptions, startOutbox } from './outbox/startOutbox.ts';
import { closeQuietConnections } from './plugins/closing.ts';
import { createMetrics } from './plugins/metrics.ts';
import { createSecrets } from './secrets.ts';
import type { ServerServices } from './services.ts';
import { startRetrying } from './sync/startRetrying.ts';
import { createChanges } from './sync/waiting.ts';

export interface ServerOptions {
  /** Of the schema's owner; the server itself works as a role that can do less. */
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly serverKey: Uint8Array;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** How the public reaches it; default: the address it listens on. */
  readonly publicUrl?: string | undefined;
  readonly log: Logger;
  /** ms since the epoch; for tests. */
  readonly now?: () => number;
  readonly connections?: number;
  /** Default: `usualLimits`. */
  readonly limits?: Limits | undefined;
  /** Hosts inside the operator's network that webhooks, gateways and mail may go to; default: none. */
  readonly privateHosts?: readonly string[];
  readonly outbox?: OutboxOptions;
  /** Types of events that it knows; default: all of this program. For tests: an older one knows fewer. */
  readonly understands?: (type: string) => boolean;
  /** Of new passwords in the agency view; tests take a low one. */
  readonly passwordCost?: SecretCost;
}

export interface Server {
  /** `http://127.0.0.1:4720` */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: ServerServices;
  /** Answers what is being asked, then ends: no request is cut off. */
  drain(): Promise<void>;
}

/** How long /ready says no before connections are refused, so that a balancer has looked away. */
export const drainNoticeMs = 300;

/** How long what is being asked may take once the server drains. */
export const drainLimitMs = 30_000;

/** Starts one server process on a database. @throws when the database or the port cannot be had; nothing is left running. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { log, now = Date.now } = options;
  const db = await openDatabase(options.databaseUrl, {
    connections: options.connections,
    onError: (error) => log.warn({ err: error }, 'a connection to the database broke'),
  });
  try {
    return await assemble(options, db, now);
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function assemble(options: ServerOptions, db: Database, now: () => number): Promise<Server> {
  const { log } = options;
  const keys = createServerKeys(options.serverKey);
  const draining = new AbortController();
  // As many as there are offices wait for it.
  setMaxListeners(0, draining.signal);
  let url = '';
  let news: News | null = null;
  const services: ServerServices = {
    db,
    keys,
    secrets: createSecrets(db, keys, now),
    log,
    metrics: createMetrics(db),
    now,
    changes: createChanges({ tell: (officeId) => news?.tell(officeId), hears: () => news?.hears() ?? false }),
    privateHosts: options.privateHosts ?? [],
    passwordCost: options.passwordCost,
    understands: options.understands ?? isEventType,
    publicUrl: () => (options.publicUrl ?? url).replace(/\/+$/u, ''),
    draining: draining.signal,
  };
  const stopPartitions = await startPartitions(services);
  const app = await createApp(services, options.limits);
  const closeQuiet = closeQuietConnections(app);
  await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' });
  const { address, port } = app.server.address() as AddressInfo;
  url = `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  news = await startNews({
    url: options.databaseUrl,
    onNews: services.changes.heard,
    onError: (error) => log.warn({ err: error }, 'news of other processes are not heard'),
  });
  const stopOutbox = startOutbox(services, options.outbox);
  const retrying = startRetrying(services);
  let drained: Promise<void> | null = null;
  const drain = async () => {
    draining.abort();
    await new Promise((resolve) => void setTimeout(resolve, drainNoticeMs));
    // Whoever sends or reads too slowly is not waited for for ever.
    const cut = setTimeout(() => app.server.closeAllConnections(), drainLimitMs);
    const stopClosing = closeQuiet();
    await Promise.all([app.close(), stopOutbox(), retrying.stop()]);
    stopClosing();
    clearTimeout(cut);
    stopPartitions();
    await news?.stop();
    await db.close();
  };
  return { url, app, services, drain: () => (drained ??= drain()) };
}
