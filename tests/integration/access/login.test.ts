import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { logInAs, staffIdOf, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

let ports: TestPorts;
let office: TestHost;

beforeEach(async () => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  office = await startDemoHost({ ports });
});
afterEach(() => office.end());

const tryPin = (window: TestWindow, staffId: string, secret: string, commandId?: string) =>
  window.client.command('access.logIn', { staffId, secret }, commandId);

async function failTimes(window: TestWindow, staffId: string, times: number) {
  for (let n = 0; n < times; n++) await tryPin(window, staffId, '000000');
}

const refused = (refusal: object) => ({ kind: 'refused', refusal });
const accessEvents = () => [...office.host.services.events.ofStream('access/2026-11')];
const sari = () => staffIdOf(office, 'petugas');

describe('logging in', () => {
  test('opens a session that can do what the role may, and is in the audit', async () => {
    const window = office.window();
    expect(await window.ask('access.state', {})).toMatchObject({ setUp: true, surface: 'staff', session: null, lockAfterMs: 3 * minutes });
    const { token, session } = await window.done('access.logIn', { staffId: sari(), secret: demoPin });
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(session).toEqual({
      staffId: sari(),
      name: 'Sari Wulandari',
      roles: ['petugas'],
      locked: false,
      expiresAt: ports.clock.now() + 8 * hours,
    });
    expect(accessEvents().at(-1)).toMatchObject({
      type: 'loggedIn.v1',
      data: { staffId: sari() },
      actor: { kind: 'staff', staffId: sari() },
    });
  });

  test('names are offered before it, of active accounts only, and nothing more', async () => {
    const admin = await staffWindow(office, 'admin');
    await admin.done('staff.change', { id: sari(), name: 'Sari Wulandari', roles: ['petugas'], active: false });
    const names = await office.window().ask('access.staffNames', {});
    expect(names.map(({ name }) => name)).toEqual(['Ratna Admin', 'Budi Santoso', 'Dewi Lestari', 'Agus Prasetyo']);
    expect(Object.keys(names[0] ?? {})).toEqual(['id', 'name']);
  });

  test.each(['kiosk', 'board'] as const)('is impossible at the %s', async (surface) => {
    const window = office.window(surface);
    expect(await tryPin(window, sari(), demoPin)).toEqual({ kind: 'failed', failure: { type: 'forbidden', method: 'access.logIn' } });
  });

  test('a wrong secret, an unknown account and an inactive one answer alike', async () => {
    const admin = await staffWindow(office, 'admin');
    const agus = staffIdOf(office, 'keamanan');
    await admin.done('staff.change', { id: agus, name: 'Agus Prasetyo', roles: ['keamanan'], active: false });
    const window = office.window();
    for (let failures = 1; failures <= 4; failures++) {
      const expected = refused({ type: 'wrongSecret', failures });
      expect(await tryPin(window, sari(), '000000')).toEqual(expected);
      expect(await tryPin(window, agus, demoPin)).toEqual(expected);
      expect(await tryPin(window, '018f0000-0000-7000-8000-000000000099', demoPin)).toEqual(expected);
    }
    expect(
      accessEvents()
        .filter(({ type }) => type === 'loginFailed.v1')
        .map(({ data }) => data),
    ).toContainEqual({ staffId: null, failures: 1, delayMs: 0 });
  });

  test('at a window where somebody is logged in, takes her place', async () => {
    const window = await staffWindow(office, 'petugas');
    await window.done('access.lock', {});
    const { session } = await window.done('access.logIn', { staffId: staffIdOf(office, 'pengawas'), secret: demoPin });
    expect(session).toMatchObject({ name: 'Dewi Lestari', locked: false });
    expect(
      accessEvents()
        .map(({ type }) => type)
        .slice(-2),
    ).toEqual(['loggedIn.v1', 'loggedOut.v1']);
  });
});

