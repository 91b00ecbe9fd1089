/** What a branch did with counters: who signed on, breaks. */
import type { QueueEventOf } from '../events.ts';
import { deskOf, type QueueState } from '../state.ts';
import type { BranchEvent } from './branch.ts';
import { type Draft, freed, isOwn } from './draft.ts';

type Of<Type extends BranchEvent['type']> = QueueEventOf<Type> & BranchEvent;

/** An officer is at one counter, and a counter at one station: where the lead's side says otherwise, it stands. */
export function mergeOpened(draft: Draft, event: Of<'counterOpened.v1'>): void {
  const { counterId, staffId, takenOverFrom } = event.data;
  const desk = deskOf(draft.state, counterId);
  const elsewhere = Object.values(draft.state.desks).find((other) => other.staffId === staffId && other.counterId !== counterId);
  if (elsewhere !== undefined) {
    draft.tell({ kind: 'officerElsewhere', staffIds: [staffId], counterIds: [counterId, elsewhere.counterId] });
  } else if (desk.status === 'closed') {
    draft.embed({ type: event.type, data: { ...event.data, takenOverFrom: null } }, event);
  } else if (isOwn(draft.branch, desk) && desk.staffId === takenOverFrom) {
    draft.embed({ type: event.type, data: event.data }, event);
  } else if (desk.staffId !== staffId || !isOwn(draft.branch, desk)) {
    tellOpenTwice(draft, counterId, staffId);
  }
}

export function mergeClosed(draft: Draft, event: Of<'counterClosed.v1'>): void {
  const { counterId, reason } = event.data;
  const desk = deskOf(draft.state, counterId);
  // A day's end closes the counters of the day that it ends; here that is the office's own to say.
  if (reason !== 'officer' || desk.status === 'closed') return;
  const isMine = isOwn(draft.branch, desk) || (event.actor.kind === 'staff' && event.actor.staffId === desk.staffId);
  if (isMine && freed(draft, counterId, event)) draft.embed({ type: event.type, data: { counterId, reason } }, event);
}

export function mergeBreak(draft: Draft, event: Of<'counterBreakStarted.v1' | 'counterBreakEnded.v1'>): void {
  const { counterId } = event.data;
  const desk = deskOf(draft.state, counterId);
  const from = event.type === 'counterBreakStarted.v1' ? 'open' : 'break';
  if (desk.status !== from || !isOwn(draft.branch, desk)) return;
  if (from === 'break' || freed(draft, counterId, event)) draft.embed({ type: event.type, data: event.data }, event);
}

/** Says what is wrong with a counter that the branch worked at, if something is. */
export function tellOfDesk(draft: Draft, counterId: string, { actor }: BranchEvent): void {
  const desk = deskOf(draft.state, counterId);
  if (desk.status === 'closed') {
    if (isOpen(draft.state)) draft.tell({ kind: 'counterClosedMeanwhile', counterIds: [counterId] });
  } else if (!draft.branch.wasLead && !isOwn(draft.branch, desk)) {
    tellOpenTwice(draft, counterId, actor.kind === 'staff' ? actor.staffId : null);
  }
}

function tellOpenTwice(draft: Draft, counterId: string, staffThere: string | null): void {
  const staffHere = deskOf(draft.state, counterId).staffId;
  const staffIds = [...new Set([staffThere, staffHere].filter((id) => id !== null))];
  draft.tell({ kind: 'counterOpenedAtBoth', counterIds: [counterId], staffIds });
}

const isOpen = ({ day }: QueueState): boolean => day?.status === 'open';
