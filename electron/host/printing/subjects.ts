import type { PaperKind } from '../../../shared/rpc/methods/printing.ts';
import { unreachable } from '../../../shared/result.ts';
import type { PaperOwner } from '../../../shared/domain/printing/state.ts';
import { ticketById } from '../../../shared/domain/queue/state.ts';
import type { States } from '../areas.ts';
import { complaintById } from '../complaints/complaintRows.ts';
import type { Reader } from '../database/open.ts';

/**
 * The number by which people call what is printed; null: there is no such thing. A ticket is printed on its own day only:
 * tomorrow its number is somebody else's.
 */
export const ticketLabel = (states: States, ticketId: string): string | null => ticketById(states.queue, ticketId)?.number ?? null;

/** The same for what is kept in state tables. */
export function storedLabel(db: Reader, kind: Exclude<PaperKind, 'ticket'>, subjectId: string): string | null {
  switch (kind) {
    case 'documentReceipt':
      return labelIn(db, 'SELECT number AS label FROM document WHERE document_id = ?', subjectId);
    case 'shortfallSlip':
      // A slip has no number of its own; without a ticket its service says most.
      return labelIn(
        db,
        "SELECT ifnull(ticket_number, json_extract(service_title, '$.id')) AS label FROM document_shortfall WHERE shortfall_id = ?",
        subjectId,
      );
    case 'complaintReceipt':
    case 'complaintLetter':
    case 'statusLetter':
      return labelIn(db, 'SELECT number AS label FROM complaint WHERE complaint_id = ?', subjectId);
    case 'incidentReport':
      return labelIn(db, "SELECT date(occurred_at / 1000, 'unixepoch') AS label FROM incident WHERE incident_id = ?", subjectId);
    case 'sopProposal':
      return labelIn(db, "SELECT 'SOP' AS label FROM complaint_proposal WHERE proposal_id = ?", subjectId);
    case 'blackoutSheet':
      return labelIn(db, 'SELECT number AS label FROM book_sheet WHERE sheet_id = ?', subjectId);
    default:
      return unreachable(kind);
  }
}

/** Whose complaint a paper is about; null: about none. */
export function paperOwner(db: Reader, kind: PaperKind, subjectId: string): PaperOwner | null {
  if (kind !== 'complaintReceipt' && kind !== 'complaintLetter' && kind !== 'statusLetter') return null;
  const row = complaintById(db, subjectId);
  return row === null ? null : { receivedBy: row.received_by, assigneeId: row.assignee_id };
}

const labelIn = (db: Reader, sql: string, subjectId: string): string | null =>
  db.prepare<[string], { label: string }>(sql).get(subjectId)?.label ?? null;
