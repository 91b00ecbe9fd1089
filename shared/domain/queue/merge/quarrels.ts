import { isLiving, type Ticket, ticketById } from '../state.ts';
import type { TicketStatus } from '../types.ts';
import type { BranchEvent } from './branch.ts';
import type { Draft } from './draft.ts';

/** Tickets that both sides worked on. From the first such event on, the lead's side stands; what the branch did is told. */
export interface Quarrels {
  has(ticketId: string): boolean;
  /** The branch has a ticket in another state, or at another counter, than the office. */
  start(ticket: Ticket, counterId: string | null, statusThere: TicketStatus | null): void;
  /** The branch did more with such a ticket: told is how it ended there. */
  more(ticketId: string, event: BranchEvent): void;
  close(): void;
}

/** How a ticket stands after an event of its life. */
export const statusAfter = {
  'ticketCalled.v1': 'called',
  'servingStarted.v1': 'serving',
  'ticketHeld.v1': 'held',
  'ticketResumed.v1': 'serving',
  'ticketReturned.v1': 'waiting',
  'ticketTransferred.v1': 'waiting',
  'ticketFinished.v1': 'finished',
  'ticketNoShow.v1': 'noShow',
  'ticketCancelled.v1': 'cancelled',
} as const satisfies Partial<Record<BranchEvent['type'], TicketStatus>>;

export function createQuarrels(draft: Draft): Quarrels {
  const quarrels = new Map<string, { readonly counterId: string | null; readonly statusThere: TicketStatus | null }>();
  const more: Quarrels['more'] = (ticketId, { type }) => {
    const known = quarrels.get(ticketId);
    if (known !== undefined)
      quarrels.set(ticketId, {
        ...known,
        statusThere: type in statusAfter ? statusAfter[type as keyof typeof statusAfter] : known.statusThere,
      });
  };
  return {
    has: (ticketId) => quarrels.has(ticketId),
    start: (ticket, counterId, statusThere) => void quarrels.set(ticket.id, { counterId, statusThere }),
    more,
    close() {
      for (const [ticketId, { counterId, statusThere }] of quarrels) {
        const ticket = ticketById(draft.state, ticketId);
        if (ticket === undefined) continue;
        const { number, status } = ticket;
        const counterIds = [...new Set([counterId, ticket.counterId].filter((id) => id !== null))];
        const kind = isLiving(status) ? 'conflictElsewhere' : status === 'expired' ? 'conflictDayClosed' : 'conflictEnded';
        draft.tell({ kind, numbers: [number], counterIds, status, statusThere });
      }
    },
  };
}
