import { z } from 'zod';
import { type OneComplaintEvent } from '../../../shared/domain/complaints/events.ts';
import { nextDue } from '../../../shared/domain/complaints/due.ts';
import { evolveComplaint } from '../../../shared/domain/complaints/evolve.ts';
import { complaintFromText, complaintToText } from '../../../shared/domain/complaints/stored.ts';
import type { Complaint } from '../../../shared/domain/complaints/state.ts';
import { complaintChannel, complaintClass, complaintPriority } from '../../../shared/domain/complaints/types.ts';
import type { Happened } from '../../../shared/domain/decider.ts';
import { id } from '../../../shared/domain/values.ts';
import { actorFromText } from '../../../electron/host/engine/event.ts';
import { arrayOf, linesOf, plainArrayOf } from '../../database/columns.ts';
import type { Tx } from '../../database/database.ts';
import type { Misread, Projection, ReadEvent } from '../projections.ts';
import { type PublicStep, stepOf } from './steps.ts';

const instant = z.number().int();
/** What the table needs of the first event; the rest of it is the domain's. */
const received = z.object({
  complaintId: id,
  number: z.string().min(1).max(40),
  channel: complaintChannel,
  class: complaintClass,
  type: z.string().max(40).nullable(),
  categoryId: z.string().max(64).nullable(),
  unitId: z.string().max(64).nullable(),
  serviceId: id.nullable(),
  priority: complaintPriority,
  personId: id.nullable(),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  deadlines: z.object({ firstResponse: instant, verify: instant, answer: instant, ceiling: instant }),
  reportDueAt: instant,
});
const step = z.object({ complaintId: id, textId: id.nullish(), unitId: z.string().max(64).nullish() });

type Received = z.infer<typeof received>;

interface Row extends Omit<Received, 'deadlines' | 'reportDueAt' | 'channel' | 'complaintId' | 'number' | 'class'> {
  readonly complaint: Complaint;
  readonly steps: readonly PublicStep[];
  readonly closedAt: number | null;
  readonly changedAt: number;
}

/** Complaints, folded by the domain's own rules. */
export const projectComplaints: Projection = async (tx, { officeId, pins }, events) => {
  const own = events.filter(({ event }) => event.stream.startsWith('complaint/'));
  if (own.length === 0) return [];
  const rows = await readRows(tx, officeId, own);
  const touched = new Set<string>();
  const misread: Misread[] = [];
  for (const { event, data } of own) {
    try {
      const complaintId = apply(rows, { event, data });
      touched.add(complaintId);
    } catch (error) {
      misread.push({ event, detail: error instanceof z.ZodError ? z.prettifyError(error) : String(error) });
    }
  }
  await writeRows(
    tx,
    officeId,
    [...touched].flatMap((complaintId) => rows.get(complaintId) ?? []),
    pins,
  );
  return misread;
};

/** @returns whose row changed. @throws when the event does not fit what is here. */
function apply(rows: Map<string, Row>, { event, data }: ReadEvent): string {
  const happened = { type: event.type, data, at: event.at, actor: actorFromText(event.actor) } as OneComplaintEvent & Happened;
  const shown = stepOf(happened);
  if (event.type === 'complaintReceived.v1') {
    const columns = received.parse(data);
    const complaint = evolveComplaint(null, happened);
    if (complaint === null) throw new Error('nothing came of it');
    const { type, categoryId, unitId, serviceId, priority, personId, anonymous, confidential } = columns;
    rows.set(columns.complaintId, {
      ...{ type, categoryId, unitId, serviceId, priority, personId, anonymous, confidential },
      ...{ complaint, steps: shown === null ? [] : [shown], closedAt: null, changedAt: event.at },
    });
    return columns.complaintId;
  }
  const { complaintId, unitId } = step.parse(data);
  const row = rows.get(complaintId);
  if (row === undefined) throw new Error('the complaint is not here');
  const complaint = evolveComplaint(row.complaint, happened);
  if (complaint === null) throw new Error('nothing came of it');
  const reclassified = happened.type === 'complaintReclassified.v1' ? pickClassification(happened.data) : {};
  rows.set(complaintId, {
    ...row,
    ...reclassified,
    unitId: happened.type === 'complaintAssigned.v1' ? (unitId ?? row.unitId) : row.unitId,
    complaint,
    steps: shown === null ? row.steps : [...row.steps, shown],
    closedAt: complaint.stage === 'closed' ? (row.closedAt ?? event.at) : null,
    changedAt: event.at,
  });
  return complaintId;
}

const pickClassification = ({ type, categoryId, priority }: Pick<Received, 'type' | 'categoryId' | 'priority'>) => ({
  type,
  categoryId,
  priority,
});

