/**
 * The server's own key (32 bytes): under it the private keys of agencies and the PIN keys of offices are wrapped, so that a copy
 * of the database opens nothing. It lies in a file or in LOKET_SERVER_KEY, and must be kept apart from the database's backups.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { seal, unseal } from '../electron/host/vault/seal.ts';

const random = { bytes: (length: number) => randomBytes(length) };

export interface ServerKeys {
  /** What the server is called to offices; the same for every process that has the key. */
  readonly serverId: string;
  wrap(label: string, key: Uint8Array): Buffer;
  /** @throws SealBrokenError: wrapped by another server key. */
  unwrap(label: string, wrapped: Uint8Array): Buffer;
  /** HMAC-SHA256 under a key of its own for each purpose. */
  mac(purpose: string, text: string): Buffer;
}

/** @param master 32 bytes. */
export function createServerKeys(master: Uint8Array): ServerKeys {
  const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `loket-server:${purpose}`, 32));
  const wrapping = derived('wrap');
  const macKeys = new Map<string, Buffer>();
  const macKey = (purpose: string) => {
    const known = macKeys.get(purpose) ?? derived(`mac:${purpose}`);
    macKeys.set(purpose, known);
    return known;
  };
  const mac = (purpose: string, text: string) => createHmac('sha256', macKey(purpose)).update(text).digest();
  return {
    serverId: uuidFrom(mac('server-id', '')),
    wrap: (label, key) => seal(wrapping, label, key, { ...random, uuid: () => '' }),
    unwrap: (label, wrapped) => unseal(wrapping, label, wrapped),
    mac,
  };
}

/** From LOKET_SERVER_KEY (64 hex digits), else from the file, made once. @throws when the variable is no key. */
export function readServerKey(file: string, fromEnvironment: string | undefined): Buffer {
  if (fromEnvironment !== undefined) {
    if (!/^[0-9a-f]{64}$/iu.test(fromEnvironment)) throw new Error('LOKET_SERVER_KEY must be 64 hexadecimal digits.');
    return Buffer.from(fromEnvironment, 'hex');
  }
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}

/** Sixteen bytes as a UUID of version 8: made by the program's own rule (RFC 9562). */
export function uuidFrom(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16));
  hex[6] = ((hex[6] ?? 0) & 0x0f) | 0x80;
  hex[8] = ((hex[8] ?? 0) & 0x3f) | 0x80;
  return hex.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
