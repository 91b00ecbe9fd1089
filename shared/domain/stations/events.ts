import type { NewEvent } from '../decider.ts';
import type { StationDetails } from './types.ts';

/** The registry of stations, in the stream `office`: whom the others trust, and by which certificate. */
export type StationEvent =
  | NewEvent<'stationJoined.v1', StationDetails & { readonly id: string; readonly letter: string; readonly fingerprint: string }>
  | NewEvent<'stationChanged.v1', StationDetails & { readonly id: string }>
  | NewEvent<'stationRevoked.v1', { readonly id: string }>;
