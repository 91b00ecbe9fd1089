/** The work list: one page by index, and how many there are in each stage. */
import { nextDue, shownEscalation, viewOf, warnHorizon } from '../../../shared/domain/complaints/due.ts';
import { complaintStages } from '../../../shared/domain/complaints/types.ts';
import { rulesOf } from '../../../shared/domain/complaints/rulesOf.ts';
import { scannedNumber, searchedNumberEnd } from '../../../shared/domain/documents/number.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import type { Person } from '../../../shared/domain/complaints/guards.ts';
import type { Input, Output } from '../../../shared/rpc/contract.ts';
import type { ComplaintBrief, ComplaintRow } from '../../../shared/rpc/methods/complaintViews.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';
import { reversed } from '../state/documents.ts';
import { complaintFromText } from '../../../shared/domain/complaints/stored.ts';
import { type ComplaintRecord } from './complaintRows.ts';
import { readContent } from './content.ts';
import { unitTitle } from './titles.ts';
import { complainantFor, isMine, maySeeWords } from './visibility.ts';
import { dateRange } from './dates.ts';

type Reading = Pick<Services, 'db' | 'engine' | 'vault' | 'ports' | 'complaintSearch'>;
type Query = Input<'complaint.list'>;

/** A condition with its values. */
interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Ends with the row, so that no complaint is on two pages or on none. */
const orders: Readonly<Record<Query['sort'], string>> = {
  due: 'due_at, received_at, rowid',
  newest: 'received_at DESC, rowid DESC',
  oldest: 'received_at, rowid',
  priority: 'priority_rank, due_at, received_at, rowid',
};

export async function listComplaints(reading: Reading, query: Query, person: Person): Promise<Output<'complaint.list'>> {
  const { db, complaintSearch } = reading;
  const found = query.filters.text === '' ? null : await byText(reading, query.filters.text, person);
  const asked = [...conditions(reading, query.filters, person), ...(found === null ? [] : [found])];
  const everything = found === null && !person.isSupervisor ? [...asked, ownOrOpen(person)] : asked;
  const stages = query.filters.stages.length === 0 ? null : inList('stage', query.filters.stages);
  const narrowed = stages === null ? everything : [...everything, stages];
  // Without any filter what is open comes first in every order's own index, so that nobody's list looks through all facts.
  const table = tableFor(query.filters, found, asked.length === 0 && stages === null ? 0 : narrowed.length);
  const counts = db
    .prepare<(string | number)[], { stage: string; count: number }>(
      `SELECT stage, count(*) AS count FROM ${table} ${where(everything)} GROUP BY stage`,
    )
    .all(...valuesOf(everything));
  const row = db.prepare<[number], ComplaintRecord>('SELECT * FROM complaint WHERE rowid = ?');
  const rows = db
    .prepare<(string | number)[], { row: number }>(
      `SELECT rowid AS row FROM ${table} ${where(narrowed)} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`,
    )
    .all(...valuesOf(narrowed), query.limit, query.offset)
    .flatMap((each) => row.get(each.row) ?? []);
  const stageCounts = complaintStages.map((stage) => ({ stage, count: counts.find((each) => each.stage === stage)?.count ?? 0 }));
  const wanted = stageCounts.filter(({ stage }) => stages === null || query.filters.stages.includes(stage));
  const view = rowViews(reading, person);
  return {
    rows: rows.map((each) => view(each)),
    matches: wanted.reduce((sum, { count }) => sum + count, 0),
    stageCounts,
    indexed: complaintSearch.progress(),
  };
}

/** From so many on it is faster to look at all facts in a row than to fetch each complaint. */
const manyFound = 5000;

/**
 * A filter that few complaints pass would look through a hundred thousand wide rows in the order of the list; the index that
 * has all facts in it is narrow. What has an index of its own (few words, what is due, a stage alone) SQLite finds by itself.
 */
function tableFor({ due, stages }: Query['filters'], found: Found | null, conditionCount: number): string {
  const hasIndex = due !== null || (stages.length > 0 && conditionCount === 1);
  const isNarrow = found === null ? conditionCount > 0 && !hasIndex : found.count >= manyFound;
  return isNarrow ? 'complaint INDEXED BY complaint_facts' : 'complaint';
}

function conditions({ engine, ports }: Reading, filters: Query['filters'], person: Person): readonly Condition[] {
  const office = engine.states.office;
  const calendar = workingCalendar(office);
  const now = ports.clock.now();
  const found: Condition[] = [
    ...listed('priority', filters.priorities),
    ...listed('type', filters.types),
    ...listed('class', filters.classes),
    ...listed('unit_id', filters.unitIds),
    ...listed('category_id', filters.categoryIds),
  ];
  if (filters.mine) found.push({ sql: '(received_by = ? OR assignee_id = ?)', values: [person.staffId ?? '', person.staffId ?? ''] });
  if (filters.due === 'overdue') found.push({ sql: 'due_at < ?', values: [now] });
  if (filters.due === 'soon') found.push({ sql: 'due_at BETWEEN ? AND ?', values: [now, warnHorizon(now, rulesOf(office), calendar)] });
  if (filters.due === 'escalated') found.push({ sql: "escalation IN ('supervisor', 'head')", values: [] });
  const { from, before } = dateRange(filters.from, filters.to, calendar.zone);
  if (from !== null) found.push({ sql: 'received_at >= ?', values: [from] });
  if (before !== null) found.push({ sql: 'received_at < ?', values: [before] });
  return found;
}

