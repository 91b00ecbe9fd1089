/**
 * The security call under random failures: stations that restart, links that break, windows that hang or reload, journals
 * that cannot be written, clocks that jump a day. Whatever happens, a call reaches every receiver that is alive and can be
 * reached, every other one as soon as it can be, and no failure ends it. LOKET_ALARM_RUNS sets how many runs.
 */
import { mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { type Alarm, startAlarm } from '../../electron/host/alarm/alarm.ts';
import { memoryTransportPair } from '../../electron/host/rpc/transports.ts';
import type { Transport } from '../../shared/rpc/protocol.ts';
import { staffRoles } from '../../shared/rpc/roles.ts';
import { type AlarmWindow, alarmWindowOn, settle } from '../fixtures/alarmWindow.ts';
import { createTestPorts, type TestPorts } from '../fixtures/testPorts.ts';

const runs = Number(process.env['LOKET_ALARM_RUNS'] ?? 1000);
const log = pino({ level: 'silent' });
const steps = 14;

interface Station {
  readonly dataDir: string;
  alarm: Alarm;
  journalBroken: boolean;
}
interface Receiver {
  readonly options: NonNullable<Parameters<typeof alarmWindowOn>[1]> & { readonly windowId: string };
  readonly station: number;
  window: AlarmWindow | null;
  hangs: boolean;
}
interface Link {
  readonly ends: readonly [number, number];
  transport: Transport | null;
}

/** A small generator with a seed, so that a run that fails can be run again. */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { below, pick };
}

class Office {
  readonly ports: TestPorts = createTestPorts('2026-11-23T01:00:00Z');
  readonly stations: Station[] = [];
  readonly receivers: Receiver[] = [];
  readonly links: Link[] = [];
  /** Calls of which a window was told that they are on disk, and the window that pressed. */
  readonly calls = new Map<string, string>();
  readonly random: ReturnType<typeof randomFrom>;

  constructor(seed: number) {
    this.random = randomFrom(seed);
    const count = 1 + this.random.below(4);
    for (let n = 0; n < count; n += 1) {
      const dataDir = mkdtempSync(join(tmpdir(), 'loket-alarm-'));
      this.stations.push({ dataDir, alarm: startAlarm({ dataDir, ports: this.ports, log }), journalBroken: false });
      if (n > 0) this.links.push({ ends: [this.random.below(n), n], transport: null });
      const windows = 1 + this.random.below(3);
      for (let w = 0; w < windows; w += 1) {
        const options = {
          name: `Petugas ${n}-${w}`,
          roles: [this.random.pick(staffRoles)],
          counterId: this.random.below(2) === 0 ? v7() : null,
          guardPost: this.random.below(4) === 0,
          windowId: v7(),
        };
        this.receivers.push({ options, station: n, window: null, hangs: false });
      }
    }
    if (count > 2) this.links.push({ ends: [0, count - 1], transport: null });
    for (const link of this.links) this.join(link);
    for (const receiver of this.receivers) this.open(receiver);
  }

  station(n: number): Station {
    const station = this.stations[n];
    if (station === undefined) throw new Error('no such station');
    return station;
  }

  join(link: Link): void {
    if (link.transport !== null) return;
    const [near, far] = memoryTransportPair();
    this.station(link.ends[0]).alarm.connectPeer(near);
    this.station(link.ends[1]).alarm.connectPeer(far);
    link.transport = near;
  }
  cut(link: Link): void {
    link.transport?.close();
    link.transport = null;
  }
  open(receiver: Receiver): void {
    receiver.window?.close();
    const [near, far] = memoryTransportPair();
    this.station(receiver.station).alarm.serve(far, 'staff');
    receiver.window = alarmWindowOn(near, receiver.options);
    receiver.hangs = false;
  }
  breakJournal({ dataDir }: Station): void {
    const file = join(dataDir, 'alarm', 'journal.log');
    mkdirSync(join(dataDir, 'alarm'), { recursive: true });
    try {
      renameSync(file, `${file}.aside`);
    } catch {
      // Nothing was written yet.
    }
    mkdirSync(file);
  }
  mendJournal({ dataDir }: Station): void {
    const file = join(dataDir, 'alarm', 'journal.log');
    rmdirSync(file);
    try {
      renameSync(`${file}.aside`, file);
    } catch {
      // Nothing had been written.
    }
  }
  restart(n: number): void {
    const station = this.station(n);
    station.alarm.close();
    if (station.journalBroken) this.mendJournal(station);
    station.journalBroken = false;
    for (const link of this.links) if (link.ends.includes(n)) this.cut(link);
    station.alarm = startAlarm({ dataDir: station.dataDir, ports: this.ports, log });
    for (const receiver of this.receivers) if (receiver.station === n) this.open(receiver);
  }
  press(receiver: Receiver): void {
    receiver.window?.press(this.random.pick(['help', 'threat', 'violence', 'medical', 'fire'] as const), v7());
  }

