import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHours } from '../../../shared/domain/office/state.ts';
import { advanceDayTime, dayTimeAt, startDayTime } from '../../../shared/domain/time/dayTime.ts';
import { officeDate, officeDateAt, openMinutesRemaining } from '../../../shared/domain/time/officeTime.ts';
import { officeZones } from '../../../shared/domain/values.ts';

const offsets = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
const hour = 3_600_000;

describe('the office date', () => {
  it.each(officeZones)('is the calendar day of %s at every instant', (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2100-01-01') }), (now) => {
        expect(officeDate(now, zone)).toBe(new Date(now + offsets[zone] * hour).toISOString().slice(0, 10));
      }),
    );
  });

  it('knows weekday, first and last millisecond', () => {
    expect(officeDateAt(Date.parse('2026-11-22T20:00:00Z'), 'Asia/Jakarta')).toEqual({
      date: '2026-11-23',
      weekday: 1,
      startsAt: Date.parse('2026-11-22T17:00:00Z'),
      endsAt: Date.parse('2026-11-23T17:00:00Z'),
    });
  });
});

describe('minutes left today', () => {
  const left = (at: string, week = defaultHours) => openMinutesRemaining(Date.parse(`${at}+07:00`), 'Asia/Jakarta', week);

  it.each([
    ['2026-11-23T06:00:00', 450],
    ['2026-11-23T07:30:00', 450],
    ['2026-11-23T09:00:00', 360],
    ['2026-11-23T11:30:00', 210],
    ['2026-11-23T12:30:00', 180],
    ['2026-11-23T13:00:00', 180],
    ['2026-11-23T15:59:30', 0.5],
    ['2026-11-23T16:00:00', 0],
    ['2026-11-23T23:59:59', 0],
    ['2026-11-27T08:00:00', 420],
    ['2026-11-27T12:00:00', 210],
  ])('at %s are %d', (at, minutes) => {
    expect(left(at)).toBeCloseTo(minutes, 6);
  });

  it('are unknown on a weekday that the hours do not list', () => {
    expect(left('2026-11-22T09:00:00')).toBeNull();
    expect(left('2026-11-23T09:00:00', [])).toBeNull();
  });

  it('never count a break beyond closing time', () => {
    const week = [{ weekday: 1, open: '08:00', close: '12:30', breaks: [{ from: '12:00', to: '13:00' }] }];
    expect(left('2026-11-23T11:00:00', week)).toBeCloseTo(60, 6);
  });
});

describe('day time', () => {
  it('never runs backward, and moves on with the wall clock between two jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -24 * hour, max: 24 * hour }), { minLength: 1 }), (moves) => {
        let wall = Date.parse('2026-11-23T01:00:00Z');
        let time = startDayTime(wall);
        for (const move of moves) {
          const before = time.ms;
          wall += move;
          expect(dayTimeAt(time, wall)).toBe(before + Math.max(0, move));
          time = advanceDayTime(time, wall);
          expect(time).toEqual({ at: wall, ms: before + Math.max(0, move) });
        }
      }),
    );
  });
});
