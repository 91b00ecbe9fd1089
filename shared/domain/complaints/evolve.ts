import type { Happened } from '../decider.ts';
import { unreachable } from '../../result.ts';
import { type Deadlines, pausesAfterReply } from './deadlines.ts';
import { escalationRank, openDues } from './due.ts';
import type { ComplaintEvent, ComplaintReceived, ComplaintStepEvent, DeadlineKind, EscalationLevel, OneComplaintEvent } from './events.ts';
import type { Complaint, ComplaintState } from './state.ts';
import type { ComplaintClass, ComplaintStage } from './types.ts';

/** The state around one command once its event has happened. */
export function evolveComplaints(state: ComplaintState, event: ComplaintEvent & Happened): ComplaintState {
  if (event.type === 'structuralProposed.v1') return state;
  if (event.type === 'trackingNumbersSkipped.v1')
    return { ...state, lastSequence: new Map(state.lastSequence).set(event.data.year, event.data.last) };
  const complaint = evolveComplaint(state.complaint, event);
  if (event.type !== 'complaintReceived.v1') return { ...state, complaint };
  return { ...state, complaint, lastSequence: new Map(state.lastSequence).set(event.data.year, event.data.sequence) };
}

/** Folds one event of a complaint's stream into it. */
export function evolveComplaint(complaint: Complaint | null, event: OneComplaintEvent & Happened): Complaint | null {
  if (event.type === 'complaintReceived.v1') return receivedComplaint(event);
  if (complaint === null) return null;
  const textId = 'textId' in event.data ? event.data.textId : null;
  const known = textId === null ? complaint : { ...complaint, textIds: new Set(complaint.textIds).add(textId) };
  return afterStep(known, event);
}

function receivedComplaint({ data, at, actor }: ComplaintReceived & Happened): Complaint {
  return {
    complaintId: data.complaintId,
    number: data.number,
    stage: 'received',
    channel: data.channel,
    class: data.class,
    receivedAt: at,
    countedFrom: at,
    receivedBy: actor.kind === 'staff' ? actor.staffId : null,
    assigneeId: null,
    respondedAt: data.responded ? at : null,
    verifiedAt: null,
    answeredAt: null,
    satisfied: false,
    letterOwed: false,
    closesAt: null,
    deadlines: data.deadlines,
    waiting: null,
    pauses: [],
    mergedInto: null,
    outcome: null,
    reportDueAt: data.reportDueAt,
    lastReportAt: null,
    told: {},
    watch: null,
    textIds: new Set(),
  };
}

function afterStep(complaint: Complaint, event: ComplaintStepEvent & Happened): Complaint {
  switch (event.type) {
    case 'complaintVerified.v1':
      return { ...responded(complaint, event.at), stage: 'verified', verifiedAt: event.at };
    case 'completionRequested.v1':
      return waits(complaint, 'completion', event);
    case 'complainantAsked.v1':
      return waits(complaint, 'answerToQuestion', event);
    case 'completionReceived.v1':
      return { ...resumed(complaint, event.at), deadlines: event.data.deadlines };
    case 'replyRecorded.v1': {
      const { satisfied, deadlines } = event.data;
      if (complaint.stage !== 'answered') return { ...resumed(complaint, event.at), deadlines };
      return satisfied ? { ...complaint, satisfied, deadlines } : { ...unsettled(complaint, event.at), deadlines };
    }
    case 'complaintAssigned.v1':
      return assigned(complaint, event.data.staffId, event.at);
    case 'measureRecorded.v1':
      return { ...verifiedBy(complaint, event.at), stage: 'inProgress' };
    case 'complaintAnswered.v1':
      return {
        ...verifiedBy(responded(complaint, event.at), event.at),
        stage: 'answered',
        answeredAt: event.at,
        satisfied: false,
        letterOwed: event.data.letterOwed,
        closesAt: event.data.closesAt,
        told: {},
        watch: null,
      };
    case 'complaintClosed.v1':
      return { ...ended(complaint, 'closed', event.at), outcome: event.data.outcome };
    case 'complaintReferred.v1':
      return ended(responded(complaint, event.at), 'referred', event.at);
    case 'complaintMerged.v1':
      return { ...ended(complaint, 'merged', event.at), mergedInto: event.data.intoId };
    case 'complaintReopened.v1':
      return {
        ...complaint,
        stage: 'reopened',
        countedFrom: event.at,
        pauses: [],
        deadlines: event.data.deadlines,
        answeredAt: null,
        satisfied: false,
        closesAt: null,
        outcome: null,
        respondedAt: null,
        verifiedAt: null,
        reportDueAt: event.data.reportDueAt,
        told: {},
        watch: null,
      };
    case 'complaintReclassified.v1':
      return reclassified(complaint, event.data);
    case 'deadlineWatched.v1':
      return watched(complaint, event.data);
    case 'escalationAcknowledged.v1':
      return { ...complaint, watch: complaint.watch === null ? null : { ...complaint.watch, acknowledged: true } };
    case 'statusReported.v1':
      return { ...responded(complaint, event.at), reportDueAt: event.data.reportDueAt, lastReportAt: event.at };
    case 'complaintNoted.v1':
    case 'complaintLinked.v1':
      return complaint;
    default:
      return unreachable(event);
  }
}

