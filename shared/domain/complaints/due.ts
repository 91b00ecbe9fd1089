/** What is due on a complaint, and how it stands with it: pure, for tables, views and the watch over deadlines. */
import { officeDateAt } from '../time/officeTime.ts';
import { afterWorkingDays, type WorkingCalendar, workingDaysBetween } from '../time/workingTime.ts';
import type { AnswerProspect, DeadlineView } from '../../rpc/methods/complaintViews.ts';
import type { DeadlineKind, EscalationLevel } from './events.ts';
import type { ComplaintRules } from './rules.ts';
import type { Complaint } from './state.ts';

interface Due {
  readonly kind: DeadlineKind;
  readonly dueAt: number;
  /** When it was done; null: not yet. */
  readonly metAt: number | null;
}

/** Whether nothing is due any more: closed, gone into another one, or passed on to another office. */
export const isOver = ({ stage }: Pick<Complaint, 'stage'>): boolean => stage === 'closed' || stage === 'merged' || stage === 'referred';
const isPaused = ({ waiting }: Complaint, kind: DeadlineKind): boolean => waiting?.standing.includes(kind) ?? false;

function dues(complaint: Complaint): readonly Due[] {
  const { deadlines, respondedAt, verifiedAt, answeredAt } = complaint;
  return [
    { kind: 'firstResponse', dueAt: deadlines.firstResponse, metAt: respondedAt },
    { kind: 'verify', dueAt: deadlines.verify, metAt: verifiedAt },
    { kind: 'answer', dueAt: deadlines.answer, metAt: answeredAt },
    { kind: 'ceiling', dueAt: deadlines.ceiling, metAt: answeredAt },
  ];
}

/** The deadlines that somebody must meet, the next one first; those that stand still are none of them. */
export function openDues(complaint: Complaint): readonly { readonly kind: DeadlineKind; readonly dueAt: number }[] {
  if (isOver(complaint)) return [];
  const open = dues(complaint).filter(({ kind, metAt }) => metAt === null && !isPaused(complaint, kind));
  return open.toSorted((a, b) => a.dueAt - b.dueAt);
}

/** The next deadline that somebody must meet; `null`: nothing is due, or everything stands still. */
export const nextDue = (complaint: Complaint): { readonly kind: DeadlineKind; readonly dueAt: number } | null =>
  openDues(complaint)[0] ?? null;

/** Every deadline with how it stands at `now`. What an ended complaint never met is not shown any more. */
export function deadlineViews(
  complaint: Complaint,
  now: number,
  rules: ComplaintRules,
  calendar: WorkingCalendar,
): readonly DeadlineView[] {
  const shown = dues(complaint).filter(({ metAt }) => metAt !== null || !isOver(complaint));
  const views = shown.map(({ kind, dueAt, metAt }) => {
    if (metAt !== null) return viewOf(kind, dueAt, metAt <= dueAt ? 'met' : 'missed', now, calendar);
    return viewOf(kind, dueAt, isPaused(complaint, kind) ? 'paused' : openState(dueAt, now, rules, calendar), now, calendar);
  });
  const more: readonly { readonly kind: DeadlineKind; readonly dueAt: number | null }[] = [
    { kind: 'close', dueAt: complaint.closesAt },
    { kind: 'report', dueAt: complaint.reportDueAt },
  ];
  return [
    ...views,
    ...more.flatMap(({ kind, dueAt }) =>
      dueAt === null ? [] : [viewOf(kind, dueAt, openState(dueAt, now, rules, calendar), now, calendar)],
    ),
  ];
}

function openState(dueAt: number, now: number, rules: ComplaintRules, calendar: WorkingCalendar): 'open' | 'soon' | 'overdue' {
  if (dueAt < now) return 'overdue';
  return dueAt <= warnHorizon(now, rules, calendar) ? 'soon' : 'open';
}

/** Everything due up to this instant is warned of at `now`. */
export const warnHorizon = (now: number, rules: ComplaintRules, calendar: WorkingCalendar): number =>
  afterWorkingDays(calendar, now, rules.warnDays);

export function viewOf(
  kind: DeadlineKind,
  dueAt: number,
  state: DeadlineView['state'],
  now: number,
  calendar: WorkingCalendar,
): DeadlineView {
  const dueOn = officeDateAt(dueAt, calendar.zone).date;
  const today = officeDateAt(now, calendar.zone).date;
  return { kind, dueAt, dueOn, state, workingDaysLeft: workingDaysBetween(today, dueOn, calendar.holidays) };
}

/** What a complainant can honestly be told of her answer at `now`. */
export function answerProspect({ stage, answeredAt, waiting, deadlines }: Complaint, now: number): AnswerProspect {
  if (stage === 'referred') return 'referred';
  if (waiting !== null) return 'waiting';
  if (answeredAt !== null) return 'answered';
  return deadlines.answer < now ? 'late' : 'promised';
}

/** How deadlines are told: first the officer, once missed the supervisor, after more days the head. */
export const escalationRank: Readonly<Record<EscalationLevel | 'none', number>> = { none: 0, warned: 1, supervisor: 2, head: 3 };

/**
 * Whom to tell now about a deadline; `null`: nobody, or they know already. Each is told for itself: one that was missed
 * long ago hides neither the answer nor the legal ceiling behind it.
 */
export function escalationDue(
  complaint: Complaint,
  now: number,
  rules: ComplaintRules,
  calendar: WorkingCalendar,
): { readonly deadline: DeadlineKind; readonly level: EscalationLevel } | null {
  const horizon = warnHorizon(now, rules, calendar);
  for (const { kind, dueAt } of openDues(complaint)) {
    if (dueAt > horizon) return null;
    const level = levelAt(dueAt, now, rules, calendar);
    if (escalationRank[level] > escalationRank[complaint.told[kind] ?? 'none']) return { deadline: kind, level };
  }
  return null;
}

function levelAt(dueAt: number, now: number, { headAfterDays }: ComplaintRules, calendar: WorkingCalendar): EscalationLevel {
  if (now <= dueAt) return 'warned';
  return now > afterWorkingDays(calendar, dueAt, headAfterDays) ? 'head' : 'supervisor';
}

/** What the screens show of it: an acknowledged escalation is a warning again. */
export const shownEscalation = ({ watch }: Complaint): EscalationLevel | 'none' => {
  if (watch === null) return 'none';
  return watch.acknowledged ? 'warned' : watch.level;
};
