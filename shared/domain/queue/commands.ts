import type { CommandMethod, Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { Result } from '../../result.ts';
import type { Actor } from '../decider.ts';
import type { OfficeState } from '../office/state.ts';
import type { StaffRole } from '../../rpc/roles.ts';
import type { QueueEvent } from './events.ts';

export type QueueMethod = Extract<CommandMethod, `queue.${string}`>;

/** What is decided about a note: that there is one, or none any more. Its text never leaves the vault. */
export interface NoteMade {
  readonly ticketId: string;
  readonly hasNote: boolean;
}

/** The input of a command as it is decided: the contract's, but for the note. */
export type Decided<M extends QueueMethod> = M extends 'queue.note' ? NoteMade : Input<M>;

/** A command of the queue: method and validated input. */
export type QueueCommand = { [M in QueueMethod]: { readonly method: M; readonly input: Decided<M> } }[QueueMethod];

/** Every refusal of the queue; which command may answer which is in the contract. */
export type QueueRefusal = { [M in QueueMethod]: RefusalOfMethod<M> }[QueueMethod];

/** What deciding needs besides the queue itself: values of this moment. */
export interface QueueContext {
  /** ms since the epoch (UTC). */
  readonly now: number;
  /** `letter` goes behind the service prefix of ticket numbers (DESIGN decision 7). */
  readonly station: { readonly letter: string };
  readonly actor: Actor;
  readonly roles: readonly (StaffRole | (string & {}))[];
  readonly states: { readonly office: OfficeState };
}

export type Checked<Value> = Result<Value, QueueRefusal>;
export type Decision = Checked<readonly QueueEvent[]>;
