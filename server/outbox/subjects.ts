import type { Tx } from '../database/database.ts';
import type { Change } from './changes.ts';

/** A complaint or document as far as others are told of it; no words of anybody. */
export interface Subject {
  readonly number: string;
  /** `null`: nobody gave her name. */
  readonly personId: string | null;
  /** What webhooks say of it. */
  readonly told: Readonly<Record<string, string | number | boolean | null>>;
}

/** What the changes are about, as it is after the batch. One query for each kind of it. */
export async function readSubjects(tx: Tx, officeId: string, changes: readonly Change[]): Promise<ReadonlyMap<string, Subject>> {
  const idsOf = (subject: Change['subject']) => [
    ...new Set(changes.filter((change) => change.subject === subject).map(({ subjectId }) => subjectId)),
  ];
  const subjects = new Map<string, Subject>();
  for (const row of await readComplaints(tx, officeId, idsOf('complaint'))) subjects.set(row.complaint_id, toComplaint(row));
  for (const row of await readDocuments(tx, officeId, idsOf('document'))) subjects.set(row.document_id, toDocument(row));
  return subjects;
}

interface ComplaintRow {
  complaint_id: string;
  number: string;
  stage: string;
  class: string;
  category_id: string | null;
  unit_id: string | null;
  person_id: string | null;
  confidential: boolean;
  due_at: number | null;
}

async function readComplaints(tx: Tx, officeId: string, ids: readonly string[]): Promise<readonly ComplaintRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<ComplaintRow>(
    `SELECT complaint_id, number, stage, class, category_id, unit_id, person_id, confidential, due_at
     FROM complaint WHERE office_id = $1 AND complaint_id = ANY ($2::uuid[])`,
    [officeId, ids],
  );
  return rows;
}

const toComplaint = (row: ComplaintRow): Subject => ({
  number: row.number,
  personId: row.person_id,
  told: {
    complaintId: row.complaint_id,
    number: row.number,
    stage: row.stage,
    class: row.class,
    categoryId: row.category_id,
    unitId: row.unit_id,
    confidential: row.confidential,
    dueAt: isoOf(row.due_at),
  },
});

interface DocumentRow {
  document_id: string;
  number: string;
  service_id: string;
  person_id: string;
  ready_on: string;
}

async function readDocuments(tx: Tx, officeId: string, ids: readonly string[]): Promise<readonly DocumentRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<DocumentRow>(
    'SELECT document_id, number, service_id, person_id, ready_on FROM document WHERE office_id = $1 AND document_id = ANY ($2::uuid[])',
    [officeId, ids],
  );
  return rows;
}

const toDocument = (row: DocumentRow): Subject => ({
  number: row.number,
  personId: row.person_id,
  told: { documentId: row.document_id, number: row.number, serviceId: row.service_id, readyOn: row.ready_on },
});

/** A station's clock may say anything; what is no date is `null`. */
export function isoOf(at: number | null): string | null {
  if (at === null) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
