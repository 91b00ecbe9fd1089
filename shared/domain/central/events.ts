import type { NewEvent } from '../decider.ts';
import type { Announcement, Enrolment, OrderDecided, ServiceRated } from './types.ts';

export type CentralEvent =
  | NewEvent<'centralEnrolled.v1', Enrolment>
  | NewEvent<'centralKeyRotated.v1', { readonly keyId: string; readonly keysNoteId: string }>
  | NewEvent<'centralLeft.v1', { readonly officeId: string }>
  | NewEvent<'orderDecided.v1', OrderDecided>
  | NewEvent<'announcementReceived.v1', Announcement>
  | NewEvent<'announcementSeen.v1', { readonly announcementId: string; readonly staffId: string }>
  | NewEvent<'serviceRated.v1', ServiceRated>;

/** The stream of all of them. */
export const centralStream = 'central';
