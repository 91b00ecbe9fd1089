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

/** Ids under which notes on the visits of a person may be kept: her visits and their tickets. */
export function noteIdsOfPerson(db: Reader, personId: string): readonly string[] {
  return db
    .prepare<[string], { id: string }>(
      `WITH visits AS (
         SELECT DISTINCT ticket.visit_id AS id FROM document JOIN ticket ON ticket.id = document.ticket_id WHERE document.person_id = ?
       )
       SELECT id FROM visits
       UNION SELECT ticket.id FROM ticket JOIN visits ON ticket.visit_id = visits.id`,
    )
    .all(personId)
    .map(({ id }) => id);
}

/** Tells whether an event names what stands in the vault under an id. */
export function createHasEvent(db: Reader): (kind: ErasedKind, id: string) => boolean {
  const document = db.prepare<[string]>('SELECT 1 FROM document WHERE person_id = ?');
  const note = db.prepare<[string, string]>(
    'SELECT 1 FROM visit WHERE has_note = 1 AND (id = ? OR id = (SELECT visit_id FROM ticket WHERE id = ?))',
  );
  return (kind, id) => (kind === 'person' ? document.get(id) : note.get(id, id)) !== undefined;
}

/** A person with the notes of her visits: what an erasure destroys. */
export const erasuresOf = (personId: string, noteIds: readonly string[]): readonly Erasure[] => [
  { kind: 'person', id: personId },
  ...noteIds.map((id) => ({ kind: 'note' as const, id })),
];
