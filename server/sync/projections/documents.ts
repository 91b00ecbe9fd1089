import { z } from 'zod';
import { bilingual, date, id } from '../../../shared/domain/values.ts';
import type { Misread, Projection } from '../projections.ts';

const received = z.object({
  documentId: id,
  personId: id,
  number: z.string().min(1).max(40),
  serviceId: id,
  serviceTitle: bilingual(400),
  readyOn: date,
});
const named = z.object({ documentId: id });

/** Documents that were handed in, and how far they are. One statement each: an office hands in a few hundred a day. */
export const projectDocuments: Projection = async (tx, { officeId, pins }, events) => {
  const misread: Misread[] = [];
  for (const { event, data } of events) {
    if (!event.type.startsWith('document')) continue;
    if (event.type === 'documentReceived.v1') {
      const columns = received.safeParse(data);
      if (!columns.success) {
        misread.push({ event, detail: z.prettifyError(columns.error) });
        continue;
      }
      const { documentId, number, serviceId, serviceTitle, personId, readyOn } = columns.data;
      await tx.query(
        `INSERT INTO document (office_id, document_id, number, received_at, service_id, service, person_id, ready_on, pin_tag)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        [officeId, documentId, number, event.at, serviceId, JSON.stringify(serviceTitle), personId, readyOn, pins.get(documentId) ?? null],
      );
    } else if (event.type === 'documentReady.v1' || event.type === 'documentCollected.v1') {
      const columns = named.safeParse(data);
      if (!columns.success) {
        misread.push({ event, detail: z.prettifyError(columns.error) });
        continue;
      }
      const column = event.type === 'documentReady.v1' ? 'ready_at' : 'collected_at';
      await tx.query(`UPDATE document SET ${column} = coalesce(${column}, $3) WHERE office_id = $1 AND document_id = $2`, [
        officeId,
        columns.data.documentId,
        event.at,
      ]);
    }
  }
  return misread;
};
