import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Alarm, startAlarm } from '../../../electron/host/alarm/alarm.ts';
import { WebSocket, WebSocketServer } from 'ws';
import { memoryTransportPair, webSocketTransport } from '../../../electron/host/rpc/transports.ts';
import { defaultAlarmConfig } from '../../../shared/alarm/config.ts';
import { isLive } from '../../../shared/alarm/fold.ts';
import { type AlarmWindow, openAlarmWindow, settle } from '../../fixtures/alarmWindow.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const log = pino({ level: 'silent' });
let dataDir: string;
let ports: TestPorts;
let alarm: Alarm;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'loket-alarm-'));
  ports = createTestPorts('2026-11-23T01:00:00Z');
  alarm = startAlarm({ dataDir, ports, log });
});
afterEach(() => {
  alarm.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const window = (options: Parameters<typeof openAlarmWindow>[1] = {}) => openAlarmWindow(alarm, options);
const only = ({ alarms }: ReturnType<Alarm['state']>) => {
  expect(alarms).toHaveLength(1);
  const [view] = alarms;
  if (view === undefined) throw new Error('no alarm');
  return view;
};
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= 1000) {
    ports.advance(Math.min(1000, left));
    await settle();
  }
};

describe('a press', () => {
  test('is journalled, shown on every other staff window at once, and the presser learns who received it', async () => {
    const presser = window({ name: 'Sari', counterId: '0199c0de-0000-7000-8000-000000000001' });
    const [guard, supervisor, officer] = [
      window({ name: 'Agus', roles: ['keamanan'] }),
      window({ name: 'Dewi', roles: ['pengawas'] }),
      window({ name: 'Budi' }),
    ];
    await settle();
    const alarmId = presser.press('threat');
    await settle();
    expect(presser.received).toContainEqual({ t: 'journalled', alarmId, onDisk: true });
    expect(readFileSync(join(dataDir, 'alarm', 'journal.log'), 'utf8')).toContain(alarmId);
    for (const other of [guard, supervisor, officer])
      expect(other.alerts()).toMatchObject([{ alarmId, kind: 'threat', place: { name: 'Loket Sari' } }]);
    expect(
      only(alarm.state())
        .received.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Agus', 'Budi', 'Dewi']);
  });

  test('stays covert at the pressing counter, also on a second window of it', async () => {
    const counterId = '0199c0de-0000-7000-8000-000000000001';
    const [presser, second] = [window({ counterId }), window({ counterId })];
    await settle();
    presser.press();
    await settle();
    expect([presser.alerts(), second.alerts()]).toEqual([[], []]);
  });

  test('repeated, has one effect', async () => {
    const presser = window();
    const alarmId = presser.press();
    presser.press('help', alarmId);
    await settle();
    expect(alarm.state().alarms).toHaveLength(1);
    expect(presser.received.filter(({ t }) => t === 'journalled')).toHaveLength(2);
  });

  test('works with nobody logged in, and never reaches a kiosk or a board', async () => {
    const anonymous = window({ name: '', roles: [] });
    const [near, far] = memoryTransportPair();
    const heard: unknown[] = [];
    near.onMessage((message) => void heard.push(message));
    alarm.serve(far, 'kiosk');
    const guard = window({ roles: ['keamanan'] });
    await settle();
    anonymous.press('medical');
    await settle();
    expect(guard.alerts()).toMatchObject([{ kind: 'medical' }]);
    expect(heard).toEqual([]);
  });

  test('goes out although the journal cannot be written, says so, and is written when it can be again', async () => {
    alarm.close();
    rmSync(join(dataDir, 'alarm'), { recursive: true });
    // A directory where the journal should be: writing fails as it does on a full disk.
    mkdirSync(join(dataDir, 'alarm', 'journal.log'), { recursive: true });
    alarm = startAlarm({ dataDir, ports, log });
    const [presser, guard] = [window(), window({ roles: ['keamanan'] })];
    await settle();
    const alarmId = presser.press();
    await settle();
    expect(presser.received).toContainEqual({ t: 'journalled', alarmId, onDisk: false });
    expect(guard.alerts()).toMatchObject([{ alarmId }]);
    expect(guard.state()?.journalOk).toBe(false);
    rmSync(join(dataDir, 'alarm', 'journal.log'), { recursive: true });
    await pass(2000);
    expect(guard.state()?.journalOk).toBe(true);
    expect(readFileSync(join(dataDir, 'alarm', 'journal.log'), 'utf8')).toContain(alarmId);
  });
});

describe('tiers', () => {
  test('guards at once, supervisors after 15 s, everyone after 30 s', async () => {
    const presser = window({ name: 'Sari' });
    window({ roles: ['keamanan'] });
    window({ roles: ['pengawas'] });
    await settle();
    presser.press();
    await settle();
    expect(only(alarm.state()).tier).toBe(1);
    await pass(14_000);
    expect(only(alarm.state()).tier).toBe(1);
    await pass(1000);
    expect(only(alarm.state()).tier).toBe(2);
    await pass(15_000);
    expect(only(alarm.state()).tier).toBe(3);
  });

  test('a tier without anybody reachable is skipped at once', async () => {
    const presser = window();
    const supervisor = window({ roles: ['pengawas'] });
    await settle();
    presser.press();
    await settle();
    expect(only(alarm.state()).tier).toBe(2);
    supervisor.close();
    await settle();
    expect(only(alarm.state()).tier).toBe(3);
  });

  test('somebody on the way stops it', async () => {
    const presser = window();
    const guard = window({ name: 'Agus', roles: ['keamanan'] });
    await settle();
    const alarmId = presser.press();
    await settle();
    guard.act(alarmId, 'acknowledged');
    await pass(40_000);
    expect(only(alarm.state())).toMatchObject({ tier: 1, acknowledged: [{ name: 'Agus' }] });
  });

  test('a wall clock that jumps a day moves nothing', async () => {
    const presser = window();
    window({ roles: ['keamanan'] });
    await settle();
    presser.press();
    await settle();
    ports.jumpWallClock(24 * 60 * 60_000);
    await pass(3000);
    expect(only(alarm.state()).tier).toBe(1);
    ports.jumpWallClock(-48 * 60 * 60_000);
    await pass(12_000);
    expect(only(alarm.state()).tier).toBe(2);
  });
});

describe('outputs outside the office', () => {
  test('are reached at the last tier, each with its outcome; one that fails does not keep the others', async () => {
    const posted: string[] = [];
    const http = createHttp((request, response) => {
      request.on('data', (data: Buffer) => void posted.push(data.toString()));
      request.on('end', () => response.writeHead(204).end());
    });
    const relayed: Buffer[] = [];
    const relay: Server = createServer((socket) => void socket.on('data', (data) => void relayed.push(data)));
    await Promise.all([http, relay].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
    const portOf = (server: { address(): unknown }) => (server.address() as { port: number }).port;
    writeFileSync(join(dataDir, 'alarm', 'commands', 'lampu.sh'), `#!/bin/sh\necho "$1 $3" > '${join(dataDir, 'ran')}'\n`);
    chmodSync(join(dataDir, 'alarm', 'commands', 'lampu.sh'), 0o700);
    alarm.saveConfig({
      ...defaultAlarmConfig,
      webhook: `http://127.0.0.1:${portOf(http)}/`,
      command: 'lampu.sh',
      serial: { path: join(dataDir, 'no-such-device'), data: 'ff01' },
      relay: { host: '127.0.0.1', port: portOf(relay), data: 'a00101a2' },
    });
    const presser = window();
    presser.press('fire');
    await vi.waitFor(() => expect(only(alarm.state()).outputs).toHaveLength(4), { timeout: 8000 });
    const outcomes = Object.fromEntries(only(alarm.state()).outputs.map(({ output, ok }) => [output, ok]));
    expect(outcomes).toEqual({ webhook: true, command: true, serial: false, relay: true });
    expect(JSON.parse(posted.join(''))).toMatchObject({ event: 'securityCall', kind: 'fire' });
    await vi.waitFor(() => expect(Buffer.concat(relayed).toString('hex')).toBe('a00101a2'));
    expect(readFileSync(join(dataDir, 'ran'), 'utf8')).toBe('fire call\n');
    http.close();
    relay.close();
  });

  test('one that the host did not live to hear the outcome of is tried again after the restart, the others are not', async () => {
    let posts = 0;
    const http = createHttp((_request, response) => {
      posts += 1;
      if (posts > 1) response.writeHead(204).end();
    });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    const { port } = http.address() as { port: number };
    alarm.saveConfig({ ...defaultAlarmConfig, webhook: `http://127.0.0.1:${port}/`, serial: { path: join(dataDir, 'none'), data: '' } });
    window().press();
    await vi.waitFor(() => expect([posts, only(alarm.state()).outputs.length]).toEqual([1, 1]));
    alarm.close();
    alarm = startAlarm({ dataDir, ports, log });
    await vi.waitFor(() => expect(only(alarm.state()).outputs).toMatchObject([{ output: 'serial' }, { output: 'webhook', ok: true }]));
    http.closeAllConnections();
    http.close();
  });

  test('an address where nobody listens is said to be that', async () => {
    alarm.saveConfig({ ...defaultAlarmConfig, webhook: 'http://127.0.0.1:9/' });
    const [outcome] = await alarm.testOutputs();
    expect(outcome).toMatchObject({ ok: false, detail: expect.stringMatching(/ECONNREFUSED|bad port/u) });
  });

  test.skipIf(process.platform === 'win32')('a serial device that takes nothing has an outcome in time', async () => {
    const pipe = join(dataDir, 'device');
    execFileSync('mkfifo', [pipe]);
    const full = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    expect(() => {
      for (;;) writeSync(full, Buffer.alloc(4096));
    }).toThrow('EAGAIN');
    await expect(ports.outside.writeDevice(pipe, Buffer.from('ff', 'hex'), 200)).rejects.toThrow('took too long');
    // Lets the thread go that still waits to write.
    readSync(full, Buffer.alloc(65_536));
    closeSync(full);
  });

  test('a command outside of its folder is not run', async () => {
    writeFileSync(join(dataDir, 'evil.sh'), '#!/bin/sh\n', { mode: 0o700 });
    alarm.saveConfig({ ...defaultAlarmConfig, command: '..' });
    expect(await alarm.testOutputs()).toMatchObject([{ output: 'command', ok: false }]);
  });
});

describe('the end of a call', () => {
  test('only a person ends it, with a reason', async () => {
    const presser = window();
    const guard = window({ name: 'Agus', roles: ['keamanan'] });
    await settle();
    const alarmId = presser.press();
    await pass(60_000);
    ports.advance(6 * 60 * 60_000);
    await settle();
    expect(only(alarm.state()).over).toBeNull();
    guard.act(alarmId, 'ended');
    await settle();
    expect(only(alarm.state()).over).toBeNull();
    guard.act(alarmId, 'arrived');
    guard.act(alarmId, 'policeNeeded');
    guard.act(alarmId, 'ended', 'pengunjung sudah tenang');
    await settle();
    expect(only(alarm.state())).toMatchObject({
      over: { how: 'ended', name: 'Agus', reason: 'pengunjung sudah tenang' },
      arrivedAt: expect.any(Number) as number,
    });
  });

  test('a false press is withdrawn with a reason, and is told to who follows it up; a drill is not', async () => {
    const over: string[] = [];
    alarm.onOver(({ alarmId }) => void over.push(alarmId));
    const presser = window();
    const alarmId = presser.press();
    presser.act(alarmId, 'withdrawn', 'tersenggol');
    presser.send({
      t: 'drill',
      alarmId: '0199c0de-0000-7000-8000-0000000000aa',
      windowId: presser.windowId,
      on: true,
      by: { name: 'Sari', staffId: null },
    });
    await pass(6 * 60_000);
    expect(over).toEqual([alarmId]);
  });

  test('several live at once are kept apart', async () => {
    const [one, other] = [window({ name: 'Sari' }), window({ name: 'Budi' })];
    await settle();
    const [first, second] = [one.press('threat'), other.press('medical')];
    await settle();
    one.act(second, 'ended', 'dokter datang');
    await settle();
    expect(alarm.state().alarms.map(({ alarmId, over }) => [alarmId, over === null])).toEqual([
      [first, true],
      [second, false],
    ]);
    expect(other.alerts()).toMatchObject([{ alarmId: first }]);
  });
});

describe('drills', () => {
  const startDrill = (who: AlarmWindow) =>
    who.send({
      t: 'drill',
      alarmId: '0199c0de-0000-7000-8000-0000000000aa',
      windowId: who.windowId,
      on: true,
      by: { name: 'Dewi', staffId: null },
    });

  test('are marked, never go outside, and end by themselves within five minutes', async () => {
    alarm.saveConfig({ ...defaultAlarmConfig, command: 'none.sh' });
    const supervisor = window({ roles: ['pengawas'] });
    const guard = window({ roles: ['keamanan'] });
    await settle();
    startDrill(supervisor);
    await pass(40_000);
    expect(guard.alerts()).toMatchObject([{ drill: true, tier: 3, outputs: [] }]);
    await pass(5 * 60_000);
    expect(guard.alerts()).toEqual([]);
    expect(alarm.state().lastDrillAt).toBeGreaterThan(0);
  });

  test('give way to a real call, and none begins while one is live', async () => {
    const supervisor = window({ roles: ['pengawas'] });
    const [presser, guard] = [window({ name: 'Sari' }), window({ roles: ['keamanan'] })];
    await settle();
    startDrill(supervisor);
    await settle();
    const alarmId = presser.press();
    await settle();
    expect(guard.alerts()).toMatchObject([{ alarmId, drill: false }]);
    supervisor.send({
      t: 'drill',
      alarmId: '0199c0de-0000-7000-8000-0000000000ab',
      windowId: supervisor.windowId,
      on: true,
      by: { name: '', staffId: null },
    });
    await settle();
    expect(guard.alerts()).toHaveLength(1);
  });
});

describe('receivers', () => {
  test('one that hangs is shown as lost within 15 s, and found again when it answers', async () => {
    const [guard, supervisor] = [window({ name: 'Agus', roles: ['keamanan'] }), window({ roles: ['pengawas'] })];
    await settle();
    guard.hang();
    await pass(15_000);
    const lost = () => supervisor.state()?.receivers.find(({ name }) => name === 'Agus')?.lostAt;
    expect(lost()).toEqual(expect.any(Number));
    guard.send({ t: 'beat' });
    supervisor.send({
      t: 'hello',
      windowId: supervisor.windowId,
      person: { name: 'Dewi', staffId: null },
      roles: ['pengawas'],
      place: { counterId: null, name: '' },
      guardPost: false,
    });
    await settle();
    expect(lost()).toBeNull();
  });

  test('one whose connection breaks is lost at once', async () => {
    const [guard, supervisor] = [window({ name: 'Agus', roles: ['keamanan'] }), window({ roles: ['pengawas'] })];
    await settle();
    guard.close();
    await settle();
    expect(supervisor.state()?.receivers.find(({ name }) => name === 'Agus')?.lostAt).toEqual(expect.any(Number));
  });
});

test('after a restart half-way the call is live again, with who received and acknowledged it', async () => {
  const presser = window();
  const guard = window({ name: 'Agus', roles: ['keamanan'] });
  await settle();
  const alarmId = presser.press('violence');
  await settle();
  guard.act(alarmId, 'acknowledged');
  await settle();
  alarm.close();
  // Cut off in the middle of a line, as a power cut leaves it.
  writeFileSync(join(dataDir, 'alarm', 'journal.log'), '0123456789abcdef {"id":', { flag: 'a' });
  alarm = startAlarm({ dataDir, ports, log });
  const late = window({ name: 'Agus', roles: ['keamanan'] });
  await settle();
  expect(late.alerts()).toMatchObject([{ alarmId, kind: 'violence', acknowledged: [{ name: 'Agus' }] }]);
  late.act(alarmId, 'ended', 'selesai');
  await settle();
  expect(late.alerts()).toEqual([]);
});

describe('the journal', () => {
  const file = () => join(dataDir, 'alarm', 'journal.log');
  const restart = () => {
    alarm.close();
    alarm = startAlarm({ dataDir, ports, log });
  };
  const grow = () => writeFileSync(file(), `${'x'.repeat(1024)}\n`.repeat(4200), { flag: 'a' });

  test('that has grown is put aside and its live calls go on', async () => {
    const alarmId = window().press();
    await settle();
    grow();
    restart();
    expect(only(alarm.state())).toMatchObject({ alarmId });
    expect(statSync(file()).size).toBeLessThan(10_000);
  });

  test('that has grown loses no live call when there is no room for a new one, or the power goes between', async () => {
    const alarmId = window().press();
    await settle();
    grow();
    mkdirSync(`${file()}.new/in-the-way`, { recursive: true });
    restart();
    expect(only(alarm.state())).toMatchObject({ alarmId });
    rmSync(`${file()}.new`, { recursive: true });
    renameSync(file(), `${file()}.new`);
    restart();
    expect(only(alarm.state())).toMatchObject({ alarmId });
  });
});

test('however many calls ended just now, every live one stays on the screens', async () => {
  const [first, second] = [window(), window({ name: 'Agus' })];
  const alarmId = first.press();
  for (let n = 0; n < 60; n += 1) second.act(second.press(), 'ended', 'dicoba');
  await settle();
  expect(alarm.state().alarms.filter(isLive)).toMatchObject([{ alarmId }]);
});

describe('several stations', () => {
  const others: { alarm: Alarm; dataDir: string }[] = [];
  afterEach(() => {
    for (const other of others.splice(0)) {
      other.alarm.close();
      rmSync(other.dataDir, { recursive: true, force: true });
    }
  });
  const station = () => {
    const directory = mkdtempSync(join(tmpdir(), 'loket-alarm-'));
    const other = startAlarm({ dataDir: directory, ports, log });
    others.push({ alarm: other, dataDir: directory });
    return other;
  };
  const join2 = (a: Alarm, b: Alarm) => {
    const [near, far] = memoryTransportPair();
    a.connectPeer(near);
    b.connectPeer(far);
    return near;
  };

  test('a call reaches the windows of every station, through one that only a third can reach, and flows back', async () => {
    const [second, third] = [station(), station()];
    join2(alarm, second);
    join2(second, third);
    const presser = window({ name: 'Sari' });
    const guard = openAlarmWindow(third, { name: 'Agus', roles: ['keamanan'] });
    await settle();
    const alarmId = presser.press();
    await settle();
    await settle();
    expect(guard.alerts()).toMatchObject([{ alarmId }]);
    guard.act(alarmId, 'acknowledged');
    await settle();
    await settle();
    expect(only(alarm.state())).toMatchObject({ received: [{ name: 'Agus' }], acknowledged: [{ name: 'Agus' }] });
  });

  test('a station that comes back hears what it missed; the end of a call reaches it too', async () => {
    const second = station();
    const link = join2(alarm, second);
    await settle();
    link.close();
    const presser = window({ name: 'Sari' });
    await settle();
    const alarmId = presser.press();
    await settle();
    const guard = openAlarmWindow(second, { roles: ['keamanan'] });
    await settle();
    expect(guard.alerts()).toEqual([]);
    join2(alarm, second);
    await settle();
    expect(guard.alerts()).toMatchObject([{ alarmId }]);
    presser.act(alarmId, 'withdrawn', 'salah tekan');
    await settle();
    expect(guard.alerts()).toEqual([]);
  });

  test('over real sockets: a call, its answer, and a socket that is cut off', async () => {
    const second = station();
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    server.on('connection', (socket) => alarm.connectPeer(webSocketTransport(socket)));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}`);
    await once(socket, 'open');
    second.connectPeer(webSocketTransport(socket));

    const presser = window({ name: 'Sari' });
    const guard = openAlarmWindow(second, { name: 'Agus', roles: ['keamanan'] });
    await vi.waitFor(() => expect(alarm.state().receivers.map(({ name }) => name)).toContain('Agus'));
    const alarmId = presser.press('threat');
    await vi.waitFor(() => expect(guard.alerts()).toMatchObject([{ alarmId }]));
    guard.act(alarmId, 'acknowledged');
    await vi.waitFor(() => expect(only(alarm.state())).toMatchObject({ acknowledged: [{ name: 'Agus' }] }));

    socket.terminate();
    // Nobody of the other station counts as a receiver any more, and this is said, not hidden.
    await vi.waitFor(() => expect(alarm.state().receivers.find(({ name }) => name === 'Agus')?.lostAt).toEqual(expect.any(Number)));
    server.close();
    await once(server, 'close');
  });
});
