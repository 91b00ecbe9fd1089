import type { Tx } from '../../database/database.ts';
import type { Quarantined } from '../../sync/quarantine.ts';
import { parseJson } from '../../outbox/json.ts';

export interface AsideEvent {
  readonly at: Date;
  readonly reason: Quarantined['reason'];
  readonly type: string;
  /** The station. */
  readonly origin: string;
  readonly originSeq: number;
  readonly detail: string;
}

export interface AsideOfOffice {
  /** The newest first. */
  readonly events: readonly AsideEvent[];
  readonly counts: Readonly<Partial<Record<Quarantined['reason'], number>>>;
}

/** What is set aside, by office; offices without anything are missing. @param tx sees the offices. @param limit of events of each. */
export async function quarantineOf(tx: Tx, officeIds: readonly string[], limit: number): Promise<ReadonlyMap<string, AsideOfOffice>> {
  const counted = await tx.query<{ office_id: string; reason: Quarantined['reason']; count: number }>(
    'SELECT office_id, reason, count(*)::int AS count FROM quarantine WHERE office_id = ANY ($1::uuid[]) GROUP BY office_id, reason',
    [officeIds],
  );
  const found = new Map<string, AsideOfOffice>();
  for (const { office_id: officeId, reason, count } of counted.rows) {
    const before = found.get(officeId);
    found.set(officeId, { events: [], counts: { ...before?.counts, [reason]: count } });
  }
  for (const [officeId, { counts }] of found) {
    const { rows } = await tx.query<{
      at: Date;
      reason: Quarantined['reason'];
      event: string;
      origin: string;
      origin_seq: number;
      detail: string;
    }>(
      `SELECT at, reason, event, origin, origin_seq, detail FROM quarantine WHERE office_id = $1
       ORDER BY at DESC, origin, origin_seq DESC LIMIT $2`,
      [officeId, limit],
    );
    const events = rows.map(({ origin_seq: originSeq, event, ...row }) => ({ ...row, originSeq, type: typeOf(event) }));
    found.set(officeId, { counts, events });
  }
  return found;
}

function typeOf(event: string): string {
  const { type } = (parseJson(event) ?? {}) as { readonly type?: unknown };
  return typeof type === 'string' ? type : '';
}
