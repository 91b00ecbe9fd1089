import { type OfficeTold, queueNow, type QueueNow } from '../../shared/sync/protocol.ts';
import type { ServerServices } from '../services.ts';
import type { Directory } from './directory.ts';
import { type Opening, openingOf } from './openingHours.ts';

/** Older than this, what the office last told of its queues is marked stale. */
export const staleAfterMs = 5 * 60 * 1000;

export interface QueueStatus {
  readonly told: OfficeTold | null;
  /** `null`: the office never told. */
  readonly queue: QueueNow | null;
  /** When the server heard it. */
  readonly heardAt: number | null;
  readonly isStale: boolean;
  readonly isOpen: boolean;
  /** `null`: the hours are not known. */
  readonly opening: Opening | null;
}

/** The queues of an office as it last told them. What it said long ago does not keep it open after hours. */
export async function readQueueStatus(
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  { told: toldOffices }: Pick<Directory, 'told'>,
  officeId: string,
): Promise<QueueStatus> {
  const row = await db.inOffice(officeId, async (tx) => {
    const { rows } = await tx.query<{ now: string | null; now_at: Date | null; told_at: Date | null; told: string | null }>({
      name: 'queue-status',
      text: `SELECT p.now, p.now_at, s.told_at, CASE WHEN s.told_at IS DISTINCT FROM $2 THEN s.told END AS told
        FROM (SELECT $1::uuid AS office_id) AS o LEFT JOIN office_position p ON p.office_id = o.office_id
          LEFT JOIN office_state s ON s.office_id = o.office_id`,
      values: [officeId, toldOffices.keptAt(officeId)],
    });
    return rows[0];
  });
  const told = row === undefined ? null : toldOffices.take(officeId, row);
  const queue = row?.now == null ? null : queueNow.parse(JSON.parse(row.now));
  const heardAt = row?.now_at?.getTime() ?? null;
  const isStale = heardAt === null || now() - heardAt > staleAfterMs;
  const opening = told === null ? null : openingOf(told, now());
  const isOpen = queue !== null && queue.isOpen && (!isStale || opening === null || opening.isWithinHours);
  return { told, queue, heardAt, isStale, isOpen, opening };
}
