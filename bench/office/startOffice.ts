import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { demoPin } from '../../electron/host/demo.ts';
import { type RunningProgram, startProgram } from '../program.ts';
import { type StationWindow, stationWindows } from './stationWindow.ts';

/** One computer of the office: the real program in a process of its own. */
export interface Station {
  readonly name: string;
  /** Its own id in the office. */
  readonly id: string;
  readonly dataDir: string;
  readonly pid: number;
  /** At its counter: an officer who is logged in there. */
  readonly desk: Desk;
  open(): Promise<StationWindow>;
  end(): Promise<void>;
}

export interface Desk {
  readonly window: StationWindow;
  readonly counterId: string;
  /** Every service; each desk begins its visits with another one. */
  readonly serviceIds: readonly string[];
}

export interface Office {
  /** The first one is the lead. */
  readonly stations: readonly Station[];
  /** Ends every process and removes the data. */
  end(): Promise<void>;
}

interface Computer {
  readonly program: RunningProgram;
  readonly dataDir: string;
  open(): Promise<StationWindow>;
}

const mostAtOnce = 5;
const officerName = (n: number): string => `Petugas ${n}`;

/** The demo office on `count` computers: joined by code, linked all with all over TLS, an officer at a counter of each. */
export async function startOffice(count: number): Promise<Office> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const ended = new Set<Computer>();
  const endOne = async (computer: Computer) => {
    if (ended.has(computer)) return;
    ended.add(computer);
    await computer.program.end();
  };
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const computers = await Promise.all(numbers.map((n) => startComputer(join(directory, `station-${n}`), n === 1)));
  const end = async () => {
    await Promise.all(computers.map(endOne));
    rmSync(directory, { recursive: true });
  };
  try {
    const [first, ...others] = computers;
    if (first === undefined) throw new Error('an office has a station');
    const admin = await first.open();
    await admin.logIn('Ratna Admin');
    const serviceIds = await prepareDay(admin, count);
    await joinAll(admin, first, others);
    const stations: Station[] = [];
    for (const [index, computer] of computers.entries()) {
      const desk = await openDesk(computer, index, count, serviceIds);
      const { stationId } = await desk.window.ask('lead.standing', {});
      const { dataDir, program, open } = computer;
      stations.push({ name: `Stasiun ${index + 1}`, id: stationId, dataDir, pid: program.pid, desk, open, end: () => endOne(computer) });
    }
    return { stations, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function startComputer(dataDir: string, demo: boolean): Promise<Computer> {
  const program = await startProgram(dataDir, '--lan-port', '0', ...(demo ? ['--demo'] : []));
  return { program, dataDir, open: await stationWindows(program.url) };
}

/** Officers and counters for every station, no hours that would end the day in between, and somebody waiting. */
async function prepareDay(admin: StationWindow, count: number): Promise<readonly string[]> {
  await admin.done('office.saveHours', []);
  const { counters, services } = await admin.ask('office.configuration', {});
  const serviceIds = services.map(({ id }) => id);
  for (let n = 1; n <= count; n += 1) {
    const id = counters.find(({ number }) => number === n)?.id ?? v7();
    await admin.done('office.saveCounter', { id, number: n, name: `Loket ${n}`, serviceIds });
    await admin.done('staff.add', { staffId: v7(), name: officerName(n), roles: ['petugas'], secret: demoPin });
  }
  await admin.done('queue.openDay', {});
  for (let n = 0; n < count; n += 1) {
    await admin.done('queue.issue', { ticketId: v7(), visitId: v7(), serviceId: serviceIds[n % serviceIds.length] ?? '', ground: null });
  }
  return serviceIds;
}

/** A lead takes five tries a minute, right ones too: those who come after are taken in by another one that leads meanwhile. */
async function joinAll(admin: StationWindow, first: Computer, others: readonly Computer[]): Promise<void> {
  const [second] = others;
  const named = others.map((computer, index) => ({ computer, name: `Stasiun ${index + 2}` }));
  for (const { computer, name } of named.slice(0, mostAtOnce)) await joinOffice(admin, computer, name);
  if (second === undefined || named.length <= mostAtOnce) return;
  const other = await linkedWindow(second);
  const idOf = async (window: StationWindow) => (await window.ask('lead.standing', {})).stationId;
  await admin.done('lead.handOver', { stationId: await idOf(other) });
  await other.logIn('Ratna Admin');
  for (const { computer, name } of named.slice(mostAtOnce)) await joinOffice(other, computer, name);
  await other.done('lead.handOver', { stationId: await idOf(admin) });
}

/** A window of a station that has joined and started again. */
async function linkedWindow(computer: Computer): Promise<StationWindow> {
  const window = await computer.open();
  await window.holds('it follows the lead', async () => {
    const standing = await window.client.query('lead.standing', {});
    const names = await window.client.query('access.staffNames', {});
    return standing.kind === 'done' && standing.output.mode === 'follower' && names.kind === 'done' && names.output.length > 0;
  });
  return window;
}

async function joinOffice(admin: StationWindow, computer: Computer, name: string): Promise<void> {
  // The one before starts again, and a lead that nobody hears takes nobody in.
  const decides = async () => ['lead', 'alone'].includes((await admin.ask('lead.standing', {})).mode);
  await admin.holds('the lead decides', decides);
  await admin.done('stations.openJoining', { name, place: '', roles: ['counter'] });
  const { joining, port } = await admin.ask('stations.list', {});
  const fresh = await computer.open();
  await fresh.done('stations.join', { address: `127.0.0.1:${port}`, code: joining?.code ?? '' });
}

async function openDesk(computer: Computer, index: number, count: number, serviceIds: readonly string[]): Promise<Desk> {
  const window = await computer.open();
  const isLinked = async () => {
    const here = await window.client.query('stations.here', {});
    const standing = await window.client.query('lead.standing', {});
    const names = await window.client.query('access.staffNames', {});
    return (
      here.kind === 'done' &&
      here.output.connected === count - 1 &&
      standing.kind === 'done' &&
      standing.output.mode === (index === 0 ? 'lead' : 'follower') &&
      names.kind === 'done' &&
      names.output.some(({ name }) => name === officerName(index + 1))
    );
  };
  await window.holds(`station ${index + 1} is linked with all others`, isLinked, 60_000);
  await window.logIn(officerName(index + 1));
  const { counters } = await window.ask('office.configuration', {});
  const counterId = counters.find(({ number }) => number === index + 1)?.id ?? '';
  await window.done('queue.openCounter', { counterId });
  return { window, counterId, serviceIds };
}
