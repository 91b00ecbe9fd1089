/** When an office is open by its own hours and holidays; pure. */
import { officeDateAt, minuteOfDay } from '../../shared/domain/time/officeTime.ts';
import { workingCalendar } from '../../shared/domain/time/workingTime.ts';
import type { DayHours } from '../../shared/domain/office/types.ts';
import type { OfficeTold } from '../../shared/sync/protocol.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Longer than any holiday: beyond it nobody knows. */
const daysAhead = 21;

export interface Opening {
  /** Within today's hours, breaks included. */
  readonly isWithinHours: boolean;
  /** `null`: closed all day. */
  readonly today: DayHours | null;
  /** When it opens next, later than now; `null`: the hours do not say. */
  readonly nextAt: number | null;
}

export function openingOf(told: Pick<OfficeTold, 'profile' | 'hours' | 'holidays'>, now: number): Opening {
  const { zone, week, holidays } = workingCalendar(told);
  const hoursOn = (at: number) => {
    const { date, weekday, startsAt } = officeDateAt(at, zone);
    const hours = holidays.has(date) ? undefined : week.find((day) => day.weekday === weekday);
    // Indonesia's zones have no daylight saving: a day is its midnight and minutes.
    return hours === undefined
      ? null
      : { hours, opensAt: startsAt + minuteOfDay(hours.open) * 60_000, closesAt: startsAt + minuteOfDay(hours.close) * 60_000 };
  };
  const today = hoursOn(now);
  const next = Array.from({ length: daysAhead }, (_, day) => hoursOn(now + day * dayMs)).find((day) => day !== null && day.opensAt > now);
  return {
    isWithinHours: today !== null && now >= today.opensAt && now < today.closesAt,
    today: today?.hours ?? null,
    nextAt: next?.opensAt ?? null,
  };
}
