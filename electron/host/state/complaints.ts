import type {
  ComplaintReceived,
  OneComplaintEvent,
  StructuralProposed,
  TrackingNumbersSkipped,
} from '../../../shared/domain/complaints/events.ts';
import { evolveComplaint } from '../../../shared/domain/complaints/evolve.ts';
import { nextDue, shownEscalation } from '../../../shared/domain/complaints/due.ts';
import type { Complaint } from '../../../shared/domain/complaints/state.ts';
import type { Happened } from '../../../shared/domain/decider.ts';
import { complaintFromText, complaintToText } from '../../../shared/domain/complaints/stored.ts';
import type { Writer } from '../database/open.ts';
import { actorToText, type RecordedEvent } from '../engine/event.ts';
import { reversed } from './documents.ts';
import type { StateTable } from './stateTable.ts';

const prefix = 'complaint/';

/** Sorts what has no deadline behind everything that has one. */
export const noDue = 9_000_000_000_000_000;
export const priorityRank = { urgent: 0, medium: 1, low: 2 } as const;

/**
 * Complaints as they stand now. No personal data: the words are in the vault under `complaint_id` and the ids of
 * `complaint_text`. `folded` is the complaint as the domain sees it; the columns beside it are for looking up and sorting.
 */
export const complaintTables: StateTable = {
  name: 'complaints',
  version: 3,
  tables: ['complaint', 'complaint_text', 'complaint_attachment', 'complaint_link', 'complaint_series', 'complaint_proposal'],
  schema: `
    CREATE TABLE complaint (
      complaint_id    TEXT    PRIMARY KEY,
      number          TEXT    NOT NULL UNIQUE,  -- P-2026-000123
      number_reversed TEXT    NOT NULL,
      kind            TEXT    NOT NULL,
      channel         TEXT    NOT NULL,
      person_id       TEXT,                     -- in the vault; NULL: no identity was given
      anonymous       INTEGER NOT NULL,
      confidential    INTEGER NOT NULL,
      counter_name    TEXT,
      ticket_id       TEXT,
      ticket_number   TEXT,
      service_id      TEXT,
      service_title   TEXT,                     -- JSON {id, en}
      type            TEXT,
      tag             TEXT,
      class           TEXT    NOT NULL,
      category_id     TEXT,
      unit_id         TEXT,
      urgency         TEXT    NOT NULL,
      impact          TEXT    NOT NULL,
      priority        TEXT    NOT NULL,
      priority_rank   INTEGER NOT NULL,         -- 0 urgent, 1 medium, 2 low
      pin_hash        TEXT    NOT NULL,
      promised_on     TEXT,
      received_at     INTEGER NOT NULL,         -- ms since the epoch, UTC
      received_by     TEXT,                     -- staff id
      assignee_id     TEXT,
      stage           TEXT    NOT NULL,
      due_at          INTEGER NOT NULL,         -- next deadline; a very late one when there is none
      report_due_at   INTEGER,
      closes_at       INTEGER,
      escalation      TEXT    NOT NULL,
      folded          TEXT    NOT NULL          -- JSON of the complaint as the domain sees it
    ) STRICT;
    CREATE INDEX complaint_by_due ON complaint (due_at, received_at);
    CREATE INDEX complaint_by_time ON complaint (received_at);
    CREATE INDEX complaint_by_priority ON complaint (priority_rank, due_at, received_at);
    CREATE INDEX complaint_by_stage ON complaint (stage, received_at);
    -- Everything that a list is narrowed and ordered by: it is counted and searched here, not in the wide rows.
    CREATE INDEX complaint_facts ON complaint (stage, received_at, due_at, priority, priority_rank, type, class, unit_id, category_id,
      received_by, assignee_id, confidential, escalation);
    CREATE INDEX complaint_by_person ON complaint (person_id) WHERE person_id IS NOT NULL;
    CREATE INDEX complaint_by_number_end ON complaint (number_reversed);
    CREATE INDEX complaint_by_report ON complaint (report_due_at) WHERE report_due_at IS NOT NULL;
    CREATE INDEX complaint_by_closing ON complaint (closes_at) WHERE closes_at IS NOT NULL;
    CREATE INDEX complaint_by_escalation ON complaint (escalation) WHERE escalation IN ('supervisor', 'head');

    -- Which texts of the vault belong to a complaint: what an erasure destroys and a search reads.
    CREATE TABLE complaint_text (
      text_id      TEXT PRIMARY KEY,
      complaint_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX complaint_text_by_complaint ON complaint_text (complaint_id);

    CREATE TABLE complaint_attachment (
      attachment_id TEXT    PRIMARY KEY,
      complaint_id  TEXT    NOT NULL,
      media_type    TEXT    NOT NULL,
      bytes         INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX complaint_attachment_by_complaint ON complaint_attachment (complaint_id);

    CREATE TABLE complaint_link (
      complaint_id TEXT NOT NULL,
      other_id     TEXT NOT NULL,
      relation     TEXT NOT NULL,               -- merged: this one went into the other; related
      PRIMARY KEY (complaint_id, other_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX complaint_link_by_other ON complaint_link (other_id);

    -- The last number given, per year and station letter.
    CREATE TABLE complaint_series (
      year INTEGER NOT NULL, letter TEXT NOT NULL, last INTEGER NOT NULL,
      PRIMARY KEY (year, letter)
    ) STRICT, WITHOUT ROWID;

    -- Structural problems that were proposed; the text is in the vault under proposal_id.
    CREATE TABLE complaint_proposal (
      proposal_id   TEXT    PRIMARY KEY,
      group_key     TEXT    NOT NULL,
      complaint_ids TEXT    NOT NULL,           -- JSON
      at            INTEGER NOT NULL,
      actor         TEXT    NOT NULL
    ) STRICT;
    CREATE INDEX complaint_proposal_by_group ON complaint_proposal (group_key, at);
  `,
  forget(db) {
    const ofComplaint = ['complaint', 'complaint_text', 'complaint_attachment', 'complaint_link'].map((table) =>
      db.prepare<[string]>(`DELETE FROM ${table} WHERE complaint_id = ?`),
    );
    return (stream) => {
      if (stream.startsWith(prefix)) for (const remove of ofComplaint) remove.run(stream.slice(prefix.length));
    };
  },
  prepare(db) {
    const apply = prepareComplaint(db);
    const series = prepareSeries(db);
    const propose = db.prepare('INSERT INTO complaint_proposal (proposal_id, group_key, complaint_ids, at, actor) VALUES (?, ?, ?, ?, ?)');
    return (recorded) => {
      if (recorded.stream.startsWith(prefix)) apply(recorded as RecordedEvent<OneComplaintEvent>);
      else if (recorded.type === 'structuralProposed.v1') {
        const { data, at, actor } = recorded as RecordedEvent<StructuralProposed>;
        propose.run(data.proposalId, data.groupKey, JSON.stringify(data.complaintIds), at, actorToText(actor));
      } else if (recorded.type === 'trackingNumbersSkipped.v1') {
        const { year, letter, last } = (recorded as RecordedEvent<TrackingNumbersSkipped>).data;
        series.run(year, letter, last);
      }
    };
  },
};

