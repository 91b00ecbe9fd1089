import type { Happened } from '../decider.ts';
import { unreachable } from '../../result.ts';
import type { CentralEvent } from './events.ts';
import type { Announcement, Enrolment, OrderDecided } from './types.ts';

export interface ReceivedAnnouncement extends Announcement {
  readonly receivedAt: number;
  readonly seenBy: readonly string[];
}

/** How this office stands with the central server; `enrolment` null: it works without one. */
export interface CentralState {
  readonly enrolment: (Enrolment & { readonly enrolledAt: number; readonly keyCreatedAt: number }) | null;
  /** The newest first. */
  readonly announcements: readonly ReceivedAnnouncement[];
  /** Orders that were refused, the newest first. */
  readonly refused: readonly (OrderDecided & { readonly at: number })[];
  /** Notes of the vault that belong to it: the keys. */
  readonly textIds: readonly string[];
}

export const initialCentral: CentralState = { enrolment: null, announcements: [], refused: [], textIds: [] };

const keptAnnouncements = 100;
const keptRefused = 20;

/** Total: accepts every event ever written. */
export function evolveCentral(state: CentralState, event: CentralEvent & Happened): CentralState {
  switch (event.type) {
    case 'centralEnrolled.v1':
      return {
        ...state,
        enrolment: { ...event.data, enrolledAt: event.at, keyCreatedAt: event.at },
        textIds: [...state.textIds, event.data.keysNoteId],
      };
    case 'centralKeyRotated.v1':
      if (state.enrolment === null) return state;
      return {
        ...state,
        enrolment: { ...state.enrolment, ...event.data, keyCreatedAt: event.at },
        textIds: [...state.textIds, event.data.keysNoteId],
      };
    case 'centralLeft.v1':
      return { ...state, enrolment: null };
    case 'orderDecided.v1':
      if (event.data.outcome === 'done') return state;
      return { ...state, refused: [{ ...event.data, at: event.at }, ...state.refused].slice(0, keptRefused) };
    case 'announcementReceived.v1': {
      const received = { ...event.data, receivedAt: event.at, seenBy: [] };
      return { ...state, announcements: [received, ...state.announcements].slice(0, keptAnnouncements) };
    }
    case 'announcementSeen.v1':
      return {
        ...state,
        announcements: state.announcements.map((one) =>
          one.announcementId === event.data.announcementId ? { ...one, seenBy: [...one.seenBy, event.data.staffId] } : one,
        ),
      };
    case 'serviceRated.v1':
      return event.data.textId === null ? state : { ...state, textIds: [...state.textIds, event.data.textId] };
    default:
      return unreachable(event);
  }
}
