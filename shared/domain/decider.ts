import type { Result } from '../result.ts';

/** What `decide` returns: a fact that is about to happen. `type` ends with its version, as in `ticketCalled.v1`. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** An event that has happened: what was decided, stamped by the engine. `at` is milliseconds since the epoch (UTC). */
export interface Happened {
  readonly at: number;
  readonly actor: Actor;
}

/** Who caused an event: a person of the staff, a screen without a login, or the program itself. */
export type Actor =
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'device'; readonly surface: 'kiosk' | 'board' | 'staff' }
  | { readonly kind: 'system' }
  /** An order of the central server: `agency:<user id>`, `public` or `system`. */
  | { readonly kind: 'central'; readonly by: string };

/** A typed refusal: `type` is a key of the contract's refusals, the rest are the details the screen words need. */
export interface Refusal {
  readonly type: string;
}

/**
 * The pure core of one area: no I/O, no clock, no randomness.
 * `decide` answers a command with events or a refusal; `evolve` folds an event into the state.
 */
export interface Decider<State, Command, Event extends NewEvent, Failure extends Refusal, Context> {
  readonly initial: State;
  decide(command: Command, state: State, context: Context): Result<readonly Event[], Failure>;
  evolve(state: State, event: Event & Happened): State;
}

/** Somebody at a window of the office. */
export type ActorHere = Exclude<Actor, { kind: 'system' } | { kind: 'central' }>;
