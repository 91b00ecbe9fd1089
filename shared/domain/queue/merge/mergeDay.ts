/** What concerns the whole day of a branch: its opening, its end, services that nobody serves any more. */
import type { OfficeState } from '../../office/state.ts';
import type { QueueEventOf } from '../events.ts';
import { allTickets, isLiving, type QueueState, visitById } from '../state.ts';
import { closedOver } from './aside.ts';
import type { BranchEvent } from './branch.ts';
import type { Draft } from './draft.ts';

type Of<Type extends BranchEvent['type']> = QueueEventOf<Type> & BranchEvent;

/**
 * Opens a day that this office has not, or reopens one that was closed before the branch's opening; not when it is another
 * than today's. What is carried over from the day before is what the office knows.
 * @param before the queue before the merge.
 */
export function mergeDayOpened(draft: Draft, event: Of<'officeDayOpened.v1'>, before: QueueState, isOther: boolean): void {
  const { day, skipped, merged, ahead, notices } = draft.state;
  if (event.data.date !== draft.branch.date) return;
  const isLater = day === null || event.data.date > day.date;
  const isReopened = day?.date === event.data.date && day.status === 'closed' && event.at >= before.time.at && !isOther;
  if (!isLater && !isReopened) return;
  const lastCallOrder = Math.max(draft.state.lastCallOrder, event.data.lastCallOrder);
  const left = skipped?.date === event.data.date ? { skipped } : {};
  draft.embed({ type: event.type, data: { ...event.data, lastCallOrder, ...left, merged, ahead, notices } }, event);
}

/** The day that this very branch opened also ends as it says; any other is the office's own to end. */
export function mergeDayClosed(draft: Draft, event: Of<'officeDayClosed.v1'>): void {
  const isItsOwn = draft.events.some(({ type }) => type === 'officeDayOpened.v1');
  if (!isItsOwn || draft.state.day?.date !== event.data.date || draft.state.day.status === 'closed') return;
  emptyDay(draft, event, event.data.reason);
  draft.embed({ type: event.type, data: event.data }, event);
}

/** A day that is closed, or not today's, has nobody in it: who is left expires at the branch's last moment, and is told. */
export function closeDay(draft: Draft, fresh: readonly BranchEvent[], isOther: boolean): void {
  const last = fresh.at(-1);
  const { day } = draft.state;
  if (last === undefined || (day?.status !== 'closed' && !isOther)) return;
  const source = { ...last, at: fresh.reduce((latest, { at }) => Math.max(latest, at), last.at), actor: { kind: 'system' } as const };
  const told = new Set(draft.notices.flatMap(({ kind, numbers = [] }) => (kind === 'conflictDayClosed' ? numbers : [])));
  for (const ticket of allTickets(draft.state)) {
    if (isLiving(ticket.status) && !told.has(ticket.number)) draft.tell(closedOver(ticket, ticket.counterId));
  }
  emptyDay(draft, source, 'officer');
  if (day?.status === 'open') draft.embed({ type: 'officeDayClosed.v1', data: { date: day.date, reason: 'rollover' } }, source, true);
}

/** Everybody who is left expires, and all counters close. */
function emptyDay(draft: Draft, source: Pick<BranchEvent, 'at' | 'actor' | 'originSeq'>, by: 'officer' | 'rollover'): void {
  const reason = by === 'officer' ? 'dayClosed' : 'dayRolledOver';
  for (const { id, status } of allTickets(draft.state)) {
    if (isLiving(status)) draft.embed({ type: 'ticketExpired.v1', data: { ticketId: id, reason } }, source, true);
  }
  for (const { counterId, status } of Object.values(draft.state.desks)) {
    if (status === 'closed') continue;
    draft.embed({ type: 'counterClosed.v1', data: { counterId, reason: by === 'officer' ? 'dayClosed' : 'rollover' } }, source, true);
  }
}

/** Says which of the branch's visitors wait for what no counter takes any more. */
export function tellUnserved(draft: Draft, { counters }: OfficeState): void {
  const taken = new Set(counters.flatMap(({ serviceIds }) => serviceIds));
  const issued = new Set(draft.events.flatMap(({ type, data }) => (type === 'ticketIssued.v1' ? [data.ticketId] : [])));
  const left = [...allTickets(draft.state)].filter(
    ({ id, status, serviceId }) => issued.has(id) && status === 'waiting' && !taken.has(serviceId),
  );
  if (left.length > 0) draft.tell({ kind: 'noCounterServes', numbers: left.map(({ number }) => number).toSorted(), status: 'waiting' });
}

/** A disturbance that the office does not know yet; what it knows stands. */
export function mergeDisturbance(draft: Draft, event: Of<'serviceDisturbanceSet.v1'>): void {
  const { serviceId, disturbed } = event.data;
  if (disturbed && draft.state.disturbances[serviceId] === undefined) draft.embed({ type: event.type, data: event.data }, event);
}

export function mergeNote(draft: Draft, event: Of<'visitNoteChanged.v1'>): void {
  if (visitById(draft.state, event.data.visitId) !== undefined) draft.embed({ type: event.type, data: event.data }, event);
}
