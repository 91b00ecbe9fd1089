import { z } from 'zod';
import { id } from '../../shared/domain/values.ts';
import type { BatchEvent } from '../../sync/batch.ts';
import type { PublicStep } from '../sync/projections/steps.ts';
import { parseJson } from './json.ts';

/** What other systems can be told of. */
export const webhookKinds = [
  'complaint.received',
  'complaint.stageChanged',
  'document.received',
  'document.ready',
  'document.collected',
  'service.rated',
] as const;
export type WebhookKind = (typeof webhookKinds)[number];

/** Steps at which a complainant or applicant is written to. */
export const noticeSteps = ['received', 'completionRequested', 'asked', 'answered', 'closed', 'documentReady'] as const;
export type NoticeStep = (typeof noticeSteps)[number];

/** Something that happened at an office and that may concern somebody outside. */
export interface Change {
  readonly eventId: string;
  readonly kind: WebhookKind;
  readonly subject: 'complaint' | 'document' | 'other';
  readonly subjectId: string;
  /** ms since the epoch, by the station's clock. */
  readonly at: number;
  /** Of `complaint.stageChanged`. */
  readonly step?: PublicStep['kind'];
  /** Of `service.rated`. */
  readonly score?: number;
}

const stepOfType: Readonly<Record<string, PublicStep['kind']>> = {
  'complaintVerified.v1': 'verified',
  'completionRequested.v1': 'completionRequested',
  'completionReceived.v1': 'completionReceived',
  'complaintAssigned.v1': 'assigned',
  'measureRecorded.v1': 'measure',
  'complaintAnswered.v1': 'answered',
  'complainantAsked.v1': 'asked',
  'replyRecorded.v1': 'replied',
  'complaintClosed.v1': 'closed',
  'complaintReopened.v1': 'reopened',
  'complaintReferred.v1': 'referred',
  'complaintMerged.v1': 'merged',
};
const kindOfType: Readonly<Record<string, WebhookKind>> = {
  'complaintReceived.v1': 'complaint.received',
  ...Object.fromEntries(Object.keys(stepOfType).map((type) => [type, 'complaint.stageChanged' as const])),
  'documentReceived.v1': 'document.received',
  'documentReady.v1': 'document.ready',
  'documentCollected.v1': 'document.collected',
  'serviceRated.v1': 'service.rated',
};

/** Told by its type alone, so that a batch without any costs nothing. */
export const isChange = ({ type }: Pick<BatchEvent, 'type'>): boolean => Object.hasOwn(kindOfType, type);

const complaint = z.object({ complaintId: id });
const document = z.object({ documentId: id });
const rating = z.object({ subjectId: id, score: z.number() });

/** `null`: the event does not fit; it is in quarantine. */
export function changeOf({ id: eventId, type, at, data }: BatchEvent): Change | null {
  const kind = kindOfType[type];
  const step = stepOfType[type];
  if (kind === undefined) return null;
  const read = parseJson(data);
  if (kind === 'service.rated') {
    const rated = rating.safeParse(read);
    return rated.success ? { eventId, kind, subject: 'other', subjectId: rated.data.subjectId, at, score: rated.data.score } : null;
  }
  if (kind.startsWith('document.')) {
    const named = document.safeParse(read);
    return named.success ? { eventId, kind, subject: 'document', subjectId: named.data.documentId, at } : null;
  }
  const named = complaint.safeParse(read);
  if (!named.success) return null;
  return { eventId, kind, subject: 'complaint', subjectId: named.data.complaintId, at, ...(step === undefined ? {} : { step }) };
}

/** The step that a person is written to about; `null`: none. */
export function noticeStepOf({ kind, step }: Change): NoticeStep | null {
  if (kind === 'complaint.received') return 'received';
  if (kind === 'document.ready') return 'documentReady';
  return noticeSteps.find((told) => told === step) ?? null;
}
