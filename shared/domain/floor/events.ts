import type { NewEvent } from '../decider.ts';
import type { BroadcastSurface, BroadcastText, ThanksReason } from './types.ts';

/** What was said from the floor; who said it is the event's actor. */
export type FloorEvent =
  | NewEvent<
      'broadcastSent.v1',
      {
        readonly broadcastId: string;
        readonly text: BroadcastText;
        readonly surfaces: readonly BroadcastSurface[];
        /** ms since the epoch (UTC); from then on nobody shows it. */
        readonly until: number;
      }
    >
  | NewEvent<'broadcastWithdrawn.v1', { readonly broadcastId: string }>
  | NewEvent<'officerThanked.v1', { readonly thanksId: string; readonly staffId: string; readonly reason: ThanksReason }>
  | NewEvent<'thanksSeen.v1', { readonly thanksId: string }>;

export const floorStream = 'floor';
