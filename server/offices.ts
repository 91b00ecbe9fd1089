/** Agencies, offices and the keys between them. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { privateKey, publicBytes } from '../sync/keys.ts';
import type { Database, Tx } from './database/database.ts';
import type { ServerKeys } from './keys.ts';

export interface Office {
  readonly officeId: string;
  /** Itself for an agency. */
  readonly agencyId: string;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly closedAt: Date | null;
}

interface OfficeRow {
  office_id: string;
  agency_id: string;
  code: string;
  name: string;
  zone: string;
  closed_at: Date | null;
}

const toOffice = (row: OfficeRow): Office => ({
  officeId: row.office_id,
  agencyId: row.agency_id,
  code: row.code,
  name: row.name,
  zone: row.zone,
  closedAt: row.closed_at,
});
const columns = 'office_id, agency_id, code, name, zone, closed_at';

/** As the table checks it; what anybody types is compared first, because not every text can be asked for (NUL). */
const codeForm = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/u;

/** From the public directory, by the code in addresses and on receipts. */
export const officeByCode = async (db: Database, code: string): Promise<Office | null> =>
  !codeForm.test(code)
    ? null
    : db.inDirectory(async (tx) => {
        const { rows } = await tx.query<OfficeRow>(`SELECT ${columns} FROM office WHERE code = $1`, [code]);
        return rows[0] === undefined ? null : toOffice(rows[0]);
      });

export const officeById = (db: Database, officeId: string): Promise<Office | null> =>
  db.inDirectory(async (tx) => {
    const { rows } = await tx.query<OfficeRow>(`SELECT ${columns} FROM office WHERE office_id = $1`, [officeId]);
    return rows[0] === undefined ? null : toOffice(rows[0]);
  });

/** The open offices of an agency by name; of all agencies without one. Agencies themselves are not among them. */
export const listOffices = (db: Database, agencyId: string | null = null): Promise<readonly Office[]> =>
  db.inDirectory(async (tx) => {
    const { rows } = await tx.query<OfficeRow>(
      `SELECT ${columns} FROM office WHERE office_id <> agency_id AND closed_at IS NULL AND ($1::uuid IS NULL OR agency_id = $1) ORDER BY name`,
      [agencyId],
    );
    return rows.map(toOffice);
  });

export interface NewOffice {
  readonly code: string;
  readonly name: string;
  readonly zone: string;
}

/** Makes a new key for offices to seal for; older ones stay, to open what was sealed for them. @returns its id. */
export async function addAgencyKey(tx: Tx, keys: ServerKeys, agencyId: string, now: number): Promise<string> {
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

/** An agency with a key pair of its own, for which its offices seal. @throws when the code is taken (unique violation). */
export async function createAgency(db: Database, keys: ServerKeys, { code, name, zone }: NewOffice, now: number): Promise<string> {
  const agencyId = v7();
  await db.inOffice(agencyId, async (tx) => {
    await insertOffice(tx, { officeId: agencyId, agencyId, code, name, zone }, now);
    await addAgencyKey(tx, keys, agencyId, now);
  });
  return agencyId;
}

/** An office of an agency; it enrols with a code of its own. @throws when the code is taken. */
export async function createOffice(db: Database, keys: ServerKeys, agencyId: string, office: NewOffice, now: number): Promise<string> {
  const officeId = v7();
  await db.inOffice(officeId, async (tx) => {
    await insertOffice(tx, { officeId, agencyId, ...office }, now);
    await tx.query('INSERT INTO office_secret (office_id, name, wrapped, created_at) VALUES ($1, $2, $3, $4)', [
      officeId,
      'pinKey',
      keys.wrap(`pinKey:${officeId}`, randomBytes(32)),
      new Date(now),
    ]);
  });
  return officeId;
}

async function insertOffice(tx: Tx, office: NewOffice & { officeId: string; agencyId: string }, now: number): Promise<void> {
  await tx.query('INSERT INTO office (office_id, agency_id, code, name, zone, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    office.officeId,
    office.agencyId,
    office.code,
    office.name,
    office.zone,
    new Date(now),
  ]);
}

/** How long a code may be used. */
export const codeValidMs = 24 * 60 * 60 * 1000;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code with which the office's lead enrols, once, within 24 hours: the office's code and 100 random bits,
 * `dukcapil-malang.7K2M9-QXZ34-…`. It is not stored; only its keyed hash is.
 */
export async function makeEnrolmentCode(
  db: Database,
  keys: ServerKeys,
  office: Pick<Office, 'officeId' | 'code'>,
  by: string,
  now: number,
): Promise<string> {
  const secret = Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('');
  await db.inOffice(office.officeId, (tx) =>
    tx.query('INSERT INTO enrolment_code (office_id, code_hash, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)', [
      office.officeId,
      codeHash(keys, office.code, secret),
      by,
      new Date(now),
      new Date(now + codeValidMs),
    ]),
  );
  return `${office.code}.${secret.match(/.{5}/gu)?.join('-') ?? secret}`;
}

const codeHash = (keys: ServerKeys, code: string, secret: string) => keys.mac('enrolment', `${code}.${secret}`);

/** Uses a code up. @returns whether it was good. */
export async function useEnrolmentCode(tx: Tx, keys: ServerKeys, office: Office, secret: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE enrolment_code SET used_at = $3 WHERE office_id = $1 AND code_hash = $2 AND used_at IS NULL AND expires_at > $3',
    [office.officeId, codeHash(keys, office.code, secret), new Date(now)],
  );
  return rowCount === 1;
}

/** The office's code and the secret of an enrolment code as it was typed; `null`: it is none. */
export function readEnrolmentCode(typed: string): { readonly officeCode: string; readonly secret: string } | null {
  const [officeCode, secret, ...more] = typed.trim().split('.');
  if (officeCode === undefined || secret === undefined || more.length > 0) return null;
  const plain = secret.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  return /^[0-9A-Z]{20}$/u.test(plain) ? { officeCode: officeCode.toLowerCase(), secret: plain } : null;
}

/**
 * A key with which an office signs from now on. The newest one that is used ends those before it, so each is newer than the
 * last, whatever the clock of the server did meanwhile. @param keys raw, 32 bytes each. @returns its id
 */
export async function addOfficeKey(
  tx: Tx,
  officeId: string,
  keys: { readonly signingKey: Uint8Array; readonly sealingKey: Uint8Array },
  now: number,
): Promise<string> {
  const keyId = v7();
  await tx.query(
    `INSERT INTO office_key (office_id, key_id, signing_key, sealing_key, created_at)
     VALUES ($1, $2, $3, $4, greatest($5, (SELECT max(created_at) + interval '1 ms' FROM office_key WHERE office_id = $1)))`,
    [officeId, keyId, keys.signingKey, keys.sealingKey, new Date(now)],
  );
  return keyId;
}

/** Stops a key of an office: whoever signs with it is refused from the next request on. */
export const revokeOfficeKey = (db: Database, officeId: string, keyId: string, why: string, now: number): Promise<boolean> =>
  db.inOffice(officeId, async (tx) => {
    const { rowCount } = await tx.query(
      'UPDATE office_key SET revoked_at = $3, revoked_why = $4 WHERE office_id = $1 AND key_id = $2 AND revoked_at IS NULL',
      [officeId, keyId, new Date(now), why],
    );
    return rowCount === 1;
  });