/** The first answer in any form counts. */
const responded = (complaint: Complaint, at: number): Complaint => ({ ...complaint, respondedAt: complaint.respondedAt ?? at });

/** Who passes it on, works on it or answers has looked into it, also when it was opened again ("forward or verify"). */
const verifiedBy = (complaint: Complaint, at: number): Complaint => ({ ...complaint, verifiedAt: complaint.verifiedAt ?? at });

/** Somebody else has it now; waiting for a reply goes on, and what was answered stays so. */
function assigned(before: Complaint, assigneeId: string | null, at: number): Complaint {
  const complaint = { ...verifiedBy(before, at), assigneeId };
  if (complaint.waiting !== null) return { ...complaint, waiting: { ...complaint.waiting, stage: 'assigned' } };
  return complaint.stage === 'answered' ? complaint : { ...complaint, stage: 'assigned' };
}

/** The answer that is due later now is warned of anew, and its old escalation is over. */
function reclassified(complaint: Complaint, { class: of, deadlines }: { readonly class: ComplaintClass; readonly deadlines: Deadlines }) {
  const next = { ...complaint, class: of, deadlines };
  if (deadlines.answer <= complaint.deadlines.answer) return next;
  const { answer: _, ...told } = complaint.told;
  return { ...next, told, watch: complaint.watch?.deadline === 'answer' ? null : complaint.watch };
}

/** A mere warning does not cover an escalation that stands and that nobody acknowledged. */
function watched(complaint: Complaint, { deadline, level }: { readonly deadline: DeadlineKind; readonly level: EscalationLevel }) {
  const told = { ...complaint.told, [deadline]: level };
  const { watch } = complaint;
  const stands =
    watch !== null &&
    !watch.acknowledged &&
    escalationRank[watch.level] > escalationRank[level] &&
    openDues(complaint).some(({ kind }) => kind === watch.deadline);
  return { ...complaint, told, watch: stands ? watch : { deadline, level, acknowledged: false } };
}

const waits = (
  complaint: Complaint,
  reason: 'completion' | 'answerToQuestion',
  { at, data }: Happened & { readonly data: { readonly standing: readonly DeadlineKind[] } },
): Complaint => ({
  ...responded(complaint, at),
  stage: 'waiting',
  waiting: { since: at, for: reason, standing: data.standing, stage: complaint.stage },
});

/** Back to where it was before the complainant was waited for; the pause is remembered. */
function resumed(complaint: Complaint, at: number): Complaint {
  const { waiting } = complaint;
  if (waiting === null) return complaint;
  return { ...complaint, stage: waiting.stage, waiting: null, pauses: pausesAfterReply(complaint, at) };
}

/** The answer did not settle it: work goes on, and an answer is owed again. Meanwhile the complainant was waited for. */
function unsettled(complaint: Complaint, at: number): Complaint {
  return { ...complaint, stage: 'inProgress', answeredAt: null, closesAt: null, pauses: pausesAfterReply(complaint, at) };
}

const ended = (complaint: Complaint, stage: ComplaintStage, at: number): Complaint => ({
  ...resumed(complaint, at),
  stage,
  closesAt: null,
  reportDueAt: null,
  told: {},
  watch: null,
});
