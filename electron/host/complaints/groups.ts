/** Complaints on the same topic at the same unit, service and place, again and again: a structural fault (DOMAIN section 4). */
import type { Person } from '../../../shared/domain/complaints/guards.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { actorFromText } from '../engine/event.ts';
import { staffName } from '../printing/models.ts';
import type { Services } from '../services.ts';
import type { ComplaintRecord } from './complaintRows.ts';
import { readContent } from './content.ts';
import { briefView } from './list.ts';
import { categoryTitle, unitTitle } from './titles.ts';

type Group = Output<'complaint.groups'>[number];
type Reading = Pick<Services, 'db' | 'engine' | 'vault'>;

const dayMs = 24 * 60 * 60 * 1000;
/** Fewer are no pattern. */
const least = 3;
const mostGroups = 50;
const mostShown = 20;
const mostPlaces = 3;
const supervisor: Person = { staffId: null, isSupervisor: true };

interface GroupRow {
  readonly groupKey: string;
  readonly type: Group['type'];
  readonly unitId: string | null;
  readonly categoryId: string | null;
  readonly serviceTitle: string | null;
  readonly count: number;
  readonly since: number;
  readonly latest: number;
}

/** What the grouping is made of; the key names it in a proposal. */
const keySql = "type || '|' || ifnull(unit_id, '') || '|' || ifnull(service_id, '') || '|' || ifnull(category_id, '')";

export function recurringGroups(reading: Reading, now: number, days: number): Group[] {
  const { db, engine } = reading;
  const from = now - days * dayMs;
  const rows = db
    .prepare<[number, number, number], GroupRow>(
      `SELECT ${keySql} AS groupKey, type, unit_id AS unitId, category_id AS categoryId, max(service_title) AS serviceTitle,
              count(*) AS count, min(received_at) AS since, max(received_at) AS latest
       FROM complaint WHERE received_at >= ? AND type IS NOT NULL
       GROUP BY groupKey HAVING count(*) >= ? ORDER BY count(*) DESC, latest DESC LIMIT ?`,
    )
    .all(from, least, mostGroups);
  const { office } = engine.states;
  return rows.map(({ groupKey, type, unitId, categoryId, serviceTitle, count, since, latest }) => {
    const latestOnes = members(reading, groupKey, from);
    return {
      groupKey,
      type,
      unit: unitTitle(office, unitId),
      category: categoryTitle(office, categoryId),
      service: serviceTitle === null ? null : (JSON.parse(serviceTitle) as Bilingual),
      count,
      before: countBetween(reading, groupKey, from - days * dayMs, from),
      since,
      latest,
      places: placesOf(reading, latestOnes),
      complaints: latestOnes.map((row) => briefView(reading, row, supervisor)),
      proposal: latestProposal(reading, groupKey),
    };
  });
}

/** Where it happens: a place is words of a person and lies in the vault, so it cannot be grouped by where the rows are. */
function placesOf({ vault }: Reading, rows: readonly ComplaintRecord[]): Group['places'] {
  const named = rows.flatMap(
    ({ complaint_id }) => readContent(vault, complaint_id)?.description.place.trim().replaceAll(/\s+/gu, ' ') || [],
  );
  const byPlace = Map.groupBy(named, (place) => place.toLowerCase());
  return [...byPlace.values()]
    .flatMap((same) => (same.length > 1 ? [{ place: same[0] ?? '', count: same.length }] : []))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostPlaces);
}

const members = ({ db }: Reading, groupKey: string, from: number): readonly ComplaintRecord[] =>
  db
    .prepare<[number, string, number], ComplaintRecord>(
      `SELECT * FROM complaint WHERE received_at >= ? AND type IS NOT NULL AND ${keySql} = ? ORDER BY received_at DESC LIMIT ?`,
    )
    .all(from, groupKey, mostShown);

const countBetween = ({ db }: Reading, groupKey: string, from: number, to: number): number =>
  db
    .prepare<[number, number, string], { n: number }>(
      `SELECT count(*) AS n FROM complaint WHERE received_at >= ? AND received_at < ? AND type IS NOT NULL AND ${keySql} = ?`,
    )
    .get(from, to, groupKey)?.n ?? 0;

function latestProposal({ db, engine, vault }: Reading, groupKey: string): Group['proposal'] {
  const row = db
    .prepare<[string], { proposalId: string; at: number; actor: string }>(
      'SELECT proposal_id AS proposalId, at, actor FROM complaint_proposal WHERE group_key = ? ORDER BY at DESC LIMIT 1',
    )
    .get(groupKey);
  if (row === undefined) return null;
  const actor = actorFromText(row.actor);
  const name = actor.kind === 'staff' ? staffName(engine, actor.staffId) : '';
  return { proposalId: row.proposalId, at: row.at, staffName: name, text: vault.note(row.proposalId) };
}
