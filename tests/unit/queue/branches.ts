/** Offices of several stations without a host: a station is cut off, works on, and comes back. */
import type { Branch } from '../../../shared/domain/queue/merge/branch.ts';
import type { NoticeKind, QueueNotice } from '../../../shared/domain/queue/mergeEvents.ts';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { createQueueModel, makeOffice, monday8, type QueueModel } from './model.ts';

/** A follower, with the letter of its series. */
export const stationB = { id: 'station-b', letter: 'B' };
export const stationC = { id: 'station-c', letter: 'C' };

/** An open day with Sari at counter 1 of the lead and Budi at counter 2, which belongs to station B. */
export function openTwoStations(lead: QueueModel = createQueueModel(makeOffice({ hours: [] }), monday8)): QueueModel {
  lead.must('sari', 'queue.openDay', {});
  lead.must('sari', 'queue.openCounter', { counterId: 'k1' });
  lead.standsAt = stationB.id;
  lead.must('budi', 'queue.openCounter', { counterId: 'k2' });
  lead.standsAt = 'lead';
  return lead;
}

/** The queue as a station knows it at this moment, working on without the lead. */
export const cutOff = (lead: QueueModel, station = stationB, originSeq = 1): QueueModel =>
  createQueueModel(lead.office, lead.now, { state: lead.state, station, cutOff: true, originSeq });

/** What a station did while cut off, as the lead reads it. */
export function branchOf(there: QueueModel, station = stationB, change: Partial<Branch> = {}): Branch {
  const date = there.state.day?.date ?? '';
  return { stationId: station.id, letter: station.letter, date, wasLead: false, events: there.events, ...change };
}

/** The lead merges a branch; its queue must be sound afterwards. */
export function heal(lead: QueueModel, branch: Branch): readonly QueueNotice[] {
  const before = lead.state.notices.length;
  lead.must('system', 'queue.mergeBranch', branch as never);
  const problems = queueProblems(lead.state);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return lead.state.notices.slice(before);
}

/** The notices of one kind, as numbers and counters. */
export const toldOf = (notices: readonly QueueNotice[], kind: NoticeKind) =>
  notices.filter((notice) => notice.kind === kind).map(({ numbers, counterIds }) => ({ numbers, counterIds }));
