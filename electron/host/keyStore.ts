import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from './ports.ts';

/** Secrets that live outside every database: 32 random bytes each. */
export const keyNames = ['officeKey', 'indexKey', 'pepper', 'windowKey'] as const;
export type KeyName = (typeof keyNames)[number];

/** Holds the station's keys. The desktop program protects them with the operating system's key store. */
export interface KeyStore {
  /** `os`: the operating system protects them; `file`: only the file's permissions do; `basicText`: an opted-in weak store. */
  readonly protection: 'os' | 'file' | 'basicText';
  key(name: KeyName): Uint8Array;
}

/** Where the desktop program keeps the keys, encrypted by the operating system's key store. */
export const protectedKeysFile = 'protected-keys.json';

/** The keys of this data directory are in the operating system's key store, which only the desktop program can open. */
export class ProtectedKeysError extends Error {
  override readonly name = 'ProtectedKeysError';
  constructor(directory: string) {
    super(
      `The keys in ${directory} are protected by the operating system's key store, which only the desktop program can open. Start Loket without --browser, or choose another data directory with --data.`,
    );
  }
}

/**
 * Keys in files that only this user can read; used in browser mode, where no key store can be reached.
 * @throws ProtectedKeysError when the desktop program has taken the keys over: new ones would orphan the vault.
 */
export function createFileKeyStore(directory: string, random: Random): KeyStore {
  if (existsSync(join(directory, protectedKeysFile))) throw new ProtectedKeysError(directory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return { protection: 'file', key: (name) => readOrCreate(join(directory, `${name}.key`), random) };
}

function readOrCreate(file: string, random: Random): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = random.bytes(32);
  const temporary = `${file}.new`;
  writeFileSync(temporary, key, { mode: 0o600, flush: true });
  renameSync(temporary, file);
  return key;
}
