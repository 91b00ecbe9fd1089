import type { OwnOnly } from '../../../shared/domain/queue/commands.ts';
import type { Actor, Decider, NewEvent, Refusal } from '../../../shared/domain/decider.ts';
import type { Topic } from '../../../shared/rpc/define.ts';
import type { CallerRole } from '../../../shared/rpc/roles.ts';
import type { Reader } from '../database/open.ts';
import type { RecordedEvent } from './event.ts';
import type { Station } from './eventStore.ts';

/** A command on its way to `decide`: the contract's method and its validated input. */
export interface Command<M extends string = string, I = unknown> {
  readonly method: M;
  readonly input: I;
}

/**
 * What `decide` may know besides its own state. `states` are the current states of the folded areas, read-only.
 * Everything in it is a value of this moment; deciders stay pure.
 */
export interface DecideContext<States = unknown> {
  /** ms since the epoch (UTC). */
  readonly now: number;
  readonly station: Station;
  readonly actor: Actor;
  readonly roles: readonly CallerRole[];
  readonly states: Readonly<States>;
  /** This station decides without the lead; left out or null: it decides as the lead, or for it. */
  readonly ownOnly?: OwnOnly | null;
  /** The events of any stream so far, oldest first. */
  history(stream: string): Iterable<RecordedEvent>;
}

/**
 * Where `decide` gets its state from. `folded`: kept in memory, folded from one stream at start (today's queue, the
 * configuration). `loaded`: the few rows a command needs, read from state tables (a print job among a million).
 */
export type StateSource<State> =
  | {
      readonly kind: 'folded';
      currentStream(db: Reader): string | null;
      /** For an area that a station may go on with while it is cut off, in streams of its own beside the main one. */
      readonly branches?: {
        /** Before the names of all of the area's streams, which sort as their days follow each other. */
        readonly begin: string;
        /** Behind the names of all of the area's streams, as text is sorted. */
        readonly end: string;
        /** Whether the main stream has taken in an event of a branch. */
        isMerged(state: State, event: RecordedEvent): boolean;
        /** Whether a branch ends with the event; what the station decides by itself behind it is another part. */
        isEnd(event: RecordedEvent): boolean;
      };
    }
  | { readonly kind: 'loaded'; load(db: Reader, command: Command): State };

/** One area of the domain as the engine sees it: its decider, its state, and the answers to its commands. */
export interface Area<States = unknown, State = unknown, Event extends NewEvent = NewEvent, Failure extends Refusal = Refusal> {
  readonly name: string;
  /** What its events change on screens. */
  readonly topics: readonly Topic[];
  /** Whether the events of a stream are this area's; for a folded one: whether its state is folded from them. */
  owns(stream: string): boolean;
  /** The contract's commands that this area decides. */
  readonly methods: readonly string[];
  readonly decider: Decider<State, Command, Event, Failure, DecideContext<States>>;
  readonly source: StateSource<State>;
  /** The stream that the events of this command belong to. For a folded area: the stream its state is folded from afterwards. */
  streamFor(command: Command, state: State, context: DecideContext<States>): string;
  /** The command's output once its events are decided; `before` and `after` are the states around them. */
  reply(command: Command, events: readonly Event[], before: State, after: State, context: DecideContext<States>): unknown;
}

/** An area with its type parameters hidden, as the engine's list holds it. */
// oxlint-disable-next-line typescript/no-explicit-any -- an existential type: each area is consistent within itself
export type AnyArea = Area<any, any, any, any>;
