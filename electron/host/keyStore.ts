import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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

/** Keys in files that only this user can read; used in browser mode, where no key store can be reached. */
export function createFileKeyStore(directory: string, random: Random): KeyStore {
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
