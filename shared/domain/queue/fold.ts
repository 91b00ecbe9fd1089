import { unreachable } from '../../result.ts';
import { putById } from '../collections/idMap.ts';
import type { Happened } from '../decider.ts';
import { startDayTime } from '../time/dayTime.ts';
import type { PlainQueueEvent, QueueEventOf, SkippedNumbers } from './events.ts';
import { evolveDesk } from './evolveDesk.ts';
import { runningFrom, setDisturbance } from './evolveDisturbance.ts';
import { announced, changeTicket, given, required } from './evolveParts.ts';
import { backToLine, call, end, issue, measured } from './evolveTicket.ts';
import { handOver, recordVisit } from './foldMerge.ts';
import { initialQueue, type QueueState, visitById } from './state.ts';

/** Folds what one event says, whatever the clock shows. Total over every event that `decide` can produce; pure. */
export function fold(state: QueueState, event: PlainQueueEvent & Happened): QueueState {
  switch (event.type) {
    case 'officeDayOpened.v1':
      return openDay(state, event.data, event.at);
    case 'officeDayClosed.v1':
      return { ...state, day: { date: event.data.date, status: 'closed' }, suspectDate: null };
    case 'serviceDisturbanceSet.v1':
      return setDisturbance(state, event.data, event.at);
    case 'clockSuspected.v1':
      return { ...state, suspectDate: event.data.clockDate };
    case 'clockTrusted.v1':
      return { ...state, suspectDate: null };
    case 'numbersSkipped.v1':
      return skipNumbers(state, event.data);
    case 'ticketIssued.v1':
      return issue(state, event.data, event.at);
    case 'ticketCalled.v1':
      return call(state, event.data, event.at);
    case 'ticketRecalled.v1':
      return announced(
        changeTicket(state, event.data.ticketId, (ticket) => ({ recalls: ticket.recalls + 1 })),
        { order: event.data.callOrder, ticketId: event.data.ticketId, number: event.data.number, counterId: event.data.counterId },
        event.at,
        true,
      );
    case 'ticketReturned.v1':
      return backToLine(state, event.data.ticketId, {}, event.data);
    case 'ticketTransferred.v1':
      return backToLine(state, event.data.ticketId, { serviceId: event.data.serviceId }, event.data);
    case 'ticketCancelled.v1':
      return end(state, event.data.ticketId, 'cancelled', event.at);
    case 'ticketExpired.v1':
      return end(state, event.data.ticketId, 'expired', event.at);
    case 'ticketFinished.v1':
      return end(measured(state, event.data.ticketId, event.at), event.data.ticketId, 'finished', event.at);
    case 'ticketNoShow.v1': {
      const next = end(state, event.data.ticketId, 'noShow', event.at);
      return { ...next, noShowIds: [...next.noShowIds, event.data.ticketId] };
    }
    case 'servingStarted.v1':
      return changeTicket(state, event.data.ticketId, ({ serviceId }) => ({
        status: 'serving',
        servingAt: event.at,
        disturbedAt: runningFrom(state, serviceId, event.at),
        step: 'greet',
      }));
    case 'visitStepReached.v1':
      return changeTicket(state, event.data.ticketId, () => ({ step: event.data.step }));
    case 'requirementsChecked.v1':
      return changeTicket(state, event.data.ticketId, () => ({ receivedRequirementIds: event.data.receivedRequirementIds }));
    case 'visitNoteChanged.v1': {
      const visit = required(visitById(state, event.data.visitId));
      return { ...state, visits: putById(state.visits, { ...visit, hasNote: event.data.hasNote }) };
    }
    case 'ticketRenumbered.v1': {
      const { ticketId, number, series, sequence } = event.data;
      return given(
        changeTicket(state, ticketId, () => ({ number })),
        series,
        sequence,
      );
    }
    case 'visitRecorded.v1':
      return recordVisit(state, event.data, event.at);
    case 'branchEnded.v1':
      return handOver(state, event.data.stationId);
    case 'changesLeftOut.v1':
      return { ...state, notices: [...state.notices, event.data.notice] };
    case 'noticeSeen.v1':
      return { ...state, notices: state.notices.filter(({ id }) => id !== event.data.noticeId) };
    case 'ticketHeld.v1':
    case 'ticketResumed.v1':
    case 'ticketMoved.v1':
    case 'counterOpened.v1':
    case 'counterClosed.v1':
    case 'counterBreakStarted.v1':
    case 'counterBreakEnded.v1':
      return evolveDesk(state, event);
    default:
      return unreachable(event);
  }
}

/** A new date starts empty; the same date continues where it was closed, so that numbers are never given twice. */
function openDay(state: QueueState, data: QueueEventOf<'officeDayOpened.v1'>['data'], at: number): QueueState {
  const day = { date: data.date, status: 'open' } as const;
  if (state.day?.date === data.date) return { ...state, day, suspectDate: null };
  const { regularsSincePriority, lastCallOrder, skipped = null, merged = {}, ahead = {}, notices = [] } = data;
  return { ...initialQueue, day, regularsSincePriority, lastCallOrder, skipped, merged, ahead, notices, time: startDayTime(at) };
}

function skipNumbers(state: QueueState, { date, by }: SkippedNumbers): QueueState {
  const before = state.skipped?.date === date ? state.skipped.by : 0;
  const isToday = state.day?.date === date;
  const series = isToday ? Object.fromEntries(Object.entries(state.series).map(([name, last]) => [name, last + by])) : state.series;
  return { ...state, series, skipped: { date, by: before + by } };
}
