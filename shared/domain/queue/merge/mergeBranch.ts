import { advanceDayTime, dayTimeAt } from '../../time/dayTime.ts';
import type { QueueContext } from '../commands.ts';
import type { QueueEvent } from '../events.ts';
import type { QueueNotice } from '../mergeEvents.ts';
import type { QueueState } from '../state.ts';
import { createAsides } from './aside.ts';
import { type Branch, type BranchEvent, newOf } from './branch.ts';
import { createDraft, type NewNotice } from './draft.ts';
import { closeDay, mergeDayClosed, mergeDayOpened, mergeDisturbance, mergeNote, tellUnserved } from './mergeDay.ts';
import { mergeBreak, mergeClosed, mergeOpened } from './mergeDesk.ts';
import { mergeIssued } from './mergeIssued.ts';
import { mergeMark, mergeRecalled, mergeReturned, mergeTransferred } from './mergeLine.ts';
import { mergeAtDesk, mergeCalled, mergeStanding } from './mergeTicket.ts';
import { placesOf } from './places.ts';
import { createQuarrels } from './quarrels.ts';
import type { Work } from './work.ts';

/**
 * Brings what a station did without the lead into the main stream: one `branchMerged.v1`, or nothing when all of it is there.
 *
 * What fits the queue as it is now is embedded with its own instants; what does not fit is told in a notice, and the
 * lead's side stands. Nobody in the main line changes places with another; who came at the branch comes in by her wait. A visit
 * whose counter is not free for it any more is recorded at its end; if it has none, the visitor goes to the front.
 *
 * What callers pass:
 * - of a station that was cut off: the events of `queue/<date>@<station>` by it, up to its last `branchEnded.v1` (before
 *   that it still calls from its branch itself); `wasLead` only when it was the lead, without a lease;
 * - of a deposed lead: its events in `queue/<date>` beyond the cut, with `wasLead`, after the branches of stations that
 *   followed it; together with its own branch of that day when that was not merged before. A day that it opened is opened
 *   by the merge; how it ended a day is the new lead's to say.
 * Events that were merged before may be passed again. `state`: the current day's, whatever the date of the branch; of an
 * other date, `context.pastDay` gives the queue of that date with all that was merged into it.
 * @param isOther the date is not today's, earlier or (by the clock of a station) later: nobody comes into today's line.
 */
export function mergeBranch(
  state: QueueState,
  branch: Branch,
  context: Pick<QueueContext, 'now' | 'states' | 'pastDay'>,
  isOther = state.day !== null && branch.date < state.day.date,
): readonly QueueEvent[] {
  const fresh = newOf(branch, state);
  const [first] = fresh;
  const last = fresh.at(-1);
  if (first === undefined || last === undefined) return [];
  const before = isOther ? otherDay(state, branch, context) : state;
  const start = { ...before, time: advanceDayTime(before.time, context.now) };
  const draft = createDraft(branch, start, fresh, (then) => placesOf(then, fresh, dayTimeAt(start.time, context.now)));
  const work: Work = { draft, asides: createAsides(draft), quarrels: createQuarrels(draft), issued: [], called: [] };

  for (const event of fresh) mergeOne(work, event, before, isOther);
  work.asides.close();
  work.quarrels.close();
  closeDay(draft, fresh, isOther);
  tellUnserved(draft, context.states.office);
  if (work.called.length > 0) draft.tell({ kind: 'calledWhileCutOff', numbers: [...new Set(work.called)] });
  // Numbers of the lead's series are what everybody has.
  if (work.issued.length > 0 && !branch.wasLead) draft.tell({ kind: 'numbersOfAnotherSeries', numbers: work.issued });

  const { stationId, letter, date } = branch;
  const notices = draft.notices.map((notice, at) => finished(notice, branch, `${stationId}/${last.originSeq}/${at}`, context.now));
  const data = { stationId, date, from: first.originSeq, to: last.originSeq, letter, events: draft.events, notices };
  return [{ type: 'branchMerged.v1', data }];
}

/** The queue that a day had as it ended; of one still to come, what is known of it, with nobody in it. */
function otherDay(state: QueueState, { date }: Branch, { pastDay }: Pick<QueueContext, 'pastDay'>): QueueState {
  if (pastDay === undefined) throw new Error(`The queue of ${date} is needed to merge a branch of that day`);
  const known = pastDay(date);
  const isAhead = state.day !== null && date > state.day.date;
  if (!isAhead) return known;
  return { ...known, day: { date, status: 'closed' }, lastCallOrder: Math.max(known.lastCallOrder, state.lastCallOrder) };
}

function mergeOne(work: Work, event: BranchEvent, before: QueueState, isOther: boolean): void {
  const { draft } = work;
  switch (event.type) {
    case 'officeDayOpened.v1':
      return mergeDayOpened(draft, event, before, isOther);
    case 'officeDayClosed.v1':
      return mergeDayClosed(draft, event);
    case 'ticketIssued.v1':
      return mergeIssued(work, event);
    case 'ticketCalled.v1':
      return mergeCalled(work, event);
    case 'ticketRecalled.v1':
      return mergeRecalled(work, event);
    case 'servingStarted.v1':
    case 'ticketHeld.v1':
    case 'ticketResumed.v1':
    case 'ticketFinished.v1':
    case 'ticketNoShow.v1':
    case 'ticketCancelled.v1':
      return mergeAtDesk(work, event);
    case 'ticketReturned.v1':
      return mergeReturned(work, event);
    case 'ticketTransferred.v1':
      return mergeTransferred(work, event);
    case 'visitStepReached.v1':
    case 'requirementsChecked.v1':
      return mergeMark(work, event);
    case 'branchEnded.v1':
      return mergeStanding(work, event);
    case 'visitNoteChanged.v1':
      return mergeNote(draft, event);
    case 'counterOpened.v1':
      return mergeOpened(draft, event);
    case 'counterClosed.v1':
      return mergeClosed(draft, event);
    case 'counterBreakStarted.v1':
    case 'counterBreakEnded.v1':
      return mergeBreak(draft, event);
    case 'serviceDisturbanceSet.v1':
      return mergeDisturbance(draft, event);
    case 'numbersSkipped.v1':
      return draft.embed({ type: event.type, data: event.data }, event);
    // A supervisor's act on what the deposed lead's desks were; who stands where now is the successor's to say.
    case 'ticketMoved.v1':
      return draft.tell({ kind: 'leftOut', numbers: [event.data.number], counterIds: [event.data.fromCounterId, event.data.counterId] });
    // How the day ends, what the clock shows, what was merged or seen there: the office's own to say.
    case 'ticketExpired.v1':
    case 'clockSuspected.v1':
    case 'clockTrusted.v1':
    case 'branchMerged.v1':
    case 'visitRecorded.v1':
    case 'ticketRenumbered.v1':
    case 'noticeSeen.v1':
    case 'changesLeftOut.v1':
      return;
    default:
      // Of a newer program than this one, whatever the types say.
      draft.tell({ kind: 'leftOut' });
      return void (event satisfies never);
  }
}

function finished({ kind, ...rest }: NewNotice, { stationId, date }: Branch, id: string, at: number): QueueNotice {
  return {
    id,
    kind,
    stationId,
    date,
    at,
    numbers: [],
    counterIds: [],
    staffIds: [],
    statusThere: null,
    status: null,
    changes: [],
    ...rest,
  };
}