interface Found extends Condition {
  readonly count: number;
}

/** An officer sees her own, and those of the office that are not over. */
const ownOrOpen = ({ staffId }: Person): Condition => ({
  sql: "(stage NOT IN ('closed', 'merged') OR received_by = ? OR assignee_id = ?)",
  values: [staffId ?? '', staffId ?? ''],
});

/** Words are found in what this person may read, the end of a tracking number in her list; a whole number always. */
async function byText({ db, complaintSearch }: Reading, text: string, person: Person): Promise<Found> {
  const end = reversed(searchedNumberEnd(text));
  const numbered = db
    .prepare<[string, string], number>('SELECT rowid FROM complaint WHERE number_reversed >= ? AND number_reversed < ?')
    .pluck()
    .all(end, `${end}~`);
  const whole = db.prepare<[string], number>('SELECT rowid FROM complaint WHERE number = ?').pluck().all(searchedNumberEnd(text));
  // A code on a receipt is no words.
  const worded = scannedNumber(text) === null ? await complaintSearch.find(text) : [];
  const oneOf = 'rowid IN (SELECT value FROM json_each(?))';
  const rows = (...lists: readonly (readonly number[])[]) => JSON.stringify([...new Set(lists.flat())]);
  const all = rows(numbered, worded);
  const count = numbered.length + worded.length;
  if (person.isSupervisor) return { sql: oneOf, values: [all], count };
  const seen = ownOrOpen(person);
  const who = person.staffId ?? '';
  // The rows that were found come first, and only facts that the index has: no row is read to be left out.
  return {
    sql: `(${oneOf} AND (${oneOf} OR (${seen.sql} AND (${oneOf} OR confidential = 0 OR received_by = ? OR assignee_id = ?))))`,
    values: [all, rows(whole), ...seen.values, rows(numbered), who, who],
    count,
  };
}

const listed = (column: string, values: readonly string[]): readonly Condition[] => (values.length === 0 ? [] : [inList(column, values)]);
const inList = (column: string, values: readonly string[]): Condition => ({
  sql: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
});
const where = (all: readonly Condition[]) => (all.length === 0 ? '' : `WHERE ${all.map(({ sql }) => sql).join(' AND ')}`);
const valuesOf = (all: readonly Condition[]) => all.flatMap(({ values }) => values);

/** How the rows of one answer look to a person now. */
function rowViews({ engine, vault, ports }: Reading, person: Person): (row: ComplaintRecord) => ComplaintRow {
  const { office } = engine.states;
  const calendar = workingCalendar(office);
  const now = ports.clock.now();
  const horizon = warnHorizon(now, rulesOf(office), calendar);
  return (row) => {
    const complaint = complaintFromText(row.folded);
    const due = nextDue(complaint);
    const state = due === null || due.dueAt < now ? 'overdue' : due.dueAt <= horizon ? 'soon' : 'open';
    return {
      complaintId: row.complaint_id,
      number: row.number,
      title: titleFor(row, person, vault),
      complainant: complainantFor(row, person, vault)?.name ?? null,
      anonymous: row.anonymous === 1,
      confidential: row.confidential === 1,
      receivedAt: row.received_at,
      stage: complaint.stage,
      priority: row.priority as ComplaintRow['priority'],
      type: row.type as ComplaintRow['type'],
      class: complaint.class,
      unit: unitTitle(office, row.unit_id),
      assigneeName: row.assignee_id === null ? null : staffName(engine, row.assignee_id),
      due: due === null ? null : viewOf(due.kind, due.dueAt, state, now, calendar),
      escalation: shownEscalation(complaint),
      mine: isMine(row, person),
    };
  };
}

export const titleFor = (row: ComplaintRecord, person: Person, vault: Services['vault']): string | null =>
  maySeeWords(row, person) ? (readContent(vault, row.complaint_id)?.description.title ?? null) : null;

export function briefView({ engine, vault }: Pick<Reading, 'engine' | 'vault'>, row: ComplaintRecord, person: Person): ComplaintBrief {
  return {
    complaintId: row.complaint_id,
    number: row.number,
    title: titleFor(row, person, vault),
    stage: row.stage as ComplaintBrief['stage'],
    receivedAt: row.received_at,
    unit: unitTitle(engine.states.office, row.unit_id),
  };
}
