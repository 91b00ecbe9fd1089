import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { privateKey, publicBytes } from '../../../sync/keys.ts';
import type { Random } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/u);
const stored = z.strictObject({ signing: hex32, sealing: hex32, pinKey: hex32.nullable() });

/** The office's own secrets for the central server; one note of the vault, and so at every station of the office. */
export interface OfficeKeys {
  readonly signingKey: KeyObject;
  readonly sealingKey: KeyObject;
  readonly pinKey: Buffer | null;
}

export interface NewKeys {
  readonly keys: OfficeKeys;
  /** What the server is told, base64url. */
  readonly publicKeys: { readonly signingKey: string; readonly sealingKey: string };
  /** What is stored. @param pinKey as the server gave it. */
  note(pinKey: Uint8Array): string;
}

export function makeOfficeKeys(random: Random): NewKeys {
  const seeds = { signing: random.bytes(32), sealing: random.bytes(32) };
  const keys = { signingKey: privateKey('Ed25519', seeds.signing), sealingKey: privateKey('X25519', seeds.sealing), pinKey: null };
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    keys,
    publicKeys: {
      signingKey: publicBytes(keys.signingKey).toString('base64url'),
      sealingKey: publicBytes(keys.sealingKey).toString('base64url'),
    },
    note: (pinKey) => JSON.stringify({ signing: hex(seeds.signing), sealing: hex(seeds.sealing), pinKey: hex(pinKey) }),
  };
}

/** `null`: not here yet, as at a station that has just joined. */
export function readOfficeKeys(vault: Pick<Vault, 'note'>, noteId: string): OfficeKeys | null {
  const text = vault.note(noteId);
  if (text === null) return null;
  const { signing, sealing, pinKey } = stored.parse(JSON.parse(text));
  return {
    signingKey: privateKey('Ed25519', Buffer.from(signing, 'hex')),
    sealingKey: privateKey('X25519', Buffer.from(sealing, 'hex')),
    pinKey: pinKey === null ? null : Buffer.from(pinKey, 'hex'),
  };
}
