/**
 * When each step of a complaint is due (DOMAIN section 4). Days count from the next working day after the office day of
 * receipt and end with that day's office hours; the first response counts hours of working days; the legal ceiling counts
 * calendar days and moves back to a working day, never forward. While the complainant is waited for, the deadlines that
 * the rules name stand still: the working days of each pause are added, so a pause never shortens anything.
 */
import { officeDateAt } from '../time/officeTime.ts';
import { afterWorkingDays, afterWorkingHours, type WorkingCalendar, withinCalendarDays, workingDaysBetween } from '../time/workingTime.ts';
import { answerDays, type ComplaintRules } from './rules.ts';
import type { ComplaintClass } from './types.ts';

/** Deadlines known from the start, as instants (ms since the epoch, UTC). */
export interface Deadlines {
  readonly firstResponse: number;
  readonly verify: number;
  readonly answer: number;
  readonly ceiling: number;
}

/** A time during which the complainant was waited for. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** The pauses of a complaint once its complainant replied: the wait for her is one of them. */
export function pausesAfterReply(
  {
    waiting,
    answeredAt,
    pauses,
  }: { readonly waiting: { readonly since: number } | null; readonly answeredAt: number | null; readonly pauses: readonly Pause[] },
  at: number,
): readonly Pause[] {
  const from = waiting?.since ?? answeredAt;
  return from === null ? pauses : [...pauses, { from, to: at }];
}

export interface Counted {
  readonly receivedAt: number;
  readonly class: ComplaintClass;
  readonly pauses: readonly Pause[];
}

export function deadlinesOf({ receivedAt, class: of, pauses }: Counted, rules: ComplaintRules, calendar: WorkingCalendar): Deadlines {
  const stood = pauses.reduce((sum, pause) => sum + pausedDays(pause, calendar), 0);
  const still = (kind: keyof ComplaintRules['pauses']) => (rules.pauses[kind] ? stood : 0);
  const ceiling = withinCalendarDays(calendar, receivedAt, rules.ceilingDays);
  return {
    firstResponse: afterWorkingHours(calendar, receivedAt, rules.firstResponseHours),
    verify: afterWorkingDays(calendar, receivedAt, rules.verifyDays + still('verify')),
    answer: afterWorkingDays(calendar, receivedAt, answerDays(rules, of) + still('answer')),
    ceiling: still('ceiling') === 0 ? ceiling : afterWorkingDays(calendar, ceiling, still('ceiling')),
  };
}

/**
 * What was promised, later by the working days that the wait took for what stood still meanwhile; the rest stays. It is the
 * same as counting anew with the pause, but rules that changed since then do not move what was promised.
 */
export function afterPause(promised: Deadlines, pause: Pause, standing: readonly string[], calendar: WorkingCalendar): Deadlines {
  const days = pausedDays(pause, calendar);
  const later = (kind: keyof ComplaintRules['pauses']) =>
    days > 0 && standing.includes(kind) ? afterWorkingDays(calendar, promised[kind], days) : promised[kind];
  return { ...promised, verify: later('verify'), answer: later('answer'), ceiling: later('ceiling') };
}

/** When an answered complaint is closed without a reply. */
export const closesAt = (answeredAt: number, rules: ComplaintRules, calendar: WorkingCalendar): number =>
  afterWorkingDays(calendar, answeredAt, rules.closeAfterDays);

/** When the next status report is owed. */
export const reportDueAt = (lastReportAt: number, rules: ComplaintRules, calendar: WorkingCalendar): number =>
  afterWorkingDays(calendar, lastReportAt, rules.reportEveryDays);

/** Working days that a pause covers. */
function pausedDays({ from, to }: Pause, { zone, holidays }: WorkingCalendar): number {
  if (to <= from) return 0;
  return workingDaysBetween(officeDateAt(from, zone).date, officeDateAt(to, zone).date, holidays);
}

/** The date that can honestly be promised: a working day before the answer is due (DOMAIN section 4, realistic date). */
export const promiseDate = (deadlines: Deadlines, { zone }: WorkingCalendar): string => officeDateAt(deadlines.answer, zone).date;
