/** What somebody asks of the office on the public page becomes an order; the office's lead decides. */
import type { CentralOrder } from '../../shared/sync/orders.ts';
import { NotEnrolledError, placeOrder } from '../orders.ts';
import type { ServerServices } from '../services.ts';
import type { Subject } from './checkPin.ts';

/** Orders about one subject within a day: more is no complainant. */
export const ordersPerDay = 20;
const dayMs = 24 * 60 * 60 * 1000;

/** `twice`: the same waits already, or it was rated. `unreachable`: the office takes no orders. */
export type Sent = 'sent' | 'twice' | 'tooMany' | 'unreachable';

/** Sends an order unless the same one waits already; a button that was pressed twice has one effect. */
export async function sendOrder(
  { db, now, changes, log }: Pick<ServerServices, 'db' | 'now' | 'changes' | 'log'>,
  officeId: string,
  { kind: table, subjectId }: Subject,
  order: CentralOrder,
): Promise<Sent> {
  let sent: Sent;
  try {
    sent = await db.inOffice(officeId, async (tx) => {
      // One at a time for a subject: its row is locked.
      await tx.query(`SELECT FROM ${table} WHERE office_id = $1 AND ${table}_id = $2 FOR UPDATE`, [officeId, subjectId]);
      const { rows } = await tx.query<{ waiting: boolean; rated: boolean; today: number }>(
        `SELECT coalesce(bool_or(kind = $3 AND outcome IS NULL), false) AS waiting, count(*) FILTER (WHERE created_at > $4) AS today,
           EXISTS (SELECT FROM rating WHERE office_id = $1 AND subject_id = $2) AS rated
         FROM central_order WHERE office_id = $1 AND subject_id = $2 AND actor = 'public'`,
        [officeId, subjectId, order.kind, new Date(now() - dayMs)],
      );
      const before = rows[0];
      if (before?.waiting === true || (order.kind === 'service.rate' && before?.rated === true)) return 'twice';
      if ((before?.today ?? 0) >= ordersPerDay) return 'tooMany';
      await placeOrder(tx, officeId, order, { actor: 'public', subjectId, now: now() });
      return 'sent';
    });
  } catch (error) {
    if (!(error instanceof NotEnrolledError)) throw error;
    log.warn({ err: error, officeId }, 'the public cannot send anything to an office without a key');
    return 'unreachable';
  }
  if (sent === 'sent') changes.announce(officeId);
  return sent;
}
