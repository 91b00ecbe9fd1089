/**
 * A data directory with years of an office's life, made through the real engine: every event was decided, hashed and
 * applied as at a counter. Only the commits are put together in large transactions, because making it is not what is measured.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { areas, type States } from '../electron/host/areas.ts';
import { openWriter, type Writer } from '../electron/host/database/open.ts';
import { createEngine, type Engine } from '../electron/host/engine/engine.ts';
import { createEventStore, type EventStore } from '../electron/host/engine/eventStore.ts';
import { ensureStation } from '../electron/host/engine/station.ts';
import { seedDemoOffice } from '../electron/host/demo.ts';
import { createFileKeyStore } from '../electron/host/keyStore.ts';
import { createSystemPorts, type Ports } from '../electron/host/ports.ts';
import { startHost } from '../electron/host/startHost.ts';
import { stateTables } from '../electron/host/state/index.ts';
import { v7 } from 'uuid';

export interface BigOffice {
  readonly db: Writer;
  readonly events: EventStore;
  readonly engine: Engine<States>;
  /** Executes a command at the time of `clock`, as the staff member of this index, with every role. @throws when it is not done. */
  run(method: string, input: object, staff?: number): unknown;
  readonly clock: { now: number };
  close(): void;
}

const cache = join(import.meta.dirname, '../node_modules/.cache/bench');
/** Raised when the events or tables change, so that an old directory is not measured. */
const shape = 2;
const dayMs = 24 * 3600 * 1000;
const start = Date.parse('2016-01-04T01:00:00Z');

/** Makes the directory once and keeps it for later runs. Progress goes to standard error. */
export async function bigOfficeDirectory(events: number): Promise<string> {
  const directory = join(cache, `office-${shape}-${events}`);
  if (existsSync(join(directory, 'made'))) return directory;
  const making = `${directory}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await seed(making);
  const office = openBigOffice(making);
  office.clock.now = start;
  fill(office, events);
  office.close();
  // The page sums were not kept while filling; a first start of the real host makes them, after checking everything.
  rmSync(join(making, 'station.db.sums'));
  await seed(making);
  writeFileSync(join(making, 'made'), '');
  rmSync(directory, { recursive: true, force: true });
  renameSync(making, directory);
  return directory;
}

/** Starts a real host on the directory, makes the demo office when there is none, and ends it. */
async function seed(dataDir: string): Promise<void> {
  const ports = createSystemPorts();
  const host = await startHost({
    dataDir,
    keyStore: createFileKeyStore(join(dataDir, 'keys'), ports.random),
    ports,
    log: pino({ level: 'silent' }),
  });
  await seedDemoOffice(host);
  host.close();
}

/** Opens the tables and the engine of a directory without the rest of a host. */
export function openBigOffice(dataDir: string): BigOffice {
  const clock = { now: Date.now() };
  const ports: Ports = {
    ...createSystemPorts(),
    clock: { now: () => clock.now, monotonic: () => performance.now() },
    random: { ...createSystemPorts().random, uuid: () => v7({ msecs: clock.now }) },
  };
  const db = openWriter(join(dataDir, 'station.db'), { mustExist: true });
  const station = ensureStation(db, ports.random);
  const events = createEventStore(db, station, ports);
  const engine = createEngine<States>({
    db,
    events,
    station,
    ports,
    areas,
    tables: stateTables,
    onListenerError: (error) => {
      throw error;
    },
  });
  return {
    db,
    events,
    engine,
    clock,
    run(method, input, staff = 0) {
      const staffId = engine.states.office.staff[staff]?.id ?? '';
      const answer = engine.execute({
        method,
        input,
        commandId: v7({ msecs: clock.now }),
        actor: { kind: 'staff', staffId },
        roles: ['admin'],
      });
      if (answer.kind !== 'done') throw new Error(`${method}: ${JSON.stringify(answer)}`);
      return answer.output;
    },
    close: () => void db.close(),
  };
}

/** Days of about 200 visitors, four counters, until the event table holds `wanted`. */
function fill(office: BigOffice, wanted: number): void {
  const { db, engine, events, clock } = office;
  db.pragma('synchronous = OFF');
  office.run('office.saveHours', []);
  const counters = engine.states.office.counters;
  const ids = engine.states.office.services.map(({ id }) => id);
  for (let day = 0; events.lastSeq() < wanted; day += 1) {
    clock.now = start + day * dayMs;
    db.exec('BEGIN');
    office.run('queue.openDay', {});
    openCounters(office);
    for (let visitor = 0; visitor < 200; visitor += 1) {
      clock.now += 60_000;
      issue(office, ids[visitor % ids.length] ?? '', visitor);
      const counter = counters[visitor % counters.length];
      if (counter !== undefined) serve(office, counter.id);
    }
    office.run('queue.closeDay', { expireWaiting: true });
    db.exec('COMMIT');
    if (day % 20 === 0) db.pragma('wal_checkpoint(TRUNCATE)');
    if (day % 100 === 0) process.stderr.write(`\rmaking the office: ${events.lastSeq()} of ${wanted} events`);
  }
  process.stderr.write('\n');
  db.pragma('synchronous = FULL');
}

/** One officer at each counter. */
export function openCounters(office: BigOffice): void {
  office.engine.states.office.counters.forEach(({ id }, index) => office.run('queue.openCounter', { counterId: id }, index));
}

export function issue(office: BigOffice, serviceId: string, visitor: number): void {
  const ticketId = v7({ msecs: office.clock.now });
  office.run('queue.issue', { ticketId, visitId: v7({ msecs: office.clock.now }), serviceId, ground: visitor % 5 === 0 ? 'lansia' : null });
}

/** Calls, serves and finishes the next visitor of the counter, if there is one. */
export function serve(office: BigOffice, counterId: string): void {
  const answer = office.engine.execute({
    method: 'queue.callNext',
    input: { counterId },
    commandId: v7({ msecs: office.clock.now }),
    actor: { kind: 'system' },
    roles: ['admin'],
  });
  if (answer.kind !== 'done') return;
  const { ticketId } = answer.output as { ticketId: string };
  office.run('queue.startServing', { counterId, ticketId });
  office.run('queue.finish', { counterId, ticketId });
}
