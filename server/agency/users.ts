import { v7 } from 'uuid';
import { z } from 'zod';
import { id, line } from '../../shared/domain/values.ts';
import type { Tx } from '../database/database.ts';
import { type AgencyRole, agencyRole, type AgencyUser } from './roles.ts';

/** A login name: small letters, digits and `. _ -`. */
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$/u);

/** What an administrator decides about somebody. */
export const userRights = z.strictObject({
  fullName: line(80),
  role: agencyRole,
  seesOffices: z.array(id).max(2000).nullable(),
  seesUnits: z.array(z.string().max(64)).max(500).nullable(),
});
export type UserRights = z.infer<typeof userRights>;

interface Row {
  user_id: string;
  login: string;
  full_name: string;
  role: AgencyRole;
  sees_offices: string[] | null;
  sees_units: string[] | null;
  must_change: boolean;
  has_totp: boolean;
  active: boolean;
}

/** Columns of a user under the alias `u`. */
export const userColumns =
  'u.user_id, u.login, u.full_name, u.role, u.sees_offices::text[], u.sees_units, u.must_change, u.totp IS NOT NULL AS has_totp, u.active';

export const toUser = (row: Row): AgencyUser => ({
  userId: row.user_id,
  login: row.login,
  fullName: row.full_name,
  role: row.role,
  seesOffices: row.sees_offices,
  seesUnits: row.sees_units,
  mustChange: row.must_change,
  hasSecondFactor: row.has_totp,
  active: row.active,
});
export type UserRow = Row;

export async function listUsers(tx: Tx, agencyId: string): Promise<readonly AgencyUser[]> {
  const { rows } = await tx.query<Row>(
    `SELECT ${userColumns} FROM agency_user u WHERE u.office_id = $1 ORDER BY u.active DESC, u.full_name, u.login`,
    [agencyId],
  );
  return rows.map(toUser);
}

export async function userById(tx: Tx, agencyId: string, userId: string): Promise<AgencyUser | null> {
  const { rows } = await tx.query<Row>(`SELECT ${userColumns} FROM agency_user u WHERE u.office_id = $1 AND u.user_id = $2`, [
    agencyId,
    userId,
  ]);
  return rows[0] === undefined ? null : toUser(rows[0]);
}

/** An active user and her stored password, by login name. */
export async function userByLogin(
  tx: Tx,
  agencyId: string,
  name: string,
): Promise<{ readonly user: AgencyUser; readonly password: string } | null> {
  const { rows } = await tx.query<Row & { password: string }>(
    `SELECT ${userColumns}, u.password FROM agency_user u WHERE u.office_id = $1 AND u.login = $2 AND u.active`,
    [agencyId, name],
  );
  return rows[0] === undefined ? null : { user: toUser(rows[0]), password: rows[0].password };
}

export interface NewUser extends UserRights {
  readonly login: string;
  /** As `SecretHasher.hash` gives it. */
  readonly password: string;
  readonly mustChange: boolean;
  readonly now: number;
}

/** @returns the user's id; `null`: somebody has that login name. */
export async function createUser(tx: Tx, agencyId: string, user: NewUser): Promise<string | null> {
  const userId = v7();
  const { rowCount } = await tx.query(
    `INSERT INTO agency_user (office_id, user_id, login, full_name, role, sees_offices, sees_units, password, must_change, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (office_id, login) DO NOTHING`,
    [
      agencyId,
      userId,
      user.login,
      user.fullName,
      user.role,
      user.seesOffices,
      user.seesUnits,
      user.password,
      user.mustChange,
      new Date(user.now),
    ],
  );
  return rowCount === 1 ? userId : null;
}

/** Changes what somebody may do; every session of hers ends. */
export async function changeUser(tx: Tx, agencyId: string, userId: string, rights: UserRights): Promise<void> {
  await tx.query(
    'UPDATE agency_user SET full_name = $3, role = $4, sees_offices = $5, sees_units = $6 WHERE office_id = $1 AND user_id = $2',
    [agencyId, userId, rights.fullName, rights.role, rights.seesOffices, rights.seesUnits],
  );
  await endSessionsOf(tx, agencyId, userId);
}

export async function setActive(tx: Tx, agencyId: string, userId: string, active: boolean): Promise<void> {
  await tx.query('UPDATE agency_user SET active = $3 WHERE office_id = $1 AND user_id = $2', [agencyId, userId, active]);
  await endSessionsOf(tx, agencyId, userId);
}

/** @param except a session that goes on: the one in which somebody changed her own password. */
export async function setPassword(
  tx: Tx,
  agencyId: string,
  userId: string,
  { password, mustChange, except }: { readonly password: string; readonly mustChange: boolean; readonly except?: Buffer },
): Promise<void> {
  await tx.query('UPDATE agency_user SET password = $3, must_change = $4 WHERE office_id = $1 AND user_id = $2', [
    agencyId,
    userId,
    password,
    mustChange,
  ]);
  await endSessionsOf(tx, agencyId, userId, except);
}

/** The next login sets a second factor up anew. */
export async function removeSecondFactor(tx: Tx, agencyId: string, userId: string): Promise<void> {
  await tx.query('UPDATE agency_user SET totp = NULL, totp_step = NULL WHERE office_id = $1 AND user_id = $2', [agencyId, userId]);
  await tx.query('DELETE FROM agency_recovery_code WHERE office_id = $1 AND user_id = $2', [agencyId, userId]);
  await endSessionsOf(tx, agencyId, userId);
}

export async function endSessionsOf(tx: Tx, agencyId: string, userId: string, except: Buffer | null = null): Promise<void> {
  await tx.query('DELETE FROM agency_session WHERE office_id = $1 AND user_id = $2 AND ($3::bytea IS NULL OR token_hash <> $3)', [
    agencyId,
    userId,
    except,
  ]);
}
