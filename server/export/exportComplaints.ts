/**
 * Complaints as a file, in the shape in which operators enter them into SP4N-LAPOR!. It opens what complainants wrote, so it needs
 * a reason, is recorded before the first line leaves, and is capped (RELIABILITY 33).
 */
import { Readable } from 'node:stream';
import { v7 } from 'uuid';
import type { ComplaintStage } from '../../shared/domain/complaints/types.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { listOffices, type Office } from '../offices.ts';
import type { Tx } from '../database/database.ts';
import type { ServerServices } from '../services.ts';
import { type ExportFormat, fileText } from './files.ts';
import { readPage } from './pages.ts';

export interface ExportFilter {
  /** Received from and to, ms since the epoch; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** Only of these offices; `null`: all of the agency. */
  readonly officeIds: readonly string[] | null;
  /** `null`: at every stage. */
  readonly stages: readonly ComplaintStage[] | null;
}

export interface ExportPurpose {
  /** Why, in words of whoever exports; at least `minReasonLength` characters. */
  readonly reason: string;
  /** The user's id. */
  readonly by: string;
  readonly format: ExportFormat;
}

export interface ComplaintExport {
  readonly exportId: string;
  /** How many are in it. */
  readonly complaints: number;
  /** UTF-8; read page by page from the database while it flows. */
  readonly file: Readable;
}

export type ExportRefusal =
  | { readonly type: 'reasonMissing' }
  /** More than one export may hold. */
  | { readonly type: 'tooMany'; readonly complaints: number }
  /** The agency exported so many within a day that this one would pass the limit. */
  | { readonly type: 'tooMuchToday'; readonly left: number };

export const minReasonLength = 10;
/** Complaints in one export, and of an agency within 24 hours: a month of a large agency, and not its whole archive at once. */
export const maxExported = 5000;
export const maxExportedADay = 20_000;
const pageSize = 200;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Records the export and begins it. Of confidential complaints the words are left out.
 * @param also in the transaction that records it, with how many they are.
 */
export async function exportComplaints(
  services: ServerServices,
  agencyId: string,
  filter: ExportFilter,
  { reason, by, format }: ExportPurpose,
  also: (tx: Tx, complaints: number) => Promise<void> = () => Promise.resolve(),
): Promise<Result<ComplaintExport, ExportRefusal>> {
  if (reason.trim().length < minReasonLength) return refuse({ type: 'reasonMissing' });
  const offices = (await listOffices(services.db, agencyId)).filter(({ officeId }) => filter.officeIds?.includes(officeId) ?? true);
  const exportId = v7();
  const now = new Date(services.now());
  const recorded = await services.db.inOffices([agencyId, ...offices.map(({ officeId }) => officeId)], async (tx) => {
    // One at a time of an agency: two at once would each see room for itself.
    await tx.query('SELECT 1 FROM office WHERE office_id = $1 FOR UPDATE', [agencyId]);
    const { rows } = await tx.query<{ found: number; today: number }>(
      `SELECT
         (SELECT count(*) FROM complaint WHERE office_id = ANY ($1::uuid[]) AND received_at >= $2 AND received_at < $3
           AND ($4::text[] IS NULL OR stage = ANY ($4))) AS found,
         (SELECT coalesce(sum(complaints), 0)::bigint FROM complaint_export WHERE office_id = $5 AND at > $6) AS today`,
      [offices.map(({ officeId }) => officeId), filter.from, filter.to, filter.stages, agencyId, new Date(now.getTime() - dayMs)],
    );
    const { found = 0, today = 0 } = rows[0] ?? {};
    if (found > maxExported) return refuse({ type: 'tooMany' as const, complaints: found });
    if (today + found > maxExportedADay) return refuse({ type: 'tooMuchToday' as const, left: Math.max(0, maxExportedADay - today) });
    await tx.query(
      'INSERT INTO complaint_export (office_id, export_id, at, by_user, reason, format, filter, complaints) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      [agencyId, exportId, now, by, reason.trim(), format, JSON.stringify(filter), found],
    );
    await also(tx, found);
    return ok(found);
  });
  if (!recorded.ok) return recorded;
  const file = Readable.from(fileText(format, pagesOf(services, agencyId, offices, filter, recorded.value)), { objectMode: false });
  return ok({ exportId, complaints: recorded.value, file });
}

/** Office by office, oldest first; never more in memory than a page, and never more in all than was recorded. */
async function* pagesOf(services: ServerServices, agencyId: string, offices: readonly Office[], filter: ExportFilter, recorded: number) {
  let left = recorded;
  for (const office of offices) {
    let after: { readonly receivedAt: number; readonly complaintId: string } | null = null;
    while (left > 0) {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(
        services,
        agencyId,
        office,
        filter,
        after,
        Math.min(pageSize, left),
      );
      if (page.rows.length === 0) break;
      left -= page.rows.length;
      after = page.last;
      yield page.rows;
    }
  }
}

export interface PastExport {
  readonly exportId: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly format: string;
  readonly complaints: number;
}

/** The newest first. */
export const listExports = ({ db }: Pick<ServerServices, 'db'>, agencyId: string, limit = 20): Promise<readonly PastExport[]> =>
  db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<{ export_id: string; at: Date; by_user: string; reason: string; format: string; complaints: number }>(
      'SELECT export_id, at, by_user, reason, format, complaints FROM complaint_export WHERE office_id = $1 ORDER BY at DESC, export_id DESC LIMIT $2',
      [agencyId, limit],
    );
    return rows.map(({ export_id: exportId, by_user: by, ...row }) => ({ exportId, by, ...row }));
  });
