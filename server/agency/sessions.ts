/**
 * Sessions of the agency view: rows that any server process reads. The browser's cookie holds the token, the database its keyed
 * hash. A session lives at most 8 hours, and 30 minutes without a request; ten minutes while the second factor is owed.
 */
import { randomBytes } from 'node:crypto';
import type { Tx } from '../database/database.ts';
import type { ServerKeys } from '../keys.ts';
import type { AgencyUser } from './roles.ts';
import { toUser, userColumns, type UserRow } from './users.ts';

const minuteMs = 60_000;
export const sessionEndsAfterMs = 8 * 60 * minuteMs;
export const sessionIdlesAfterMs = 30 * minuteMs;
export const halfSessionEndsAfterMs = 10 * minuteMs;

export interface AgencySession {
  readonly tokenHash: Buffer;
  readonly user: AgencyUser;
  /** The second factor was given. */
  readonly isWhole: boolean;
  /** A second factor that is being set up, wrapped. */
  readonly pending: Buffer | null;
  /** What every form of this session carries. */
  readonly formToken: string;
}

const hashOf = (keys: ServerKeys, token: string) => keys.mac('agency-session', token);
const formTokenOf = (keys: ServerKeys, token: string) => keys.mac('agency-form', token).toString('base64url');

/** Begins a session. @returns the token for the cookie. */
export async function beginSession(
  tx: Tx,
  keys: ServerKeys,
  agencyId: string,
  { userId, isWhole, now }: { readonly userId: string; readonly isWhole: boolean; readonly now: number },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query('DELETE FROM agency_session WHERE office_id = $1 AND created_at < $2', [agencyId, new Date(now - sessionEndsAfterMs)]);
  await tx.query(
    'INSERT INTO agency_session (office_id, token_hash, user_id, created_at, seen_at, second_at) VALUES ($1, $2, $3, $4, $4, $5)',
    [agencyId, hashOf(keys, token), userId, new Date(now), isWhole ? new Date(now) : null],
  );
  return token;
}

export async function endSession(tx: Tx, agencyId: string, tokenHash: Buffer): Promise<void> {
  await tx.query('DELETE FROM agency_session WHERE office_id = $1 AND token_hash = $2', [agencyId, tokenHash]);
}

/** Keeps a second factor that is being set up. */
export async function keepPending(tx: Tx, agencyId: string, tokenHash: Buffer, pending: Buffer): Promise<void> {
  await tx.query('UPDATE agency_session SET pending = $3 WHERE office_id = $1 AND token_hash = $2', [agencyId, tokenHash, pending]);
}

/**
 * The session of a token; `null`: there is none, or it is over.
 * @param touches whether somebody did something: a page that asks again by itself keeps nothing open.
 */
export async function readSession(
  tx: Tx,
  keys: ServerKeys,
  agencyId: string,
  { token, now, touches }: { readonly token: string; readonly now: number; readonly touches: boolean },
): Promise<AgencySession | null> {
  const tokenHash = hashOf(keys, token);
  const { rows } = await tx.query<UserRow & { created_at: Date; seen_at: Date; second_at: Date | null; pending: Buffer | null }>(
    `SELECT ${userColumns}, s.created_at, s.seen_at, s.second_at, s.pending
     FROM agency_session s JOIN agency_user u ON u.office_id = s.office_id AND u.user_id = s.user_id
     WHERE s.office_id = $1 AND s.token_hash = $2 AND u.active`,
    [agencyId, tokenHash],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const isWhole = row.second_at !== null;
  const age = now - row.created_at.getTime();
  const idle = now - row.seen_at.getTime();
  if (age >= (isWhole ? sessionEndsAfterMs : halfSessionEndsAfterMs) || idle >= sessionIdlesAfterMs) {
    await endSession(tx, agencyId, tokenHash);
    return null;
  }
  // Once a minute is enough to know that somebody is there.
  if (touches && idle >= minuteMs)
    await tx.query('UPDATE agency_session SET seen_at = $3 WHERE office_id = $1 AND token_hash = $2', [agencyId, tokenHash, new Date(now)]);
  return { tokenHash, user: toUser(row), isWhole, pending: row.pending, formToken: formTokenOf(keys, token) };
}
