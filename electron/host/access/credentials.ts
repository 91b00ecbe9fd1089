import type { Writer } from '../database/open.ts';
import type { Clock } from '../ports.ts';
import { createLoginFailures } from './failures.ts';
import { createSerial, type SecretHasher } from './secrets.ts';

/** How a try ended. `delayMs` > 0: from now on the account waits that long. */
export type SecretCheck =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly failures: number; readonly delayMs: number }
  | { readonly kind: 'delayed'; readonly until: number };

export interface Credentials {
  /** Stretches a secret for `store`; about a third of a second. */
  hash(secret: string): Promise<string>;
  /** Stores a hashed secret; on disk when it returns. The account starts without failures. */
  store(staffId: string, hashed: string): void;
  remove(staffId: string): void;
  /** Whether the account is known here. */
  has(staffId: string): boolean;
  /**
   * Checks a secret. The try is counted as wrong on disk before it is checked, so that killing the program in between
   * gives nothing back. `active` false: the account may not log in, and answers as a wrong secret does.
   */
  check(staffId: string, secret: string, active: boolean): Promise<SecretCheck>;
}

export function createCredentials(db: Writer, clock: Clock, hasher: SecretHasher): Credentials {
  const failures = createLoginFailures(db, clock);
  const oneAtATime = createSerial();
  const select = db.prepare<[string], { secret: string }>('SELECT secret FROM credential WHERE staff_id = ?');
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO credential (staff_id, secret, changed_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET secret = excluded.secret, changed_at = excluded.changed_at`,
  );
  const remove = db.prepare<[string]>('DELETE FROM credential WHERE staff_id = ?');

  return {
    hash: (secret) => hasher.hash(secret),
    store(staffId, hashed) {
      put.run(staffId, hashed, clock.now());
      failures.clear(staffId);
    },
    remove: (staffId) => void remove.run(staffId),
    has: (staffId) => select.get(staffId) !== undefined,
    check: (staffId, secret, active) =>
      oneAtATime(async () => {
        const until = failures.delayedUntil(staffId);
        if (until !== null) return { kind: 'delayed', until };
        const stored = select.get(staffId)?.secret ?? null;
        const counted = failures.count(staffId, stored !== null);
        const right = await hasher.verify(secret, active ? stored : null);
        if (!right) return { kind: 'wrong', ...counted };
        failures.clear(staffId);
        return { kind: 'right' };
      }),
  };
}
