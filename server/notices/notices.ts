/** The outbox of notices as the agency sees it: what became of each, and how to send one again. */
import type { NoticeStep } from '../outbox/changes.ts';
import type { ServerServices } from '../services.ts';

/** `failed`: refused for good; `gaveUp`: every attempt failed; `skipped`: nobody to write to, or no news any more. */
export const noticeStates = ['queued', 'sent', 'failed', 'gaveUp', 'skipped'] as const;
export type NoticeState = (typeof noticeStates)[number];

export interface Notice {
  readonly noticeId: string;
  readonly channel: 'email' | 'gateway';
  readonly officeId: string;
  readonly subjectId: string;
  readonly number: string;
  readonly step: NoticeStep;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly nextAt: Date;
  /** Her address, masked; `null`: it was not looked up yet, or she was erased. */
  readonly hint: string | null;
  readonly providerId: string | null;
  /** Of the last attempt, in a word: `smtp550`, `http422`, `ECONNREFUSED`, `noAddress`. */
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface NoticeFilter {
  readonly state?: NoticeState;
  /** Of one complaint or document. */
  readonly subjectId?: string;
  /** Default 100. */
  readonly limit?: number;
}

interface Row {
  notice_id: string;
  channel: 'email' | 'gateway';
  of_office: string;
  subject_id: string;
  number: string;
  step: NoticeStep;
  state: NoticeState;
  attempts: number;
  next_at: Date;
  hint: string | null;
  provider_id: string | null;
  reason: string | null;
  created_at: Date;
  ended_at: Date | null;
}

/** The newest first. */
export const listNotices = (
  { db }: Pick<ServerServices, 'db'>,
  agencyId: string,
  { state, subjectId, limit = 100 }: NoticeFilter = {},
): Promise<readonly Notice[]> =>
  db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<Row>(
      `SELECT notice_id, channel, of_office, subject_id, number, step, state, attempts, next_at, hint, provider_id, reason, created_at, ended_at
       FROM notice WHERE office_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR subject_id = $3)
       ORDER BY notice_id DESC LIMIT $4`,
      [agencyId, state ?? null, subjectId ?? null, limit],
    );
    return rows.map((row) => ({
      noticeId: row.notice_id,
      channel: row.channel,
      officeId: row.of_office,
      subjectId: row.subject_id,
      number: row.number,
      step: row.step,
      state: row.state,
      attempts: row.attempts,
      nextAt: row.next_at,
      hint: row.hint,
      providerId: row.provider_id,
      reason: row.reason,
      createdAt: row.created_at,
      endedAt: row.ended_at,
    }));
  });

/** Sends what failed or was given up again; all of the agency's without ids. What is no news any more stays. @returns how many. */
export const retryNotices = (
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  agencyId: string,
  noticeIds?: readonly string[],
): Promise<number> =>
  db.inOffice(agencyId, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE notice SET state = 'queued', attempts = 0, next_at = $2, ended_at = NULL
       WHERE office_id = $1 AND state IN ('failed', 'gaveUp') AND ($3::uuid[] IS NULL OR notice_id = ANY ($3))`,
      [agencyId, new Date(now()), noticeIds ?? null],
    );
    return rowCount ?? 0;
  });