/** Events of one complaint: the domain folds them, the columns follow. */
function prepareComplaint(db: Writer): (recorded: RecordedEvent<OneComplaintEvent>) => void {
  const select = db.prepare<[string], { folded: string }>('SELECT folded FROM complaint WHERE complaint_id = ?');
  const insert = prepareReceived(db);
  const update = db.prepare(`
    UPDATE complaint SET stage = ?, assignee_id = ?, class = ?, due_at = ?, report_due_at = ?, closes_at = ?, escalation = ?, folded = ?
    WHERE complaint_id = ?`);
  const text = db.prepare('INSERT OR IGNORE INTO complaint_text (text_id, complaint_id) VALUES (?, ?)');
  const link = db.prepare(
    'INSERT INTO complaint_link (complaint_id, other_id, relation) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET relation = excluded.relation',
  );
  const unit = db.prepare('UPDATE complaint SET unit_id = ? WHERE complaint_id = ?');
  const tag = db.prepare('UPDATE complaint SET tag = ? WHERE complaint_id = ?');
  const classify = db.prepare(
    'UPDATE complaint SET type = ?, category_id = ?, urgency = ?, impact = ?, priority = ?, priority_rank = ? WHERE complaint_id = ?',
  );

  return (recorded) => {
    const event = { type: recorded.type, data: recorded.data, at: recorded.at, actor: recorded.actor } as OneComplaintEvent & Happened;
    const { complaintId } = event.data;
    // Nothing is known of one that begins: a second beginning would stand at the same id and be refused.
    const row = event.type === 'complaintReceived.v1' ? undefined : select.get(complaintId);
    const complaint = evolveComplaint(row === undefined ? null : complaintFromText(row.folded), event);
    if (complaint === null) return;
    if (event.type === 'complaintReceived.v1') insert(event, complaint);
    else update.run(...movingColumns(complaint), complaintId);
    if ('textId' in event.data && event.data.textId !== null) text.run(event.data.textId, complaintId);
    // What only some events change; all others are told by the columns above.
    if (event.type === 'complaintReceived.v1') text.run(complaintId, complaintId);
    else if (event.type === 'complaintVerified.v1') tag.run(event.data.tag, complaintId);
    else if (event.type === 'complaintAssigned.v1') unit.run(event.data.unitId, complaintId);
    else if (event.type === 'complaintMerged.v1') link.run(complaintId, event.data.intoId, 'merged');
    else if (event.type === 'complaintLinked.v1') link.run(complaintId, event.data.otherId, 'related');
    else if (event.type === 'complaintReclassified.v1') {
      const { type, categoryId, urgency, impact, priority } = event.data;
      classify.run(type, categoryId, urgency, impact, priority, priorityRank[priority], complaintId);
    }
  };
}

