/**
 * Visits to a counter that cannot be played at its desk: it was closed, opened elsewhere or occupied by then. Meanwhile
 * the ticket waits as it did (or has expired with the day); how the visit ended is recorded at once.
 */
import type { QueueEventOf } from '../events.ts';
import { type Ticket, ticketById } from '../state.ts';
import type { CallReason, CancelReason } from '../types.ts';
import type { BranchEvent } from './branch.ts';
import { type Draft, type NewNotice, toFront } from './draft.ts';

export interface Aside {
  readonly counterId: string;
  readonly calledAt: number;
  readonly servingAt: number | null;
  readonly heldMs: number;
  readonly heldAt: number | null;
  readonly reason: CallReason | null;
  readonly source: BranchEvent;
}

export interface Asides {
  has(ticketId: string): boolean;
  start(ticketId: string, aside: Omit<Aside, 'servingAt' | 'heldMs' | 'heldAt'> & Partial<Aside>): void;
  /** Goes on with what the branch did with the ticket. */
  step(event: AsideEvent): void;
  /** It went back to the line by itself. */
  drop(ticketId: string): void;
  /** Who was still at the counter when the branch ended waits before all others; who expired stays so. */
  close(): void;
}

export type AsideEvent = BranchEvent &
  QueueEventOf<'servingStarted.v1' | 'ticketHeld.v1' | 'ticketResumed.v1' | 'ticketFinished.v1' | 'ticketNoShow.v1' | 'ticketCancelled.v1'>;

export function createAsides(draft: Draft): Asides {
  const asides = new Map<string, Aside>();

  const record = (aside: Aside, event: AsideEvent, status: 'finished' | 'noShow' | 'cancelled', cancelReason: CancelReason | null) => {
    const { ticketId } = event.data;
    const ticket = ticketById(draft.state, ticketId);
    const number = ticket?.number ?? '';
    const { counterId, calledAt, servingAt, heldAt, reason } = aside;
    const heldMs = aside.heldMs + (heldAt === null ? 0 : Math.max(0, event.at - heldAt));
    const callOrder = reason === null ? null : draft.nextCallOrder();
    const visit = { ticketId, number, counterId, status, cancelReason, calledAt, servingAt, heldMs, reason, callOrder };
    draft.embed({ type: 'visitRecorded.v1', data: visit }, event);
    if (ticket?.status === 'expired') draft.tell({ ...closedOver({ number }, counterId), statusThere: status, status });
    asides.delete(ticketId);
  };

  return {
    has: (ticketId) => asides.has(ticketId),
    start: (ticketId, aside) => void asides.set(ticketId, { servingAt: null, heldMs: 0, heldAt: null, ...aside }),
    step(event) {
      const { ticketId } = event.data;
      const aside = asides.get(ticketId);
      if (aside === undefined) return;
      switch (event.type) {
        case 'servingStarted.v1':
          return void asides.set(ticketId, { ...aside, servingAt: event.at });
        case 'ticketHeld.v1':
          return void asides.set(ticketId, { ...aside, heldAt: event.at });
        case 'ticketResumed.v1': {
          const heldMs = aside.heldMs + Math.max(0, event.at - (aside.heldAt ?? event.at));
          return void asides.set(ticketId, { ...aside, counterId: event.data.counterId, heldMs, heldAt: null });
        }
        case 'ticketFinished.v1':
          return record(aside, event, 'finished', null);
        case 'ticketNoShow.v1':
          return record(aside, event, 'noShow', null);
        case 'ticketCancelled.v1':
          return record(aside, event, 'cancelled', event.data.reason);
      }
    },
    drop: (ticketId) => void asides.delete(ticketId),
    close() {
      for (const [ticketId, { counterId, source }] of asides) {
        const ticket = ticketById(draft.state, ticketId);
        if (ticket === undefined) continue;
        if (draft.state.day?.status === 'open' && ticket.status === 'waiting') toFront(draft, ticketId, counterId, source);
        else if (ticket.status === 'waiting' || ticket.status === 'expired') draft.tell(closedOver(ticket, counterId));
      }
      asides.clear();
    },
  };
}

/** The day was closed at the lead while this visitor was there. */
export const closedOver = ({ number }: Pick<Ticket, 'number'>, counterId: string | null): NewNotice => ({
  kind: 'conflictDayClosed',
  numbers: [number],
  counterIds: counterId === null ? [] : [counterId],
  status: 'expired',
});
