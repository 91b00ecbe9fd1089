import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import { eraseFiles } from '../../files/files.ts';
import type { Misread, Projection } from '../projections.ts';

const erased = z.object({ personId: id, noteIds: z.array(id) });

/**
 * Who was erased at the office is erased here: all her sealed texts and files go, with those of her complaints and documents. Words
 * that people of the agency sent about them (kind `sent`) lie under the same complaints.
 */
export const projectPeople: Projection = async (tx, { officeId }, events) => {
  const misread: Misread[] = [];
  for (const { event, data } of events) {
    if (event.type !== 'personErased.v1') continue;
    const columns = erased.safeParse(data);
    if (!columns.success) {
      misread.push({ event, detail: z.prettifyError(columns.error) });
      continue;
    }
    const { personId, noteIds } = columns.data;
    const { rows } = await tx.query<{ subject_id: string }>(
      `SELECT complaint_id AS subject_id FROM complaint WHERE office_id = $1 AND person_id = $2
       UNION ALL SELECT document_id FROM document WHERE office_id = $1 AND person_id = $2`,
      [officeId, personId],
    );
    const gone = [personId, ...noteIds, ...rows.map(({ subject_id: subjectId }) => subjectId)];
    await tx.query('DELETE FROM sealed_text WHERE office_id = $1 AND (text_id = ANY ($2::uuid[]) OR subject_id = ANY ($2::uuid[]))', [
      officeId,
      gone,
    ]);
    await eraseFiles(tx, officeId, gone);
  }
  return misread;
};
