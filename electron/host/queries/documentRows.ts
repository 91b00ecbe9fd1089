import type { MissingRecord, RequirementRecord } from '../../../shared/domain/documents/events.ts';
import { searchedNumberEnd } from '../../../shared/domain/documents/number.ts';
import type { DocumentStage } from '../../../shared/rpc/methods/documents.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import type { Reader } from '../database/open.ts';
import { actorFromText } from '../engine/event.ts';
import { reversed } from '../state/documents.ts';

/** A registered submission as its table holds it, read into values. */
export interface DocumentRecord {
  readonly documentId: string;
  readonly number: string;
  readonly personId: string;
  readonly counterName: string;
  readonly ticketNumber: string | null;
  readonly serviceId: string;
  readonly serviceTitle: Bilingual;
  readonly received: readonly RequirementRecord[];
  readonly receivedAt: number;
  readonly readyOn: string;
  /** null: not a person of the staff; never so for what is taken in at a counter. */
  readonly staffId: string | null;
  readonly readyAt: number | null;
  readonly collected: { readonly at: number; readonly staffId: string | null } | null;
}

export interface ShortfallRecord {
  readonly shortfallId: string;
  readonly counterName: string;
  readonly ticketNumber: string | null;
  readonly serviceTitle: Bilingual;
  readonly missing: readonly MissingRecord[];
  readonly at: number;
  readonly staffId: string | null;
}

export function documentById(db: Reader, documentId: string): DocumentRecord | null {
  return documents(db, 'WHERE document_id = ?', documentId)[0] ?? null;
}

export const documentsOfTicket = (db: Reader, ticketId: string): readonly DocumentRecord[] =>
  documents(db, 'WHERE ticket_id = ? ORDER BY received_at DESC, rowid DESC', ticketId);

/** The latest submissions, newest first; a search is the end of a registration number. */
export function recentDocuments(db: Reader, search: string, limit: number, stage?: DocumentStage): readonly DocumentRecord[] {
  const end = searchedNumberEnd(search);
  const ofStage = stage === undefined ? 'true' : stages[stage];
  const newest = 'ORDER BY received_at DESC, rowid DESC LIMIT ?';
  if (end === '') return documents(db, `WHERE ${ofStage} ${newest}`, limit);
  const from = reversed(end);
  // A range on the reversed number: everything that begins with it. No character of a number is greater than `~`.
  return documents(db, `WHERE number_reversed >= ? AND number_reversed < ? AND ${ofStage} ${newest}`, from, `${from}~`, limit);
}

/** As in the partial indexes of the table. */
const stages: Readonly<Record<DocumentStage, string>> = {
  inWork: 'ready_at IS NULL AND collected_at IS NULL',
  ready: 'ready_at IS NOT NULL AND collected_at IS NULL',
  collected: 'collected_at IS NOT NULL',
};

export function shortfallById(db: Reader, shortfallId: string): ShortfallRecord | null {
  return shortfalls(db, 'WHERE shortfall_id = ?', shortfallId)[0] ?? null;
}

export const shortfallsOfTicket = (db: Reader, ticketId: string): readonly ShortfallRecord[] =>
  shortfalls(db, 'WHERE ticket_id = ? ORDER BY at DESC, rowid DESC', ticketId);

interface DocumentRow {
  document_id: string;
  number: string;
  person_id: string;
  counter_name: string;
  ticket_number: string | null;
  service_id: string;
  service_title: string;
  received: string;
  received_at: number;
  ready_on: string;
  actor: string;
  ready_at: number | null;
  collected_at: number | null;
  collected_by: string | null;
}

function documents(db: Reader, rest: string, ...values: (string | number)[]): readonly DocumentRecord[] {
  const columns = `document_id, number, person_id, counter_name, ticket_number, service_id, service_title, received, received_at,
    ready_on, actor, ready_at, collected_at, collected_by`;
  return db
    .prepare<(string | number)[], DocumentRow>(`SELECT ${columns} FROM document ${rest}`)
    .all(...values)
    .map((row) => ({
      documentId: row.document_id,
      number: row.number,
      personId: row.person_id,
      counterName: row.counter_name,
      ticketNumber: row.ticket_number,
      serviceId: row.service_id,
      serviceTitle: JSON.parse(row.service_title) as Bilingual,
      received: JSON.parse(row.received) as RequirementRecord[],
      receivedAt: row.received_at,
      readyOn: row.ready_on,
      staffId: staffIdOf(row.actor),
      readyAt: row.ready_at,
      collected: row.collected_at === null ? null : { at: row.collected_at, staffId: staffIdOf(row.collected_by ?? '') },
    }));
}

interface ShortfallRow {
  shortfall_id: string;
  counter_name: string;
  ticket_number: string | null;
  service_title: string;
  missing: string;
  at: number;
  actor: string;
}

function shortfalls(db: Reader, rest: string, value: string): readonly ShortfallRecord[] {
  return db
    .prepare<[string], ShortfallRow>(
      `SELECT shortfall_id, counter_name, ticket_number, service_title, missing, at, actor FROM document_shortfall ${rest}`,
    )
    .all(value)
    .map((row) => ({
      shortfallId: row.shortfall_id,
      counterName: row.counter_name,
      ticketNumber: row.ticket_number,
      serviceTitle: JSON.parse(row.service_title) as Bilingual,
      missing: JSON.parse(row.missing) as MissingRecord[],
      at: row.at,
      staffId: staffIdOf(row.actor),
    }));
}

function staffIdOf(actor: string): string | null {
  const from = actorFromText(actor);
  return from.kind === 'staff' ? from.staffId : null;
}
