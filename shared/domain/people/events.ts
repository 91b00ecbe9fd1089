import type { z } from 'zod';
import type { dataReason } from '../../rpc/methods/people.ts';
import type { NewEvent } from '../decider.ts';

export type DataReason = z.infer<typeof dataReason>;

/** What was done with somebody's data beside the visit itself. Opaque ids only. */
export type PeopleEvent =
  | NewEvent<'personDataExported.v1', { readonly exportId: string; readonly personId: string; readonly reason: DataReason }>
  /** `noteIds`: the notes of her visits, erased with her; whoever replays this erases the same. */
  | NewEvent<'personErased.v1', { readonly personId: string; readonly noteIds: readonly string[]; readonly reason: DataReason }>;

/** The stream of all people events. */
export const peopleStream = 'people';
