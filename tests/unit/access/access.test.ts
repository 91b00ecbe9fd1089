import { createHash, scryptSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAnswersOnce } from '../../../electron/host/access/answersOnce.ts';
import { createCredentials } from '../../../electron/host/access/credentials.ts';
import { createSecretHasher, createSerial, type SecretHasher, strongCost } from '../../../electron/host/access/secrets.ts';
import { delayAfter, freeFailures } from '../../../shared/domain/access/delay.ts';
import { elapsed } from '../../../shared/domain/access/timing.ts';
import type { Vault } from '../../../electron/host/vault/vault.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';
import { newDirectory, openTestVault } from '../../fixtures/vaults.ts';

const ports = createTestPorts('2026-11-23T01:00:00Z');
const pepper = Uint8Array.from({ length: 32 }, (_, index) => index);
const quick = { logN: 10, r: 8, p: 1 };

describe('the delay', () => {
  test('is nothing up to the fourth, then 30 s, 1, 2, 4, 8 and at most 15 minutes', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(delayAfter)).toEqual([
      0, 0, 30_000, 60_000, 120_000, 240_000, 480_000, 900_000, 900_000, 900_000,
    ]);
  });
  test('never falls and never exceeds 15 minutes', () => {
    fc.assert(
      fc.property(fc.nat(), (failures) => {
        expect(delayAfter(failures + 1)).toBeGreaterThanOrEqual(delayAfter(failures));
        expect(delayAfter(failures)).toBeLessThanOrEqual(15 * 60_000);
        expect(delayAfter(failures) > 0).toBe(failures > freeFailures);
      }),
    );
  });
  test('of two clocks the one that says more has the word', () => {
    const since = { wall: 1000, monotonic: 10 };
    expect(elapsed(since, { wall: 900, monotonic: 60 })).toBe(50);
    expect(elapsed(since, { wall: 9000, monotonic: 60 })).toBe(8000);
  });
});

describe('secrets', () => {
  const hasher = createSecretHasher(pepper, ports.random, quick);

  test('the right one is right, another is not, and none is stored twice alike', async () => {
    const [first, second] = await Promise.all([hasher.hash('246810'), hasher.hash('246810')]);
    expect(first).not.toBe(second);
    expect(await hasher.verify('246810', first)).toBe(true);
    expect(await hasher.verify('246811', first)).toBe(false);
    expect(await hasher.verify('246810', null)).toBe(false);
  });
  test('one password in two Unicode forms is one password', async () => {
    expect(await hasher.verify('cafe\u0301 sandi', await hasher.hash('caf\u00e9 sandi'))).toBe(true);
  });
  test('without the pepper the stored text does not give the secret away, even to who guesses it', async () => {
    const stored = await hasher.hash('246810');
    const [, logN, r, p, salt = '', hash = ''] = stored.split('$');
    const guessed = scryptSync('246810', Buffer.from(salt, 'base64url'), 32, { N: 2 ** Number(logN), r: Number(r), p: Number(p) });
    expect(guessed.toString('base64url')).not.toBe(hash);
    const stranger = createSecretHasher(createHash('sha256').digest(), ports.random, quick);
    expect(await stranger.verify('246810', stored)).toBe(false);
  });
  test('a stored text keeps its own cost, so the cost can be raised later', async () => {
    const stored = await hasher.hash('246810');
    const stronger = createSecretHasher(pepper, ports.random, { ...quick, logN: 11 });
    expect(await stronger.verify('246810', stored)).toBe(true);
    expect(await stronger.hash('246810')).toMatch(/^scrypt\$11\$8\$1\$/u);
  });
  test('the real cost is N=2^17, r=8, p=1 and leaves the event loop free', async () => {
    expect(strongCost).toEqual({ logN: 17, r: 8, p: 1 });
    const strong = createSecretHasher(pepper, ports.random);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const stored = await strong.hash('246810');
    clearInterval(ticking);
    expect(stored).toMatch(/^scrypt\$17\$8\$1\$/u);
    expect(turns).toBeGreaterThan(5);
  });
  test('a text of another scheme is an error, not a wrong secret', async () => {
    await expect(hasher.verify('246810', 'md5$abc')).rejects.toThrow('unknown scheme');
  });
});

describe('one at a time', () => {
  test('tasks run in order, and a failing one does not stop the next', async () => {
    const serial = createSerial();
    const order: string[] = [];
    const run = (name: string, fails = false) =>
      serial(async () => {
        order.push(`${name} starts`);
        await Promise.resolve();
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const results = await Promise.allSettled([run('a'), run('b', true), run('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  });
});

describe('credentials', () => {
  let directory: string;
  let vault: Vault;
  beforeEach(() => {
    directory = newDirectory();
    vault = openTestVault(directory);
  });
  afterEach(() => {
    vault.close();
    rmSync(directory, { recursive: true });
  });
  const failuresOnDisk = () => vault.db.prepare<[], { failures: number }>('SELECT failures FROM login_failure').all();

  test('a try is on disk as a wrong one before it is checked, and taken back only when it was right', async () => {
    let answer: (right: boolean) => void = () => {};
    const asked: string[] = [];
    const hasher: SecretHasher = {
      hash: (secret) => Promise.resolve(secret),
      verify: (secret) => {
        asked.push(secret);
        return new Promise((resolve) => (answer = resolve));
      },
    };
    const credentials = createCredentials(vault.db, ports.clock, hasher);
    credentials.store('sari', 'stored');
    const check = credentials.check('sari', '246810', true);
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual(['246810']);
    expect(failuresOnDisk()).toEqual([{ failures: 1 }]);
    answer(true);
    expect(await check).toEqual({ kind: 'right' });
    expect(failuresOnDisk()).toEqual([]);
  });

  test('tries on ids that no account has never reach the disk, and are delayed all the same', async () => {
    const credentials = createCredentials(vault.db, ports.clock, createSecretHasher(pepper, ports.random, quick));
    for (let n = 0; n < 5; n++) await credentials.check('stranger', '000000', false);
    expect(await credentials.check('stranger', '000000', false)).toMatchObject({ kind: 'delayed' });
    expect(failuresOnDisk()).toEqual([]);
  });
});

describe('answers once', () => {
  const call = (commandId: string) => ({ commandId, connection: { id: 'c', surface: 'staff' as const, push: () => {} } });

  test('an error is no answer: the next try runs again', async () => {
    const once = createAnswersOnce();
    await expect(once(call('1'), 'm', {}, () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full');
    expect(await once(call('1'), 'm', {}, () => Promise.resolve('fine'))).toBe('fine');
  });
  test('only the latest are remembered', async () => {
    const once = createAnswersOnce(2);
    for (const id of ['1', '2', '3']) await once(call(id), 'm', {}, () => Promise.resolve(`first ${id}`));
    expect(await once(call('3'), 'm', {}, () => Promise.resolve('again'))).toBe('first 3');
    expect(await once(call('1'), 'm', {}, () => Promise.resolve('again'))).toBe('again');
  });
});
