/**
 * Growing delays after wrong secrets, in the database: they hold across restarts and between processes (RELIABILITY 23). A name
 * that nobody has waits like any other, so waiting tells nothing.
 */
import { delayAfter } from '../../shared/domain/access/delay.ts';
import type { Database } from '../database/database.ts';
import type { ServerKeys } from '../keys.ts';

export interface Attempts {
  /**
   * Counts a try as wrong before it is checked: whoever kills the process in between gains nothing.
   * @param what `password:<name>` or `second:<user id>`.
   * @returns `null`: it may be checked; else how many ms no try counts, and nothing may be checked.
   */
  begin(agencyId: string, what: string): Promise<number | null>;
  /** It was right: nothing is owed any more. */
  succeeded(agencyId: string, what: string): Promise<void>;
}

const forgetAfterMs = 24 * 60 * 60 * 1000;

export function createAttempts(db: Database, keys: ServerKeys, now: () => number): Attempts {
  const tried = (what: string) => keys.mac('agency-tries', what);
  return {
    begin: (agencyId, what) =>
      db.inOffice(agencyId, async (tx) => {
        const key = [agencyId, tried(what)];
        const at = now();
        await tx.query('DELETE FROM agency_login_failure WHERE office_id = $1 AND wait_until < $2', [
          agencyId,
          new Date(at - forgetAfterMs),
        ]);
        await tx.query(
          'INSERT INTO agency_login_failure (office_id, tried, failures, wait_until) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING',
          [...key, new Date(at)],
        );
        // Locked: of tries at the same moment each sees what the others left.
        const { rows } = await tx.query<{ failures: number; wait_until: Date }>(
          'SELECT failures, wait_until FROM agency_login_failure WHERE office_id = $1 AND tried = $2 FOR UPDATE',
          key,
        );
        const before = rows[0] ?? { failures: 0, wait_until: new Date(at) };
        const left = before.wait_until.getTime() - at;
        if (left > 0) return left;
        const failures = before.failures + 1;
        await tx.query('UPDATE agency_login_failure SET failures = $3, wait_until = $4 WHERE office_id = $1 AND tried = $2', [
          ...key,
          failures,
          new Date(at + delayAfter(failures)),
        ]);
        return null;
      }),
    succeeded: (agencyId, what) =>
      db.inOffice(agencyId, async (tx) => {
        await tx.query('DELETE FROM agency_login_failure WHERE office_id = $1 AND tried = $2', [agencyId, tried(what)]);
      }),
  };
}