describe('the delay after wrong secrets', () => {
  test('begins with the fifth, grows, is for this account only, and refuses the right secret too', async () => {
    const window = office.window();
    await failTimes(window, sari(), 4);
    expect(await tryPin(window, sari(), '000000')).toEqual(refused({ type: 'wrongSecret', failures: 5 }));
    expect(await tryPin(window, sari(), demoPin)).toEqual(refused({ type: 'loginDelayed', until: ports.clock.now() + 30 * seconds }));
    ports.advance(30 * seconds - 1);
    expect(await tryPin(window, sari(), demoPin)).toMatchObject(refused({ type: 'loginDelayed' }));
    ports.advance(1);
    expect(await tryPin(window, sari(), '000000')).toEqual(refused({ type: 'wrongSecret', failures: 6 }));
    expect(await tryPin(window, sari(), demoPin)).toEqual(refused({ type: 'loginDelayed', until: ports.clock.now() + minutes }));
    await expect(staffWindow(office, 'pengawas')).resolves.toBeDefined();
  });

  test('ends with a right secret, and the count starts again', async () => {
    const window = office.window();
    await failTimes(window, sari(), 5);
    ports.advance(30 * seconds);
    await logInAs(office, window, 'petugas');
    await window.done('access.logOut', {});
    expect(await tryPin(window, sari(), '000000')).toEqual(refused({ type: 'wrongSecret', failures: 1 }));
  });

  test('survives a restart, with the time that is left', async () => {
    await failTimes(office.window(), sari(), 5);
    const until = ports.clock.now() + 30 * seconds;
    ports.advance(10 * seconds);
    office = await office.restart();
    expect(await tryPin(office.window(), sari(), demoPin)).toEqual(refused({ type: 'loginDelayed', until }));
    ports.advance(20 * seconds);
    await expect(logInAs(office, office.window(), 'petugas')).resolves.toBeDefined();
  });

  test('is not shortened by setting the clock forward while the program runs', async () => {
    await failTimes(office.window(), sari(), 5);
    ports.jumpWallClock(24 * hours);
    expect(await tryPin(office.window(), sari(), demoPin)).toMatchObject(refused({ type: 'loginDelayed' }));
  });

  test.each(['running', 'restarted'])('is not lengthened by setting the clock back (%s)', async (when) => {
    await failTimes(office.window(), sari(), 5);
    ports.jumpWallClock(-24 * hours);
    if (when === 'restarted') office = await office.restart();
    expect(await tryPin(office.window(), sari(), demoPin)).toEqual(
      refused({ type: 'loginDelayed', until: ports.clock.now() + 30 * seconds }),
    );
    ports.advance(30 * seconds);
    await expect(logInAs(office, office.window(), 'petugas')).resolves.toBeDefined();
  });

  test('also counts at the lock screen and when changing the secret', async () => {
    const window = await staffWindow(office, 'petugas');
    for (let n = 1; n <= 3; n++) await window.client.command('access.changeSecret', { current: '000000', next: '135791' });
    await window.done('access.lock', {});
    expect(await window.client.command('access.unlock', { secret: '000000' })).toEqual(refused({ type: 'wrongSecret', failures: 4 }));
    expect(await window.client.command('access.unlock', { secret: '000000' })).toEqual(refused({ type: 'wrongSecret', failures: 5 }));
    expect(await window.client.command('access.unlock', { secret: demoPin })).toMatchObject(refused({ type: 'loginDelayed' }));
  });

  test('is started by tries sent at once just as by tries sent one by one', async () => {
    const window = office.window();
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryPin(window, sari(), '000000')));
    expect(answers.filter((answer) => answer.kind === 'refused' && answer.refusal.type === 'wrongSecret')).toHaveLength(5);
  });
});

describe('the same command again', () => {
  test('a wrong try counts once however often it arrives', async () => {
    const commandId = v7();
    const window = office.window();
    const answers = await Promise.all([1, 2, 3].map(() => tryPin(window, sari(), '000000', commandId)));
    expect(answers).toEqual([1, 2, 3].map(() => refused({ type: 'wrongSecret', failures: 1 })));
    expect(await tryPin(window, sari(), '000000')).toEqual(refused({ type: 'wrongSecret', failures: 2 }));
  });

  test('a log-in sent again, on its own or a new connection, is the same session', async () => {
    const commandId = v7();
    const window = office.window();
    const first = await tryPin(window, sari(), demoPin, commandId);
    expect(await tryPin(window, sari(), demoPin, commandId)).toEqual(first);
    window.close();
    const reconnected = office.window();
    expect(await tryPin(reconnected, sari(), demoPin, commandId)).toEqual(first);
    expect((await reconnected.ask('access.state', {})).session).toMatchObject({ staffId: sari() });
    expect(
      accessEvents().filter(({ type, data }) => type === 'loggedIn.v1' && (data as { staffId: string }).staffId === sari()),
    ).toHaveLength(1);
  });

  test('with another secret its id gets nothing of the first answer', async () => {
    const commandId = v7();
    const first = await tryPin(office.window(), sari(), demoPin, commandId);
    const second = await tryPin(office.window(), sari(), '000000', commandId);
    expect(first.kind).toBe('done');
    expect(second).toEqual({ kind: 'failed', failure: { type: 'invalidInput', issues: [{ path: 'commandId', code: 'reused' }] } });
  });

  test('an account is added once', async () => {
    const admin = await staffWindow(office, 'admin');
    const commandId = v7();
    const input = { staffId: v7(), name: 'Citra Kirana', roles: ['petugas' as const], secret: '135791' };
    const answers = await Promise.all([1, 2].map(() => admin.client.command('staff.add', input, commandId)));
    expect(answers).toEqual([1, 2].map(() => ({ kind: 'done', output: {} })));
    expect(office.host.engine.states.office.staff.filter(({ name }) => name === 'Citra Kirana')).toHaveLength(1);
  });
});

