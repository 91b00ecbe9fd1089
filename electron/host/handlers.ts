import type { Callers } from './rpc/connection.ts';
import type { Handlers } from './rpc/handlers.ts';
import type { Services } from './services.ts';

/** Every handler of the station, by area, and the rules of who may call. */
export function createHandlers(services: Services): { handlers: Handlers; callers: Callers } {
  void services;
  const callers: Callers = {
    rolesOf: (connection) => (connection.surface === 'staff' ? ['anonymous'] : [connection.surface]),
    actorOf: (connection) => ({ kind: 'device', surface: connection.surface }),
    noteActivity: () => {},
    forget: () => {},
  };
  return { handlers: {}, callers };
}
