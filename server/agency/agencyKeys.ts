import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { privateKey, publicBytes } from '../../sync/keys.ts';
import type { Tx } from '../database/database.ts';
import type { ServerKeys } from '../keys.ts';

export interface AgencyKey {
  readonly keyId: string;
  readonly createdAt: Date;
}

/** Keys that the agency's offices sealed for, the one in use first. */
export async function listAgencyKeys(tx: Tx, agencyId: string): Promise<readonly AgencyKey[]> {
  const { rows } = await tx.query<{ name: string; created_at: Date }>(
    "SELECT name, created_at FROM office_secret WHERE office_id = $1 AND name LIKE 'sealing:%' ORDER BY created_at DESC",
    [agencyId],
  );
  return rows.map(({ name, created_at: createdAt }) => ({ keyId: name.slice('sealing:'.length), createdAt }));
}

/** Makes a new key for offices to seal for; older ones stay, to open what was sealed for them. @returns its id. */
export async function rotateAgencyKey(tx: Tx, keys: ServerKeys, agencyId: string, now: number): Promise<string> {
  const keyId = v7();
  const seed = randomBytes(32);
  await tx.query('INSERT INTO office_secret (office_id, name, public_key, wrapped, created_at) VALUES ($1, $2, $3, $4, $5)', [
    agencyId,
    `sealing:${keyId}`,
    publicBytes(privateKey('X25519', seed)),
    keys.wrap(`sealing:${keyId}`, seed),
    new Date(now),
  ]);
  return keyId;
}
