import { ok } from '../../../shared/result.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { noticesFor, thanksTo } from './broadcasts.ts';
import { createFloorView } from './floorView.ts';

/** Questions about the floor; what is said from it goes straight to its area. */
export function createFloorHandlers(services: Services): Handlers {
  const { access, ports } = services;
  const view = createFloorView(services);
  return {
    'floor.view': () => ok(view()),
    'floor.notices': (_input, { connection }) => ok(noticesFor(services, connection.surface, ports.clock.now())),
    'floor.thanks': (_input, { connection }) => {
      const actor = access.callers.actorOf(connection);
      return ok(actor.kind === 'staff' ? thanksTo(services, actor.staffId) : []);
    },
  };
}
