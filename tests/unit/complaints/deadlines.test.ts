/**
 * Deadlines on working days, holidays and office hours (DOMAIN section 4). By hand, around Lebaran 2026 (SKB of three ministers):
 *
 *   March 2026   Mo   Tu   We   Th   Fr   Sa   Su       * Nyepi 19, Idulfitri 21–22; cuti bersama 18, 20, 23, 24
 *                 9   10   11   12   13   14   15
 *                16   17  *18  *19  *20  *21  *22
 *               *23  *24   25   26   27   28   29
 *   April        30   31    1    2   *3    4    5       * Wafat Yesus Kristus 3
 *                 6    7    8    9   10   11   12
 *                13   14   15
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterPause, closesAt, deadlinesOf, type Pause, reportDueAt } from '../../../shared/domain/complaints/deadlines.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { complaintClasses } from '../../../shared/domain/complaints/types.ts';
import { holidays2026 } from '../../../shared/domain/office/holidays2026.ts';
import { isWorkingDay } from '../../../shared/domain/time/workingDays.ts';
import { workingCalendar } from '../../../shared/domain/time/workingTime.ts';
import { type OfficeZone, officeZones } from '../../../shared/domain/values.ts';

const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '07:30', close: weekday === 5 ? '16:30' : '16:00', breaks: [] }));
const calendarIn = (zone: OfficeZone) =>
  workingCalendar({
    profile: { zone },
    hours,
    holidays: [
      { year: 2026, confirmed: true, days: [...holidays2026] },
      { year: 2027, confirmed: false, days: [] },
    ],
  });
const ahead: Readonly<Record<OfficeZone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

/** The office's own wall clock, `2026-03-12 09:31`. */
const wall = (at: number, zone: OfficeZone = 'Asia/Jakarta') =>
  new Date(at + ahead[zone] * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const at = (written: string, zone: OfficeZone = 'Asia/Jakarta') => Date.parse(`${written.replace(' ', 'T')}:00Z`) - ahead[zone] * 3_600_000;
const dues = (
  receivedAt: number,
  of: (typeof complaintClasses)[number] = 'ordinary',
  pauses: readonly Pause[] = [],
  zone: OfficeZone = 'Asia/Jakarta',
) => deadlinesOf({ receivedAt, class: of, pauses }, defaultComplaintRules, calendarIn(zone));

describe('around Lebaran 2026, by hand', () => {
  test('received on Thursday 12 March at 09.31', () => {
    const { firstResponse, verify, answer, ceiling } = dues(at('2026-03-12 09:31'));
    // 24 hours of working time: the same time on the next working day.
    expect(wall(firstResponse)).toBe('2026-03-13 09:31');
    // Three working days: 13, 16, 17.
    expect(wall(verify)).toBe('2026-03-17 16:00');
    // Fourteen: 13, 16, 17, then 25, 26, 27, 30, 31, 1, 2, and after Good Friday 6, 7, 8, 9 April.
    expect(wall(answer)).toBe('2026-04-09 16:00');
    // Sixty calendar days: 11 May, a Monday.
    expect(wall(ceiling)).toBe('2026-05-11 16:00');
  });

  test.each([
    ['informationRequest', '2026-03-26 16:00'],
    ['aspiration', '2026-03-26 16:00'],
    ['ordinary', '2026-04-09 16:00'],
    // Fourteen until 9 April, 15 until 30 April, 16 in May (without 1, 14, 15, 27, 28), 15 until Tuesday 23 June (without 1 and 16).
    ['supervised', '2026-06-23 16:00'],
  ] as const)('a complaint of the class %s is answered by %s', (of, due) => {
    expect(wall(dues(at('2026-03-12 09:31'), of).answer)).toBe(due);
  });

  test('received on Tuesday 17 March at 15.00, the last working day before the holidays', () => {
    const { firstResponse, verify } = dues(at('2026-03-17 15:00'));
    expect(wall(firstResponse)).toBe('2026-03-25 15:00');
    expect(wall(verify)).toBe('2026-03-27 16:30');
  });

  test.each([
    // The day closes at 16.00: six hours after 09.31 it is open, seven hours after it is not.
    [6, '2026-03-12 15:31'],
    [7, '2026-03-12 16:00'],
    // 26 hours would be Friday, 11.31.
    [26, '2026-03-13 11:31'],
    // Twenty hours would be half past five on Friday, before anybody is there.
    [20, '2026-03-13 07:30'],
    // Four times 24 hours: 13, 16, 17 and 25 March.
    [96, '2026-03-25 09:31'],
  ])('a first response within %i hours', (firstResponseHours, due) => {
    const rules = { ...defaultComplaintRules, firstResponseHours };
    const counted = { receivedAt: at('2026-03-12 09:31'), class: 'ordinary' as const, pauses: [] };
    expect(wall(deadlinesOf(counted, rules, calendarIn('Asia/Jakarta')).firstResponse)).toBe(due);
  });

  test('received on Idulfitri itself it counts from the first opening afterwards', () => {
    const { firstResponse, verify } = dues(at('2026-03-21 10:00'));
    // Begins on Wednesday 25 March at 07.30; 24 working hours later is the opening of the 26th.
    expect(wall(firstResponse)).toBe('2026-03-26 07:30');
    expect(wall(verify)).toBe('2026-03-27 16:30');
  });

  test('waiting from 16 to 26 March adds the working days 17, 25 and 26 and no others', () => {
    const pauses = [{ from: at('2026-03-16 10:00'), to: at('2026-03-26 11:00') }];
    const { verify, answer, ceiling, firstResponse } = dues(at('2026-03-12 09:31'), 'ordinary', pauses);
    expect(wall(answer)).toBe('2026-04-14 16:00');
    // 17, 25, 26, …: six instead of three.
    expect(wall(verify)).toBe('2026-03-27 16:30');
    expect(wall(ceiling)).toBe('2026-05-11 16:00');
    expect(wall(firstResponse)).toBe('2026-03-13 09:31');
  });

  test('the legal ceiling moves back to a working day, never forward', () => {
    // Sixty days after 15 March are Thursday 14 May, Kenaikan; 13 May is the last working day before.
    expect(wall(dues(at('2026-03-15 09:00')).ceiling)).toBe('2026-05-13 16:00');
  });

  test('an answer of 13 March is closed after ten working days, and the next report is owed after seven', () => {
    // 16, 17, 25, 26, 27, 30, 31 March: seven; then 1, 2 and 6 April.
    const calendar = calendarIn('Asia/Jakarta');
    expect(wall(closesAt(at('2026-03-13 10:00'), defaultComplaintRules, calendar))).toBe('2026-04-06 16:00');
    expect(wall(reportDueAt(at('2026-03-13 10:00'), defaultComplaintRules, calendar))).toBe('2026-03-31 16:00');
  });
});

const off = new Set(holidays2026.map(({ date }) => date));
/** Whether somebody works on a date, looked up without the program's calendar: a weekday that is in no list. */
function worksOn(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(new Date(day).toISOString().slice(0, 10));
}
/** The date `count` working days after the office day of `from`, and the working days after one date up to another. */
function workingDaysLater(from: string, count: number): string {
  let day = Date.parse(`${from}T00:00:00Z`);
  for (let left = count; left > 0;) {
    day += 86_400_000;
    if (worksOn(day)) left -= 1;
  }
  return new Date(day).toISOString().slice(0, 10);
}
function workingDaysIn(from: string, to: string): number {
  let count = 0;
  for (let day = Date.parse(`${from}T00:00:00Z`) + 86_400_000; day <= Date.parse(`${to}T00:00:00Z`); day += 86_400_000)
    if (worksOn(day)) count += 1;
  return count;
}

describe('midnight in the three zones', () => {
  test('one instant is two office days: 23.30 in Jakarta is already tomorrow in Makassar and Jayapura', () => {
    // Tuesday 17 March 2026, 16.30 UTC: Tuesday in Jakarta, Wednesday 18 March (cuti bersama) further east.
    const instant = Date.UTC(2026, 2, 17, 16, 30);
    expect(officeZones.map((zone) => wall(instant, zone))).toEqual(['2026-03-17 23:30', '2026-03-18 00:30', '2026-03-18 01:30']);
    expect(officeZones.map((zone) => wall(dues(instant, 'ordinary', [], zone).verify, zone))).toEqual([
      '2026-03-27 16:30',
      '2026-03-27 16:30',
      '2026-03-27 16:30',
    ]);
    // A week earlier there is no holiday in between, and the day of receipt makes the difference.
    const week = instant - 7 * 86_400_000;
    expect(officeZones.map((zone) => wall(dues(week, 'ordinary', [], zone).verify, zone))).toEqual([
      '2026-03-13 16:30',
      '2026-03-16 16:00',
      '2026-03-16 16:00',
    ]);
  });

  test.each(officeZones)('a minute before and after midnight are different office days in %s', (zone) => {
    const before = dues(at('2026-06-09 23:59', zone), 'ordinary', [], zone);
    const after = dues(at('2026-06-10 00:01', zone), 'ordinary', [], zone);
    expect(wall(before.verify, zone)).toBe('2026-06-12 16:30');
    expect(wall(after.verify, zone)).toBe('2026-06-15 16:00');
  });
});

const moments = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-10-31 23:59') });
const classes = fc.constantFrom(...complaintClasses);
const zones = fc.constantFrom(...officeZones);
const runs = { numRuns: 1000 };
/** The office date of a moment, by hand. */
const dateOf = (moment: number, zone: OfficeZone) => wall(moment, zone).slice(0, 10);

describe('for any complaint', () => {
  test('no deadline falls on a weekend, a holiday or outside office hours', () => {
    fc.assert(
      fc.property(moments, classes, zones, (receivedAt, of, zone) => {
        const { holidays, week } = calendarIn(zone);
        for (const due of Object.values(dues(receivedAt, of, [], zone))) {
          const [date = '', time = ''] = wall(due, zone).split(' ');
          const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
          const day = week.find((each) => each.weekday === weekday);
          expect([date, isWorkingDay(date, holidays)]).toEqual([date, true]);
          expect([date, time, time >= (day?.open ?? '') && time <= (day?.close ?? '')]).toEqual([date, time, true]);
        }
      }),
      runs,
    );
  });

  test('what comes later is never due earlier', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 20 * 86_400_000 }), classes, zones, (receivedAt, later, of, zone) => {
        const [first, second] = [dues(receivedAt, of, [], zone), dues(receivedAt + later, of, [], zone)];
        for (const kind of ['firstResponse', 'verify', 'answer', 'ceiling'] as const)
          expect(second[kind]).toBeGreaterThanOrEqual(first[kind]);
      }),
      runs,
    );
  });

  test('more days are never due earlier, in no class and for no rule', () => {
    const rules = fc.record({
      firstResponseHours: fc.integer({ min: 1, max: 200 }),
      verifyDays: fc.integer({ min: 1, max: 50 }),
      days: fc.integer({ min: 1, max: 100 }),
      ceilingDays: fc.integer({ min: 1, max: 120 }),
    });
    const more = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(moments, zones, rules, more, (receivedAt, zone, { days, ...few }, by) => {
        const due = (extra: number) =>
          deadlinesOf(
            { receivedAt, class: 'ordinary', pauses: [] },
            {
              ...defaultComplaintRules,
              firstResponseHours: few.firstResponseHours + extra,
              verifyDays: few.verifyDays + extra,
              classDays: { ...defaultComplaintRules.classDays, ordinary: days + extra },
              ceilingDays: few.ceilingDays + extra,
            },
            calendarIn(zone),
          );
        const [less, greater] = [due(0), due(by)];
        for (const kind of ['firstResponse', 'verify', 'answer', 'ceiling'] as const)
          expect([kind, greater[kind] >= less[kind]]).toEqual([kind, true]);
      }),
      runs,
    );
  });

  test('days are counted from the next working day after the office day of receipt, as by hand', () => {
    fc.assert(
      fc.property(moments, classes, zones, (receivedAt, of, zone) => {
        const { verify, answer } = dues(receivedAt, of, [], zone);
        const received = dateOf(receivedAt, zone);
        expect(dateOf(verify, zone)).toBe(workingDaysLater(received, 3));
        expect(dateOf(answer, zone)).toBe(workingDaysLater(received, defaultComplaintRules.classDays[of]));
      }),
      runs,
    );
  });

  test('resumed, it is due later by exactly the working days that the wait took', () => {
    const span = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(moments, classes, zones, span, span, (receivedAt, of, zone, start, length) => {
        const from = receivedAt + start;
        const to = from + length;
        const waited = workingDaysIn(dateOf(from, zone), dateOf(to, zone));
        const [without, paused] = [dues(receivedAt, of, [], zone), dues(receivedAt, of, [{ from, to }], zone)];
        for (const kind of ['verify', 'answer'] as const)
          expect(dateOf(paused[kind], zone)).toBe(workingDaysLater(dateOf(without[kind], zone), waited));
        // What the rules do not let stand still stays where it was.
        expect([paused.firstResponse, paused.ceiling]).toEqual([without.firstResponse, without.ceiling]);
        // Adding the wait to what was promised is counting anew with it.
        expect(afterPause(without, { from, to }, ['verify', 'answer'], calendarIn(zone))).toEqual(paused);
      }),
      runs,
    );
  });

  test('the same wall clock gives the same deadlines in every zone', () => {
    fc.assert(
      fc.property(moments, classes, (receivedAt, of) => {
        const local = (zone: OfficeZone) => {
          const here = dues(at(wall(receivedAt), zone), of, [], zone);
          return Object.fromEntries(Object.entries(here).map(([kind, due]) => [kind, wall(due, zone)]));
        };
        expect(local('Asia/Makassar')).toEqual(local('Asia/Jakarta'));
        expect(local('Asia/Jayapura')).toEqual(local('Asia/Jakarta'));
      }),
      runs,
    );
  });

  test('waiting never shortens anything, a longer wait never less, and each pause counts for itself', () => {
    const pause = fc.tuple(fc.integer({ min: 0, max: 20 * 86_400_000 }), fc.integer({ min: 0, max: 20 * 86_400_000 }));
    fc.assert(
      fc.property(moments, classes, pause, fc.integer({ min: 0, max: 10 * 86_400_000 }), (receivedAt, of, [start, length], more) => {
        const from = receivedAt + start;
        const without = dues(receivedAt, of);
        const waited = dues(receivedAt, of, [{ from, to: from + length }]);
        const longer = dues(receivedAt, of, [{ from, to: from + length + more }]);
        for (const kind of ['firstResponse', 'verify', 'answer', 'ceiling'] as const) {
          expect(waited[kind]).toBeGreaterThanOrEqual(without[kind]);
          expect(longer[kind]).toBeGreaterThanOrEqual(waited[kind]);
        }
        const twice = dues(receivedAt, of, [
          { from, to: from + length },
          { from: from + length, to: from + length + more },
        ]);
        expect(twice.answer).toBe(longer.answer);
      }),
      runs,
    );
  });
});
