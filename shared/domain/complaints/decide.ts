/**
 * The life of a complaint (DOMAIN section 4): diterima → diverifikasi → didisposisikan → ditindaklanjuti → ditanggapi →
 * selesai; beside it ditunda, dirujuk, dibuka kembali and digabung. What fits when, and who may, is in `guards.ts`.
 */
import { ok, refuse, type Result, unreachable } from '../../result.ts';
import type { ComplaintAction } from '../../rpc/methods/complaintViews.ts';
import { officeDate } from '../time/officeTime.ts';
import { workingCalendar } from '../time/workingTime.ts';
import type { ComplaintCommand, ComplaintRefusal, StepCommand } from './commands.ts';
import { afterPause, closesAt, type Deadlines, deadlinesOf, reportDueAt } from './deadlines.ts';
import { register } from './decideRegister.ts';
import type { ComplaintEvent, ComplaintStepEvent, DeadlineKind } from './events.ts';
import { fits, mayTake, takesOthersIn } from './guards.ts';
import { priorityOf } from './priority.ts';
import type { ComplaintRules } from './rules.ts';
import { rulesOf } from './rulesOf.ts';
import type { Complaint, ComplaintContext, ComplaintState } from './state.ts';
import type { ComplaintClass } from './types.ts';

type Decision = Result<readonly ComplaintEvent[], ComplaintRefusal>;

export function decideComplaints(command: ComplaintCommand, state: ComplaintState, context: ComplaintContext): Decision {
  switch (command.method) {
    case 'complaint.register':
      return register(command.input, state, context);
    case 'complaint.skipNumbers': {
      const { letter, office, now } = context;
      const year = Number(officeDate(now, workingCalendar(office).zone).slice(0, 4));
      const last = (state.lastSequence.get(year) ?? 0) + command.input.by;
      return ok([{ type: 'trackingNumbersSkipped.v1', data: { year, letter, last } }]);
    }
    case 'complaint.proposeStructural':
      if (command.input.complaintIds.some((id) => !state.known.has(id))) return refuse({ type: 'complaintUnknown' });
      return ok([{ type: 'structuralProposed.v1', data: command.input }]);
    default: {
      if (state.complaint === null) return refuse({ type: 'complaintUnknown' });
      const refusal = whyNot(command, state.complaint, context);
      return refusal === null ? takeStep(command, state.complaint, state, context) : refuse(refusal);
    }
  }
}

/** Why a step cannot be taken; `null`: it can. */
function whyNot(command: StepCommand, complaint: Complaint, context: ComplaintContext): ComplaintRefusal | null {
  if (command.method === 'complaint.watchDeadline' || command.method === 'complaint.closeUnanswered') return null;
  const action = command.method.slice('complaint.'.length) as ComplaintAction;
  const { number, stage, textIds } = complaint;
  const person = { staffId: context.actor.kind === 'staff' ? context.actor.staffId : null, isSupervisor: context.isSupervisor };
  if (!mayTake(action, complaint, person)) return { type: 'complaintNotYours', number };
  if (!fits(action, complaint)) return { type: 'complaintInOtherStage', number, stage };
  const textId = 'textId' in command.input ? command.input.textId : null;
  return textId !== null && textIds.has(textId) ? { type: 'textNotStored' } : null;
}

function takeStep(command: StepCommand, complaint: Complaint, state: ComplaintState, context: ComplaintContext): Decision {
  const { complaintId } = complaint;
  const { now, office } = context;
  const rules = rulesOf(office);
  const calendar = workingCalendar(office);
  const one = (event: ComplaintStepEvent): Decision => ok([event]);
  switch (command.method) {
    case 'complaint.verify':
      return one({ type: 'complaintVerified.v1', data: { complaintId, textId: command.input.textId, tag: command.input.tag } });
    case 'complaint.requestCompletion':
      return one({ type: 'completionRequested.v1', data: { complaintId, textId: command.input.textId, standing: standing(rules) } });
    case 'complaint.recordCompletion': {
      const data = { complaintId, textId: command.input.textId, deadlines: afterWaiting(complaint, context) };
      return one({ type: 'completionReceived.v1', data });
    }
    case 'complaint.assign':
      return assign(command.input, complaint, context);
    case 'complaint.note':
      return one({ type: 'complaintNoted.v1', data: { complaintId, textId: command.input.textId } });
    case 'complaint.recordMeasure':
      return one({ type: 'measureRecorded.v1', data: { complaintId, textId: command.input.textId } });
    case 'complaint.answer': {
      const letterOwed = command.input.written || owesLetter(complaint);
      const data = { complaintId, textId: command.input.textId, letterOwed, closesAt: closesAt(now, rules, calendar) };
      return one({ type: 'complaintAnswered.v1', data });
    }
    case 'complaint.askComplainant':
      return one({ type: 'complainantAsked.v1', data: { complaintId, textId: command.input.textId, standing: standing(rules) } });
    case 'complaint.recordReply': {
      const { textId, satisfied } = command.input;
      // What was answered in time or too late stays so when she is content with it.
      const isSettled = satisfied && complaint.stage === 'answered';
      const deadlines = isSettled ? complaint.deadlines : afterWaiting(complaint, context);
      return one({ type: 'replyRecorded.v1', data: { complaintId, textId, satisfied, deadlines } });
    }
    case 'complaint.close':
      return close(command.input, complaint);
    case 'complaint.reopen': {
      // Work begins anew: so do its deadlines.
      const deadlines = deadlinesOf({ receivedAt: now, class: complaint.class, pauses: [] }, rules, calendar);
      const data = { complaintId, textId: command.input.textId, deadlines, reportDueAt: reportDueAt(now, rules, calendar) };
      return one({ type: 'complaintReopened.v1', data });
    }
    case 'complaint.refer':
      return one({ type: 'complaintReferred.v1', data: { complaintId, textId: command.input.textId } });
    case 'complaint.reclassify':
      return reclassify(command.input, complaint, context);
    case 'complaint.merge':
    case 'complaint.link':
      return connect(command, complaint, state);
    case 'complaint.recordStatusReport': {
      const { textId, channel } = command.input;
      return one({ type: 'statusReported.v1', data: { complaintId, textId, channel, reportDueAt: reportDueAt(now, rules, calendar) } });
    }
    case 'complaint.acknowledgeEscalation':
      return one({ type: 'escalationAcknowledged.v1', data: { complaintId } });
    case 'complaint.watchDeadline': {
      const { deadline, level } = command.input;
      return one({ type: 'deadlineWatched.v1', data: { complaintId, deadline, level } });
    }
    case 'complaint.closeUnanswered':
      if (complaint.stage !== 'answered' || complaint.closesAt === null || complaint.closesAt > now)
        return refuse({ type: 'complaintInOtherStage', number: complaint.number, stage: complaint.stage });
      return one({
        type: 'complaintClosed.v1',
        data: { complaintId, textId: null, outcome: complaint.satisfied ? 'resolved' : 'noReply' },
      });
    default:
      return unreachable(command);
  }
}

