import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNik } from '../../../shared/domain/people/nik.ts';
import { hidden, maskName, maskNik, maskPhone } from '../../../shared/domain/people/mask.ts';

const today = '2026-11-22';
const fine = { warnings: [] };

describe('a NIK', () => {
  test.each([
    ['a man of 62', '3273011708640001', { ...fine, sex: 'male', birthDate: '1964-08-17', lansia: true }],
    ['a woman of 62: 40 is added to the day', '3273015708640001', { ...fine, sex: 'female', birthDate: '1964-08-17', lansia: true }],
    ['somebody born after 2000', '3273010101100001', { ...fine, sex: 'male', birthDate: '2010-01-01', lansia: false }],
    ['60 today', '3273012211660001', { ...fine, sex: 'male', birthDate: '1966-11-22', lansia: true }],
    ['60 tomorrow', '3273012311660001', { ...fine, sex: 'male', birthDate: '1966-11-23', lansia: false }],
    ['born on 29 February of a leap year', '3273016902640001', { ...fine, sex: 'female', birthDate: '1964-02-29', lansia: true }],
    [
      'a child or somebody past a hundred: nothing is claimed',
      '3273010101200001',
      { ...fine, sex: 'male', birthDate: null, lansia: false },
    ],
    ['typed with spaces and dashes', ' 3273-0117 0864.0001', { ...fine, sex: 'male', birthDate: '1964-08-17', lansia: true }],
    ['nothing typed yet', '', { ...fine, sex: null, birthDate: null, lansia: false }],
  ])('%s', (_what, typed, expected) => {
    expect(checkNik(typed, today)).toEqual(expected);
  });

  const unread = { sex: null, birthDate: null, lansia: false };
  test.each([
    ['too short', '327301170864000', { warnings: ['length'], ...unread }],
    ['too long', '32730117086400011', { warnings: ['length'], ...unread }],
    ['letters', '32730117O8640001', { warnings: ['digits'], ...unread }],
    ['no such day', '3273013113640001', { warnings: ['birthDate'], ...unread }],
    ['30 February', '3273013002640001', { warnings: ['birthDate'], ...unread }],
    ['day 40, which is neither', '3273014008640001', { warnings: ['birthDate'], ...unread }],
    ['day 72', '3273017208640001', { warnings: ['birthDate'], ...unread }],
    ['29 February of no leap year', '3273012902650001', { warnings: ['birthDate'], ...unread }],
    ['province 00', '0073011708640001', { warnings: ['region'], sex: 'male', birthDate: '1964-08-17', lansia: true }],
    ['regency 00', '3200011708640001', { warnings: ['region'], sex: 'male', birthDate: '1964-08-17', lansia: true }],
    ['sequence 0000', '3273011708640000', { warnings: ['sequence'], sex: 'male', birthDate: '1964-08-17', lansia: true }],
    ['wrong in every part', '0000000000000000', { warnings: ['region', 'sequence', 'birthDate'], ...unread }],
  ])('warns: %s', (_what, typed, expected) => {
    expect(checkNik(typed, today)).toEqual(expected);
  });

  test('any text is read without an error, and warns at most', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{16}$/u)), (typed) => {
        const { birthDate, warnings } = checkNik(typed, today);
        expect(birthDate === null || birthDate <= today).toBe(true);
        expect(new Set(warnings).size).toBe(warnings.length);
      }),
    );
  });

  test('a real date in the right century comes back', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2014-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.boolean(), (born, female) => {
        const [year = '', month = '', date = ''] = born.toISOString().slice(0, 10).split('-');
        const typed = `327301${String(Number(date) + (female ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}0001`;
        expect(checkNik(typed, today)).toMatchObject({
          warnings: [],
          sex: female ? 'female' : 'male',
          birthDate: `${year}-${month}-${date}`,
        });
      }),
    );
  });
});

describe('masks', () => {
  test.each([
    [maskNik('3273015708640001'), '3273••••••••0001'],
    [maskNik('12345'), '•••••'],
    [maskNik(''), ''],
    [maskPhone('081234567890'), '0812••••••90'],
    [maskPhone('+62 812-3456-7890'), '+628••••••••90'],
    [maskPhone('12345'), '•••••'],
    [maskName('Siti  Rahmawati'), 'S••• R••••••••'],
    [maskName('I Gusti'), 'I G••••'],
    [maskName('👩‍👧 é'), '👩‍👧 é'],
  ])('%s', (masked, expected) => {
    expect(masked).toBe(expected);
  });

  test('never show a whole NIK or phone, and keep their length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,20}$/u), (digits) => {
        for (const masked of [maskNik(digits), maskPhone(digits)]) {
          expect(masked).toHaveLength(digits.length);
          expect(masked.split(hidden).length - 1).toBeGreaterThanOrEqual(Math.min(digits.length, 2));
        }
      }),
    );
  });
});
