import type { CommandMethod, Input, RefusalOfMethod } from '../../rpc/contract.ts';
import type { Result } from '../../result.ts';
import type { Actor } from '../decider.ts';
import type { OfficeState } from '../office/state.ts';
import type { StaffRole } from '../../rpc/roles.ts';
import type { QueueEvent } from './events.ts';
import type { QueueState } from './state.ts';

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
  /**
   * `id`: the station where the person stands, also when its call was forwarded to the lead. `letter` is that of the
   * deciding station and goes behind the service prefix of ticket numbers (DESIGN decision 7).
   */
  readonly station: { readonly id: string; readonly letter: string };
  /** Cut off: only what needs no lead is decided (docs/decisions/0016, rule 9). `null`: the lead decides. */
  readonly ownOnly: OwnOnly | null;
  readonly actor: Actor;
  readonly roles: readonly (StaffRole | (string & {}))[];
  readonly states: { readonly office: OfficeState };
  /** The queue of another office day than today's; asked only by the merge of a branch of that day. */
  pastDay?(date: string): QueueState;
}

/** Who decides while cut off. */
export interface OwnOnly {
  readonly stationId: string;
  /** This station is the lead itself, without a lease: counters opened by old events are its own. */
  readonly isLead?: boolean;
}

export type Checked<Value> = Result<Value, QueueRefusal>;
export type Decision = Checked<readonly QueueEvent[]>;
