/**
 * How often a number may be tried (RELIABILITY 30): at most five times in any 15 minutes, and after twenty wrong PINs no more
 * until staff unlocks it. A try beyond that is answered like any wrong one, also when its PIN is right; it counts for nothing.
 * Counted in the database, in one statement, so that tries at once and at several processes count alike.
 */
import type { Tx } from '../database/database.ts';
import type { ServerKeys } from '../keys.ts';
import { numberTyped } from './numberTyped.ts';

export const triesPerWindow = 5;
export const windowMs = 15 * 60 * 1000;
export const triesUntilLock = 20;

/** Numbers that do not exist share this many tags per office, so that guessing fills no disk. */
const absentTags = 4096;

interface TryOf {
  readonly officeId: string;
  /** As it is stored. */
  readonly number: string;
  /** `null`: there is no such number. */
  readonly subjectId: string | null;
}

function tagOf(keys: Pick<ServerKeys, 'mac'>, { officeId, number, subjectId }: TryOf): Buffer {
  const whole = keys.mac('pin-try', `${officeId}:${number}`).subarray(0, 16);
  if (subjectId !== null) return whole;
  const absent = Buffer.alloc(2);
  absent.writeUInt16BE(whole.readUInt16BE() % absentTags);
  return absent;
}

/** Counts a try before it is looked into, as a wrong one. @returns its tag, and whether it may be looked into. */
export async function takeTry(
  tx: Tx,
  keys: Pick<ServerKeys, 'mac'>,
  of: TryOf,
  now: number,
): Promise<{ readonly tag: Buffer; readonly granted: boolean }> {
  const tag = tagOf(keys, of);
  const allowed = `(t.wrong < ${triesUntilLock} AND (SELECT count(*) FROM unnest(t.recent) AS one WHERE one > $5) < ${triesPerWindow})`;
  const { rows } = await tx.query<{ granted: boolean }>({
    name: 'take-pin-try',
    text: `INSERT INTO pin_try AS t (office_id, tag, subject_id, recent, wrong, granted, last_at)
      VALUES ($1, $2, $3, ARRAY[$4::timestamptz], 1, true, $4)
      ON CONFLICT (office_id, tag) DO UPDATE SET subject_id = excluded.subject_id, last_at = excluded.last_at, granted = ${allowed},
        wrong = t.wrong + CASE WHEN ${allowed} THEN 1 ELSE 0 END,
        recent = CASE WHEN ${allowed} THEN (array_prepend($4::timestamptz, t.recent))[1:${triesPerWindow}] ELSE t.recent END
      RETURNING granted`,
    values: [of.officeId, tag, of.subjectId, new Date(now), new Date(now - windowMs)],
  });
  return { tag, granted: rows[0]?.granted ?? false };
}

/** A right PIN: whoever typed it holds the receipt, so what was tried before counts no more. */
export async function forgetTries(tx: Tx, officeId: string, tag: Buffer): Promise<void> {
  await tx.query('DELETE FROM pin_try WHERE office_id = $1 AND tag = $2', [officeId, tag]);
}

export interface LockedNumber {
  /** The complaint or document. */
  readonly subjectId: string;
  readonly wrong: number;
  readonly lastAt: Date;
}

/** Numbers of an office that nobody can follow any more until staff unlocks them, the latest first; for the agency's view. */
export async function lockedNumbers(tx: Tx, officeId: string, limit = 100): Promise<readonly LockedNumber[]> {
  const { rows } = await tx.query<{ subject_id: string; wrong: number; last_at: Date }>(
    `SELECT subject_id, wrong, last_at FROM pin_try WHERE office_id = $1 AND wrong >= ${triesUntilLock} AND subject_id IS NOT NULL
     ORDER BY last_at DESC LIMIT $2`,
    [officeId, limit],
  );
  return rows.map((row) => ({ subjectId: row.subject_id, wrong: row.wrong, lastAt: row.last_at }));
}

/** Lets a number be tried again: staff talked to whoever holds the receipt. @returns whether it had been tried at all. */
export async function unlockTries(tx: Tx, keys: Pick<ServerKeys, 'mac'>, officeId: string, number: string): Promise<boolean> {
  const tag = keys.mac('pin-try', `${officeId}:${numberTyped(number)}`).subarray(0, 16);
  const { rowCount } = await tx.query('DELETE FROM pin_try WHERE office_id = $1 AND tag = $2', [officeId, tag]);
  return rowCount === 1;
}
