import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Alarm, startAlarm } from './alarm/alarm.ts';
import { createAccess } from './access/access.ts';
import { endSessionsWithOthers } from './access/endSessions.ts';
import type { SecretCost } from './access/secrets.ts';
import { areas, type States } from './areas.ts';
import { createCentral } from './central/central.ts';
import { createAttachments } from './complaints/attachments.ts';
import { createSealedFiles } from './complaints/sealedFiles.ts';
import { createDrafts } from './complaints/drafts.ts';
import { createComplaintSearch } from './complaints/search.ts';
import { closeStation, createStorage } from './backup/storage.ts';
import { isDamageError } from './database/check.ts';
import { databaseFile } from './database/files.ts';
import { migrations } from './database/migrations/index.ts';
import { type DataDirLock, lockDataDir } from './dataDirLock.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createEventStore } from './engine/eventStore.ts';
import { ensureStation } from './engine/station.ts';
import { createHandlers } from './handlers.ts';
import type { KeyStore } from './keyStore.ts';
import { startLan, type Lan } from './lan/lan.ts';
import { defaultLanPort } from '../../shared/domain/stations/address.ts';
import { splitTransport } from '../../shared/alarm/splitTransport.ts';
import type { Transport } from '../../shared/rpc/protocol.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import type { Ports } from './ports.ts';
import { createScreens } from './screens/screens.ts';
import { createDayRollover } from './reactors/dayRollover.ts';
import { startReactors } from './reactors.ts';
import { markDamage, clearMarks } from './recovery/damageMark.ts';
import { ensureVaultFile } from './recovery/ensureVault.ts';
import { openStation, refuseNewer, type StationFile } from './recovery/openStation.ts';
import { finishSwap } from './recovery/swap.ts';
import { ticketPrinter } from './printing/status.ts';
import { createRouter, type Router } from './rpc/router.ts';
import type { Services } from './services.ts';
import type { LanState } from './lan/stateFile.ts';
import { createOffice } from './office/office.ts';
import { type Patience, startPatiently } from './patientStart.ts';
import { createStandby, type Standby } from './standby.ts';
import { rebuildStateTables, type ReplayProgress } from './state/rebuild.ts';
import { stateTables } from './state/index.ts';
import { vaultMigrations } from './vault/migrations.ts';
import { eraseLate } from './vault/eraseLate.ts';
import { eraseInCopies } from './vault/eraseInCopies.ts';
import { openVault } from './vault/vault.ts';

export interface HostOptions extends Pick<Patience, 'onProblem' | 'signal'> {
  /** Directory of this station's data; created when missing. */
  readonly dataDir: string;
  readonly keyStore: KeyStore;
  readonly ports: Ports;
  readonly log: Logger;
  /** Cost of hashing secrets; weaker than the default only in tests. */
  readonly secretCost?: SecretCost | undefined;
  readonly onReplay?: (progress: ReplayProgress) => void;
  /** The security call works from here on; windows may come. */
  readonly onStandby?: (standby: Pick<Standby, 'serve'>) => void;
  /** This station belongs to an office that another one founded. Default: what its links know. */
  readonly hasJoined?: boolean;
  /** Other stations of the office. Default: those that its links know; given where stations are linked by other means. */
  readonly others?: () => readonly string[];
  /** The built renderer, for browsers on the LAN; without it none is served. */
  readonly rendererDirectory?: string;
  /** Attachments go to the central server, too. Default: they do. */
  readonly sendsFiles?: boolean;
  /** Port for the other stations of the office; 0 takes a free one. Nothing listens while the station is alone. */
  readonly lanPort?: number;
  /** This station joined an office: whoever runs the host closes it and starts it again. */
  readonly onRestart?: () => void;
  /** A one-time URL for another window; only where windows are opened by URL (browser mode). */
  readonly newWindowUrl?: (surface: Surface) => string;
}

