import type { FloorView } from '../../../shared/rpc/methods/floor.ts';
import type { Reader } from '../database/open.ts';

const mostShown = 10;

/** Complaints whose next deadline is over or falls on today, by the index on it. Their numbers only: words are in the vault. */
export function complaintsToday(db: Reader, now: number, endOfToday: number): FloorView['complaints'] {
  const counts = db
    .prepare<[number, number], { overdue: number; n: number }>(
      'SELECT count(*) FILTER (WHERE due_at < ?) AS overdue, count(*) AS n FROM complaint WHERE due_at < ?',
    )
    .get(now, endOfToday) ?? { overdue: 0, n: 0 };
  const rows = db
    .prepare<[number, number], { complaintId: string; number: string; dueAt: number }>(
      'SELECT complaint_id AS complaintId, number, due_at AS dueAt FROM complaint WHERE due_at < ? ORDER BY due_at, received_at LIMIT ?',
    )
    .all(endOfToday, mostShown);
  return {
    overdue: counts.overdue,
    dueToday: counts.n - counts.overdue,
    next: rows.map((row) => ({ ...row, overdue: row.dueAt < now })),
  };
}
