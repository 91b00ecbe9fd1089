import { ticketById, visitById } from '../../../shared/domain/queue/state.ts';
import {
  type CallReason,
  type PriorityGround,
  type TicketStatus,
  type TicketView,
  type VisitStep,
} from '../../../shared/domain/queue/types.ts';
import { ticketViews } from '../../../shared/domain/queue/views.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Reader } from '../database/open.ts';
import type { Answered } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';

interface TicketRow {
  id: string;
  visit_id: string;
  number: string;
  service_id: string;
  ground: PriorityGround | null;
  status: TicketStatus;
  counter_id: string | null;
  issued_at: number;
  called_at: number | null;
  serving_at: number | null;
  ended_at: number | null;
  held_ms: number;
  held_at: number | null;
  disturbed_at: number | null;
  recalls: number;
  reason: string | null;
  step: VisitStep | null;
  received: string;
  has_note: number;
}

/** A ticket of any day with its visit's other tickets and note. */
export function ticketQuery({ db, engine, vault }: Pick<Services, 'db' | 'engine' | 'vault'>, ticketId: string): Answered<'queue.ticket'> {
  const today = ticketById(engine.states.queue, ticketId);
  const visit = today === undefined ? ticketsOfVisit(db, ticketId) : ticketsToday(engine, today.visitId);
  const ticket = visit.find((one) => one.id === ticketId);
  if (ticket === undefined) return refuse({ type: 'ticketUnknown' });
  return ok({ ticket, note: ticket.hasNote ? vault.note(ticket.visitId) : null, visit });
}

function ticketsToday({ states }: Services['engine'], visitId: string): TicketView[] {
  return ticketViews(states.queue, visitById(states.queue, visitId)?.ticketIds ?? []);
}

/** All tickets of the visit that a ticket of an earlier day belongs to, in the order of their issue. */
function ticketsOfVisit(db: Reader, ticketId: string): TicketView[] {
  const rows = db
    .prepare<[string], TicketRow>(
      `SELECT ticket.*, visit.has_note FROM ticket JOIN visit ON visit.id = ticket.visit_id
       WHERE ticket.visit_id = (SELECT visit_id FROM ticket WHERE id = ?) ORDER BY ticket.issued_at, ticket.id`,
    )
    .all(ticketId);
  return rows.map(viewOfRow);
}

function viewOfRow(row: TicketRow): TicketView {
  return {
    id: row.id,
    visitId: row.visit_id,
    number: row.number,
    serviceId: row.service_id,
    ground: row.ground,
    status: row.status,
    counterId: row.counter_id,
    issuedAt: row.issued_at,
    calledAt: row.called_at,
    servingAt: row.serving_at,
    endedAt: row.ended_at,
    heldMs: row.held_ms,
    disturbedAt: row.disturbed_at,
    heldAt: row.held_at,
    recalls: row.recalls,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as CallReason),
    step: row.step,
    receivedRequirementIds: JSON.parse(row.received) as string[],
    hasNote: row.has_note === 1,
  };
}
