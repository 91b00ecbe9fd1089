/** What a branch did with tickets: taken in where it fits what the office knows, else told. */
import type { QueueEventOf } from '../events.ts';
import { deskOf, isLiving, type Ticket, ticketById } from '../state.ts';
import type { TicketStatus } from '../types.ts';
import type { Aside, AsideEvent } from './aside.ts';
import type { BranchEvent } from './branch.ts';
import { type Draft, freed, isVisitorBusy } from './draft.ts';
import { tellOfDesk } from './mergeDesk.ts';
import { statusAfter } from './quarrels.ts';
import { leftOut, type Of, type Work } from './work.ts';

export function mergeCalled(work: Work, event: Of<'ticketCalled.v1'>): void {
  const { draft, asides, quarrels, called } = work;
  const { ticketId, counterId, reason } = event.data;
  if (quarrels.has(ticketId)) return quarrels.more(ticketId, event);
  const ticket = ticketById(draft.state, ticketId);
  if (ticket === undefined) return draft.tell({ kind: 'leftOut', numbers: [event.data.number], counterIds: [counterId] });
  if (ticket.status !== 'waiting' && ticket.status !== 'expired') {
    // Both called her to the same counter: there she is.
    return isLiving(ticket.status) && ticket.counterId === counterId
      ? undefined
      : quarrels.start(ticket, counterId, statusAfter[event.type]);
  }
  called.push(ticket.number);
  tellOfDesk(draft, counterId, event);
  if (ticket.status === 'waiting' && isFree(draft, ticket, counterId, event)) {
    const { number, visitId, serviceId } = ticket;
    // The office's 1:k counters count its own calls.
    const rest = { callOrder: draft.nextCallOrder(), reason, regularsSincePriority: {} };
    draft.embed({ type: event.type, data: { ticketId, visitId, number, serviceId, counterId, ...rest } }, event);
  } else {
    asides.start(ticketId, { counterId, calledAt: event.at, reason, source: event });
  }
}

/** The ticket at the counter goes a step on, or ends there. */
export function mergeAtDesk(work: Work, event: AsideEvent): void {
  const { draft, asides, quarrels } = work;
  const { ticketId, counterId } = event.data;
  const ticket = ticketById(draft.state, ticketId);
  if (ticket === undefined) return leftOut(draft, counterId);
  if (quarrels.has(ticketId)) return quarrels.more(ticketId, event);
  if (asides.has(ticketId)) return asides.step(event);
  if (counterId === null) return mergeCancelledWhileWaiting(work, ticket, event);
  if (event.type === 'ticketResumed.v1' && ticket.status === 'held') {
    // Where the counter is not free for her, she stays on hold.
    if (isFree(draft, ticket, counterId, event)) draft.embed(bare(event), event);
    return;
  }
  if (isLiving(ticket.status) && ticket.counterId === counterId) {
    if (statusesBefore[event.type].includes(ticket.status)) draft.embed(bare(event), event);
    return;
  }
  if (ticket.status === 'waiting' || ticket.status === 'expired') {
    tellOfDesk(draft, counterId, event);
    if (ticket.status === 'waiting') tellMoved(draft, ticket, counterId);
    asides.start(ticketId, { ...knownOf(ticket, event.at), counterId, source: event });
    return asides.step(event);
  }
  // The lead did the same, only its answer was lost.
  if (ticket.status === statusAfter[event.type] && ticket.counterId === counterId) return;
  quarrels.start(ticket, counterId, statusAfter[event.type]);
}

/** Who stood at the station's counters when it came back: told is whom the lead's side has elsewhere, or ended. */
export function mergeStanding({ draft, asides, quarrels }: Work, { data }: Of<'branchEnded.v1'>): void {
  for (const { ticketId, counterId, status } of data.standing) {
    const ticket = ticketById(draft.state, ticketId);
    if (ticket === undefined || asides.has(ticketId) || quarrels.has(ticketId)) continue;
    const isThere = isLiving(ticket.status) && ticket.counterId === counterId;
    if (!isThere) quarrels.start(ticket, counterId, status);
  }
}

const statusesBefore: Readonly<Record<AsideEvent['type'], readonly TicketStatus[]>> = {
  'servingStarted.v1': ['called'],
  'ticketHeld.v1': ['serving'],
  'ticketResumed.v1': ['held'],
  'ticketFinished.v1': ['called', 'serving', 'held'],
  'ticketNoShow.v1': ['called', 'serving', 'held'],
  'ticketCancelled.v1': ['called', 'serving', 'held'],
};

function mergeCancelledWhileWaiting({ draft, quarrels }: Work, ticket: Ticket, event: AsideEvent): void {
  if (ticket.status === 'waiting') draft.embed(bare(event), event);
  else if (ticket.status !== 'cancelled') quarrels.start(ticket, null, statusAfter[event.type]);
}

/** Whether the ticket can be called to the counter's desk now; an own one is freed of whom only the lead called there. */
function isFree(draft: Draft, ticket: Ticket, counterId: string, event: BranchEvent): boolean {
  if (deskOf(draft.state, counterId).status !== 'open' || isVisitorBusy(draft.state, ticket.visitId)) return false;
  return freed(draft, counterId, event);
}

/** A visit that began before the cut, as far as the ticket still says. */
const knownOf = (
  { calledAt, servingAt, heldMs, heldAt }: Ticket,
  at: number,
): Pick<Aside, 'calledAt' | 'servingAt' | 'heldMs' | 'heldAt' | 'reason'> => ({
  calledAt: calledAt ?? at,
  servingAt,
  heldMs,
  heldAt,
  reason: null,
});

const tellMoved = (draft: Draft, { number }: Ticket, counterId: string): void =>
  draft.tell({ kind: 'conflictElsewhere', numbers: [number], counterIds: [counterId], status: 'waiting' });

/** The event alone, without what belongs to its branch. */
const bare = ({ type, data }: AsideEvent) => ({ type, data }) as QueueEventOf<AsideEvent['type']>;
