import type { Counter, DayHours, Service } from '../office/types.ts';
import { minuteOfDay } from '../time/officeTime.ts';
import type { PaperVisit, TypedField } from './types.ts';

/** What a sheet's rows are checked against. */
export interface BookFacts {
  /** The sheet's day, and the office's date and minute of that day now. */
  readonly date: string;
  readonly today: string;
  readonly minuteNow: number;
  readonly hours: readonly DayHours[];
  /** Also those no longer offered or used: the paper may be older. Those in use come first. */
  readonly services: readonly Pick<Service, 'id' | 'prefix' | 'title'>[];
  readonly counters: readonly Pick<Counter, 'id' | 'number' | 'name'>[];
}

export type ProblemKind =
  | 'missing'
  | 'unreadable'
  | 'unknown'
  | 'outsideDay'
  | 'future'
  | 'beforeArrival'
  | 'beforeCall'
  | 'withoutCall'
  | 'unfinished';

export interface CellProblem {
  readonly field: TypedField;
  readonly kind: ProblemKind;
}

/** Visitors stand at the door before the opening, and those who are inside are served after the closing. Minutes. */
const beforeOpening = 60;
const afterClosing = 180;

/** What is wrong with a row, in the order of its cells; none: it can be recorded. */
export function visitProblems(visit: PaperVisit, facts: BookFacts): readonly CellProblem[] {
  const { arrived, called, counterId, finished, outcome } = visit;
  const problems: CellProblem[] = [];
  const note = (field: TypedField, kind: ProblemKind, isWrong: boolean) => {
    if (isWrong && !problems.some((known) => known.field === field)) problems.push({ field, kind });
  };
  const times = [
    ['arrived', arrived],
    ['called', called],
    ['finished', finished],
  ] as const;
  for (const [field, time] of times)
    if (time !== null) note(field, timeProblem(time, facts) ?? 'future', timeProblem(time, facts) !== null);
  note('service', 'unknown', !facts.services.some(({ id }) => id === visit.serviceId));
  note('called', 'beforeArrival', called !== null && called < arrived);
  note('called', 'missing', called === null && (outcome === 'finished' || outcome === 'noShow'));
  note('counter', 'missing', counterId === null && called !== null);
  note('counter', 'withoutCall', counterId !== null && called === null);
  note('counter', 'unknown', counterId !== null && !facts.counters.some(({ id }) => id === counterId));
  note('finished', 'missing', finished === null && outcome === 'finished');
  note('finished', 'unfinished', finished !== null && outcome === 'unfinished');
  note('finished', 'beforeCall', finished !== null && called !== null && finished < called);
  note('finished', 'beforeArrival', finished !== null && finished < arrived);
  return problems;
}

/** Times that did not happen on the sheet's day at the office: to come, or long before it opens or after it closes. */
function timeProblem(time: string, { date, today, minuteNow, hours }: BookFacts): 'future' | 'outsideDay' | null {
  const minute = minuteOfDay(time);
  if (date > today || (date === today && minute > minuteNow)) return 'future';
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  // A weekend that was opened by hand has no hours.
  const day = hours.find((one) => one.weekday === weekday);
  if (day === undefined) return null;
  return minute < minuteOfDay(day.open) - beforeOpening || minute > minuteOfDay(day.close) + afterClosing ? 'outsideDay' : null;
}
