/** The outbox of webhooks as the agency sees it: what waits, what was given up, and how to send that again. */
import type { ServerServices } from '../services.ts';

export type DeliveryState = 'queued' | 'delivered' | 'dead';

export interface Delivery {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Of one that waits. */
  readonly nextAt: Date;
  /** In a word: `http500`, `timeout`, `ECONNREFUSED`, `privateAddress`. */
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface DeliveryFilter {
  readonly state?: DeliveryState;
  readonly webhookId?: string;
  /** Default 100. */
  readonly limit?: number;
}

interface Row {
  delivery_id: string;
  webhook_id: string;
  kind: string;
  state: DeliveryState;
  attempts: number;
  next_at: Date;
  last_error: string | null;
  created_at: Date;
  ended_at: Date | null;
}

/** The newest first. */
export const listDeliveries = (
  { db }: Pick<ServerServices, 'db'>,
  agencyId: string,
  { state, webhookId, limit = 100 }: DeliveryFilter = {},
): Promise<readonly Delivery[]> =>
  db.inOffice(agencyId, async (tx) => {
    const { rows } = await tx.query<Row>(
      `SELECT delivery_id, webhook_id, kind, state, attempts, next_at, last_error, created_at, ended_at FROM webhook_delivery
       WHERE office_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR webhook_id = $3)
       ORDER BY delivery_id DESC LIMIT $4`,
      [agencyId, state ?? null, webhookId ?? null, limit],
    );
    return rows.map((row) => ({
      deliveryId: row.delivery_id,
      webhookId: row.webhook_id,
      kind: row.kind,
      state: row.state,
      attempts: row.attempts,
      nextAt: row.next_at,
      lastError: row.last_error,
      createdAt: row.created_at,
      endedAt: row.ended_at,
    }));
  });

/** Sends what was given up again, from the first attempt on; all of the agency's without ids. @returns how many. */
export const retryDeliveries = (
  { db, now }: Pick<ServerServices, 'db' | 'now'>,
  agencyId: string,
  deliveryIds?: readonly string[],
): Promise<number> =>
  db.inOffice(agencyId, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE webhook_delivery SET state = 'queued', attempts = 0, next_at = $2, ended_at = NULL
       WHERE office_id = $1 AND state = 'dead' AND ($3::uuid[] IS NULL OR delivery_id = ANY ($3))`,
      [agencyId, new Date(now()), deliveryIds ?? null],
    );
    return rowCount ?? 0;
  });
