import type { Tx } from '../database/database.ts';

/**
 * Calendar days after it ended during which a complainant may open her complaint again on the public page, the last one
 * included. Our own default: the law names none (decision 24).
 */
export const defaultReopenDays = 30;

/** As it is set, else the default. */
export async function reopenDaysOf(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await tx.query<{ reopen_days: number }>('SELECT reopen_days FROM public_setting WHERE office_id = $1', [officeId]);
  return rows[0]?.reopen_days ?? defaultReopenDays;
}

/** @param days 0–365; 0: only at the counter. */
export async function setReopenDays(tx: Tx, officeId: string, days: number): Promise<void> {
  await tx.query(
    `INSERT INTO public_setting (office_id, reopen_days) VALUES ($1, $2) ON CONFLICT (office_id) DO UPDATE SET reopen_days = excluded.reopen_days`,
    [officeId, days],
  );
}
