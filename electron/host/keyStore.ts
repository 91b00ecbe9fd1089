import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './database/durableFile.ts';
import type { Random } from './ports.ts';

/** Secrets that live outside every database: 32 random bytes each. */
export const keyNames = ['officeKey', 'indexKey', 'pepper', 'windowKey'] as const;
export type KeyName = (typeof keyNames)[number];

/** What the vaults of all stations of an office are sealed with; `windowKey` stays the station's own. */
export const sharedKeyNames = ['officeKey', 'indexKey', 'pepper'] as const satisfies readonly KeyName[];
export type SharedKeys = Readonly<Record<(typeof sharedKeyNames)[number], Uint8Array>>;

/** Holds the station's keys. The desktop program protects them with the operating system's key store. */
export interface KeyStore {
  /** `os`: the operating system protects them; `file`: only the file's permissions do; `basicText`: an opted-in weak store. */
  readonly protection: 'os' | 'file' | 'basicText';
  key(name: KeyName): Uint8Array;
  /** Takes over the keys of the office that this station joins, for ever; stored when it resolves. Rejects on I/O errors. */
  adopt(keys: SharedKeys): Promise<void>;
}

/** The desktop program's file in the same directory: all keys, encrypted by the operating system's key store. */
export const protectedKeysFile = 'keys.protected.json';

/** The keys of this data directory are in the operating system's key store, which plain Node cannot open. */
export class KeysProtectedError extends Error {
  override readonly name = 'KeysProtectedError';
}

/** A key file does not hold a key. A new one would lock everybody out of the vault, so none is made. */
export class KeyUnreadableError extends Error {
  override readonly name = 'KeyUnreadableError';
}

const keyBytes = 32;

/**
 * Keys in files that only this user can read; used in browser mode, where no key store can be reached.
 * @throws KeysProtectedError when the desktop program has taken the keys over; KeyUnreadableError; I/O errors.
 */
export function createFileKeyStore(directory: string, random: Random): KeyStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (existsSync(join(directory, protectedKeysFile))) {
    throw new KeysProtectedError('The keys of this data are protected by the desktop program; start Loket as the desktop program.');
  }
  const known = new Map<KeyName, Uint8Array>();
  return {
    protection: 'file',
    key(name) {
      const key = known.get(name) ?? readOrCreate(join(directory, `${name}.key`), random);
      known.set(name, key);
      return key;
    },
    adopt(keys) {
      for (const name of sharedKeyNames) {
        writeDurably(join(directory, `${name}.key`), keys[name]);
        known.set(name, keys[name]);
      }
      return Promise.resolve();
    },
  };
}

function readOrCreate(file: string, random: Random): Uint8Array {
  try {
    const key = readFileSync(file);
    if (key.length !== keyBytes) throw new KeyUnreadableError(`${file} does not hold a key of ${keyBytes} bytes.`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = random.bytes(keyBytes);
  // On disk with its name before anything is sealed with it.
  writeDurably(file, key);
  return key;
}
