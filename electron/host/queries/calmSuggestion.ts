import { zoneOf } from '../../../shared/domain/office/zone.ts';
import { deskOf, ticketById } from '../../../shared/domain/queue/state.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import type { Services } from '../services.ts';

type Suggestion = Output<'incident.suggestion'>;
type Known = Pick<Services, 'db' | 'engine'>;

const dayMs = 24 * 60 * 60 * 1000;
const withinMs = 30 * dayMs;
/** The third visit for the same matter tries anybody's patience. */
const manyVisits = 3;
/** Waited more than this times what was told when the ticket was given. */
const timesTheEstimate = 2;

/** Whether the visitor at a counter has a reason to be tense, and which (issue: a quiet suggestion, never more). */
export function calmSuggestion(known: Known, counterId: string): Suggestion {
  const { queue } = known.engine.states;
  const ticket = ticketById(queue, deskOf(queue, counterId).currentId ?? '');
  if (ticket === undefined) return { ticketId: null, reasons: [] };
  const reasons: Suggestion['reasons'] = [];
  const { estimateMinutes, calledAt, issuedAt, serviceId } = ticket;
  const waited = calledAt === null ? 0 : (calledAt - issuedAt) / 60_000;
  if (estimateMinutes !== null && estimateMinutes > 0 && waited > timesTheEstimate * estimateMinutes) {
    reasons.push({ kind: 'waitedLong', waitedMinutes: Math.round(waited), estimateMinutes });
  }
  const visits = visitsForTheSame(known, ticket.id, serviceId, issuedAt - withinMs);
  if (visits >= manyVisits) reasons.push({ kind: 'thirdVisit', visits });
  const note = queue.disturbances[serviceId]?.note;
  if (note !== undefined) reasons.push({ kind: 'serviceDisturbed', note });
  return { ticketId: ticket.id, reasons };
}

/** On how many days of the office the person of this ticket handed in papers or complained here about this service, today included. */
function visitsForTheSame({ db, engine }: Known, ticketId: string, serviceId: string, since: number): number {
  const times = db
    .prepare<[string, string, string, number, string, number], { at: number }>(
      `WITH who AS (
         SELECT person_id FROM document WHERE ticket_id = ? UNION SELECT person_id FROM complaint WHERE ticket_id = ? AND person_id IS NOT NULL
       )
       SELECT received_at AS at FROM document WHERE person_id IN (SELECT person_id FROM who) AND service_id = ? AND received_at >= ?
       UNION ALL
       SELECT received_at FROM complaint
       WHERE person_id IN (SELECT person_id FROM who) AND service_id = ? AND received_at >= ? AND channel = 'counter'`,
    )
    .all(ticketId, ticketId, serviceId, since, serviceId, since);
  const zone = zoneOf(engine.states.office);
  return new Set(times.map(({ at }) => officeDate(at, zone))).size;
}
