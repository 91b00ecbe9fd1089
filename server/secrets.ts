/** Secrets of offices and agencies, unwrapped in memory only for as long as this process lives. */
import type { KeyObject } from 'node:crypto';
import type { SealedContent } from '../shared/sync/protocol.ts';
import { privateKey } from '../sync/keys.ts';
import { openSealed, SealedForAnotherError } from '../sync/seal.ts';
import type { Database } from './database/database.ts';
import type { ServerKeys } from './keys.ts';

export interface Secrets {
  /** The key that an agency's offices seal for now. */
  agencyKey(agencyId: string): Promise<{ readonly keyId: string; readonly publicKey: Buffer }>;
  /** Opens what an office sealed for its agency. @throws SealedForAnotherError */
  open(agencyId: string, label: string, sealed: SealedBytes): Promise<Buffer>;
  /** The key under which PINs of an office are tagged. */
  pinKey(officeId: string): Promise<Buffer>;
  /** Forgets what it holds, after a rotation. */
  forget(): void;
}

export interface SealedBytes {
  readonly keyId: string;
  readonly ephemeral: Buffer;
  readonly content: Buffer;
}

/** How long the key in use is remembered: another process may have rotated it. */
const agencyKeyKeptMs = 60_000;

export function createSecrets(db: Database, keys: ServerKeys, now: () => number = Date.now): Secrets {
  const agencyKeys = new Map<string, { readonly keyId: string; readonly publicKey: Buffer; readonly readAt: number }>();
  const opening = new Map<string, KeyObject>();
  const pinKeys = new Map<string, Buffer>();

  return {
    async agencyKey(agencyId) {
      const known = agencyKeys.get(agencyId);
      const readAt = now();
      if (known !== undefined && readAt - known.readAt < agencyKeyKeptMs) return known;
      const row = await db.inOffice(agencyId, async (tx) => {
        const { rows } = await tx.query<{ name: string; public_key: Buffer }>(
          "SELECT name, public_key FROM office_secret WHERE office_id = $1 AND name LIKE 'sealing:%' ORDER BY created_at DESC LIMIT 1",
          [agencyId],
        );
        return rows[0];
      });
      if (row === undefined) throw new Error(`the agency ${agencyId} has no key`);
      const key = { keyId: row.name.slice('sealing:'.length), publicKey: row.public_key, readAt };
      agencyKeys.set(agencyId, key);
      return key;
    },
    async open(agencyId, label, { keyId, ephemeral, content }) {
      let key = opening.get(keyId);
      if (key === undefined) {
        const name = `sealing:${keyId}`;
        const wrapped = await wrappedIn(db, agencyId, name);
        // An office may name any key; what is sealed for one that is not here stays closed.
        if (wrapped === undefined) throw new SealedForAnotherError(`the agency has no key ${keyId}`);
        key = privateKey('X25519', keys.unwrap(name, wrapped));
        opening.set(keyId, key);
      }
      return openSealed(key, label, { ephemeral, content });
    },
    async pinKey(officeId) {
      const known = pinKeys.get(officeId);
      if (known !== undefined) return known;
      const key = keys.unwrap(`pinKey:${officeId}`, await wrappedOf(db, officeId, 'pinKey'));
      pinKeys.set(officeId, key);
      return key;
    },
    forget() {
      agencyKeys.clear();
      opening.clear();
      pinKeys.clear();
    },
  };
}

const wrappedIn = (db: Database, officeId: string, name: string): Promise<Buffer | undefined> =>
  db.inOffice(officeId, async (tx) => {
    const { rows } = await tx.query<{ wrapped: Buffer }>('SELECT wrapped FROM office_secret WHERE office_id = $1 AND name = $2', [
      officeId,
      name,
    ]);
    return rows[0]?.wrapped;
  });

async function wrappedOf(db: Database, officeId: string, name: string): Promise<Buffer> {
  const wrapped = await wrappedIn(db, officeId, name);
  if (wrapped === undefined) throw new Error(`no secret ${name} of ${officeId}`);
  return wrapped;
}

/** Content as it travels in JSON. */
export const toSealedContent = (keyId: string, { ephemeral, content }: { ephemeral: Buffer; content: Buffer }): SealedContent => ({
  keyId,
  ephemeral: ephemeral.toString('base64url'),
  content: content.toString('base64'),
});