  async step(): Promise<void> {
    const { random } = this;
    const receiver = random.pick(this.receivers);
    const n = random.below(this.stations.length);
    const station = this.station(n);
    const link = this.links.length === 0 ? null : random.pick(this.links);
    const actions: (() => void)[] = [
      () => this.press(receiver),
      () => this.press(receiver),
      () => {
        receiver.window?.hang();
        receiver.hangs = true;
      },
      () => {
        receiver.window?.close();
        receiver.window = null;
      },
      () => this.open(receiver),
      () => link !== null && this.cut(link),
      () => link !== null && this.join(link),
      () => this.restart(n),
      () => {
        if (!station.journalBroken) this.breakJournal(station);
        station.journalBroken = true;
      },
      () => {
        if (station.journalBroken) this.mendJournal(station);
        station.journalBroken = false;
      },
      () => this.ports.jumpWallClock(random.pick([-1, 1]) * random.below(24 * 60 * 60_000)),
      () => {
        const known = [...this.calls.keys()];
        if (known.length > 0) receiver.window?.act(random.pick(known), 'acknowledged');
      },
    ];
    random.pick(actions)();
    await this.settled();
    for (let seconds = random.below(6); seconds > 0; seconds -= 1) {
      this.ports.advance(1000);
      await this.settled();
    }
  }
  /** Lets messages pass every hop, and remembers which presses were acknowledged. */
  async settled(): Promise<void> {
    for (let hop = 0; hop < this.stations.length; hop += 1) await settle();
    for (const { window, options } of this.receivers)
      for (const message of window?.received ?? [])
        if (message.t === 'journalled' && message.onDisk) this.calls.set(message.alarmId, options.windowId);
  }

  /** Stations that a call at `from` reaches over the links that stand. */
  reachable(from: number): ReadonlySet<number> {
    const reached = new Set([from]);
    for (let grown = true; grown;) {
      grown = false;
      for (const { ends, transport } of this.links)
        if (transport !== null && reached.has(ends[0]) !== reached.has(ends[1])) {
          for (const end of ends) reached.add(end);
          grown = true;
        }
    }
    return reached;
  }
  /** Receivers that should show a call now and do not. */
  missing(): readonly string[] {
    return [...this.calls].flatMap(([alarmId, pressedBy]) => {
      const home = this.receivers.find(({ options }) => options.windowId === pressedBy)?.station ?? 0;
      const reached = this.reachable(home);
      return this.receivers
        .filter(
          ({ station, window, hangs, options }) => reached.has(station) && window !== null && !hangs && options.windowId !== pressedBy,
        )
        .filter(({ window }) => window?.alerts().every((alert) => alert.alarmId !== alarmId))
        .map(({ options }) => `${options.name} does not show ${alarmId}`);
    });
  }
  heal(): void {
    for (const station of this.stations) {
      if (station.journalBroken) this.mendJournal(station);
      station.journalBroken = false;
    }
    for (const link of this.links) this.join(link);
    for (const receiver of this.receivers) {
      if (receiver.window === null) this.open(receiver);
      else if (receiver.hangs) receiver.window.wake();
      receiver.hangs = false;
    }
  }
  end(): void {
    for (const { alarm, dataDir } of this.stations) {
      alarm.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

test(`${runs} runs with random failures reach every live receiver`, { timeout: 60_000 + runs * 500 }, async () => {
  let calls = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const office = new Office(seed);
    try {
      for (let n = 0; n < steps; n += 1) {
        await office.step();
        expect(office.missing(), `seed ${seed}, step ${n}`).toEqual([]);
      }
      office.heal();
      for (let seconds = 0; seconds < 3; seconds += 1) {
        office.ports.advance(1000);
        await office.settled();
      }
      expect(office.missing(), `seed ${seed}, healed`).toEqual([]);
      for (const { alarm } of office.stations) {
        const known = new Map(alarm.history(1000).map((view) => [view.alarmId, view]));
        for (const alarmId of office.calls.keys()) expect(known.get(alarmId), `seed ${seed}`).toMatchObject({ over: null });
      }
      calls += office.calls.size;
    } finally {
      office.end();
    }
  }
  expect(calls).toBeGreaterThan(runs);
});
