import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createFileKeyStore,
  keyNames,
  KeysProtectedError,
  KeyUnreadableError,
  protectedKeysFile,
  sharedKeyNames,
} from '../../../electron/host/keyStore.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';

const { random } = createSystemPorts();
let directory: string;

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'loket-keys-')), 'keys');
});
afterEach(() => rmSync(join(directory, '..'), { recursive: true }));

test('each key has 32 bytes of its own, is the same at every start, and is for this user only', () => {
  const keys = keyNames.map((name) => Buffer.from(createFileKeyStore(directory, random).key(name)).toString('hex'));
  expect(new Set(keys).size).toBe(keyNames.length);
  expect(keys.map((key) => key.length)).toEqual(keyNames.map(() => 64));
  const again = createFileKeyStore(directory, random);
  expect(keyNames.map((name) => Buffer.from(again.key(name)).toString('hex'))).toEqual(keys);
  // Windows has no such permissions; there the directory lies in the user's own profile.
  const openToOthers = readdirSync(directory).filter(
    (name) => process.platform !== 'win32' && (statSync(join(directory, name)).mode & 0o077) !== 0,
  );
  expect(openToOthers).toEqual([]);
});

test('keys of an office that is joined take the place of its own, at once and at the next start; the window key stays', async () => {
  const store = createFileKeyStore(directory, random);
  const own = Buffer.from(store.key('windowKey'));
  store.key('officeKey');
  const shared = { officeKey: random.bytes(32), indexKey: random.bytes(32), pepper: random.bytes(32) };
  await store.adopt(shared);
  for (const opened of [store, createFileKeyStore(directory, random)]) {
    for (const name of sharedKeyNames) expect(Buffer.from(opened.key(name)).equals(Buffer.from(shared[name]))).toBe(true);
    expect(Buffer.from(opened.key('windowKey')).equals(own)).toBe(true);
  }
});

test('a key file that holds no key is an error, never a new key', () => {
  createFileKeyStore(directory, random).key('officeKey');
  writeFileSync(join(directory, 'officeKey.key'), 'short');
  expect(() => createFileKeyStore(directory, random).key('officeKey')).toThrow(KeyUnreadableError);
});

test('keys that the desktop program has taken over are not made anew beside it', () => {
  createFileKeyStore(directory, random);
  writeFileSync(join(directory, protectedKeysFile), '{}');
  expect(() => createFileKeyStore(directory, random)).toThrow(KeysProtectedError);
});