/** A complaint by letter or through a system needs a written answer (DOMAIN section 4). */
const owesLetter = ({ channel }: Complaint): boolean => channel === 'letter' || channel === 'email' || channel === 'lapor';

function assign(
  input: Extract<StepCommand, { method: 'complaint.assign' }>['input'],
  { complaintId }: Complaint,
  { office }: ComplaintContext,
): Decision {
  const { unitId, staffId, textId } = input;
  if (!rulesOf(office).units.some(({ id, active }) => id === unitId && active)) return refuse({ type: 'unitUnknown' });
  if (staffId !== null && !office.staff.some(({ id, active }) => id === staffId && active)) return refuse({ type: 'assigneeUnknown' });
  return ok([{ type: 'complaintAssigned.v1', data: { complaintId, textId, unitId, staffId } }]);
}

/** Settled only after an answer; without a reply also where one is waited for; withdrawn, or without ground, at any time. */
function close({ outcome, textId }: Extract<StepCommand, { method: 'complaint.close' }>['input'], complaint: Complaint): Decision {
  const settled = outcome === 'resolved' || outcome === 'resolvedOnSpot' || outcome === 'noReply';
  const { complaintId, number, stage } = complaint;
  const waitedInVain = outcome === 'noReply' && stage === 'waiting';
  if (settled && !waitedInVain && stage !== 'answered' && stage !== 'referred')
    return refuse({ type: 'complaintInOtherStage', number, stage });
  return ok([{ type: 'complaintClosed.v1', data: { complaintId, textId, outcome } }]);
}

function reclassify(
  input: Extract<StepCommand, { method: 'complaint.reclassify' }>['input'],
  complaint: Complaint,
  context: ComplaintContext,
): Decision {
  if (input.categoryId !== null && !rulesOf(context.office).categories.some(({ id }) => id === input.categoryId))
    return refuse({ type: 'categoryUnknown' });
  const data = {
    ...input,
    priority: priorityOf(input.urgency, input.impact),
    deadlines: ofClass(complaint, input.class, context),
  };
  return ok([{ type: 'complaintReclassified.v1', data }]);
}

function connect(
  command: Extract<StepCommand, { method: 'complaint.merge' | 'complaint.link' }>,
  { complaintId, number }: Complaint,
  { other }: ComplaintState,
): Decision {
  const otherId = command.method === 'complaint.merge' ? command.input.intoId : command.input.otherId;
  if (otherId === complaintId) return refuse({ type: 'mergeImpossible', number });
  if (other === null) return refuse({ type: 'complaintUnknown' });
  if (command.method === 'complaint.link') return ok([{ type: 'complaintLinked.v1', data: { complaintId, otherId } }]);
  if (!takesOthersIn(other)) return refuse({ type: 'mergeImpossible', number: other.number });
  return ok([{ type: 'complaintMerged.v1', data: { complaintId, intoId: otherId } }]);
}

/** The deadlines that stand still while the complainant is waited for. */
const standing = ({ pauses }: ComplaintRules): readonly DeadlineKind[] =>
  (['verify', 'answer', 'ceiling'] as const).filter((kind) => pauses[kind]);

/** The deadlines once the wait that is running now, for a reply or after an answer, is over. */
function afterWaiting({ deadlines, waiting, answeredAt }: Complaint, { now, office }: ComplaintContext): Deadlines {
  const from = waiting?.since ?? answeredAt ?? now;
  return afterPause(deadlines, { from, to: now }, waiting?.standing ?? standing(rulesOf(office)), workingCalendar(office));
}

/** A class decides when the answer is due, counted from the receipt; nothing else moves, and nothing when it stays the same. */
function ofClass(
  { class: before, countedFrom, pauses, deadlines }: Complaint,
  of: ComplaintClass,
  { office }: ComplaintContext,
): Deadlines {
  if (of === before) return deadlines;
  const { answer } = deadlinesOf({ receivedAt: countedFrom, class: of, pauses }, rulesOf(office), workingCalendar(office));
  return { ...deadlines, answer };
}
