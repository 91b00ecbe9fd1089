import type { Happened } from '../../../shared/domain/decider.ts';
import type { PlainQueueEvent } from '../../../shared/domain/queue/events.ts';
import type { Writer } from '../database/open.ts';
import { forgetDay } from './forgetDay.ts';
import { preparePaperTickets } from './paperTickets.ts';
import { queueEvents } from './queueEvent.ts';
import { prepareDisturbance, serviceDisturbanceSchema } from './serviceDisturbances.ts';
import type { StateTable } from './stateTable.ts';

/**
 * Every ticket ever issued and how it ended. The unique index on day and number is the promise that no number is given
 * twice, and the way to all tickets of a day. Neither index is touched when a ticket is called.
 */
export const ticketTable: StateTable = {
  name: 'tickets',
  version: 2,
  tables: ['ticket', 'service_disturbance'],
  schema: `
    CREATE TABLE ticket (
      id              TEXT    PRIMARY KEY,  -- UUIDv7
      visit_id        TEXT    NOT NULL,
      date            TEXT    NOT NULL,     -- office day
      number          TEXT    NOT NULL,     -- A-012
      service_id      TEXT    NOT NULL,     -- the service it waits for or was served at last
      ground          TEXT,                 -- priority ground; NULL: regular
      status          TEXT    NOT NULL,
      counter_id      TEXT,
      arrival_order   REAL    NOT NULL,     -- not whole for one who was put between two others: by a merge, by the blackout book
      issued_at       INTEGER NOT NULL,     -- all times: ms since the epoch (UTC)
      first_called_at INTEGER,              -- stays when it is called again
      called_at       INTEGER,
      serving_at      INTEGER,
      ended_at        INTEGER,
      held_at         INTEGER,              -- start of the running hold
      disturbed_at    INTEGER,              -- served since then while its service is disturbed
      held_ms         INTEGER NOT NULL,     -- finished holds and disturbances: no time at the counter
      recalls         INTEGER NOT NULL,
      reason          TEXT,                 -- JSON of the last call's reason
      end_reason      TEXT,                 -- why it was cancelled or expired
      step            TEXT,                 -- of the visit's script
      received        TEXT    NOT NULL,     -- JSON: ids of the requirements received
      entered_afterwards INTEGER NOT NULL,  -- 1: from the blackout book
      UNIQUE (date, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ticket_by_visit ON ticket (visit_id);
    ${serviceDisturbanceSchema}
  `,
  forget(db) {
    const forget = [forgetDay('ticket')(db), forgetDay('service_disturbance')(db)];
    return (stream) => {
      for (const one of forget) one(stream);
    };
  },
  prepare(db) {
    const apply = prepareApply(db);
    const applyPaper = preparePaperTickets(db);
    return (recorded) => {
      applyPaper(recorded);
      for (const event of queueEvents(recorded)) apply(event, event.date);
    };
  },
};

