import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { logInAs, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

const minutes = 60_000;
const hours = 60 * minutes;

let ports: TestPorts;
let office: TestHost;

beforeEach(async () => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  office = await startDemoHost({ ports });
});
afterEach(() => office.end());

const session = async (window: TestWindow) => (await window.ask('access.state', {})).session;
const pushed = (window: TestWindow) =>
  new Promise((resolve) => {
    window.client.onSession(resolve);
  });
const lastAudit = () => [...office.host.services.events.ofStream('access/2026-11')].at(-1);
const lockedOut = { kind: 'failed', failure: { type: 'locked' } };

describe('the screen lock', () => {
  test('comes after 3 idle minutes by the host’s own clock, is told to the window, and closes everything', async () => {
    const window = await staffWindow(office, 'petugas');
    const told = pushed(window);
    ports.advance(3 * minutes - 1);
    expect(await session(window)).toMatchObject({ locked: false });
    ports.advance(1);
    expect(await told).toBe('locked');
    expect(await session(window)).toMatchObject({ name: 'Sari Wulandari', locked: true });
    expect(await window.client.query('queue.counters', {})).toEqual(lockedOut);
    expect(await window.client.command('queue.openDay', {})).toEqual(lockedOut);
    expect(lastAudit()).toMatchObject({ type: 'sessionLocked.v1', data: { by: 'idle' } });
  });

  test('is put off by a touch and by any command, not by queries', async () => {
    const window = await staffWindow(office, 'petugas');
    ports.advance(2 * minutes);
    await window.done('access.touch', {});
    ports.advance(2 * minutes);
    await window.client.command('queue.openDay', {});
    ports.advance(2 * minutes);
    expect(await session(window)).toMatchObject({ locked: false });
    ports.advance(1 * minutes);
    expect(await session(window)).toMatchObject({ locked: true });
  });

  test('cannot be touched away: only the secret opens it', async () => {
    const window = await staffWindow(office, 'petugas');
    await window.done('access.lock', {});
    expect(await window.client.command('access.touch', {})).toEqual(lockedOut);
    expect(await window.client.command('access.unlock', { secret: '000000' })).toMatchObject({ kind: 'refused' });
    expect(await session(window)).toMatchObject({ locked: true });
    expect((await window.done('access.unlock', { secret: demoPin })).session).toMatchObject({ locked: false });
    ports.advance(2 * minutes);
    expect(await session(window)).toMatchObject({ locked: false });
  });

  test('does not open by setting the clock back, and a sleeping computer wakes locked', async () => {
    const window = await staffWindow(office, 'petugas');
    ports.jumpWallClock(-24 * hours);
    ports.advance(3 * minutes);
    expect(await session(window)).toMatchObject({ locked: true });
    const slept = await staffWindow(office, 'pengawas');
    // Asleep: the wall clock went on, the monotonic one and the timers stood still.
    ports.jumpWallClock(30 * minutes);
    expect(await session(slept)).toMatchObject({ locked: true });
  });
});

describe('the end of a session', () => {
  test('comes after 8 hours however busy it was', async () => {
    const window = await staffWindow(office, 'petugas');
    const told: unknown[] = [];
    window.client.onSession((state) => told.push(state));
    for (let n = 0; n < 191; n++) {
      ports.advance(2.5 * minutes);
      await window.done('access.touch', {});
    }
    expect(await session(window)).not.toBeNull();
    ports.advance(2.5 * minutes);
    expect(await session(window)).toBeNull();
    expect(told).toEqual(['ended']);
    expect(lastAudit()).toMatchObject({ type: 'sessionEnded.v1', data: { by: 'age' } });
  });

  test('comes for a locked one too, and nothing unlocks it', async () => {
    const window = await staffWindow(office, 'petugas');
    ports.advance(8 * hours);
    expect(await window.client.command('access.unlock', { secret: demoPin })).toMatchObject({
      kind: 'failed',
      failure: { type: 'forbidden' },
    });
  });

  test('logging out ends it in every window that showed it', async () => {
    const window = office.window();
    const token = await logInAs(office, window, 'petugas');
    const copy = office.window();
    await copy.done('access.resume', { token });
    const told = pushed(copy);
    await window.done('access.logOut', {});
    expect(await told).toBe('ended');
    expect(await session(copy)).toBeNull();
    expect(await office.window().client.command('access.resume', { token })).toEqual({
      kind: 'refused',
      refusal: { type: 'sessionEnded' },
    });
  });
});

describe('a reload', () => {
  test('resumes with the token, and idleness goes on counting', async () => {
    const window = office.window();
    const token = await logInAs(office, window, 'petugas');
    ports.advance(2 * minutes);
    window.close();
    const reloaded = office.window();
    expect(await session(reloaded)).toBeNull();
    expect((await reloaded.done('access.resume', { token })).session).toMatchObject({ name: 'Sari Wulandari', locked: false });
    ports.advance(1 * minutes);
    expect(await session(reloaded)).toMatchObject({ locked: true });
  });

  test('a token that nobody was given opens nothing', async () => {
    const token = Buffer.alloc(32, 7).toString('base64url');
    expect(await office.window().client.command('access.resume', { token })).toEqual({
      kind: 'refused',
      refusal: { type: 'sessionEnded' },
    });
  });
});

describe('a restart of the host', () => {
  const openAndRestart = async (before: (window: TestWindow) => Promise<void> | void) => {
    const window = office.window();
    const token = await logInAs(office, window, 'petugas');
    await before(window);
    office = await office.restart();
    const again = office.window();
    return { again, answer: await again.client.command('access.resume', { token }) };
  };

  test('a busy session goes on', async () => {
    const { again } = await openAndRestart(async (window) => {
      ports.advance(2 * minutes);
      await window.done('access.touch', {});
      ports.advance(2 * minutes);
    });
    expect(await session(again)).toMatchObject({ locked: false });
  });

  test('one that was locked, or idle meanwhile, is locked', async () => {
    const locked = await openAndRestart(async (window) => void (await window.done('access.lock', {})));
    expect(await session(locked.again)).toMatchObject({ locked: true });
    const idle = await openAndRestart(() => ports.advance(3 * minutes));
    expect(await session(idle.again)).toMatchObject({ locked: true });
  });

  test('a clock set back meanwhile locks or ends it, never prolongs it', async () => {
    const { answer } = await openAndRestart(() => ports.jumpWallClock(-1 * hours));
    expect(answer).toEqual({ kind: 'refused', refusal: { type: 'sessionEnded' } });
  });

  test('a clock set back to after the log-in makes it no younger', async () => {
    const { again } = await openAndRestart(async (window) => {
      for (let n = 0; n < 168; n++) {
        ports.advance(2.5 * minutes);
        await window.done('access.touch', {});
      }
      ports.jumpWallClock(-6 * hours);
    });
    expect(await session(again)).not.toBeNull();
    ports.advance(1 * hours);
    expect(await session(again)).toBeNull();
  });

  test('a clock set back to before the last touch locks it', async () => {
    const { again } = await openAndRestart(async (window) => {
      ports.advance(2 * minutes);
      await window.done('access.touch', {});
      ports.jumpWallClock(-1 * minutes);
    });
    expect(await session(again)).toMatchObject({ locked: true });
  });

  test('one that ran out meanwhile is gone', async () => {
    const { answer } = await openAndRestart(() => ports.jumpWallClock(8 * hours));
    expect(answer).toEqual({ kind: 'refused', refusal: { type: 'sessionEnded' } });
  });
});
