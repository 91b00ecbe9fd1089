import { v7 } from 'uuid';
import type { Tx } from '../database/database.ts';
import type { Change } from '../outbox/changes.ts';
import type { NotedAt, Outlets } from '../outbox/noteChanges.ts';
import { isoOf, type Subject } from '../outbox/subjects.ts';

/** One delivery for each subscription and change that it asks for. */
export async function queueDeliveries(
  tx: Tx,
  { agencyId, now }: NotedAt,
  { hooks, officeCode }: Outlets,
  changes: readonly Change[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<void> {
  const deliveries = changes.flatMap((change) => {
    const wanted = hooks.filter(({ kinds }) => kinds.includes(change.kind));
    const payload = wanted.length === 0 ? null : payloadOf(change, officeCode, subjects.get(change.subjectId));
    return payload === null ? [] : wanted.map(({ id }) => ({ webhookId: id, change, payload }));
  });
  if (deliveries.length === 0) return;
  await tx.query(
    `INSERT INTO webhook_delivery (office_id, created_at, next_at, delivery_id, webhook_id, event_id, kind, payload)
     SELECT $1, $2, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) ON CONFLICT DO NOTHING`,
    [
      agencyId,
      new Date(now),
      deliveries.map(() => v7()),
      deliveries.map(({ webhookId }) => webhookId),
      deliveries.map(({ change }) => change.eventId),
      deliveries.map(({ change }) => change.kind),
      deliveries.map(({ payload }) => payload),
    ],
  );
}

/** The body: `type`, `timestamp`, `data` (Standard Webhooks). `null`: what it is about is not here. */
function payloadOf({ kind, at, step, score, subject, subjectId }: Change, office: string, about: Subject | undefined): string | null {
  if (subject !== 'other' && about === undefined) return null;
  const data = {
    office,
    ...(about?.told ?? { subjectId }),
    ...(step === undefined ? {} : { step }),
    ...(score === undefined ? {} : { score }),
  };
  return JSON.stringify({ type: kind, timestamp: isoOf(at), data });
}