describe('accounts', () => {
  test('a new account logs in with its secret; a refused one leaves no credential and takes nobody else’s', async () => {
    const admin = await staffWindow(office, 'admin');
    const staffId = v7();
    await admin.done('staff.add', { staffId, name: 'Citra Kirana', roles: ['petugas'], secret: 'kata sandi panjang' });
    expect(await tryPin(office.window(), staffId, 'kata sandi panjang')).toMatchObject({ kind: 'done' });
    const refusedId = v7();
    const input = { name: 'citra kirana', roles: ['petugas' as const], secret: '135791' };
    expect(await admin.client.command('staff.add', { ...input, staffId: refusedId })).toMatchObject(refused({ type: 'staffNameTaken' }));
    expect(await admin.client.command('staff.add', { ...input, name: 'Lain', staffId })).toMatchObject(refused({ type: 'staffNameTaken' }));
    expect(office.host.services.access.credentials.has(refusedId)).toBe(false);
    expect(await tryPin(office.window(), staffId, '135791')).toMatchObject(refused({ type: 'wrongSecret' }));
  });

  test('switching an account off ends its sessions at once and tells its windows', async () => {
    const window = await staffWindow(office, 'petugas');
    const ended = new Promise((resolve) => {
      window.client.onSession(resolve);
    });
    const admin = await staffWindow(office, 'admin');
    await admin.done('staff.change', { id: sari(), name: 'Sari Wulandari', roles: ['petugas'], active: false });
    expect(await ended).toBe('ended');
    expect(await window.client.query('queue.counters', {})).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
  });

  test('changing one’s secret keeps this session and ends the others', async () => {
    const here = await staffWindow(office, 'petugas');
    const elsewhere = await staffWindow(office, 'petugas');
    await here.done('access.changeSecret', { current: demoPin, next: '135791' });
    expect((await here.ask('access.state', {})).session).not.toBeNull();
    expect((await elsewhere.ask('access.state', {})).session).toBeNull();
    expect(await tryPin(office.window(), sari(), demoPin)).toMatchObject(refused({ type: 'wrongSecret' }));
    expect(await tryPin(office.window(), sari(), '135791')).toMatchObject({ kind: 'done' });
  });

  test('an administrator’s reset ends the sessions and lifts the delay', async () => {
    const window = await staffWindow(office, 'petugas');
    const admin = await staffWindow(office, 'admin');
    await failTimes(office.window(), sari(), 5);
    await admin.done('staff.resetSecret', { staffId: sari(), secret: '135791' });
    expect((await window.ask('access.state', {})).session).toBeNull();
    expect(await tryPin(office.window(), sari(), '135791')).toMatchObject({ kind: 'done' });
    expect(await admin.client.command('staff.resetSecret', { staffId: v7(), secret: '135791' })).toMatchObject(
      refused({ type: 'staffUnknown' }),
    );
  });

  test('a second set-up is refused and touches no credential', async () => {
    const { services, counters } = office.host.engine.states.office;
    const administrator = { staffId: staffIdOf(office, 'admin'), name: 'Penyusup', secret: '135791' };
    const profile = { name: 'Lain', address: '', zone: 'Asia/Jakarta' as const, language: 'id' as const };
    const input = { profile, administrator, services: [...services], counters: [...counters] };
    expect(await office.window().client.command('office.setUp', input)).toEqual(refused({ type: 'alreadySetUp' }));
    await expect(staffWindow(office, 'admin')).resolves.toBeDefined();
  });
});
