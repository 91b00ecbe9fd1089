/** Decisions about what is said from the floor. Who may say it is in the contract. */
import type { Input, RefusalOfMethod } from '../../rpc/contract.ts';
import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { Actor } from '../decider.ts';
import type { FloorEvent } from './events.ts';

export const floorMethods = ['floor.broadcast', 'floor.withdrawBroadcast', 'floor.thank', 'floor.seeThanks'] as const;
export type FloorMethod = (typeof floorMethods)[number];
export type FloorCommand = { [M in FloorMethod]: { readonly method: M; readonly input: Input<M> } }[FloorMethod];
export type FloorRefusal = { [M in FloorMethod]: RefusalOfMethod<M> }[FloorMethod];

/** The one broadcast or thanks that a command is about; null: there is none. */
export interface FloorState {
  readonly broadcast: { readonly withdrawn: boolean } | null;
  readonly thanks: { readonly staffId: string; readonly seen: boolean } | null;
}

export interface FloorContext {
  readonly now: number;
  readonly actor: Actor;
  /** Whether this is an active account of the staff. */
  isActive(staffId: string): boolean;
}

/** A text that stays longer than this has become part of the furniture; the office has its own running text for that. */
const longestBroadcastMs = 7 * 24 * 60 * 60_000;

export function decideFloor(command: FloorCommand, state: FloorState, context: FloorContext): Result<readonly FloorEvent[], FloorRefusal> {
  switch (command.method) {
    case 'floor.broadcast': {
      // The same id again is the same text.
      if (state.broadcast !== null) return ok([]);
      const { broadcastId, text, surfaces, until } = command.input;
      if (until <= context.now || until > context.now + longestBroadcastMs) return refuse({ type: 'broadcastEndInvalid' });
      return ok([{ type: 'broadcastSent.v1', data: { broadcastId, text, surfaces: [...new Set(surfaces)], until } }]);
    }
    case 'floor.withdrawBroadcast': {
      if (state.broadcast === null) return refuse({ type: 'broadcastUnknown' });
      return ok(state.broadcast.withdrawn ? [] : [{ type: 'broadcastWithdrawn.v1', data: command.input }]);
    }
    case 'floor.thank': {
      if (state.thanks !== null) return ok([]);
      if (!context.isActive(command.input.staffId)) return refuse({ type: 'officerUnknown' });
      if (command.input.staffId === staffOf(context.actor)) return refuse({ type: 'thanksToOneself' });
      return ok([{ type: 'officerThanked.v1', data: command.input }]);
    }
    case 'floor.seeThanks': {
      if (state.thanks === null || state.thanks.staffId !== staffOf(context.actor)) return refuse({ type: 'thanksUnknown' });
      return ok(state.thanks.seen ? [] : [{ type: 'thanksSeen.v1', data: command.input }]);
    }
    default:
      return unreachable(command);
  }
}

const staffOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.staffId : null);
