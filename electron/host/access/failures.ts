import { delayAfter } from '../../../shared/domain/access/delay.ts';
import type { Writer } from '../database/open.ts';
import type { Clock } from '../ports.ts';

/**
 * Wrong secrets per account and the delay they cost. Known accounts are on disk, so that neither a restart nor a kill
 * gives tries back; ids that no account has are counted in memory only, so that nobody can fill the disk with them.
 *
 * While the program runs, a delay is measured by the monotonic clock and moving the wall clock does nothing to it.
 * Across a restart only the wall clock is left: a clock set back never makes the wait longer than the delay itself,
 * and one set forward gains a single try, because the count stays and the next delay is longer.
 */
export interface LoginFailures {
  /** When the account may try again (ms since the epoch), or `null`: now. */
  delayedUntil(staffId: string): number | null;
  /** Counts a try as wrong and starts the delay it costs. On disk, for known accounts, when it returns. */
  count(staffId: string, known: boolean): { readonly failures: number; readonly delayMs: number };
  /** The try was right after all: nothing is held against the account any more. */
  clear(staffId: string): void;
}

interface Entry {
  readonly failures: number;
  /** Monotonic end of the delay. */
  readonly until: number;
}

interface Row {
  staff_id: string;
  failures: number;
  delay_ms: number;
  delayed_until: number;
}

const strangersKept = 1000;

export function createLoginFailures(db: Writer, clock: Clock): LoginFailures {
  const entries = new Map<string, Entry>();
  const strangers = new Map<string, Entry>();
  const put = db.prepare<[string, number, number, number]>(
    `INSERT INTO login_failure (staff_id, failures, delay_ms, delayed_until) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET failures = excluded.failures, delay_ms = excluded.delay_ms, delayed_until = excluded.delayed_until`,
  );
  const remove = db.prepare<[string]>('DELETE FROM login_failure WHERE staff_id = ?');
  for (const row of db.prepare<[], Row>('SELECT * FROM login_failure').all()) {
    const left = Math.min(Math.max(row.delayed_until - clock.now(), 0), row.delay_ms);
    entries.set(row.staff_id, { failures: row.failures, until: clock.monotonic() + left });
  }
  const entryOf = (staffId: string) => entries.get(staffId) ?? strangers.get(staffId);

  return {
    delayedUntil(staffId) {
      const left = (entryOf(staffId)?.until ?? 0) - clock.monotonic();
      return left > 0 ? clock.now() + Math.ceil(left) : null;
    },
    count(staffId, known) {
      const failures = (entryOf(staffId)?.failures ?? 0) + 1;
      const delayMs = delayAfter(failures);
      const entry = { failures, until: clock.monotonic() + delayMs };
      if (known) {
        put.run(staffId, failures, delayMs, clock.now() + delayMs);
        entries.set(staffId, entry);
      } else {
        strangers.set(staffId, entry);
        const oldest = strangers.keys().next().value;
        if (strangers.size > strangersKept && oldest !== undefined) strangers.delete(oldest);
      }
      return { failures, delayMs };
    },
    clear(staffId) {
      if (entries.delete(staffId)) remove.run(staffId);
    },
  };
}
