/** Asking an office, on behalf of somebody of the agency, to do something about a complaint. */
import { randomBytes } from 'node:crypto';
import type { CentralOrder } from '../../shared/sync/orders.ts';
import { textLabel } from '../../shared/sync/protocol.ts';
import { createSealer } from '../../sync/seal.ts';
import type { Tx } from '../database/database.ts';
import { placeOrder } from '../orders.ts';
import type { Secrets } from '../secrets.ts';
import type { ComplaintAct } from './roles.ts';

/** Kind under which the agency's own words lie among the sealed texts, until the office's take their place. */
export const sentKind = 'sent';

export interface Act {
  readonly act: ComplaintAct;
  readonly complaintId: string;
  /** Made with the form; twice the same is once. */
  readonly textId: string;
  readonly text: string;
  /** Of `assign`. */
  readonly unitId?: string;
  /** Of `verify`. */
  readonly tag?: 'procedural' | 'technical' | 'behaviour';
}

export interface ActContext {
  readonly officeId: string;
  readonly userId: string;
  readonly agencyKey: Awaited<ReturnType<Secrets['agencyKey']>>;
  readonly now: number;
}

/**
 * Places the order and keeps its words, sealed for the agency: whoever wrote them reads them again when the office refuses. They are
 * erased with the person like any other text of the complaint.
 * @param tx sees the office. @returns whether it is new. @throws NotEnrolledError
 */
export async function sendAct(tx: Tx, act: Act, { officeId, userId, agencyKey, now }: ActContext): Promise<boolean> {
  const { rowCount: known } = await tx.query('SELECT 1 FROM agency_sent WHERE office_id = $1 AND text_id = $2', [officeId, act.textId]);
  if ((known ?? 0) > 0) return false;
  const orderId = await placeOrder(tx, officeId, toOrder(act), { actor: `agency:${userId}`, subjectId: act.complaintId, now });
  await tx.query('INSERT INTO agency_sent (office_id, text_id, order_id) VALUES ($1, $2, $3)', [officeId, act.textId, orderId]);
  const seal = createSealer(agencyKey.publicKey, randomBytes);
  const { ephemeral, content } = seal(textLabel(act.textId), Buffer.from(act.text));
  await tx.query(
    `INSERT INTO sealed_text (office_id, text_id, subject_id, kind, key_id, ephemeral, content, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [officeId, act.textId, act.complaintId, sentKind, agencyKey.keyId, ephemeral, content, new Date(now)],
  );
  return true;
}

function toOrder({ act, complaintId, textId, text, unitId = '', tag = 'procedural' }: Act): CentralOrder {
  const words = { complaintId, textId, text };
  switch (act) {
    case 'assign':
      return { kind: 'complaint.assign', ...words, unitId };
    case 'verify':
      return { kind: 'complaint.verify', ...words, tag };
    case 'answer':
      return { kind: 'complaint.answer', ...words };
    case 'recordMeasure':
      return { kind: 'complaint.recordMeasure', ...words };
    case 'askComplainant':
      return { kind: 'complaint.askComplainant', ...words };
    case 'note':
      return { kind: 'complaint.note', ...words };
  }
}