/** The columns that every step may move, in the order of both statements. */
const movingColumns = (complaint: Complaint) => [
  complaint.stage,
  complaint.assigneeId,
  complaint.class,
  nextDue(complaint)?.dueAt ?? noDue,
  complaint.reportDueAt,
  complaint.closesAt,
  shownEscalation(complaint),
  complaintToText(complaint),
];

/** A series never goes back. */
const prepareSeries = (db: Writer) =>
  db.prepare<[year: number, letter: string, last: number]>(`
    INSERT INTO complaint_series (year, letter, last) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`);

function prepareReceived(db: Writer): (event: ComplaintReceived & Happened, complaint: Complaint) => void {
  const insert = db.prepare(`
    INSERT INTO complaint (complaint_id, number, number_reversed, kind, channel, person_id, anonymous, confidential, counter_name,
      ticket_id, ticket_number, service_id, service_title, type, tag, category_id, unit_id, urgency, impact, priority, priority_rank,
      pin_hash, promised_on, received_at, received_by, stage, assignee_id, class, due_at, report_due_at, closes_at, escalation, folded)
    VALUES (${Array.from({ length: 33 }, () => '?').join(', ')})`);
  const attach = db.prepare('INSERT INTO complaint_attachment (attachment_id, complaint_id, media_type, bytes) VALUES (?, ?, ?, ?)');
  const series = prepareSeries(db);
  return ({ data, at }, complaint) => {
    insert.run(
      data.complaintId,
      data.number,
      reversed(data.number),
      data.kind,
      data.channel,
      data.personId,
      Number(data.anonymous),
      Number(data.confidential),
      data.counterName,
      data.ticketId,
      data.ticketNumber,
      data.serviceId,
      data.serviceTitle === null ? null : JSON.stringify(data.serviceTitle),
      data.type,
      data.tag,
      data.categoryId,
      data.unitId,
      data.urgency,
      data.impact,
      data.priority,
      priorityRank[data.priority],
      data.pinHash,
      data.promisedOn,
      at,
      complaint.receivedBy,
      ...movingColumns(complaint),
    );
    for (const { attachmentId, mediaType, bytes } of data.attachments) attach.run(attachmentId, data.complaintId, mediaType, bytes);
    series.run(data.year, data.letter, data.sequence);
  };
}
