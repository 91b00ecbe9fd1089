import type { Tx } from '../../database/database.ts';
import { lockedNumbers } from '../../public/tries.ts';

export interface LockedReceipt {
  readonly number: string;
  /** When somebody last tried. */
  readonly lastAt: number;
}

/** Numbers of an office that nobody can follow any more after too many wrong PINs, the latest first. */
export async function lockedAt(tx: Tx, officeId: string): Promise<readonly LockedReceipt[]> {
  const locked = await lockedNumbers(tx, officeId);
  if (locked.length === 0) return [];
  const ids = locked.map(({ subjectId }) => subjectId);
  const { rows } = await tx.query<{ id: string; number: string }>(
    `SELECT complaint_id AS id, number FROM complaint WHERE office_id = $1 AND complaint_id = ANY ($2::uuid[])
     UNION ALL SELECT document_id, number FROM document WHERE office_id = $1 AND document_id = ANY ($2::uuid[])`,
    [officeId, ids],
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return locked.flatMap(({ subjectId, lastAt }) => {
    const number = numbers.get(subjectId);
    return number === undefined ? [] : [{ number, lastAt: lastAt.getTime() }];
  });
}
