import { defaultHours } from '../../../shared/domain/office/state.ts';
import { officeZone, type OfficeZone } from '../../../shared/domain/values.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import type { SkmAnswers } from '../../../shared/domain/satisfaction/skm.ts';
import type { OfficeTold } from '../../../shared/sync/protocol.ts';
import type { Tx } from '../../database/database.ts';
import type { Office } from '../../offices.ts';
import type { ServerServices } from '../../services.ts';
import type { Directory } from '../directory.ts';
import { type MonthFigures, monthFigures } from './figures.ts';
import { type ComplaintGroup, figuresOf } from './measure.ts';
import { spanOfMonth } from './months.ts';

/** Figures are counted again at most so often: whoever reloads the page makes no work. */
export const keptMs = 15 * 60 * 1000;

export interface PublishedMonth {
  readonly figures: MonthFigures;
  readonly computedAt: number;
}

/** The zone that the office itself says, else the one it was created with. */
export function zoneFor(told: OfficeTold | null, office: Office): OfficeZone {
  const zone = officeZone.safeParse(office.zone);
  return told?.profile.zone ?? (zone.success ? zone.data : 'Asia/Jakarta');
}

/** A complete month's figures, counted at most `keptMs` ago by whichever process. @param month `2026-03` */
export const readFigures = (
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  { told: toldOffices }: Pick<Directory, 'told'>,
  office: Office,
  month: string,
): Promise<PublishedMonth> =>
  db.inOffice(office.officeId, async (tx) => {
    const { rows } = await tx.query<{ computed_at: Date; figures: string }>(
      'SELECT computed_at, figures FROM published_month WHERE office_id = $1 AND month = $2',
      [office.officeId, `${month}-01`],
    );
    const known = rows[0];
    if (known !== undefined && Math.abs(now() - known.computed_at.getTime()) < keptMs)
      return { figures: monthFigures.parse(JSON.parse(known.figures)), computedAt: known.computed_at.getTime() };
    const told = await toldOffices.read(tx, office.officeId);
    const figures = await countMonth(tx, office, told, month, now());
    await tx.query(
      `INSERT INTO published_month (office_id, month, computed_at, figures) VALUES ($1, $2, $3, $4)
       ON CONFLICT (office_id, month) DO UPDATE SET computed_at = excluded.computed_at, figures = excluded.figures`,
      [office.officeId, `${month}-01`, new Date(now()), JSON.stringify(figures)],
    );
    return { figures, computedAt: now() };
  });

interface GroupRow {
  class: ComplaintGroup['class'];
  fate: ComplaintGroup['fate'];
  in_time: boolean | null;
  received_on: string;
  responded_on: string | null;
  count: number;
}

async function countMonth(tx: Tx, office: Office, told: OfficeTold | null, month: string, now: number): Promise<MonthFigures> {
  const zone = zoneFor(told, office);
  const { holidays } = workingCalendar(told ?? { profile: null, hours: defaultHours, holidays: [] });
  const { from, to } = spanOfMonth(month, zone);
  // The first response also survives a reopening, where the folded complaint starts anew: it stands among the steps.
  const { rows } = await tx.query<GroupRow>(
    `SELECT class, fate, in_time, received_on, responded_on, count(*) AS count FROM (
       SELECT class, CASE WHEN stage = 'closed' THEN 'closed' WHEN stage IN ('referred', 'merged') THEN 'elsewhere' ELSE 'open' END AS fate,
         CASE WHEN answered_at IS NOT NULL THEN answered_at <= (folded -> 'deadlines' ->> 'answer')::bigint
           WHEN stage NOT IN ('closed', 'referred', 'merged') AND (folded -> 'deadlines' ->> 'answer')::bigint < $4 THEN false END AS in_time,
         (to_timestamp(received_at / 1000.0) AT TIME ZONE $5)::date AS received_on,
         (to_timestamp(least((folded ->> 'respondedAt')::bigint, (SELECT min((step ->> 'at')::bigint) FROM json_array_elements(steps) AS step
             WHERE step ->> 'kind' IN ('verified', 'completionRequested', 'asked', 'answered', 'referred', 'statusReported'))) / 1000.0)
           AT TIME ZONE $5)::date AS responded_on
       FROM complaint WHERE office_id = $1 AND received_at >= $2 AND received_at < $3) AS one
     GROUP BY class, fate, in_time, received_on, responded_on`,
    [office.officeId, from, to, now, zone],
  );
  const { rows: ratings } = await tx.query<{ score: number; skm: string | null }>(
    'SELECT score, skm FROM rating WHERE office_id = $1 AND at >= $2 AND at < $3',
    [office.officeId, from, to],
  );
  return figuresOf(
    rows.map((row) => ({
      ...{ class: row.class, fate: row.fate, answeredInTime: row.in_time },
      ...{ receivedOn: row.received_on, respondedOn: row.responded_on, count: row.count },
    })),
    ratings.map(({ score, skm }) => ({ score, skm: skm === null ? null : (JSON.parse(skm) as SkmAnswers) })),
    holidays,
  );
}
