import { join } from 'node:path';
import type { Logger } from 'pino';
import { createAccess } from './access/access.ts';
import type { SecretCost } from './access/secrets.ts';
import { areas, type States } from './areas.ts';
import { migrate } from './database/migrate.ts';
import { openWriter } from './database/open.ts';
import { type DataDirLock, lockDataDir } from './dataDirLock.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createEventStore } from './engine/eventStore.ts';
import { ensureStation } from './engine/station.ts';
import { createHandlers } from './handlers.ts';
import type { KeyStore } from './keyStore.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import type { Ports } from './ports.ts';
import { createRouter, type Router } from './rpc/router.ts';
import type { Services } from './services.ts';
import { rebuildStateTables, type ReplayProgress } from './state/rebuild.ts';
import { stateTables } from './state/index.ts';
import { openVault } from './vault/vault.ts';

export interface HostOptions {
  /** Directory of this station's data; created when missing. */
  readonly dataDir: string;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
  /** Cost of hashing secrets; weaker than the default only in tests. */
  readonly secretCost?: SecretCost | undefined;
  readonly onReplay?: (progress: ReplayProgress) => void;
  /** A one-time URL for another window; only where windows are opened by URL (browser mode). */
  readonly newWindowUrl?: (surface: Surface) => string;
}

export interface Host {
  readonly router: Router;
  readonly engine: Engine<States>;
  readonly services: Services;
  close(): void;
}

/** Starts the back end of one station on a data directory: ports and configuration in, a running host out. */
export async function startHost(options: HostOptions): Promise<Host> {
  const lock = lockDataDir(options.dataDir);
  try {
    return await startLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(options: HostOptions, lock: DataDirLock): Promise<Host> {
  const { dataDir, keyStore, ports, log } = options;
  const db = openWriter(join(dataDir, 'station.db'));
  migrate(db);
  const station = ensureStation(db, ports.random);
  const events = createEventStore(db, station, ports);
  await rebuildStateTables(db, events, stateTables, ports.timers, options.onReplay);
  const engine = createEngine<States>({
    db,
    events,
    station,
    ports,
    areas,
    tables: stateTables,
    onListenerError: (error) => log.error({ err: error }, 'a listener failed after a commit'),
  });
  const vault = openVault({ file: join(dataDir, 'vault.db'), keyStore, ports, log });
  const access = createAccess({ vault, engine, keyStore, ports, log, secretCost: options.secretCost });
  const services: Services = { dataDir, db, events, engine, station, keyStore, vault, access, ports, log, newWindowUrl: options.newWindowUrl };
  const { handlers, callers } = createHandlers(services);
  const router = createRouter({ engine, callers, handlers, ports, log });
  const close = () => {
    access.close();
    vault.close();
    db.close();
    lock.release();
  };
  return { router, engine, services, close };
}
