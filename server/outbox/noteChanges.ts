/**
 * Writes into the outboxes what a batch of events means to others, in the transaction that takes the batch: either both are
 * committed or neither. It costs nothing for a batch without such events, and one small query for an agency that tells nobody.
 */
import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import type { BatchEvent } from '../../sync/batch.ts';
import type { Tx } from '../database/database.ts';
import { queueNotices } from '../notices/queue.ts';
import { queueDeliveries } from '../webhooks/queue.ts';
import { type Change, changeOf, isChange, type NoticeStep, type WebhookKind } from './changes.ts';
import { parseJson } from './json.ts';
import { readSubjects } from './subjects.ts';

export interface NotedAt {
  readonly officeId: string;
  /** Its rows are visible in the transaction, too. */
  readonly agencyId: string;
  /** ms since the epoch. */
  readonly now: number;
}

/** To whom an agency tells anything. */
export interface Outlets {
  readonly officeCode: string;
  readonly hooks: readonly { readonly id: string; readonly kinds: readonly WebhookKind[] }[];
  readonly channels: readonly { readonly channel: string; readonly steps: readonly NoticeStep[] }[];
}

/** @param events those that were new, in their order; the readable tables show them already. */
export async function noteChanges(tx: Tx, at: NotedAt, events: readonly BatchEvent[]): Promise<void> {
  await queueChanges(tx, at, events);
  for (const event of events) if (event.type === 'personErased.v1') await forgetPerson(tx, at, event);
}

async function queueChanges(tx: Tx, at: NotedAt, events: readonly BatchEvent[]): Promise<void> {
  const relevant = events.filter(isChange);
  if (relevant.length === 0) return;
  const outlets = await readOutlets(tx, at);
  if (outlets.hooks.length === 0 && outlets.channels.length === 0) return;
  const changes = relevant.map(changeOf).filter((change): change is Change => change !== null);
  const subjects = await readSubjects(tx, at.officeId, changes);
  await queueDeliveries(tx, at, outlets, changes, subjects);
  await queueNotices(tx, at, outlets, changes, subjects);
}

async function readOutlets(tx: Tx, { officeId, agencyId }: NotedAt): Promise<Outlets> {
  const { rows } = await tx.query<{ code: string; hooks: string | null; channels: string | null }>({
    name: 'read-outlets',
    text: `SELECT code,
        (SELECT json_agg(json_build_object('id', webhook_id, 'kinds', kinds)) FROM webhook
          WHERE office_id = $2 AND disabled_at IS NULL) AS hooks,
        (SELECT json_agg(json_build_object('channel', channel, 'steps', steps)) FROM notice_channel WHERE office_id = $2) AS channels
      FROM office WHERE office_id = $1`,
    values: [officeId, agencyId],
  });
  const [row] = rows;
  const list = <T>(text: string | null | undefined): T[] => (text === null || text === undefined ? [] : (JSON.parse(text) as T[]));
  return { officeCode: row?.code ?? '', hooks: list(row?.hooks), channels: list(row?.channels) };
}

const erased = z.object({ personId: id });

/** Nobody who was erased is written to, and nothing here hints at her address. */
async function forgetPerson(tx: Tx, { officeId, agencyId, now }: NotedAt, event: BatchEvent): Promise<void> {
  const person = erased.safeParse(parseJson(event.data));
  if (!person.success) return;
  await tx.query(
    `UPDATE notice SET hint = NULL, reason = CASE state WHEN 'queued' THEN 'erased' ELSE reason END,
       ended_at = coalesce(ended_at, $4), state = CASE state WHEN 'queued' THEN 'skipped' ELSE state END
     WHERE office_id = $1 AND of_office = $2 AND person_id = $3`,
    [agencyId, officeId, person.data.personId, new Date(now)],
  );
}
