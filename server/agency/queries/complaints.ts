import type { Complaint } from '../../../shared/domain/complaints/state.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import type { ComplaintPriority, ComplaintStage } from '../../../shared/domain/complaints/types.ts';
import type { Tx } from '../../database/database.ts';
import type { PublicStep } from '../../sync/projections/steps.ts';
import type { AgencyUser } from '../roles.ts';

export const pageSize = 40;

export interface Filters {
  readonly officeIds: readonly string[];
  readonly unitId: string | null;
  /** `null`: all that are not over. */
  readonly stage: ComplaintStage | null;
  readonly overdue: boolean;
  /** Exactly this number. */
  readonly number: string | null;
  /** From 1. */
  readonly page: number;
}

export interface BacklogRow {
  readonly officeId: string;
  readonly complaintId: string;
  readonly number: string;
  readonly receivedAt: number;
  readonly stage: ComplaintStage;
  readonly priority: ComplaintPriority;
  readonly unitId: string | null;
  readonly confidential: boolean;
  readonly dueAt: number | null;
}

/** Which complaints a user may know of, beside her offices: see `maySee`. Parameters $2 (units), $3 (confidential ones too). */
const visible = '($2::text[] IS NULL OR unit_id = ANY ($2)) AND ($3 OR NOT confidential)';
const visibleTo = ({ role, seesUnits }: AgencyUser) => [role === 'pejabat' ? seesUnits : null, role !== 'pengamat'];

/** A page of complaints, those that are due first at its head. @param tx sees the offices. */
export async function listComplaints(
  tx: Tx,
  user: AgencyUser,
  { officeIds, unitId, stage, overdue, number, page }: Filters,
  now: number,
): Promise<{ readonly rows: readonly BacklogRow[]; readonly total: number }> {
  const where = `office_id = ANY ($1::uuid[]) AND ${visible} AND ($4::text IS NULL OR unit_id = $4)
    AND ${stage === null && number === null ? "stage NOT IN ('closed', 'merged', 'referred')" : 'true'} AND ($5::text IS NULL OR stage = $5)
    AND (NOT $6 OR (due_at < $7 AND stage NOT IN ('closed', 'merged', 'referred'))) AND ($8::text IS NULL OR number = $8)`;
  const values = [officeIds, ...visibleTo(user), unitId, stage, overdue, now, number];
  const counted = await tx.query<{ n: number }>(`SELECT count(*)::int AS n FROM complaint WHERE ${where}`, values);
  const { rows } = await tx.query<{
    office_id: string;
    complaint_id: string;
    number: string;
    received_at: number;
    stage: ComplaintStage;
    priority: ComplaintPriority;
    unit_id: string | null;
    confidential: boolean;
    due_at: number | null;
  }>(
    `SELECT office_id, complaint_id, number, received_at, stage, priority, unit_id, confidential, due_at FROM complaint WHERE ${where}
     ORDER BY due_at NULLS LAST, received_at DESC, complaint_id LIMIT ${pageSize} OFFSET $9`,
    [...values, (page - 1) * pageSize],
  );
  return {
    total: counted.rows[0]?.n ?? 0,
    rows: rows.map((row) => ({
      officeId: row.office_id,
      complaintId: row.complaint_id,
      number: row.number,
      receivedAt: row.received_at,
      stage: row.stage,
      priority: row.priority,
      unitId: row.unit_id,
      confidential: row.confidential,
      dueAt: row.due_at,
    })),
  };
}

export interface OneComplaint {
  readonly complaint: Complaint;
  readonly steps: readonly PublicStep[];
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly type: string | null;
  readonly priority: ComplaintPriority;
  readonly confidential: boolean;
  readonly anonymous: boolean;
}

export async function complaintById(tx: Tx, officeId: string, complaintId: string): Promise<OneComplaint | null> {
  const { rows } = await tx.query<{
    folded: string;
    steps: string;
    unit_id: string | null;
    service_id: string | null;
    category_id: string | null;
    type: string | null;
    priority: ComplaintPriority;
    confidential: boolean;
    anonymous: boolean;
  }>(
    `SELECT folded, steps, unit_id, service_id, category_id, type, priority, confidential, anonymous
     FROM complaint WHERE office_id = $1 AND complaint_id = $2`,
    [officeId, complaintId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    complaint: complaintFromText(row.folded),
    steps: JSON.parse(row.steps) as PublicStep[],
    unitId: row.unit_id,
    serviceId: row.service_id,
    categoryId: row.category_id,
    type: row.type,
    priority: row.priority,
    confidential: row.confidential,
    anonymous: row.anonymous,
  };
}

export interface SealedRow {
  readonly textId: string;
  readonly kind: string;
  readonly keyId: string;
  readonly ephemeral: Buffer;
  readonly content: Buffer;
}

/** All sealed words of a complaint. */
export async function sealedTexts(tx: Tx, officeId: string, complaintId: string): Promise<readonly SealedRow[]> {
  const { rows } = await tx.query<{ text_id: string; kind: string; key_id: string; ephemeral: Buffer; content: Buffer }>(
    'SELECT text_id, kind, key_id, ephemeral, content FROM sealed_text WHERE office_id = $1 AND subject_id = $2',
    [officeId, complaintId],
  );
  return rows.map(({ text_id: textId, kind, key_id: keyId, ephemeral, content }) => ({ textId, kind, keyId, ephemeral, content }));
}

/** An order about a subject, and what became of it. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly kind: string;
  /** `null`: not of this agency's people. */
  readonly userId: string | null;
  readonly textId: string | null;
  readonly createdAt: number;
  /** `null`: the office has not decided. */
  readonly outcome: string | null;
  readonly decidedAt: number | null;
}

/** Orders about a complaint or another subject, the oldest first. */
export async function ordersAbout(tx: Tx, officeId: string, subjectId: string): Promise<readonly PlacedOrder[]> {
  const { rows } = await tx.query<{
    order_id: string;
    kind: string;
    actor: string;
    text_id: string | null;
    created_at: Date;
    outcome: string | null;
    decided_at: number | null;
  }>(
    `SELECT o.order_id, o.kind, o.actor, s.text_id, o.created_at, o.outcome, o.decided_at
     FROM central_order o LEFT JOIN agency_sent s ON s.office_id = o.office_id AND s.order_id = o.order_id
     WHERE o.office_id = $1 AND o.subject_id = $2 ORDER BY o.order_id`,
    [officeId, subjectId],
  );
  return rows.map((row) => ({
    orderId: row.order_id,
    kind: row.kind,
    userId: row.actor.startsWith('agency:') ? row.actor.slice('agency:'.length) : null,
    textId: row.text_id,
    createdAt: row.created_at.getTime(),
    outcome: row.outcome,
    decidedAt: row.decided_at,
  }));
}
