/** What comes next for a complainant and by when; pure. */
import { isOver, nextDue, openDues } from '../../shared/domain/complaints/due.ts';
import type { DeadlineKind } from '../../shared/domain/complaints/events.ts';
import { fits } from '../../shared/domain/complaints/guards.ts';
import { officeDateAt } from '../../shared/domain/time/officeTime.ts';
import type { OfficeZone } from '../../shared/domain/values.ts';
import type { ComplaintStatus } from './complaintStatus.ts';
import { isWaiting } from './sentOrders.ts';

export type WhatNext =
  /** Hers: to complete facts, to answer a question, to say whether the answer settles it (else it is closed by then). */
  | { readonly kind: 'complete' | 'answerQuestion' }
  | { readonly kind: 'sayWhether'; readonly by: number | null }
  /** The office's: what it owes next, and whether that is late. `answerBy`: when the answer itself was promised. */
  | { readonly kind: 'due'; readonly due: DeadlineKind; readonly by: number; readonly late: boolean; readonly answerBy: number }
  /** Nothing is due at the moment. */
  | { readonly kind: 'closing'; readonly by: number | null }
  | { readonly kind: 'referred' | 'merged' | 'closed' };

export function whatNext({ complaint }: Pick<ComplaintStatus, 'complaint'>, now: number): WhatNext {
  const { stage, waiting, satisfied, closesAt, deadlines } = complaint;
  if (stage === 'closed' || stage === 'merged' || stage === 'referred') return { kind: stage };
  if (waiting !== null) return { kind: waiting.for === 'completion' ? 'complete' : 'answerQuestion' };
  if (stage === 'answered') return satisfied ? { kind: 'closing', by: closesAt } : { kind: 'sayWhether', by: closesAt };
  const due = nextDue(complaint);
  if (due === null) return { kind: 'closing', by: closesAt };
  // What she waits for most is the answer: once that is late, nothing before it matters.
  const isLate = deadlines.answer < now && openDues(complaint).some(({ kind }) => kind === 'answer');
  const { kind, dueAt: by } = isLate ? { kind: 'answer' as const, dueAt: deadlines.answer } : due;
  return { kind: 'due', due: kind, by, late: by < now, answerBy: deadlines.answer };
}

/** When she is told how it stands, if nothing happens before; `null`: no report is owed. */
export const nextReport = ({ complaint }: Pick<ComplaintStatus, 'complaint'>): number | null =>
  isOver(complaint) ? null : complaint.reportDueAt;

/** Up to which instant it may be opened again on the page: the end of the last day; `null`: it did not end. */
export function reopenUntil({ complaint, steps, reopenDays }: ComplaintStatus, zone: OfficeZone): number | null {
  if (!fits('reopen', complaint)) return null;
  const ended = steps.findLast(({ kind }) => kind === 'closed' || kind === 'referred')?.at;
  if (ended === undefined || reopenDays === 0) return null;
  const lastDay = officeDateAt(ended + reopenDays * 24 * 60 * 60 * 1000, zone);
  return lastDay.endsAt - 1;
}

export const publicActions = ['reply', 'completion', 'reopen', 'rate'] as const;
export type PublicAction = (typeof publicActions)[number];

/** The orders that the forms of the page become. */
export const orderKindOf = {
  reply: 'complaint.recordReply',
  completion: 'complaint.recordCompletion',
  reopen: 'complaint.reopen',
  rate: 'service.rate',
} as const satisfies Readonly<Record<PublicAction, string>>;

/** What she may do now. What she sent and the office has not decided yet cannot be sent again. */
export function possibleActions(status: ComplaintStatus, now: number, zone: OfficeZone): readonly PublicAction[] {
  const { complaint, rated, orders } = status;
  const fitting: Readonly<Record<PublicAction, boolean>> = {
    reply: fits('recordReply', complaint) && !(complaint.stage === 'answered' && complaint.satisfied),
    completion: fits('recordCompletion', complaint),
    reopen: (reopenUntil(status, zone) ?? -Infinity) >= now,
    rate: !rated && (complaint.stage === 'answered' || complaint.stage === 'closed' || complaint.stage === 'referred'),
  };
  return publicActions.filter((action) => fitting[action] && !isWaiting(orders, orderKindOf[action]));
}
