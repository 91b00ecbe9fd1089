import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import type { Misread, Projection } from '../projections.ts';

const decided = z.object({ orderId: id, outcome: z.string().min(1).max(80) });
const rated = z.object({
  subjectId: id,
  score: z.number().int().min(1).max(5),
  skm: z.array(z.number().int().min(1).max(4).nullable()).length(9).nullable(),
});

/** What became of the server's orders, and ratings as the office recorded them. */
export const projectOrders: Projection = async (tx, { officeId }, events) => {
  const misread: Misread[] = [];
  for (const { event, data } of events) {
    if (event.type === 'orderDecided.v1') {
      const columns = decided.safeParse(data);
      if (!columns.success) misread.push({ event, detail: z.prettifyError(columns.error) });
      else
        await tx.query('UPDATE central_order SET outcome = $3, decided_at = $4 WHERE office_id = $1 AND order_id = $2', [
          officeId,
          columns.data.orderId,
          columns.data.outcome,
          event.at,
        ]);
    } else if (event.type === 'serviceRated.v1') {
      const columns = rated.safeParse(data);
      if (!columns.success) misread.push({ event, detail: z.prettifyError(columns.error) });
      else
        await tx.query(
          `INSERT INTO rating (office_id, subject_id, at, score, skm) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (office_id, subject_id) DO UPDATE SET at = excluded.at, score = excluded.score, skm = excluded.skm
             WHERE rating.at <= excluded.at`,
          [
            officeId,
            columns.data.subjectId,
            event.at,
            columns.data.score,
            columns.data.skm === null ? null : JSON.stringify(columns.data.skm),
          ],
        );
    }
  }
  return misread;
};
