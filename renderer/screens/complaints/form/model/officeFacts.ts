import type { ComplaintClass } from '../../../../../shared/domain/complaints/types.ts';
import { addWorkingDays, isWorkingDay } from '../../../../../shared/domain/time/workingDays.ts';
import type { Bilingual } from '../../../../../shared/domain/values.ts';

/** An entry of a list that the office keeps: a category, a unit, a service. */
export interface Entry {
  readonly id: string;
  readonly title: Bilingual;
}

/** What the form knows about the office: its calendar, its lists, its deadlines. */
export interface OfficeFacts {
  readonly name: string;
  readonly zone: string | undefined;
  /** The office's date now, `2026-11-22`. */
  readonly today: string;
  readonly holidays: ReadonlySet<string>;
  readonly services: readonly Entry[];
  readonly categories: readonly Entry[];
  readonly units: readonly Entry[];
  /** The date by which a complaint of a class that is received today must be done; missing while it is not known. */
  readonly dueOf: Readonly<Partial<Record<ComplaintClass, string>>>;
}

/** Dates that can be promised: in so many working days, and the limit of the class last. */
export function proposedDates({
  today,
  holidays,
}: Pick<OfficeFacts, 'today' | 'holidays'>): readonly { readonly days: number; readonly date: string }[] {
  return proposedDays.map((days) => ({ days, date: addWorkingDays(today, days, holidays) }));
}
const proposedDays = [1, 3, 5, 10] as const;

/** What is wrong with a promised date; it is said and stays the officer's choice. A draft may be older than its promise. */
export function promiseProblem(
  date: string | null,
  { today, holidays }: Pick<OfficeFacts, 'today' | 'holidays'>,
  due: string | undefined,
): 'past' | 'notWorking' | 'late' | null {
  if (date === null) return null;
  if (date < today) return 'past';
  if (!isWorkingDay(date, holidays)) return 'notWorking';
  return due !== undefined && date > due ? 'late' : null;
}
