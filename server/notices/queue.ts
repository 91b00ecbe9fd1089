import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import { type Change, noticeStepOf } from '../outbox/changes.ts';
import type { NotedAt, Outlets } from '../outbox/noteChanges.ts';
import type { Subject } from '../outbox/subjects.ts';

/**
 * Nobody is written to about something older, ms: an office that was offline for weeks must not send a hundred people the news of
 * last month.
 */
export const newsForMs = 7 * 24 * 60 * 60 * 1000;

/**
 * One notice for each channel and step, and of several steps of one complaint in one batch only the last: who complained at the
 * counter and was answered there gets one message and not three.
 */
export async function queueNotices(
  tx: Tx,
  { agencyId, officeId, now }: NotedAt,
  { channels }: Outlets,
  changes: readonly Change[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<void> {
  if (channels.length === 0) return;
  const last = new Map(
    changes.flatMap((change) => {
      const step = noticeStepOf(change);
      return step === null || change.at < now - newsForMs ? [] : [[change.subjectId, { change, step }] as const];
    }),
  );
  const notices = [...last.values()].flatMap(({ change, step }) => {
    const subject = subjects.get(change.subjectId);
    const personId = subject?.personId ?? null;
    if (subject === undefined || personId === null) return [];
    return channels
      .filter(({ steps }) => steps.includes(step))
      .map(({ channel }) => ({ channel, change, step, personId, number: subject.number }));
  });
  if (notices.length === 0) return;
  await tx.query(
    `INSERT INTO notice (office_id, of_office, created_at, next_at, notice_id, channel, event_id, subject_id, person_id, number, step, step_at)
     SELECT $1, $2, $3, $3, * FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::bigint[])
     ON CONFLICT DO NOTHING`,
    [
      agencyId,
      officeId,
      new Date(now),
      notices.map(() => v7()),
      notices.map(({ channel }) => channel),
      notices.map(({ change }) => change.eventId),
      notices.map(({ change }) => change.subjectId),
      notices.map(({ personId }) => personId),
      notices.map(({ number }) => number),
      notices.map(({ step }) => step),
      notices.map(({ change }) => change.at),
    ],
  );
}
