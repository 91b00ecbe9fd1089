/** A complaint as its complainant follows it: read in one statement, by index. */
import { complaintFromText } from '../../shared/domain/complaints/stored.ts';
import type { Complaint } from '../../shared/domain/complaints/state.ts';
import type { ComplaintStage, ComplaintType } from '../../shared/domain/complaints/types.ts';
import type { OfficeTold, TextKind } from '../../shared/sync/protocol.ts';
import type { Office } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import type { PublicStep } from '../sync/projections/steps.ts';
import type { Directory } from './directory.ts';
import { maskedNameIn, openText } from './openText.ts';
import { type SentOrder, sentOrders } from './sentOrders.ts';
import { defaultReopenDays } from './settings.ts';

/** Words to the complainant; what she herself said is not shown again to whoever holds her receipt. */
const shownKinds: readonly TextKind[] = ['completionRequest', 'question', 'answer', 'statusReport', 'referral'];

export interface ShownStep extends PublicStep {
  /** What the office wrote to her; `null`: nothing, erased, or not for her. */
  readonly words: string | null;
}

export interface ComplaintStatus {
  readonly complaint: Complaint;
  readonly type: ComplaintType | null;
  readonly unitId: string | null;
  /** The name as it may be shown, `S••• R••`; `null`: none was given, it is hidden, or it was erased. */
  readonly maskedName: string | null;
  readonly anonymous: boolean;
  /** Oldest first. */
  readonly steps: readonly ShownStep[];
  readonly orders: readonly SentOrder[];
  readonly rated: boolean;
  /** Where the one stands that it was merged into. */
  readonly mergedStage: ComplaintStage | null;
  readonly reopenDays: number;
  readonly told: OfficeTold | null;
}

interface TextJson {
  readonly textId: string;
  readonly kind: TextKind;
  readonly keyId: string;
  readonly ephemeral: string;
  readonly content: string;
}

interface Row {
  type: ComplaintType | null;
  unit_id: string | null;
  anonymous: boolean;
  folded: string;
  steps: string;
  texts: string | null;
  orders: string | null;
  rated: boolean;
  merged_stage: ComplaintStage | null;
  reopen_days: number | null;
  told_at: Date | null;
  told: string | null;
}

const textJson = (alias: string) => `json_build_object('textId', ${alias}.text_id, 'kind', ${alias}.kind, 'keyId', ${alias}.key_id,
  'ephemeral', encode(${alias}.ephemeral, 'base64'), 'content', encode(${alias}.content, 'base64'))`;

const statement = `SELECT c.type, c.unit_id, c.anonymous, c.folded, c.steps,
    (SELECT json_agg(${textJson('t')}) FROM sealed_text t
      WHERE t.office_id = c.office_id AND (t.subject_id = c.complaint_id AND t.kind = ANY ($3) OR t.subject_id = c.person_id AND t.kind = 'contact')) AS texts,
    (SELECT json_agg(json_build_object('kind', o.kind, 'at', o.created_at, 'outcome', o.outcome, 'decidedAt', o.decided_at) ORDER BY o.order_id)
      FROM central_order o WHERE o.office_id = c.office_id AND o.subject_id = c.complaint_id AND o.actor = 'public') AS orders,
    EXISTS (SELECT FROM rating r WHERE r.office_id = c.office_id AND r.subject_id = c.complaint_id) AS rated,
    (SELECT m.stage FROM complaint m WHERE m.office_id = c.office_id AND m.complaint_id = (c.folded ->> 'mergedInto')::uuid) AS merged_stage,
    p.reopen_days, s.told_at, CASE WHEN s.told_at IS DISTINCT FROM $4 THEN s.told END AS told
  FROM complaint c LEFT JOIN office_state s ON s.office_id = c.office_id LEFT JOIN public_setting p ON p.office_id = c.office_id
  WHERE c.office_id = $1 AND c.complaint_id = $2`;

/** `null`: it is not here (any more). */
export async function readComplaintStatus(
  services: Pick<ServerServices, 'db' | 'secrets' | 'log'>,
  { told }: Pick<Directory, 'told'>,
  { officeId, agencyId }: Office,
  complaintId: string,
): Promise<ComplaintStatus | null> {
  const values = [officeId, complaintId, shownKinds, told.keptAt(officeId)];
  const row = await services.db.inOffice(
    officeId,
    async (tx) => (await tx.query<Row>({ name: 'complaint-status', text: statement, values })).rows[0],
  );
  if (row === undefined) return null;
  const texts = row.texts === null ? [] : (JSON.parse(row.texts) as TextJson[]);
  const words = new Map<string, string | null>();
  let maskedName: string | null = null;
  for (const { textId, kind, keyId, ephemeral, content } of texts) {
    const sealed = { keyId, ephemeral: Buffer.from(ephemeral, 'base64'), content: Buffer.from(content, 'base64') };
    const opened = await openText(services, agencyId, textId, sealed);
    if (kind === 'contact') maskedName = maskedNameIn(opened);
    else words.set(textId, opened);
  }
  return {
    complaint: complaintFromText(row.folded),
    type: row.type,
    unitId: row.unit_id,
    anonymous: row.anonymous,
    maskedName: row.anonymous ? null : maskedName,
    steps: (JSON.parse(row.steps) as PublicStep[]).map((step) => ({
      ...step,
      words: step.textId === undefined ? null : (words.get(step.textId) ?? null),
    })),
    orders: sentOrders(row.orders),
    rated: row.rated,
    mergedStage: row.merged_stage,
    reopenDays: row.reopen_days ?? defaultReopenDays,
    told: told.take(officeId, row),
  };
}
