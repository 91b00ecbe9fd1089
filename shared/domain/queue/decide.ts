import type { Decided, Decision, QueueCommand, QueueContext, QueueMethod } from './commands.ts';
import { decideCallNext, decideCallTicket, decideMarkNoShow, decideRecall, decideReturnToQueue, decideWithdrawCall } from './decideCall.ts';
import { decideCloseCounter, decideEndBreak, decideOpenCounter, decideStartBreak } from './decideCounter.ts';
import { decideAssignOfficer, decideMoveTicket } from './decideFloor.ts';
import { decideSetDisturbance } from './decideDisturbance.ts';
import { decideCloseDay, decideNoteClock, decideOpenDay, decideRollOver, decideSkipNumbers } from './decideDay.ts';
import { decideAdmitPaper } from './decideAdmitPaper.ts';
import { decideAddService, decideIssue } from './decideIssue.ts';
import { decideEndBranch, decideMarkNoticeSeen, decideMergeBranch, decideTellLeftOut } from './decideMerge.ts';
import {
  decideCancel,
  decideFinish,
  decideHold,
  decideNote,
  decideResume,
  decideSetRequirements,
  decideSetStep,
  decideStartServing,
  decideTransfer,
} from './decideVisit.ts';
import type { QueueState } from './state.ts';

type DecideOne<M extends QueueMethod> = (input: Decided<M>, state: QueueState, context: QueueContext) => Decision;

/** Who decides each command of the queue. */
const deciders: { readonly [M in QueueMethod]: DecideOne<M> } = {
  'queue.openDay': decideOpenDay,
  'queue.closeDay': decideCloseDay,
  'queue.rollOver': decideRollOver,
  'queue.noteClock': decideNoteClock,
  'queue.skipNumbers': decideSkipNumbers,
  'queue.openCounter': decideOpenCounter,
  'queue.closeCounter': decideCloseCounter,
  'queue.startBreak': decideStartBreak,
  'queue.endBreak': decideEndBreak,
  'queue.issue': decideIssue,
  'queue.addService': decideAddService,
  'queue.callNext': decideCallNext,
  'queue.callTicket': decideCallTicket,
  'queue.withdrawCall': decideWithdrawCall,
  'queue.recall': decideRecall,
  'queue.markNoShow': decideMarkNoShow,
  'queue.returnToQueue': decideReturnToQueue,
  'queue.startServing': decideStartServing,
  'queue.hold': decideHold,
  'queue.resume': decideResume,
  'queue.transfer': decideTransfer,
  'queue.finish': decideFinish,
  'queue.cancel': decideCancel,
  'queue.setStep': decideSetStep,
  'queue.setRequirements': decideSetRequirements,
  'queue.note': decideNote,
  'queue.setDisturbance': decideSetDisturbance,
  'queue.mergeBranch': decideMergeBranch,
  'queue.tellLeftOut': decideTellLeftOut,
  'queue.endBranch': decideEndBranch,
  'queue.markNoticeSeen': decideMarkNoticeSeen,
  'queue.admitPaper': decideAdmitPaper,
  'queue.assignOfficer': decideAssignOfficer,
  'queue.moveTicket': decideMoveTicket,
};

export const queueMethodNames = Object.keys(deciders) as readonly QueueMethod[];

/** Answers a command of the queue with events or a refusal. Pure: the same values always give the same answer. */
export function decide(command: QueueCommand, state: QueueState, context: QueueContext): Decision {
  const decideOne = deciders[command.method] as (input: unknown, state: QueueState, context: QueueContext) => Decision;
  return decideOne(command.input, state, context);
}
