import type { BookSettings } from '../book/types.ts';
import type { CalmCard } from '../calm/types.ts';
import type { ComplaintRules } from '../complaints/rules.ts';
import type { StationEntry } from '../stations/types.ts';
import type { Scenario } from '../training/types.ts';
import {
  type Counter,
  type DayHours,
  defaultPolicy,
  type Holiday,
  type OfficeProfile,
  type OfficeTexts,
  type Printer,
  type PriorityPolicy,
  type Service,
  type StaffMember,
} from './types.ts';

/** Everything an administrator decides; folded from the `office` stream. `profile` null: not set up yet. */
export interface OfficeState {
  readonly profile: OfficeProfile | null;
  readonly hours: readonly DayHours[];
  readonly holidays: readonly HolidayYear[];
  /** Services offered now, in the order of the kiosk. */
  readonly services: readonly Service[];
  /** Services no longer offered; history and receipts still name them. */
  readonly retiredServices: readonly Service[];
  readonly counters: readonly Counter[];
  readonly retiredCounters: readonly Counter[];
  readonly policy: PriorityPolicy;
  readonly printers: readonly Printer[];
  readonly texts: OfficeTexts;
  /** null: the defaults of the law. */
  readonly complaintRules: ComplaintRules | null;
  /** null: the texts of the program. */
  readonly calmCards: readonly CalmCard[] | null;
  readonly scenarios: readonly Scenario[] | null;
  /** null: one sheet, printed by hand. */
  readonly book: BookSettings | null;
  readonly staff: readonly StaffMember[];
  /** In the order of joining, revoked ones included; empty while the office is one station. */
  readonly stations: readonly StationEntry[];
}

export interface HolidayYear {
  readonly year: number;
  readonly confirmed: boolean;
  readonly days: readonly Holiday[];
}

/** Hours after Perpres 21/2023: from 07.30, 60 minutes of break, 90 on Friday. */
export const defaultHours: readonly DayHours[] = [1, 2, 3, 4, 5].map((weekday) =>
  weekday === 5
    ? { weekday, open: '07:30', close: '16:30', breaks: [{ from: '11:30', to: '13:00' }] }
    : { weekday, open: '07:30', close: '16:00', breaks: [{ from: '12:00', to: '13:00' }] },
);

export const initialOffice: OfficeState = {
  profile: null,
  hours: defaultHours,
  holidays: [],
  services: [],
  retiredServices: [],
  counters: [],
  retiredCounters: [],
  policy: defaultPolicy,
  printers: [],
  texts: { runningText: { id: '', en: '' }, ticketFooter: { id: '', en: '' }, contact: '' },
  complaintRules: null,
  calmCards: null,
  scenarios: null,
  book: null,
  staff: [],
  stations: [],
};
