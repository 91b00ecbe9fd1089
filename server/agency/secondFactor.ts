/**
 * Second factors: TOTP (RFC 6238: SHA-1, 6 digits, 30 s) and ten recovery codes. The secret is wrapped under the server's key. A
 * code works once: the step whose code was used is kept, and only later ones count.
 */
import { Secret, TOTP } from 'otpauth';
import type { Tx } from '../database/database.ts';
import type { ServerKeys } from '../keys.ts';
import { makeRecoveryCode } from './passwords.ts';

const periodSeconds = 30;
/** One step before and after: clocks of telephones differ by seconds, not minutes. */
const window = 1;
const recoveryCodes = 10;

/** @param secret 20 bytes. */
export const totpOf = (secret: Uint8Array, issuer = '', label = ''): TOTP =>
  new TOTP({
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    issuer,
    label,
    digits: 6,
    period: periodSeconds,
    algorithm: 'SHA1',
  });

/** The step that a code belongs to; `null`: it is wrong, or a step that was used or passed. */
export function stepOfCode(secret: Uint8Array, typed: string, now: number, lastStep: number | null): number | null {
  const token = typed.replaceAll(/\s/gu, '');
  if (!/^\d{6}$/u.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp: now, window });
  if (delta === null) return null;
  const step = TOTP.counter({ period: periodSeconds, timestamp: now }) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

const wrapLabel = (userId: string) => `totp:${userId}`;
export const wrapTotp = (keys: ServerKeys, userId: string, secret: Uint8Array): Buffer => keys.wrap(wrapLabel(userId), secret);
export const unwrapTotp = (keys: ServerKeys, userId: string, wrapped: Uint8Array): Buffer => keys.unwrap(wrapLabel(userId), wrapped);

/** Uses a code of the authenticator up. @returns whether it was right and new. */
export async function useTotp(tx: Tx, keys: ServerKeys, agencyId: string, userId: string, typed: string, now: number): Promise<boolean> {
  const { rows } = await tx.query<{ totp: Buffer | null; totp_step: number | null }>(
    'SELECT totp, totp_step FROM agency_user WHERE office_id = $1 AND user_id = $2 FOR UPDATE',
    [agencyId, userId],
  );
  const row = rows[0];
  if (row === undefined || row.totp === null) return false;
  const step = stepOfCode(unwrapTotp(keys, userId, row.totp), typed, now, row.totp_step);
  if (step === null) return false;
  await tx.query('UPDATE agency_user SET totp_step = $3 WHERE office_id = $1 AND user_id = $2', [agencyId, userId, step]);
  return true;
}

const codeHash = (keys: ServerKeys, userId: string, code: string) =>
  keys.mac('agency-recovery', `${userId}:${code.toLowerCase().replaceAll(/[^0-9a-z]/gu, '')}`);

/** Uses a recovery code up. @returns whether there was one that nobody had used. */
export async function useRecoveryCode(
  tx: Tx,
  keys: ServerKeys,
  agencyId: string,
  userId: string,
  typed: string,
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    'UPDATE agency_recovery_code SET used_at = $4 WHERE office_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL',
    [agencyId, userId, codeHash(keys, userId, typed), new Date(now)],
  );
  return rowCount === 1;
}

/** Ten new codes; those from before work no more. They are shown once. */
export async function renewRecoveryCodes(tx: Tx, keys: ServerKeys, agencyId: string, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, makeRecoveryCode);
  await tx.query('DELETE FROM agency_recovery_code WHERE office_id = $1 AND user_id = $2', [agencyId, userId]);
  await tx.query('INSERT INTO agency_recovery_code (office_id, user_id, code_hash) SELECT $1, $2, unnest($3::bytea[])', [
    agencyId,
    userId,
    codes.map((code) => codeHash(keys, userId, code)),
  ]);
  return codes;
}

export async function countRecoveryCodes(tx: Tx, agencyId: string, userId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM agency_recovery_code WHERE office_id = $1 AND user_id = $2 AND used_at IS NULL',
    [agencyId, userId],
  );
  return rows[0]?.n ?? 0;
}
