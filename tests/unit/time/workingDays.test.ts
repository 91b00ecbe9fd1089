import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidays2026 } from '../../../shared/domain/office/holidays2026.ts';
import { addWorkingDays, holidayDates, isWorkingDay, nextDate } from '../../../shared/domain/time/workingDays.ts';

const holidays = holidayDates([{ year: 2026, confirmed: true, days: holidays2026 }]);

describe('working days around Lebaran 2026', () => {
  // March: Thu 12, Fri 13 | Mon 16, Tue 17 | 18 cuti, 19 Nyepi, 20 cuti, 21–22 Idulfitri (weekend) | 23–24 cuti | Wed 25 …
  it.each([
    ['the day of receipt is not counted', '2026-03-12', 1, '2026-03-13'],
    ['a weekend lies between', '2026-03-12', 2, '2026-03-16'],
    ['the last day before the holidays', '2026-03-12', 3, '2026-03-17'],
    ['Nyepi, Idulfitri and all cuti bersama are passed over', '2026-03-12', 4, '2026-03-25'],
    ['received on the last working day', '2026-03-17', 1, '2026-03-25'],
    ['received on a holiday: counted from the next working day', '2026-03-20', 1, '2026-03-25'],
    ['received on a Saturday', '2026-03-14', 1, '2026-03-16'],
    // 10, 11, 12, 13 (4) · 16, 17 (6) · 25, 26, 27 (9) · 30, 31 (11) · 1, 2 April (13) · 3 April Wafat Yesus, weekend · 6 (14)
    ['fourteen days over Lebaran and Good Friday', '2026-03-09', 14, '2026-04-06'],
    ['nothing to wait for', '2026-03-18', 0, '2026-03-18'],
  ])('%s', (_why, from, count, expected) => {
    expect(addWorkingDays(from, count, holidays)).toBe(expected);
  });

  it('crosses the year with what is known of it', () => {
    // 24 December cuti bersama, 25 December Natal, a weekend.
    expect(addWorkingDays('2026-12-23', 1, holidays)).toBe('2026-12-28');
    // Nobody entered 2027 yet: New Year counts, which the status line warns of.
    expect(addWorkingDays('2026-12-31', 1, holidays)).toBe('2027-01-01');
    const known = new Set([...holidays, '2027-01-01']);
    expect(addWorkingDays('2026-12-31', 1, known)).toBe('2027-01-04');
  });

  it('takes every kind of holiday out, also one of the office alone', () => {
    const days = [{ date: '2026-06-02', name: 'Pindah gedung', kind: 'office' as const }];
    expect(isWorkingDay('2026-06-02', holidayDates([{ year: 2026, confirmed: false, days }]))).toBe(false);
    expect(isWorkingDay('2026-06-02', holidays)).toBe(true);
  });

  it('gives up on holidays that never end', () => {
    const always = { has: () => true } as unknown as ReadonlySet<string>;
    expect(() => addWorkingDays('2026-03-12', 1, always)).toThrow(RangeError);
  });
});

describe('any calendar', () => {
  const dates = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const calendars = fc.uniqueArray(dates, { maxLength: 40 }).map((days): ReadonlySet<string> => new Set(days));
  const counts = fc.integer({ min: 1, max: 80 });

  it('ends on a working day with exactly the asked number of working days behind the start', () => {
    fc.assert(
      fc.property(dates, counts, calendars, (from, count, calendar) => {
        const end = addWorkingDays(from, count, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        let passed = 0;
        for (let date = nextDate(from); date <= end; date = nextDate(date)) if (isWorkingDay(date, calendar)) passed += 1;
        expect(passed).toBe(count);
      }),
    );
  });

  it('may be counted in two parts', () => {
    fc.assert(
      fc.property(dates, counts, counts, calendars, (from, first, second, calendar) => {
        const whole = addWorkingDays(from, first + second, calendar);
        expect(addWorkingDays(addWorkingDays(from, first, calendar), second, calendar)).toBe(whole);
      }),
    );
  });

  it('never promises an earlier day because of one more holiday', () => {
    fc.assert(
      fc.property(dates, counts, calendars, dates, (from, count, calendar, extra) => {
        const more = new Set([...calendar, extra]);
        expect(addWorkingDays(from, count, more) >= addWorkingDays(from, count, calendar)).toBe(true);
      }),
    );
  });
});
