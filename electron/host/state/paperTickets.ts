import type { BookEvent, PaperTicketCorrected } from '../../../shared/domain/book/events.ts';
import type { PaperOutcome } from '../../../shared/domain/book/types.ts';
import type { TicketStatus } from '../../../shared/domain/queue/types.ts';
import type { Writer } from '../database/open.ts';
import type { RecordedEvent } from '../engine/event.ts';

const streamPrefix = 'book/';

/** A recorded event as one of the blackout book's, with the day of its sheet; `null` when it is another area's. */
export function bookEvent({ stream, type, data }: RecordedEvent): (BookEvent & { readonly date: string }) | null {
  if (!stream.startsWith(streamPrefix)) return null;
  return { type, data, date: stream.slice(streamPrefix.length) } as ReturnType<typeof bookEvent>;
}

const statusOf: Readonly<Record<PaperOutcome, TicketStatus>> = {
  finished: 'finished',
  noShow: 'noShow',
  left: 'cancelled',
  unfinished: 'expired',
};
const endReasonOf: Readonly<Record<PaperOutcome, string | null>> = {
  finished: null,
  noShow: null,
  left: 'visitorLeft',
  unfinished: 'blackout',
};

/** Visits on paper among the tickets of their day, with the times that were written; paper knows no moment between call and service. */
export function preparePaperTickets(db: Writer): (recorded: RecordedEvent) => void {
  const issue = db.prepare(
    `INSERT INTO ticket (id, visit_id, date, number, service_id, ground, status, arrival_order, issued_at, held_ms, recalls, received,
       entered_afterwards)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, 0, 0, '[]', 1)`,
  );
  const call = db.prepare(
    `UPDATE ticket SET status = 'called', counter_id = @counterId, first_called_at = @at, called_at = @at, serving_at = @at WHERE id = @id`,
  );
  const end = db.prepare('UPDATE ticket SET status = @status, ended_at = @at, end_reason = @reason WHERE id = @id');
  const remove = db.prepare('DELETE FROM ticket WHERE id = ?');
  const finish = (id: string, outcome: PaperOutcome, at: number | null) =>
    void end.run({ id, status: statusOf[outcome], at, reason: endReasonOf[outcome] });

  const correct = ({ ticketId, visitId, number, date, after, times }: PaperTicketCorrected) => {
    remove.run(ticketId);
    if (after === null || times === null) return;
    issue.run(ticketId, visitId, date, number, after.serviceId, after.ground, times.arrivedAt);
    if (times.calledAt !== null) call.run({ id: ticketId, counterId: after.counterId, at: times.calledAt });
    finish(ticketId, after.outcome, endOf(after.outcome, times));
  };

  return (recorded) => {
    const event = bookEvent(recorded);
    switch (event?.type) {
      case 'paperTicketIssued.v1': {
        const { ticketId, visitId, number, serviceId, ground, happenedAt } = event.data;
        return void issue.run(ticketId, visitId, event.date, number, serviceId, ground, happenedAt);
      }
      case 'paperTicketCalled.v1':
        return void call.run({ id: event.data.ticketId, counterId: event.data.counterId, at: event.data.happenedAt });
      case 'paperTicketFinished.v1':
        return finish(event.data.ticketId, 'finished', event.data.happenedAt);
      case 'paperTicketNoShow.v1':
        return finish(event.data.ticketId, 'noShow', event.data.happenedAt);
      case 'paperTicketLeft.v1':
        return finish(event.data.ticketId, 'left', event.data.timeKnown ? event.data.happenedAt : null);
      case 'paperTicketExpired.v1':
        return finish(event.data.ticketId, 'unfinished', null);
      case 'paperTicketCorrected.v1':
        return correct(event.data);
      case 'blackoutSheetMade.v1':
      case 'blackoutSheetsSkipped.v1':
      case 'blackoutReminderDismissed.v1':
      case undefined:
        return undefined;
    }
  };
}

/** When a visit ended, as its events would say it; null: nobody wrote it down. */
function endOf(outcome: PaperOutcome, { calledAt, finishedAt }: NonNullable<PaperTicketCorrected['times']>): number | null {
  if (outcome === 'noShow') return finishedAt ?? calledAt;
  return outcome === 'unfinished' ? null : finishedAt;
}
