/** The small parts of an office's sending. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createAttempts } from '../../../electron/host/central/attempts.ts';
import { backoffMs } from '../../../electron/host/central/backoff.ts';
import { SyncError } from '../../../electron/host/central/client.ts';
import { createDuty, leadAwayMs } from '../../../electron/host/central/duty.ts';
import { createPace } from '../../../electron/host/central/pace.ts';
import type { OfficeStanding } from '../../../electron/host/office/types.ts';
import { isEventType } from '../../../shared/sync/eventTypes.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const byte = (value: number) => ({ bytes: () => Uint8Array.of(value) });
const startAt = '2026-11-23T01:00:00Z';

describe('the wait after failures', () => {
  it('grows to five minutes, and is a random half to whole of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(255), (failures, random) => {
        const most = Math.min(300_000, 1000 * 2 ** Math.min(failures - 1, 20));
        const ms = backoffMs(failures, byte(random));
        expect(ms).toBeGreaterThanOrEqual(most / 2);
        expect(ms).toBeLessThanOrEqual(most);
        expect(backoffMs(failures + 1, byte(random))).toBeGreaterThanOrEqual(ms);
      }),
    );
    expect(backoffMs(5, byte(0))).not.toBe(backoffMs(5, byte(255)));
  });
});

describe('attempts', () => {
  const failing = () => {
    const ports = createTestPorts(startAt);
    let tries = 0;
    let fails = true;
    const attempts = createAttempts({
      ports,
      log: pino({ level: 'silent' }),
      async attempt() {
        tries += 1;
        await Promise.resolve();
        if (fails) throw new SyncError('unreachable', 'no');
      },
      onFailure() {},
      onChange() {},
    });
    const settle = () => new Promise((resolve) => void setTimeout(resolve, 5));
    return { ports, attempts, settle, tries: () => tries, heal: () => (fails = false) };
  };

  it('are not repeated before their time, however much reason there is, but at once when a person asks', async () => {
    const { ports, attempts, settle, tries, heal } = failing();
    attempts.soon();
    await settle();
    for (let n = 0; n < 20; n += 1) attempts.soon();
    await settle();
    expect(tries()).toBe(1);
    expect(attempts.problem()).toMatchObject({ failure: 'unreachable', since: Date.parse(startAt) });
    ports.advance(1000);
    await settle();
    expect(tries()).toBe(2);
    expect(attempts.problem()?.since).toBe(Date.parse(startAt));
    heal();
    await attempts.now();
    expect(tries()).toBe(3);
    expect(attempts.problem()).toBeNull();
  });

  it('happen one at a time, once more when there was reason meanwhile, and never after the end', async () => {
    const { ports, attempts, settle, tries, heal } = failing();
    heal();
    const running = attempts.now();
    await Promise.resolve();
    attempts.soon();
    attempts.soon();
    await running;
    expect(tries()).toBe(2);
    attempts.close();
    attempts.soon();
    await attempts.now();
    ports.advance(600_000);
    await settle();
    expect(tries()).toBe(2);
  });
});

describe('the duty', () => {
  const ids = ['a', 'b', 'c'];
  const standingOf = (id: string, leadId: string, reached: readonly string[]): OfficeStanding => ({
    ...{ mode: 'follower', leadId, term: 1, holdsLease: id === leadId, isKept: false, cutOffSince: null, stationIds: ids },
    peers: reached.filter((other) => other !== id).map((stationId) => ({ stationId, isLevel: true, problem: null })),
  });

  it('is the lead’s, and of one other when it has been away for five minutes; never of one that was revoked', () => {
    const { clock, advance } = createTestPorts(startAt);
    let reached = ids;
    let revoked = '';
    const duties = ids.map((stationId) =>
      createDuty({ stationId, standing: () => standingOf(stationId, 'c', reached), isRevoked: (id) => id === revoked, clock }),
    );
    const whose = () => ids.filter((_, n) => duties[n]?.isMine());
    expect(whose()).toEqual(['c']);
    reached = ['a', 'b'];
    advance(leadAwayMs - 1);
    expect(whose().filter((id) => id !== 'c')).toEqual([]);
    advance(1);
    expect(whose().filter((id) => id !== 'c')).toEqual(['a']);
    revoked = 'a';
    expect(whose().filter((id) => id !== 'c')).toEqual(['b']);
    reached = ids;
    expect(whose()).toEqual(['c']);
  });
});

describe('the pace', () => {
  it('is small beside work, and smaller after failures until it goes again', () => {
    const ports = createTestPorts(startAt);
    const { advance } = ports;
    const pace = createPace(ports);
    expect(pace.now().events).toBe(1000);
    pace.worked();
    expect(pace.now().events).toBe(40);
    for (let n = 0; n < 9; n += 1) pace.failed();
    expect(pace.now()).toMatchObject({ events: 3, bytes: 4096 });
    // What came already is stored as before.
    expect(pace.stored()).toBe(40);
    for (let n = 0; n < 4; n += 1) pace.went();
    expect(pace.now().events).toBe(40);
    advance(10_000);
    expect(pace.now().events).toBe(1000);
  });

  /** How long a pause takes while a command ends every so many ms. */
  const pausedFor = async (everyMs: number): Promise<number> => {
    const { advance, ...ports } = createTestPorts(startAt);
    const pace = createPace(ports);
    pace.worked();
    const pause = pace.pause().then(() => 'over');
    for (let ms = 1; ; ms += 1) {
      advance(1);
      if (ms % everyMs === 0) pace.worked();
      for (let turn = 0; turn < 4; turn += 1) if ((await Promise.race([pause, Promise.resolve('not yet')])) === 'over') return ms;
    }
  };

  it('does not pause where nobody works', async () => {
    await expect(createPace(createTestPorts(startAt)).pause()).resolves.toBeUndefined();
  });

  it('pauses until a gap between commands, and not for ever', async () => {
    expect(await pausedFor(1000)).toBe(150);
    expect(await pausedFor(50)).toBe(158);
    const busy = await pausedFor(5);
    expect(busy).toBeGreaterThanOrEqual(300);
    expect(busy).toBeLessThan(310);
  });
});

describe('types of events', () => {
  const sources = (directory: string): string[] =>
    readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
    });
  const root = join(import.meta.dirname, '../../..');
  const inSource = new Set(
    ['shared/domain', 'electron/host/areas']
      .flatMap((directory) => sources(join(root, directory)))
      .flatMap((text) => [...text.matchAll(/'([a-z][A-Za-z]*\.v\d+)'/gu)].map(([, type]) => type ?? '')),
  );
  const known = [...readFileSync(join(root, 'shared/sync/eventTypes.ts'), 'utf8').matchAll(/'([a-z][A-Za-z]*\.v\d+)'/gu)].map(
    ([, type]) => type ?? '',
  );

  it('that the program writes are those that the server knows', () => {
    expect([...inSource].toSorted()).toEqual(known.toSorted());
    expect(known.every(isEventType)).toBe(true);
    expect(isEventType('lagu.v9')).toBe(false);
  });
});
