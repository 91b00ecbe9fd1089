import type { QueueEventOf } from '../events.ts';
import type { Asides } from './aside.ts';
import type { BranchEvent } from './branch.ts';
import type { Draft } from './draft.ts';
import type { Quarrels } from './quarrels.ts';

/** An event of a branch of one type. */
export type Of<Type extends BranchEvent['type']> = QueueEventOf<Type> & BranchEvent;

/** A merge at work on tickets. */
export interface Work {
  readonly draft: Draft;
  readonly asides: Asides;
  readonly quarrels: Quarrels;
  /** Numbers given and called there, for people to know. */
  readonly issued: string[];
  readonly called: string[];
}

/** Tells of something that concerns a ticket which the office does not know. */
export const leftOut = (draft: Draft, counterId: string | null): void =>
  draft.tell({ kind: 'leftOut', counterIds: counterId === null ? [] : [counterId] });