export interface Host {
  readonly router: Router;
  readonly engine: Engine<States>;
  readonly services: Services;
  readonly alarm: Alarm;
  readonly lan: Lan;
  /** Serves a window until its transport closes: the contract's calls, and the security call beside them. */
  serve(transport: Transport, surface: Surface): void;
  close(): void;
}

/** Other stations of the office that are not revoked. */
const othersOf = (state: LanState | null): readonly string[] =>
  (state?.roster.stations ?? []).filter(({ id, revoked }) => !revoked && id !== state?.self.stationId).map(({ id }) => id);

const isRevoked = (state: LanState | null): boolean => state !== null && state.revokedAt !== null;

/** What runs before the data is open, and goes on when an attempt to open it fails. */
interface Early {
  readonly lock: DataDirLock;
  readonly alarm: Alarm;
  readonly lan: Lan;
}

/** Starts the back end of one station on a data directory: ports and configuration in, a running host out. */
export async function startHost(options: HostOptions): Promise<Host> {
  const lock = lockDataDir(options.dataDir);
  // First of all: the security call waits for no database.
  const alarm = startAlarm(options);
  const lan = startLan({ ...options, port: options.lanPort ?? defaultLanPort });
  lan.onLink('alarm', ({ transport }) => alarm.connectPeer(transport));
  const standby = createStandby(alarm);
  options.onStandby?.(standby);
  const onReplay = (progress: ReplayProgress) => {
    standby.setProgress(progress.total === 0 ? 1 : progress.done / progress.total);
    options.onReplay?.(progress);
  };
  try {
    return await startPatiently(options, standby, () => startLocked({ ...options, onReplay }, { lock, alarm, lan }));
  } catch (error) {
    lan.close();
    alarm.close();
    lock.release();
    throw error;
  }
}

/**
 * A database that turns out damaged only while it is read in full is marked and recovered by a second attempt;
 * the bounded checks of the opening do not read all of a large one.
 */
async function startLocked(options: HostOptions, early: Early): Promise<Host> {
  try {
    return await attempt(options, early);
  } catch (error) {
    if (!isDamageError(error)) throw error;
    options.log.error({ err: error }, 'the database could not be read in full');
    markDamage(options.dataDir, 'station', 'unreadable');
  }
  return attempt(options, early);
}

