import { holidayDates } from '../../../shared/domain/time/workingDays.ts';
import type { WorkingCalendar } from '../../../shared/domain/time/workingTime.ts';
import { type OfficeZone, officeZone } from '../../../shared/domain/values.ts';
import type { OfficeTold, QueueNow } from '../../../shared/sync/protocol.ts';
import type { Database, Tx } from '../../database/database.ts';
import type { Office } from '../../offices.ts';
import type { AgencyUser } from '../roles.ts';

/** All offices of an agency, closed ones too, by name. */
export const officesOfAgency = (db: Database, agencyId: string): Promise<readonly Office[]> =>
  db.inDirectory(async (tx) => {
    const { rows } = await tx.query<{ office_id: string; code: string; name: string; zone: string; closed_at: Date | null }>(
      'SELECT office_id, code, name, zone, closed_at FROM office WHERE agency_id = $1 AND office_id <> agency_id ORDER BY name, code',
      [agencyId],
    );
    return rows.map((row) => ({
      officeId: row.office_id,
      agencyId,
      code: row.code,
      name: row.name,
      zone: row.zone,
      closedAt: row.closed_at,
    }));
  });

/** The open offices that a user may see; nothing of any other is ever asked for on her behalf. */
export async function officesOf(db: Database, agencyId: string, { seesOffices }: AgencyUser): Promise<readonly Office[]> {
  const all = await officesOfAgency(db, agencyId);
  return all.filter(({ officeId, closedAt }) => closedAt === null && (seesOffices === null || seesOffices.includes(officeId)));
}

/** How an office stands at this moment, as far as the server heard. */
export interface OfficeLive {
  /** `null`: nothing was ever heard. */
  readonly heardAt: number | null;
  readonly now: QueueNow | null;
  readonly openComplaints: number;
  readonly overdue: number;
  readonly quarantined: number;
  readonly keys: number;
}

/** An office asks for orders every half minute, which is written down every two: after this long it is off, or cut off. */
export const staleAfterMs = 10 * 60_000;

/** @param tx sees the offices. */
export async function liveOffices(tx: Tx, officeIds: readonly string[], now: number): Promise<ReadonlyMap<string, OfficeLive>> {
  const { rows } = await tx.query<{
    office_id: string;
    heard_at: Date | null;
    now: string | null;
    open: number;
    overdue: number;
    quarantined: number;
    keys: number;
  }>(
    `SELECT o.office_id, greatest(p.heard_at, a.asked_at) AS heard_at, p.now, coalesce(c.open, 0)::int AS open, coalesce(c.overdue, 0)::int AS overdue,
       (SELECT count(*)::int FROM quarantine q WHERE q.office_id = o.office_id) AS quarantined,
       (SELECT count(*)::int FROM office_key k WHERE k.office_id = o.office_id AND k.revoked_at IS NULL) AS keys
     FROM office o LEFT JOIN office_position p ON p.office_id = o.office_id
     LEFT JOIN office_contact a ON a.office_id = o.office_id
     LEFT JOIN (SELECT office_id, count(*) AS open, count(*) FILTER (WHERE due_at < $2) AS overdue FROM complaint
                WHERE office_id = ANY ($1::uuid[]) AND stage NOT IN ('closed', 'merged', 'referred') GROUP BY office_id) c
       ON c.office_id = o.office_id
     WHERE o.office_id = ANY ($1::uuid[])`,
    [officeIds, now],
  );
  return new Map(
    rows.map((row) => [
      row.office_id,
      {
        heardAt: row.heard_at?.getTime() ?? null,
        now: row.now === null ? null : (JSON.parse(row.now) as QueueNow),
        openComplaints: row.open,
        overdue: row.overdue,
        quarantined: row.quarantined,
        keys: row.keys,
      },
    ]),
  );
}

/** What offices told of themselves; those that never did are missing. @param tx sees the offices. */
export async function toldOffices(tx: Tx, officeIds: readonly string[]): Promise<ReadonlyMap<string, OfficeTold>> {
  const { rows } = await tx.query<{ office_id: string; told: string }>(
    'SELECT office_id, told FROM office_state WHERE office_id = ANY ($1::uuid[])',
    [officeIds],
  );
  return new Map(rows.map(({ office_id: officeId, told }) => [officeId, JSON.parse(told) as OfficeTold]));
}

/** The zone of an office as it told it, else as it was created. */
export const zoneOfOffice = ({ zone }: Pick<Office, 'zone'>, told: OfficeTold | undefined): OfficeZone =>
  told?.profile.zone ?? officeZone.catch('Asia/Jakarta').parse(zone);

export const calendarOf = (office: Pick<Office, 'zone'>, told: OfficeTold | undefined): WorkingCalendar => ({
  zone: zoneOfOffice(office, told),
  week: told?.hours ?? [],
  holidays: holidayDates(told?.holidays ?? []),
});

/** Names of units by id, of several offices at once; the ids of the usual ones are the same everywhere. */
export function unitTitles(told: Iterable<OfficeTold>): ReadonlyMap<string, { readonly id: string; readonly en: string }> {
  return new Map([...told].flatMap(({ complaintRules }) => complaintRules.units.map(({ id, title }) => [id, title] as const)));
}

export interface OfficeKey {
  readonly keyId: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
}

export async function keysOfOffice(tx: Tx, officeId: string): Promise<readonly OfficeKey[]> {
  const { rows } = await tx.query<{ key_id: string; created_at: Date; revoked_at: Date | null; revoked_why: string | null }>(
    'SELECT key_id, created_at, revoked_at, revoked_why FROM office_key WHERE office_id = $1 ORDER BY created_at DESC',
    [officeId],
  );
  return rows.map((row) => ({ keyId: row.key_id, createdAt: row.created_at, revokedAt: row.revoked_at, revokedWhy: row.revoked_why }));
}
