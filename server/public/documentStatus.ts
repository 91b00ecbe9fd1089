/** Documents that were handed in, as whoever holds the receipt follows them: read in one statement, by index. */
import type { OfficeTold } from '../../shared/sync/protocol.ts';
import type { Bilingual } from '../../shared/domain/values.ts';
import type { Office } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import type { Directory } from './directory.ts';
import { maskedNameIn, openText } from './openText.ts';
import { isWaiting, type SentOrder, sentOrders } from './sentOrders.ts';

export interface DocumentStatus {
  readonly number: string;
  readonly service: Bilingual;
  readonly maskedName: string | null;
  readonly receivedAt: number;
  /** Calendar date in the office's zone that was promised. */
  readonly readyOn: string;
  readonly readyAt: number | null;
  readonly collectedAt: number | null;
  readonly orders: readonly SentOrder[];
  readonly rated: boolean;
  readonly told: OfficeTold | null;
}

interface Row {
  number: string;
  service: string;
  received_at: number;
  ready_on: string;
  ready_at: number | null;
  collected_at: number | null;
  text_id: string | null;
  key_id: string;
  ephemeral: Buffer;
  content: Buffer;
  orders: string | null;
  rated: boolean;
  told_at: Date | null;
  told: string | null;
}

const statement = `SELECT d.number, d.service, d.received_at, d.ready_on, d.ready_at, d.collected_at, t.text_id, t.key_id, t.ephemeral, t.content,
    (SELECT json_agg(json_build_object('kind', o.kind, 'at', o.created_at, 'outcome', o.outcome, 'decidedAt', o.decided_at) ORDER BY o.order_id)
      FROM central_order o WHERE o.office_id = d.office_id AND o.subject_id = d.document_id AND o.actor = 'public') AS orders,
    EXISTS (SELECT FROM rating r WHERE r.office_id = d.office_id AND r.subject_id = d.document_id) AS rated,
    s.told_at, CASE WHEN s.told_at IS DISTINCT FROM $3 THEN s.told END AS told
  FROM document d LEFT JOIN office_state s ON s.office_id = d.office_id
    LEFT JOIN sealed_text t ON t.office_id = d.office_id AND t.subject_id = d.person_id AND t.kind = 'contact'
  WHERE d.office_id = $1 AND d.document_id = $2 LIMIT 1`;

/** `null`: it is not here (any more). */
export async function readDocumentStatus(
  services: Pick<ServerServices, 'db' | 'secrets' | 'log'>,
  { told }: Pick<Directory, 'told'>,
  { officeId, agencyId }: Office,
  documentId: string,
): Promise<DocumentStatus | null> {
  const values = [officeId, documentId, told.keptAt(officeId)];
  const row = await services.db.inOffice(
    officeId,
    async (tx) => (await tx.query<Row>({ name: 'document-status', text: statement, values })).rows[0],
  );
  if (row === undefined) return null;
  const { text_id: textId, key_id: keyId, ephemeral, content } = row;
  const contact = textId === null ? null : await openText(services, agencyId, textId, { keyId, ephemeral, content });
  return {
    number: row.number,
    service: JSON.parse(row.service) as Bilingual,
    maskedName: maskedNameIn(contact),
    receivedAt: row.received_at,
    readyOn: row.ready_on,
    readyAt: row.ready_at,
    collectedAt: row.collected_at,
    orders: sentOrders(row.orders),
    rated: row.rated,
    told: told.take(officeId, row),
  };
}

/** The service can be judged once what was applied for is there. */
export const mayRateDocument = ({ rated, readyAt, collectedAt, orders }: DocumentStatus): boolean =>
  !rated && (readyAt !== null || collectedAt !== null) && !isWaiting(orders, 'service.rate');
