import type { Bilingual } from '../../../shared/domain/values.ts';
import type { Reader } from '../database/open.ts';
import type { ErasedKind, Erasure } from '../vault/erasures.ts';

/** A registered submission of a person, as an export lists it. */
export interface PersonalDocument {
  readonly number: string;
  readonly service: string;
  readonly receivedAt: number;
}

export function documentsOfPerson(db: Reader, personId: string): readonly PersonalDocument[] {
  const rows = db
    .prepare<[string], { number: string; title: string; receivedAt: number }>(
      'SELECT number, service_title AS title, received_at AS receivedAt FROM document WHERE person_id = ? ORDER BY received_at, number',
    )
    .all(personId);
  return rows.map(({ title, ...row }) => ({ ...row, service: (JSON.parse(title) as Bilingual).id }));
}

export function countDocuments(db: Reader, personId: string): number {
  return db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM document WHERE person_id = ?').get(personId)?.n ?? 0;
}

/** A complaint of a person, as an export lists it. */
export interface PersonalComplaint {
  readonly complaintId: string;
  readonly number: string;
  readonly stage: string;
  readonly receivedAt: number;
}

export const complaintsOf = (db: Reader, personId: string): readonly PersonalComplaint[] =>
  db
    .prepare<[string], PersonalComplaint>(
      'SELECT complaint_id AS complaintId, number, stage, received_at AS receivedAt FROM complaint WHERE person_id = ? ORDER BY received_at, number',
    )
    .all(personId);

export function countComplaints(db: Reader, personId: string): number {
  return db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM complaint WHERE person_id = ?').get(personId)?.n ?? 0;
}

/**
 * Ids under which something about a person may be kept: the notes of her visits and their tickets, the words of her
 * complaints and of everything that followed, their attachments, and the reports of incidents during her visits.
 */
export function noteIdsOfPerson(db: Reader, personId: string): readonly string[] {
  return db
    .prepare<[string, string, string, string], { id: string }>(
      `WITH visits AS (
         SELECT ticket.visit_id AS id FROM document JOIN ticket ON ticket.id = document.ticket_id WHERE document.person_id = ?
         UNION SELECT ticket.visit_id FROM complaint JOIN ticket ON ticket.id = complaint.ticket_id WHERE complaint.person_id = ?
       )
       SELECT id FROM visits
       UNION SELECT ticket.id FROM ticket JOIN visits ON ticket.visit_id = visits.id
       UNION SELECT incident_id FROM incident JOIN ticket ON ticket.id = incident.ticket_id JOIN visits ON ticket.visit_id = visits.id
       UNION SELECT text_id FROM complaint_text JOIN complaint USING (complaint_id) WHERE complaint.person_id = ?
       UNION SELECT attachment_id FROM complaint_attachment JOIN complaint USING (complaint_id) WHERE complaint.person_id = ?`,
    )
    .all(personId, personId, personId, personId)
    .map(({ id }) => id);
}

/** Tells whether an event names what stands in the vault under an id. */
export function createHasEvent(db: Reader): (kind: ErasedKind, id: string) => boolean {
  const person = db.prepare<[string, string]>(
    'SELECT 1 FROM document WHERE person_id = ? UNION ALL SELECT 1 FROM complaint WHERE person_id = ?',
  );
  // What is typed from a sheet of the blackout book lies in the vault under the sheet.
  const words = db.prepare<[string, string, string, string, string]>(
    `SELECT 1 FROM complaint_text WHERE text_id = ? UNION ALL SELECT 1 FROM complaint_attachment WHERE attachment_id = ?
     UNION ALL SELECT 1 FROM complaint_proposal WHERE proposal_id = ? UNION ALL SELECT 1 FROM incident WHERE incident_id = ?
     UNION ALL SELECT 1 FROM book_sheet WHERE sheet_id = ?`,
  );
  const note = db.prepare<[string, string]>(
    'SELECT 1 FROM visit WHERE has_note = 1 AND (id = ? OR id = (SELECT visit_id FROM ticket WHERE id = ?))',
  );
  return (kind, id) => {
    if (kind === 'person') return person.get(id, id) !== undefined;
    return note.get(id, id) !== undefined || words.get(id, id, id, id, id) !== undefined;
  };
}

/** A person with the notes of her visits: what an erasure destroys. */
export const erasuresOf = (personId: string, noteIds: readonly string[]): readonly Erasure[] => [
  { kind: 'person', id: personId },
  ...noteIds.map((id) => ({ kind: 'note' as const, id })),
];
