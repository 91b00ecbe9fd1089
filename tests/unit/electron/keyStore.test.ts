import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileKeyStore, keyNames, KeysProtectedError } from '../../../electron/host/keyStore.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { adoptKeys, type KeyStoreParts, openKeys } from '../../../electron/keyStore.ts';
import { createFakeElectron, type FakeElectron } from '../../fixtures/fakeElectron/index.ts';

const { random } = createSystemPorts();
let directory: string;
let fake: FakeElectron;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'loket-keys-'));
  fake = createFakeElectron();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const open = (changes: Partial<KeyStoreParts> = {}) =>
  openKeys({ safeStorage: fake.electron.safeStorage, platform: 'linux', directory, random, allowWeak: false, ...changes });
const opened = (changes: Partial<KeyStoreParts> = {}) => {
  const result = open(changes);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};
const file = () => join(directory, 'keys.protected.json');

describe('the operating system’s key store', () => {
  test('given a first start, then four keys are made, sealed, and the same at the next start', () => {
    const first = opened();
    expect(first).toMatchObject({ protection: 'os', weakKeyStore: null });
    expect(Object.keys(first.keys)).toEqual([...keyNames]);
    expect(opened().keys).toEqual(first.keys);
    const text = readFileSync(file(), 'utf8');
    for (const key of Object.values(first.keys)) {
      expect(key).toHaveLength(32);
      for (const encoding of ['base64', 'hex', 'latin1'] as const) expect(text).not.toContain(Buffer.from(key).toString(encoding));
    }
    expect(readdirSync(directory)).toEqual(['keys.protected.json']);
    // Windows has no such bits.
    expect(statSync(file()).mode & 0o077).toBe(process.platform === 'win32' ? statSync(file()).mode & 0o077 : 0);
  });

  test('given keys of browser mode, then they are taken over, and browser mode says why it cannot go on', () => {
    const plain = createFileKeyStore(directory, random);
    const before = Object.fromEntries(keyNames.slice(0, 2).map((name) => [name, new Uint8Array(plain.key(name))]));
    expect(opened().keys).toMatchObject(before);
    expect(readdirSync(directory)).toEqual(['keys.protected.json']);
    expect(() => createFileKeyStore(directory, random)).toThrow(KeysProtectedError);
  });

  test('given sealing that cannot be read back, then the plain keys stay', () => {
    const plain = createFileKeyStore(directory, random);
    for (const name of keyNames) plain.key(name);
    fake.state.otherUser = true;
    expect(open()).toEqual({ ok: false, error: { type: 'keysUnreadable', reason: 'readBack' } });
    expect(readdirSync(directory).toSorted()).toEqual(keyNames.map((name) => `${name}.key`).toSorted());
  });

  test('given the keys of an office that is joined, then they are sealed like the others; the window key stays', () => {
    const before = opened();
    const shared = { officeKey: random.bytes(32), indexKey: random.bytes(32), pepper: random.bytes(32) };
    const parts: KeyStoreParts = { safeStorage: fake.electron.safeStorage, platform: 'linux', directory, random, allowWeak: false };
    expect(adoptKeys(parts, before, shared)).toBe(true);
    const after = opened().keys;
    for (const name of ['officeKey', 'indexKey', 'pepper'] as const) {
      expect(Buffer.from(after[name]).equals(Buffer.from(shared[name]))).toBe(true);
      expect(readFileSync(file(), 'utf8')).not.toContain(Buffer.from(shared[name]).toString('base64'));
    }
    expect(after.windowKey).toEqual(before.keys.windowKey);
  });

  test('given another computer user, then nothing is overwritten', () => {
    opened();
    const before = readFileSync(file(), 'utf8');
    fake.state.otherUser = true;
    expect(open()).toEqual({ ok: false, error: { type: 'keysUnreadable', reason: 'decryption' } });
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test.each(['', '{', '{"version":2}', '{"version":1,"weakOptIn":null,"keys":{}}'])(
    'a damaged key file (%j) is never replaced',
    (content) => {
      writeFileSync(file(), content);
      expect(open()).toEqual({ ok: false, error: { type: 'keysUnreadable', reason: 'format' } });
      expect(readFileSync(file(), 'utf8')).toBe(content);
    },
  );

  test('given no encryption, then refused', () => {
    fake.state.encryption = false;
    expect(open()).toEqual({ ok: false, error: { type: 'noKeyStore' } });
    expect(existsSync(file())).toBe(false);
  });

  test.each(['win32', 'darwin'] as const)('%s has no backends to be asked about', (platform) => {
    fake.state.storage = 'unknown';
    expect(opened({ platform }).protection).toBe('os');
  });
});

describe('RELIABILITY 8: basic_text', () => {
  beforeEach(() => void (fake.state.storage = 'basic_text'));

  test('is refused without an opt-in, also when asked again', () => {
    for (let time = 0; time < 3; time += 1) {
      expect(open()).toEqual({ ok: false, error: { type: 'weakKeyStore', backend: 'basic_text' } });
    }
    expect([existsSync(file()), fake.state.plainText]).toEqual([false, false]);
  });

  test('a backend that cannot be named is no better', () => {
    fake.state.storage = 'unknown';
    expect(open()).toEqual({ ok: false, error: { type: 'weakKeyStore', backend: 'unknown' } });
  });

  test('with an opt-in it says so at every start, under one id', () => {
    const first = opened({ allowWeak: true });
    expect(first.protection).toBe('basicText');
    expect(first.weakKeyStore).toMatchObject({ backend: 'basic_text' });
    expect(opened().weakKeyStore).toEqual(first.weakKeyStore);
    expect(opened({ allowWeak: true }).weakKeyStore).toEqual(first.weakKeyStore);
  });

  test('given keys of a good store that has gone, then they are not silently kept weak', () => {
    fake.state.storage = 'gnome_libsecret';
    opened();
    fake.state.storage = 'basic_text';
    expect(open()).toEqual({ ok: false, error: { type: 'weakKeyStore', backend: 'basic_text' } });
  });

  test('given a good store comes later, then the keys are sealed anew and the opt-in is over', () => {
    const weak = opened({ allowWeak: true });
    const before = readFileSync(file(), 'utf8');
    fake.state.storage = 'gnome_libsecret';
    expect(opened()).toEqual({ protection: 'os', keys: weak.keys, weakKeyStore: null });
    expect(readFileSync(file(), 'utf8')).not.toBe(before);
    fake.state.storage = 'basic_text';
    expect(open()).toMatchObject({ ok: false, error: { type: 'weakKeyStore' } });
  });

  test('the flag where the store is good changes nothing', () => {
    fake.state.storage = 'kwallet6';
    expect(opened({ allowWeak: true })).toMatchObject({ protection: 'os', weakKeyStore: null });
    expect(fake.state.plainText).toBe(false);
  });
});
