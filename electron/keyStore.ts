/**
 * The station's keys in the desktop program: one file in the data directory, each key encrypted by the operating
 * system's key store (DPAPI, Keychain, libsecret, KWallet). Never silently weaker: where Linux has no key store,
 * Chromium would encrypt with a password that everybody knows (`basic_text`), which is refused until an administrator
 * opts in. A key file that cannot be decrypted is an error, never a reason for new keys: they would orphan the vault.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Result } from '../shared/result.ts';
import type { ElectronApi } from './electronApi.ts';
import { type KeyName, keyNames, protectedKeysFile, type SharedKeys } from './host/keyStore.ts';
import type { Random } from './host/ports.ts';

export interface OpenedKeys {
  readonly protection: 'os' | 'basicText';
  readonly keys: Readonly<Record<KeyName, Uint8Array>>;
  /** Set when the store is weak: the opt-in under which it is used, to be written to the audit log. */
  readonly weakKeyStore: { readonly optInId: string; readonly backend: string } | null;
}

export type KeyRefusal =
  | { readonly type: 'noKeyStore' }
  | { readonly type: 'weakKeyStore'; readonly backend: string }
  | { readonly type: 'keysUnreadable'; readonly reason: string };

export interface KeyStoreParts {
  readonly safeStorage: ElectronApi['safeStorage'];
  readonly platform: NodeJS.Platform;
  /** `keys` in the data directory. */
  readonly directory: string;
  readonly random: Random;
  /** The administrator's flag of this start. */
  readonly allowWeak: boolean;
}

const encrypted = z.string().min(1).max(4000);
const keyFile = z.strictObject({
  version: z.literal(1),
  /** Written once, when an administrator accepted a weak store; stays in force for this file. */
  weakOptIn: z.strictObject({ optInId: z.uuid(), backend: z.string() }).nullable(),
  keys: z.strictObject(Object.fromEntries(keyNames.map((name) => [name, encrypted])) as Record<KeyName, typeof encrypted>),
});
type KeyFile = z.infer<typeof keyFile>;

/** Opens the keys, or makes them at the first start. Call after `ready`. @throws I/O errors of the data directory. */
export function openKeys(parts: KeyStoreParts): Result<OpenedKeys, KeyRefusal> {
  const { safeStorage } = parts;
  const file = join(parts.directory, protectedKeysFile);
  const stored = readStored(file);
  if (!stored.ok) return stored;
  const weak = weakBackend(parts);
  const optIn =
    weak === null ? null : (stored.value?.weakOptIn ?? (parts.allowWeak ? { optInId: parts.random.uuid(), backend: weak } : null));
  if (weak !== null && optIn === null) return refuse({ type: 'weakKeyStore', backend: weak });
  if (optIn !== null) safeStorage.setUsePlainTextEncryption(true);
  if (!safeStorage.isEncryptionAvailable()) return refuse({ type: 'noKeyStore' });
  const keys = stored.value === null ? ok(plainOrNewKeys(parts)) : decryptAll(safeStorage, stored.value);
  if (!keys.ok) return keys;
  // Also when a good key store has come since: keys that were sealed with the known password are sealed anew.
  if (stored.value === null || stored.value.weakOptIn?.optInId !== optIn?.optInId) {
    store(parts, file, keys.value, optIn);
    if (!isReadBack(safeStorage, file, keys.value)) {
      if (stored.value === null) rmSync(file);
      return refuse({ type: 'keysUnreadable', reason: 'readBack' });
    }
  }
  forgetPlainKeys(parts.directory);
  return ok({ protection: optIn === null ? 'os' : 'basicText', keys: keys.value, weakKeyStore: optIn });
}

/**
 * Stores the keys of the office that this station joins in place of its own, as well protected as those were.
 * @returns whether they can be read back. @throws I/O errors of the data directory.
 */
export function adoptKeys(parts: KeyStoreParts, opened: OpenedKeys, keys: SharedKeys): boolean {
  const file = join(parts.directory, protectedKeysFile);
  const all = { ...opened.keys, ...keys };
  store(parts, file, all, opened.weakKeyStore);
  return isReadBack(parts.safeStorage, file, all);
}

/** The name of a backend that protects nothing, `null` when the operating system's store is in use. */
function weakBackend({ safeStorage, platform }: KeyStoreParts): string | null {
  if (platform === 'win32' || platform === 'darwin') return null;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown' ? backend : null;
}

function readStored(file: string): Result<KeyFile | null, KeyRefusal> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ok(null);
    throw error;
  }
  try {
    return ok(keyFile.parse(JSON.parse(text)));
  } catch {
    return refuse({ type: 'keysUnreadable', reason: 'format' });
  }
}

function decryptAll(safeStorage: KeyStoreParts['safeStorage'], { keys }: KeyFile): Result<Record<KeyName, Uint8Array>, KeyRefusal> {
  try {
    const decrypted = mapKeys((name) => decodeKey(safeStorage.decryptString(Buffer.from(keys[name], 'base64'))));
    return ok(decrypted);
  } catch {
    // Another user, a new system, a reset keyring: what to do about it is a person's decision.
    return refuse({ type: 'keysUnreadable', reason: 'decryption' });
  }
}

function decodeKey(base64: string): Uint8Array {
  const key = new Uint8Array(Buffer.from(base64, 'base64'));
  if (key.length !== 32) throw new Error('A key has 32 bytes');
  return key;
}

/** Keys of browser mode on the same data directory are taken over: the vault was written with them. */
function plainOrNewKeys({ directory, random }: KeyStoreParts): Record<KeyName, Uint8Array> {
  return mapKeys((name) => readPlain(join(directory, `${name}.key`)) ?? new Uint8Array(random.bytes(32)));
}

function readPlain(file: string): Uint8Array | null {
  try {
    const key = new Uint8Array(readFileSync(file));
    if (key.length !== 32) throw new Error(`${file} is not a key`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function store(
  { safeStorage, directory }: KeyStoreParts,
  file: string,
  keys: Record<KeyName, Uint8Array>,
  weakOptIn: KeyFile['weakOptIn'],
): void {
  const encrypt = (name: KeyName) => safeStorage.encryptString(Buffer.from(keys[name]).toString('base64')).toString('base64');
  const content: KeyFile = { version: 1, weakOptIn, keys: mapKeys(encrypt) };
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** The plain keys are deleted next, so what was written must be what can be read. */
function isReadBack(safeStorage: KeyStoreParts['safeStorage'], file: string, keys: Record<KeyName, Uint8Array>): boolean {
  const stored = readStored(file);
  if (!stored.ok || stored.value === null) return false;
  const read = decryptAll(safeStorage, stored.value);
  return read.ok && keyNames.every((name) => Buffer.from(read.value[name]).equals(keys[name]));
}

/** Only once the protected file is there; also after a crash between writing it and this. */
function forgetPlainKeys(directory: string): void {
  for (const name of readdirSync(directory)) if (name.endsWith('.key')) rmSync(join(directory, name));
}

const mapKeys = <Value>(value: (name: KeyName) => Value) =>
  Object.fromEntries(keyNames.map((name) => [name, value(name)])) as Record<KeyName, Value>;
