import type { OneComplaintEvent } from '../../../shared/domain/complaints/events.ts';
import type { Happened } from '../../../shared/domain/decider.ts';

/** A step of a complaint's life as the complainant sees it; words to her are sealed texts under `textId`. */
export interface PublicStep {
  readonly at: number;
  readonly kind:
    | 'received'
    | 'verified'
    | 'completionRequested'
    | 'completionReceived'
    | 'assigned'
    | 'measure'
    | 'answered'
    | 'asked'
    | 'replied'
    | 'closed'
    | 'reopened'
    | 'referred'
    | 'statusReported'
    | 'merged';
  /** The unit's id, where one was named. */
  readonly unitId?: string;
  /** Of closing. */
  readonly outcome?: string;
  readonly textId?: string;
}

/** `null`: the office's own business (notes, escalations, links). */
export function stepOf(event: OneComplaintEvent & Happened): PublicStep | null {
  const { at } = event;
  const withText = (kind: PublicStep['kind'], textId: string | null): PublicStep => ({ at, kind, ...(textId === null ? {} : { textId }) });
  switch (event.type) {
    case 'complaintReceived.v1':
      return { at, kind: 'received' };
    case 'complaintVerified.v1':
      return { at, kind: 'verified' };
    case 'completionRequested.v1':
      return withText('completionRequested', event.data.textId);
    case 'completionReceived.v1':
      return withText('completionReceived', event.data.textId);
    case 'complaintAssigned.v1':
      return { at, kind: 'assigned', unitId: event.data.unitId };
    case 'measureRecorded.v1':
      return { at, kind: 'measure' };
    case 'complaintAnswered.v1':
      return withText('answered', event.data.textId);
    case 'complainantAsked.v1':
      return withText('asked', event.data.textId);
    case 'replyRecorded.v1':
      return withText('replied', event.data.textId);
    case 'complaintClosed.v1':
      return { at, kind: 'closed', outcome: event.data.outcome };
    case 'complaintReopened.v1':
      return withText('reopened', event.data.textId);
    case 'complaintReferred.v1':
      return withText('referred', event.data.textId);
    case 'statusReported.v1':
      return withText('statusReported', event.data.textId);
    case 'complaintMerged.v1':
      return { at, kind: 'merged' };
    default:
      return null;
  }
}
