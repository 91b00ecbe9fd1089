import type { States } from '../areas.ts';
import type { AnyArea, Command } from '../engine/areas.ts';
import type { Services } from '../services.ts';
import type { Call } from './handlers.ts';

/**
 * Whether the engine is about to accept a command, decided on the same rows and states; nothing is written. For handlers
 * that store something personal first: a refused command must leave nothing behind. Valid as long as nothing awaits.
 */
export function wouldDecide(
  { db, events, engine, ports, station, access }: Pick<Services, 'db' | 'events' | 'engine' | 'ports' | 'station' | 'access'>,
  area: AnyArea,
  command: Command,
  { connection }: Call,
): boolean {
  const state: unknown = area.source.kind === 'loaded' ? area.source.load(db, command) : engine.states[area.name as keyof States];
  const { callers } = access;
  return area.decider.decide(command, state, {
    now: ports.clock.now(),
    station,
    actor: callers.actorOf(connection),
    roles: callers.rolesOf(connection),
    states: engine.states,
    history: (stream) => events.ofStream(stream),
  }).ok;
}
