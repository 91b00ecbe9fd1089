import type { Complaint } from '../../../shared/domain/complaints/state.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import type { Reader } from '../database/open.ts';

/** The complaint as the domain sees it; null: there is none. */
export function foldedComplaint(db: Reader, complaintId: string): Complaint | null {
  const row = db.prepare<[string], { folded: string }>('SELECT folded FROM complaint WHERE complaint_id = ?').get(complaintId);
  return row === undefined ? null : complaintFromText(row.folded);
}

/** A row of the complaint table, as much of it as screens need. */
export interface ComplaintRecord {
  readonly complaint_id: string;
  readonly number: string;
  readonly kind: 'full' | 'short';
  readonly channel: string;
  readonly person_id: string | null;
  readonly anonymous: number;
  readonly confidential: number;
  readonly counter_name: string | null;
  readonly ticket_number: string | null;
  readonly service_id: string | null;
  readonly service_title: string | null;
  readonly type: string | null;
  readonly tag: string | null;
  readonly class: string;
  readonly category_id: string | null;
  readonly unit_id: string | null;
  readonly urgency: string;
  readonly impact: string;
  readonly priority: string;
  readonly promised_on: string | null;
  readonly received_at: number;
  readonly received_by: string | null;
  readonly assignee_id: string | null;
  readonly stage: string;
  readonly report_due_at: number | null;
  readonly pin_hash: string;
  readonly folded: string;
}

export const complaintById = (db: Reader, complaintId: string): ComplaintRecord | null =>
  db.prepare<[string], ComplaintRecord>('SELECT * FROM complaint WHERE complaint_id = ?').get(complaintId) ?? null;

/** By the row that a search found. */
export const complaintAt = (db: Reader, row: number): ComplaintRecord | null =>
  db.prepare<[number], ComplaintRecord>('SELECT * FROM complaint WHERE rowid = ?').get(row) ?? null;

/** A person's complaints, the newest first. */
export const complaintsOfPerson = (db: Reader, personId: string, limit = 50): readonly ComplaintRecord[] =>
  db
    .prepare<[string, number], ComplaintRecord>('SELECT * FROM complaint WHERE person_id = ? ORDER BY received_at DESC LIMIT ?')
    .all(personId, limit);