function prepareApply(db: Writer): (event: PlainQueueEvent & Happened, date: string) => void {
  const issue = db.prepare(
    `INSERT INTO ticket (id, visit_id, date, number, service_id, ground, status, arrival_order, issued_at, first_called_at, held_ms,
       recalls, received, entered_afterwards)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, 0, 0, '[]', ?)`,
  );
  const call = db.prepare(
    `UPDATE ticket SET status = 'called', counter_id = @counterId, called_at = @at, reason = @reason,
       first_called_at = coalesce(first_called_at, @at) WHERE id = @id`,
  );
  const recall = db.prepare('UPDATE ticket SET recalls = recalls + 1 WHERE id = ?');
  const isDisturbed = `EXISTS (SELECT 1 FROM service_disturbance AS d
      WHERE d.date = ticket.date AND d.service_id = ticket.service_id AND d.ended_at IS NULL)`;
  const disturbedFrom = `disturbed_at = CASE WHEN ${isDisturbed} THEN @at END`;
  const serve = db.prepare(`UPDATE ticket SET status = 'serving', serving_at = @at, step = 'greet', ${disturbedFrom} WHERE id = @id`);
  const disturbedMs = 'CASE WHEN disturbed_at IS NULL THEN 0 ELSE max(0, @at - disturbed_at) END';
  const hold = db.prepare(
    `UPDATE ticket SET status = 'held', held_at = @at, held_ms = held_ms + ${disturbedMs}, disturbed_at = NULL WHERE id = @id`,
  );
  const heldUntilNow = `held_ms = held_ms + CASE WHEN held_at IS NULL THEN 0 ELSE max(0, @at - held_at) END, held_at = NULL`;
  const excludedUntilNow = `held_ms = held_ms + CASE WHEN held_at IS NULL THEN 0 ELSE max(0, @at - held_at) END + ${disturbedMs},
    held_at = NULL, disturbed_at = NULL`;
  const resume = db.prepare(
    `UPDATE ticket SET status = 'serving', counter_id = @counterId, ${heldUntilNow}, ${disturbedFrom} WHERE id = @id`,
  );
  const move = db.prepare('UPDATE ticket SET counter_id = ? WHERE id = ?');
  const end = db.prepare(`UPDATE ticket SET status = @status, ended_at = @at, end_reason = @reason, ${excludedUntilNow} WHERE id = @id`);
  // Waits again as if it had not been called; papers received stay as long as the service stays.
  const requeue = db.prepare(
    `UPDATE ticket SET status = 'waiting', counter_id = NULL, called_at = NULL, serving_at = NULL, ended_at = NULL, end_reason = NULL,
       held_at = NULL, held_ms = 0, disturbed_at = NULL, recalls = 0, reason = NULL, step = NULL,
       received = CASE WHEN service_id = coalesce(@serviceId, service_id) THEN received ELSE '[]' END,
       service_id = coalesce(@serviceId, service_id) WHERE id = @id`,
  );
  // A visit that was played nowhere: all of it at once. What was said of it before stays where this says nothing.
  const record = db.prepare(
    `UPDATE ticket SET status = @status, counter_id = @counterId, called_at = @calledAt, first_called_at = coalesce(first_called_at, @calledAt),
       serving_at = @servingAt, ended_at = @at, held_at = NULL, held_ms = @heldMs, reason = coalesce(@reason, reason), end_reason = @endReason
     WHERE id = @id`,
  );
  const renumber = db.prepare('UPDATE ticket SET number = ? WHERE id = ?');
  const setDisturbance = prepareDisturbance(db);
  const reachStep = db.prepare('UPDATE ticket SET step = ? WHERE id = ?');
  const receive = db.prepare('UPDATE ticket SET received = ? WHERE id = ?');
  const finish = (id: string, status: string, at: number, reason: string | null = null) => void end.run({ id, status, at, reason });

  return (event, date) => {
    const { at } = event;
    switch (event.type) {
      case 'ticketIssued.v1': {
        const { ticketId, visitId, number, serviceId, ground, order, enteredAfterwards: paper } = event.data;
        const issuedAt = paper?.arrivedAt ?? at;
        const calledAt = paper?.firstCalledAt ?? null;
        return void issue.run(ticketId, visitId, date, number, serviceId, ground, order, issuedAt, calledAt, paper === undefined ? 0 : 1);
      }
      case 'ticketCalled.v1': {
        const { ticketId: id, counterId, reason } = event.data;
        return void call.run({ id, counterId, at, reason: JSON.stringify(reason) });
      }
      case 'ticketRecalled.v1':
        return void recall.run(event.data.ticketId);
      case 'servingStarted.v1':
        return void serve.run({ at, id: event.data.ticketId });
      case 'ticketHeld.v1':
        return void hold.run({ at, id: event.data.ticketId });
      case 'ticketResumed.v1':
        return void resume.run({ id: event.data.ticketId, counterId: event.data.counterId, at });
      case 'ticketMoved.v1':
        return void move.run(event.data.counterId, event.data.ticketId);
      case 'serviceDisturbanceSet.v1':
        return setDisturbance(event.data, date, at);
      case 'ticketReturned.v1':
        return void requeue.run({ id: event.data.ticketId, serviceId: null });
      case 'ticketTransferred.v1':
        return void requeue.run({ id: event.data.ticketId, serviceId: event.data.serviceId });
      case 'ticketFinished.v1':
        return finish(event.data.ticketId, 'finished', at);
      case 'ticketNoShow.v1':
        return finish(event.data.ticketId, 'noShow', at);
      case 'ticketCancelled.v1':
        return finish(event.data.ticketId, 'cancelled', at, event.data.reason);
      case 'ticketExpired.v1':
        return finish(event.data.ticketId, 'expired', at, event.data.reason);
      case 'visitStepReached.v1':
        return void reachStep.run(event.data.step, event.data.ticketId);
      case 'requirementsChecked.v1':
        return void receive.run(JSON.stringify(event.data.receivedRequirementIds), event.data.ticketId);
      case 'visitRecorded.v1': {
        const { ticketId: id, status, counterId, calledAt, servingAt, heldMs, cancelReason } = event.data;
        const reason = event.data.reason === null ? null : JSON.stringify(event.data.reason);
        return void record.run({ id, status, counterId, calledAt, servingAt, heldMs, at, reason, endReason: cancelReason });
      }
      case 'ticketRenumbered.v1':
        return void renumber.run(event.data.number, event.data.ticketId);
      case 'branchEnded.v1':
      case 'noticeSeen.v1':
      case 'changesLeftOut.v1':
      case 'officeDayOpened.v1':
      case 'officeDayClosed.v1':
      case 'clockSuspected.v1':
      case 'clockTrusted.v1':
      case 'numbersSkipped.v1':
      case 'counterOpened.v1':
      case 'counterClosed.v1':
      case 'counterBreakStarted.v1':
      case 'counterBreakEnded.v1':
      case 'visitNoteChanged.v1':
        return undefined;
    }
  };
}
