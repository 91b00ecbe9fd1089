import type { Bilingual } from '../../../shared/domain/values.ts';
import type { Tx } from '../../database/database.ts';

export interface SentAnnouncement {
  readonly title: Bilingual;
  readonly body: Bilingual;
  readonly until: string;
  readonly sentAt: Date;
  readonly sentBy: string | null;
  readonly done: number;
  readonly pending: number;
  readonly refused: number;
}

/** The last twenty with what became of them. @param tx sees the agency and the offices. */
export async function listAnnouncements(tx: Tx, agencyId: string, officeIds: readonly string[]): Promise<readonly SentAnnouncement[]> {
  const { rows } = await tx.query<{
    title: string;
    body: string;
    until: string;
    sent_at: Date;
    full_name: string | null;
    done: number;
    pending: number;
    refused: number;
  }>(
    `SELECT a.title, a.body, a.until, a.sent_at, u.full_name, o.done, o.pending, o.refused
     FROM agency_announcement a LEFT JOIN agency_user u ON u.office_id = a.office_id AND u.user_id = a.sent_by
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE outcome = 'done')::int AS done, count(*) FILTER (WHERE outcome IS NULL)::int AS pending,
         count(*) FILTER (WHERE outcome <> 'done')::int AS refused
       FROM central_order WHERE office_id = ANY ($2::uuid[]) AND subject_id = a.announcement_id AND kind = 'announce') o
     WHERE a.office_id = $1 ORDER BY a.announcement_id DESC LIMIT 20`,
    [agencyId, officeIds],
  );
  return rows.map((row) => ({
    title: JSON.parse(row.title) as Bilingual,
    body: JSON.parse(row.body) as Bilingual,
    until: row.until,
    sentAt: row.sent_at,
    sentBy: row.full_name,
    done: row.done,
    pending: row.pending,
    refused: row.refused,
  }));
}
