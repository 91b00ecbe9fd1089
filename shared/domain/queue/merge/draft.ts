import type { PlainQueueEvent } from '../events.ts';
import { foldMerged } from '../evolve.ts';
import type { MergedEvent, QueueNotice } from '../mergeEvents.ts';
import { type Desk, deskOf, type Place, type QueueState, ticketById, visitById } from '../state.ts';
import type { Branch, BranchEvent } from './branch.ts';

/** A notice without what all of one merge share. */
export type NewNotice = Pick<QueueNotice, 'kind'> &
  Partial<Pick<QueueNotice, 'numbers' | 'counterIds' | 'staffIds' | 'statusThere' | 'status'>>;

/** A merge in the making: the state with what has been taken in so far, and what people must be told. */
export interface Draft {
  readonly branch: Branch;
  readonly state: QueueState;
  readonly events: readonly MergedEvent[];
  readonly notices: readonly NewNotice[];
  /** Place for an event that puts somebody into the line; `null`: it does not. */
  placeFor(event: BranchEvent): Place | null;
  /** Takes an event in as what happened at `source`. @param added the merge itself had to add it. */
  embed(event: PlainQueueEvent, source: Pick<BranchEvent, 'at' | 'actor' | 'originSeq'>, added?: boolean): void;
  /** Tells people, once for the same ticket, counter and kind. */
  tell(notice: NewNotice): void;
  /** The number of the next announcement: beyond any that a board has heard, at either side. */
  nextCallOrder(): number;
}

export function createDraft(branch: Branch, start: QueueState, fresh: readonly BranchEvent[], placesIn: PlacesIn): Draft {
  let state = start;
  const events: MergedEvent[] = [];
  const notices = new Map<string, NewNotice>();
  let lastCallOrder = fresh.reduce((last, { data }) => Math.max(last, 'callOrder' in data ? (data.callOrder ?? 0) : 0), 0);
  let places: ReadonlyMap<number, Place> | null = null;
  return {
    branch,
    get state() {
      return state;
    },
    events,
    get notices() {
      return [...notices.values()];
    },
    placeFor(event) {
      places ??= placesIn(state);
      return places.get(event.originSeq) ?? null;
    },
    embed(event, { at, actor, originSeq }, added = false) {
      const merged: MergedEvent = { ...event, at, actor, originSeq: added ? null : originSeq };
      state = foldMerged(state, merged);
      events.push(merged);
    },
    tell(notice) {
      const key = JSON.stringify([notice.kind, notice.numbers, notice.counterIds]);
      if (!notices.has(key)) notices.set(key, notice);
    },
    nextCallOrder() {
      lastCallOrder = Math.max(lastCallOrder, state.lastCallOrder) + 1;
      return lastCallOrder;
    },
  };
}

/** Plans all places of the branch in the line as it is once the day is there. */
type PlacesIn = (state: QueueState) => ReadonlyMap<number, Place>;

/** Whether the station decides for this counter: it was opened there, or at the lead that the station was. */
export const isOwn = ({ stationId, wasLead }: Branch, desk: Desk): boolean =>
  desk.stationId === stationId || (wasLead && desk.stationId === null);

/** Whether another ticket of this visitor is called or served somewhere. */
export function isVisitorBusy(state: QueueState, visitId: string): boolean {
  return (visitById(state, visitId)?.ticketIds ?? []).some((id) => {
    const status = ticketById(state, id)?.status;
    return status === 'called' || status === 'serving';
  });
}

/**
 * Frees an own counter of a visitor whom the lead called to it without anybody there knowing: she goes back to the front.
 * @returns whether the counter has nobody now.
 */
export function freed(draft: Draft, counterId: string, source: BranchEvent): boolean {
  const desk = deskOf(draft.state, counterId);
  if (desk.currentId === null) return true;
  const current = ticketById(draft.state, desk.currentId);
  if (current?.status !== 'called' || !isOwn(draft.branch, desk)) return false;
  toFront(draft, current.id, counterId, source);
  return true;
}

/** Puts a ticket before all who wait, and says so. */
export function toFront(draft: Draft, ticketId: string, counterId: string, source: BranchEvent): void {
  const ticket = ticketById(draft.state, ticketId);
  if (ticket === undefined) return;
  const data = { ticketId, placement: 'front', order: ticket.arrival.order } as const;
  draft.embed({ type: 'ticketReturned.v1', data }, source, true);
  draft.tell({ kind: 'backToFront', numbers: [ticket.number], counterIds: [counterId], status: 'waiting' });
}