/** Leaves nothing open when it fails. */
async function attempt(options: HostOptions, early: Early): Promise<Host> {
  const files = openFiles(options);
  const undo = [() => closeStation(files, options.log)];
  try {
    return await assemble(options, files, early, undo);
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
}

/** Both databases, checked and recovered where they had to be. The vault is opened later, by itself. */
function openFiles(options: HostOptions): StationFile {
  // Both before anything is written: a newer program's data stays exactly as it is.
  refuseNewer(databaseFile(options.dataDir, 'station'), migrations);
  refuseNewer(databaseFile(options.dataDir, 'vault'), vaultMigrations);
  finishSwap(options.dataDir);
  const station = openStation(options);
  try {
    ensureVaultFile(options);
    clearMarks(options.dataDir);
  } catch (error) {
    closeStation(station, options.log);
    throw error;
  }
  return station;
}

async function assemble(options: HostOptions, files: StationFile, { lock, alarm, lan }: Early, undo: (() => void)[]): Promise<Host> {
  const { dataDir, keyStore, ports, log } = options;
  const { db } = files;
  const station = ensureStation(db, ports.random, lan.state()?.self ?? null);
  const events = createEventStore(db, station, ports);
  await rebuildStateTables(db, events, stateTables, ports.timers, options.onReplay);
  const engine = createEngine<States>({
    db,
    events,
    station,
    ports,
    areas,
    tables: stateTables,
    ownOnly: () => office.ownOnly(),
    onListenerError: (error) => log.error({ err: error }, 'a listener failed after a commit'),
  });
  const vault = openVault({ file: join(dataDir, 'vault.db'), stationId: station.id, keyStore, ports, log });
  undo.push(() => vault.close());
  const attachments = createAttachments(dataDir, vault, ports);
  const office = createOffice({
    station,
    db,
    engine,
    events,
    vault,
    sealedFiles: createSealedFiles(dataDir, vault, station.id),
    onErased(erased) {
      attachments.dropKeyless();
      eraseInCopies(dataDir, erased, log);
      eraseLate(
        { dataDir, db, vault, attachments, log },
        erased.map(({ id }) => id),
      );
      engine.announce(['drafts']);
    },
    ports,
    log,
    hasJoined: options.hasJoined ?? lan.state() !== null,
    others: options.others ?? (() => othersOf(lan.state())),
    isRevoked: () => isRevoked(lan.state()),
    letterOf: (stationId) => lan.state()?.roster.stations.find(({ id }) => id === stationId)?.letter ?? null,
    onNewDate: (date) => dayRollover.agreeOn(date),
  });
  const unlink = lan.onLink('office', (peer) => {
    // A station that has just joined starts again first, with its letter and the office's keys.
    if (lan.state()?.self.letter === station.letter) office.connect(peer);
  });
  undo.push(() => {
    unlink();
    office.close();
  });
  const access = createAccess({ vault, engine, keyStore, ports, log, secretCost: options.secretCost });
  const storage = createStorage({ dataDir, station: files, ports, log, onChange: () => engine.announce(['system']) });
  engine.onCommit(() => storage.afterCommit());
  const dayRollover = createDayRollover({
    engine,
    ports,
    decidesHere: () => office.decidesHere('queue.rollOver'),
    onError: (error) => log.error({ err: error }, 'the office day could not be rolled over'),
  });
  const complaintSearch = createComplaintSearch({ db, vault, engine, ports, log });
  undo.push(() => complaintSearch.close());
  const scannerFolder = join(dataDir, 'scans');
  mkdirSync(scannerFolder, { recursive: true, mode: 0o700 });
  const screens = createScreens({
    dataDir,
    rendererDirectory: options.rendererDirectory,
    ports,
    log,
    stationPrints: () => ticketPrinter({ engine })?.by === 'host',
    isRevoked: () => isRevoked(lan.state()),
    onChange: () => engine.announce(['screens']),
  });
  undo.push(() => screens.close());
  const central = createCentral({
    ...{ dataDir, db, events, engine, station, keyStore, vault, attachments, office, ports, log },
    isRevoked: () => isRevoked(lan.state()),
    sendsFiles: options.sendsFiles ?? true,
  });
  undo.push(() => central.close());
  const services: Services = {
    dataDir,
    db,
    events,
    engine,
    station,
    keyStore,
    vault,
    drafts: createDrafts(vault, keyStore, ports),
    attachments,
    complaintSearch,
    scannerFolder,
    access,
    office,
    storage,
    dayRollover,
    ports,
    log,
    alarm,
    screens,
    lan,
    central,
    restart: () => options.onRestart?.(),
    newWindowUrl: options.newWindowUrl,
  };
  const { handlers, callers } = createHandlers(services);
  const router = createRouter({ engine, callers, handlers, office, ports, log });
  office.serve((call, stationId) => router.decide(call, stationId));
  undo.push(endSessionsWithOthers({ engine, access, connectionOf: (commandId) => router.waitingFor(commandId) }));
  const stopReactors = startReactors(services);
  // The router alone: the security call is not on the network.
  screens.start((transport, surface) => void router.serve(transport, surface));
  undo.push(lan.onChange(() => screens.look()));
  const serve = (transport: Transport, surface: Surface) => {
    const { rpc, alarm: alarmHalf } = splitTransport(transport);
    alarm.serve(alarmHalf, surface);
    router.serve(rpc, surface);
  };
  const close = () => {
    central.close();
    screens.close();
    unlink();
    lan.close();
    alarm.close();
    office.close();
    stopReactors();
    complaintSearch.close();
    access.close();
    vault.close();
    storage.close();
    lock.release();
  };
  return { router, engine, services, alarm, lan, serve, close };
}
