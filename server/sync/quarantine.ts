import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import type { BatchEvent } from '../../sync/batch.ts';
import type { Tx } from '../database/database.ts';
import { parseJson } from '../outbox/json.ts';

export interface Quarantined {
  readonly event: BatchEvent;
  readonly hash: Buffer;
  /** `notUnderstood`: it is verified, and stored where the database can keep it; it is missing in the readable tables. */
  readonly reason: 'notUnderstood' | 'chainBroken' | 'forked';
  /** For an engineer, without personal data. */
  readonly detail: string;
}

/** Keeps events as they came, for a person to look at; the same one is kept once. @param pins tags that came with them, by complaint or document. */
export async function setAside(
  tx: Tx,
  officeId: string,
  events: readonly Quarantined[],
  pins: ReadonlyMap<string, Buffer>,
  now: number,
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO quarantine (office_id, id, reason, origin, origin_seq, hash, event, detail, pin_tag, at)
     SELECT $1, id, reason, origin, origin_seq, hash, event, detail, pin_tag, $10
     FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::bigint[], $6::bytea[], $7::json[], $8::text[], $9::bytea[])
       AS new (id, reason, origin, origin_seq, hash, event, detail, pin_tag)
     ON CONFLICT DO NOTHING`,
    [
      officeId,
      events.map(({ event }) => event.id),
      events.map(({ reason }) => reason),
      events.map(({ event }) => event.origin),
      events.map(({ event }) => event.originSeq),
      events.map(({ hash }) => hash),
      // The data as a string: of what does not verify, nobody knows whether it is JSON.
      events.map(({ event }) => JSON.stringify(event)),
      events.map(({ detail }) => detail.replaceAll('\0', '').slice(0, 500)),
      events.map(({ event }) => pins.get(subjectOf(event)?.id ?? '') ?? null),
      new Date(now),
    ],
  );
}

/** Types that make up the life of a document; documents of a year share one stream. */
export const documentTypes: readonly string[] = ['documentReceived.v1', 'documentReady.v1', 'documentCollected.v1'];

const ofDocument = z.object({ documentId: id });

/** The complaint or document whose life an event is part of; `null`: it stands for itself. */
export function subjectOf({ stream, type, data }: BatchEvent): { readonly kind: 'complaint' | 'document'; readonly id: string } | null {
  if (stream.startsWith('complaint/')) return { kind: 'complaint', id: stream.slice('complaint/'.length) };
  if (!documentTypes.includes(type)) return null;
  const columns = ofDocument.safeParse(parseJson(data));
  return columns.success ? { kind: 'document', id: columns.data.documentId } : null;
}
