import type { Tx } from '../../database/database.ts';
import { eraseFiles } from '../../files/files.ts';

export interface ForErasure {
  readonly complaintId: string;
  readonly receivedAt: number;
  /** `null`: it came without a person. */
  readonly complaintsOfPerson: number | null;
  readonly documentsOfPerson: number;
}

/** Complaints of a number at an office; seldom more than one. */
export async function findForErasure(tx: Tx, officeId: string, number: string): Promise<readonly ForErasure[]> {
  const { rows } = await tx.query<{ complaint_id: string; received_at: number; complaints: number | null; documents: number }>(
    `SELECT c.complaint_id, c.received_at,
       CASE WHEN c.person_id IS NULL THEN NULL
         ELSE (SELECT count(*)::int FROM complaint o WHERE o.office_id = $1 AND o.person_id = c.person_id) END AS complaints,
       (SELECT count(*)::int FROM document d WHERE d.office_id = $1 AND d.person_id = c.person_id) AS documents
     FROM complaint c WHERE c.office_id = $1 AND c.number = $2 ORDER BY c.received_at`,
    [officeId, number],
  );
  return rows.map((row) => ({
    complaintId: row.complaint_id,
    receivedAt: row.received_at,
    complaintsOfPerson: row.complaints,
    documentsOfPerson: row.documents,
  }));
}

/** Deletes every sealed word of a person and about her complaints and documents, and the files of these. */
export async function deleteContentsOf(tx: Tx, officeId: string, personId: string): Promise<void> {
  const { rows } = await tx.query<{ subject_id: string }>(
    `SELECT complaint_id AS subject_id FROM complaint WHERE office_id = $1 AND person_id = $2
     UNION ALL SELECT document_id FROM document WHERE office_id = $1 AND person_id = $2`,
    [officeId, personId],
  );
  const gone = [personId, ...rows.map(({ subject_id: subjectId }) => subjectId)];
  await tx.query('DELETE FROM sealed_text WHERE office_id = $1 AND subject_id = ANY ($2::uuid[])', [officeId, gone]);
  await eraseFiles(tx, officeId, gone);
}
