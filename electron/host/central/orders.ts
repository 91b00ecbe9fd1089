import type { OrderEnvelope } from '../../../shared/sync/protocol.ts';
import type { Timers } from '../ports.ts';
import { askSeconds } from './askLoop.ts';
import type { Decided } from './carryOut.ts';
import type { Session } from './session.ts';

interface Parts {
  readonly timers: Pick<Timers, 'yield'>;
  /** Where to ask; `null`: not now. */
  readonly session: () => Session | null;
  /** Whether orders are this station's to carry out. */
  readonly mayDecide: () => boolean;
  /** `null`: it was before. */
  readonly carryOut: (order: OrderEnvelope, session: Session) => Decided | null;
  readonly record: (decided: Decided) => void;
  /** Resolves when what was decided here is on another disk, or no other station is there. */
  readonly secured: () => Promise<unknown>;
  /** Sends what was decided; resolves when it is over. */
  readonly send: () => Promise<void>;
  /** How many events of the office the server has, as it said last. */
  readonly position: () => number;
  /** It has less now; or a batch was taken while this answer was on its way, and looking again costs nothing. */
  readonly onBack: () => void;
}

export interface Orders {
  /** Asks once and carries out what comes. @returns whether it asked. @throws SyncError */
  ask(): Promise<boolean>;
  /** Orders that came and whose outcome is not on the server yet. */
  waiting(): number;
}

export function createOrders(parts: Parts): Orders {
  let waiting = 0;
  return {
    waiting: () => waiting,
    async ask() {
      const session = parts.session();
      if (session === null || !parts.mayDecide()) return false;
      const { orders, agencyKey, position } = await session.client.orders(askSeconds);
      session.agencyKey = agencyKey;
      const wentBack = position < parts.position();
      waiting = orders.length;
      for (const order of orders) {
        if (!parts.mayDecide()) return false;
        const decided = parts.carryOut(order, session);
        if (decided !== null) {
          // Nobody is told of what a new lead may not know: it would be gone, and the server would not ask again.
          await parts.secured();
          if (!parts.mayDecide()) return false;
          parts.record(decided);
        }
        await parts.timers.yield();
      }
      // What was decided goes up before the server is asked again, or it would give the same orders.
      if (orders.length > 0) await parts.send();
      waiting = 0;
      if (wentBack) parts.onBack();
      return true;
    },
  };
}
