/** One complaint as a person may see it. */
import { deadlineViews, shownEscalation } from '../../../shared/domain/complaints/due.ts';
import { type Person, possibleSteps } from '../../../shared/domain/complaints/guards.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import type { ComplaintView } from '../../../shared/rpc/methods/complaintViews.ts';
import type { Reader } from '../database/open.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import { complaintById, type ComplaintRecord } from './complaintRows.ts';
import { type ComplaintContent, readContent } from './content.ts';
import { timelineOf } from './timeline.ts';
import { categoryTitle, unitTitle } from './titles.ts';
import { complainantFor, isMine, maySeeIdentity, maySeeWords } from './visibility.ts';

type Reading = Pick<Services, 'db' | 'engine' | 'vault' | 'ports' | 'events'>;

/** `null`: there is no such complaint. */
export function viewComplaint(reading: Reading, complaintId: string, person: Person): ComplaintView | null {
  const { db, engine, vault, ports } = reading;
  const row = complaintById(db, complaintId);
  if (row === null) return null;
  const { office } = engine.states;
  const complaint = complaintFromText(row.folded);
  const content = maySeeWords(row, person) ? readContent(vault, complaintId) : null;
  return {
    ...plain(row),
    stage: complaint.stage,
    class: complaint.class,
    category: categoryTitle(office, row.category_id),
    unit: unitTitle(office, row.unit_id),
    receivedBy: staffName(engine, row.received_by),
    assigneeName: row.assignee_id === null ? null : staffName(engine, row.assignee_id),
    mine: isMine(row, person),
    complainant: complainantFor(row, person, vault),
    content: content === null ? null : words(content),
    attachments: content === null || !maySeeIdentity(row, person) ? [] : [...content.description.attachments],
    // Who gave no identity cannot be sent a report.
    deadlines: deadlineViews(complaint, ports.clock.now(), rulesOf(office), workingCalendar(office)).filter(
      ({ kind }) => kind !== 'report' || row.person_id !== null,
    ),
    letterOwed: complaint.letterOwed,
    escalation: shownEscalation(complaint),
    waitingFor: complaint.waiting?.for ?? null,
    outcome: complaint.outcome,
    mergedInto: complaint.mergedInto === null ? null : briefly(db, complaint.mergedInto),
    related: relatedTo(db, complaintId),
    timeline: timelineOf(reading, complaintId, maySeeWords(row, person)),
    actions: [...possibleSteps(complaint, person)],
  };
}

function plain(row: ComplaintRecord) {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    channel: row.channel as ComplaintView['channel'],
    kind: row.kind,
    priority: row.priority as ComplaintView['priority'],
    urgency: row.urgency as ComplaintView['urgency'],
    impact: row.impact as ComplaintView['impact'],
    type: row.type as ComplaintView['type'],
    tag: row.tag as ComplaintView['tag'],
    categoryId: row.category_id,
    unitId: row.unit_id,
    serviceId: row.service_id,
    serviceTitle: row.service_title === null ? null : (JSON.parse(row.service_title) as Bilingual),
    receivedAt: row.received_at,
    counterName: row.counter_name,
    ticketNumber: row.ticket_number,
    assigneeId: row.assignee_id,
    anonymous: row.anonymous === 1,
    confidential: row.confidential === 1,
    promisedOn: row.promised_on,
  };
}

function words({ listen, description, solution, signatures }: ComplaintContent): NonNullable<ComplaintView['content']> {
  const { attachments: _, ...told } = description;
  const { promisedOn: __, ...offered } = solution;
  return { ...listen, ...told, ...offered, ...signatures };
}

const briefly = (db: Reader, complaintId: string) => ({ complaintId, number: complaintById(db, complaintId)?.number ?? '' });

/** What it was linked with, from either side, and what was merged into it. */
function relatedTo(db: Reader, complaintId: string): ComplaintView['related'] {
  return db
    .prepare<[string, string], { complaintId: string; number: string; relation: 'merged' | 'related' }>(
      `SELECT complaint.complaint_id AS complaintId, complaint.number, complaint_link.relation
       FROM complaint_link JOIN complaint ON complaint.complaint_id = complaint_link.other_id
       WHERE complaint_link.complaint_id = ? AND complaint_link.relation = 'related'
       UNION
       SELECT complaint.complaint_id, complaint.number, complaint_link.relation
       FROM complaint_link JOIN complaint ON complaint.complaint_id = complaint_link.complaint_id
       WHERE complaint_link.other_id = ?
       ORDER BY 2`,
    )
    .all(complaintId, complaintId);
}
