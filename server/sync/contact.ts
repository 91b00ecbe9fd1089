import type { Tx } from '../database/database.ts';

/** Written down at most this often: an office asks every half minute. */
const everyMs = 2 * 60_000;

/** Remembers that an office asked: a quiet one pushes nothing, and is there all the same. */
export async function noteContact(tx: Tx, officeId: string, now: number): Promise<void> {
  const { rows } = await tx.query<{ asked_at: Date }>('SELECT asked_at FROM office_contact WHERE office_id = $1', [officeId]);
  const last = rows[0]?.asked_at.getTime();
  if (last !== undefined && now - last < everyMs) return;
  await tx.query(
    'INSERT INTO office_contact (office_id, asked_at) VALUES ($1, $2) ON CONFLICT (office_id) DO UPDATE SET asked_at = excluded.asked_at',
    [officeId, new Date(now)],
  );
}
