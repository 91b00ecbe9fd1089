/** Asking an office to do something; the office's lead decides (shared/sync/orders.ts). */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { CentralOrder } from '../shared/sync/orders.ts';
import { orderLabel, type OrderEnvelope } from '../shared/sync/protocol.ts';
import { createSealer } from '../sync/seal.ts';
import type { Tx } from './database/database.ts';
import { toSealedContent } from './secrets.ts';

export interface OrderBy {
  /** `agency:<user id>`, `public` or `system`. */
  readonly actor: string;
  /** The complaint or document that it is about. */
  readonly subjectId?: string;
  readonly now: number;
}

/** An office that never enrolled cannot be asked anything. */
export class NotEnrolledError extends Error {
  override readonly name = 'NotEnrolledError';
}

/**
 * Stores an order, sealed for the office, in the caller's transaction. @returns its id; the outcome comes with the office's events.
 * @throws NotEnrolledError
 */
export async function placeOrder(tx: Tx, officeId: string, order: CentralOrder, { actor, subjectId, now }: OrderBy): Promise<string> {
  const { rows } = await tx.query<{ key_id: string; sealing_key: Buffer }>(
    'SELECT key_id, sealing_key FROM office_key WHERE office_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1',
    [officeId],
  );
  const key = rows[0];
  if (key === undefined) throw new NotEnrolledError(`the office ${officeId} has no key`);
  const orderId = v7();
  const { ephemeral, content } = createSealer(key.sealing_key, randomBytes)(orderLabel(orderId), Buffer.from(JSON.stringify(order)));
  await tx.query(
    `INSERT INTO central_order (office_id, order_id, kind, subject_id, actor, key_id, ephemeral, content, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [officeId, orderId, order.kind, subjectId ?? null, actor, key.key_id, ephemeral, content, new Date(now)],
  );
  return orderId;
}

/** What the office was asked and has not decided yet, oldest first. */
export async function openOrders(tx: Tx, officeId: string, limit = 100): Promise<readonly OrderEnvelope[]> {
  const { rows } = await tx.query<{
    order_id: string;
    actor: string;
    key_id: string;
    ephemeral: Buffer;
    content: Buffer;
    created_at: Date;
  }>(
    `SELECT order_id, actor, key_id, ephemeral, content, created_at FROM central_order
     WHERE office_id = $1 AND outcome IS NULL ORDER BY order_id LIMIT $2`,
    [officeId, limit],
  );
  return rows.map((row) => ({
    orderId: row.order_id,
    createdAt: row.created_at.getTime(),
    actor: row.actor,
    sealed: toSealedContent(row.key_id, row),
  }));
}