interface DbRow {
  complaint_id: string;
  type: string | null;
  category_id: string | null;
  unit_id: string | null;
  service_id: string | null;
  priority: Received['priority'];
  person_id: string | null;
  anonymous: boolean;
  confidential: boolean;
  closed_at: number | null;
  changed_at: number;
  folded: string;
  steps: string;
}

/** Rows of the complaints that the events are about; of those that begin here there are none yet. */
async function readRows(tx: Tx, officeId: string, events: readonly ReadEvent[]): Promise<Map<string, Row>> {
  const begun = new Set(events.filter(({ event }) => event.type === 'complaintReceived.v1').map(({ event }) => event.stream));
  const streams = new Set(events.map(({ event }) => event.stream));
  const ids = [...streams].filter((stream) => !begun.has(stream)).map((stream) => stream.slice('complaint/'.length));
  const known = ids.filter((complaintId) => id.safeParse(complaintId).success);
  if (known.length === 0) return new Map();
  const { rows } = await tx.query<DbRow>(
    `SELECT complaint_id, type, category_id, unit_id, service_id, priority, person_id, anonymous, confidential, closed_at, changed_at, folded, steps
     FROM complaint WHERE office_id = $1 AND complaint_id = ANY ($2::uuid[])`,
    [officeId, known],
  );
  return new Map(rows.map((row) => [row.complaint_id, fromDb(row)]));
}

const fromDb = (row: DbRow): Row => ({
  type: row.type,
  categoryId: row.category_id,
  unitId: row.unit_id,
  serviceId: row.service_id,
  priority: row.priority,
  personId: row.person_id,
  anonymous: row.anonymous,
  confidential: row.confidential,
  complaint: complaintFromText(row.folded),
  steps: JSON.parse(row.steps) as PublicStep[],
  closedAt: row.closed_at,
  changedAt: row.changed_at,
});

async function writeRows(tx: Tx, officeId: string, rows: readonly Row[], pins: ReadonlyMap<string, Buffer>): Promise<void> {
  if (rows.length === 0) return;
  const column = (of: (row: Row) => string | number | boolean | null) => arrayOf(rows.map(of));
  const plain = (of: (row: Row) => string | number) => plainArrayOf(rows.map(of));
  const tags = rows.map(({ complaint }) => pins.get(complaint.complaintId)?.toString('hex') ?? null);
  await tx.query({
    name: 'write-complaints',
    text: `INSERT INTO complaint (office_id, complaint_id, number, received_at, stage, class, channel, type, category_id, unit_id, service_id,
        priority, person_id, anonymous, confidential, due_at, answered_at, closed_at, changed_at, folded, steps, pin_tag)
      SELECT $1, complaint_id, number, received_at, stage, class, channel, type, category_id, unit_id, service_id, priority, person_id,
        anonymous, confidential, due_at, answered_at, closed_at, changed_at, folded::json, steps::json, decode(pin_tag, 'hex')
      FROM ROWS FROM (unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::uuid[], $12::text[], $13::uuid[], $14::boolean[], $15::boolean[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[],
        $20::text[]), string_to_table($21, E'\\n'), string_to_table($22, E'\\n'))
        AS new (complaint_id, number, received_at, stage, class, channel, type, category_id, unit_id, service_id, priority, person_id,
          anonymous, confidential, due_at, answered_at, closed_at, changed_at, pin_tag, folded, steps)
      ON CONFLICT (office_id, complaint_id) DO UPDATE SET stage = excluded.stage, class = excluded.class, type = excluded.type,
        category_id = excluded.category_id, unit_id = excluded.unit_id, priority = excluded.priority, due_at = excluded.due_at,
        answered_at = excluded.answered_at, closed_at = excluded.closed_at, changed_at = excluded.changed_at, folded = excluded.folded,
        steps = excluded.steps, pin_tag = coalesce(excluded.pin_tag, complaint.pin_tag)`,
    values: [
      officeId,
      plain(({ complaint }) => complaint.complaintId),
      column(({ complaint }) => complaint.number),
      plain(({ complaint }) => complaint.receivedAt),
      column(({ complaint }) => complaint.stage),
      column(({ complaint }) => complaint.class),
      column(({ complaint }) => complaint.channel),
      column(({ type }) => type),
      column(({ categoryId }) => categoryId),
      column(({ unitId }) => unitId),
      column(({ serviceId }) => serviceId),
      column(({ priority }) => priority),
      column(({ personId }) => personId),
      column(({ anonymous }) => anonymous),
      column(({ confidential }) => confidential),
      column(({ complaint }) => nextDue(complaint)?.dueAt ?? null),
      column(({ complaint }) => complaint.answeredAt),
      column(({ closedAt }) => closedAt),
      plain(({ changedAt }) => changedAt),
      arrayOf(tags),
      linesOf(rows.map(({ complaint }) => complaintToText(complaint))),
      linesOf(rows.map(({ steps }) => JSON.stringify(steps))),
    ],
  });
}
