import { describe, expect, it } from 'vitest';
import { bookFacts } from '../../../shared/domain/book/facts.ts';
import { paperNumber, sheetNumber, sheetNumberTyped } from '../../../shared/domain/book/number.ts';
import { readRow, typedOf } from '../../../shared/domain/book/typed.ts';
import { emptyRow, type TypedRow } from '../../../shared/domain/book/types.ts';
import { monday13, office, visit } from './model.ts';

const facts = bookFacts(office, '2026-11-23', monday13);
const typed = (change: Partial<TypedRow> = {}): TypedRow => ({
  ...{ ...emptyRow, arrived: '0905', service: 'a', called: '9.20', counter: '1', finished: '935', outcome: 's' },
  ...change,
});
const problems = (change: Partial<TypedRow>, of = facts) => {
  const read = readRow(typed(change), of);
  return read.ok ? [] : read.problems.map(({ field, kind }) => `${field} ${kind}`);
};

describe('a row as it is typed', () => {
  it('is read with times as people write them, letters of either case and the counter’s number', () => {
    expect(readRow(typed(), facts)).toEqual({ ok: true, visit: visit() });
    expect(readRow(typed({ ground: 'l', complaint: 'ya', counter: '01' }), facts)).toEqual({
      ok: true,
      visit: visit({ ground: 'lansia', complaint: true }),
    });
  });

  it('is what it would be typed as', () => {
    const written = visit({ ground: 'korbanBencana', complaint: true });
    expect(readRow(typedOf(written, facts), facts)).toEqual({ ok: true, visit: written });
  });

  it.each([
    [{ arrived: '' }, ['arrived missing']],
    [{ arrived: '25.10' }, ['arrived unreadable']],
    [{ arrived: 'pagi' }, ['arrived unreadable']],
    [{ arrived: '3' }, ['arrived outsideDay']],
    [{ arrived: '0625' }, ['arrived outsideDay']],
    [{ arrived: '0635' }, []],
    [{ finished: '13.05' }, ['finished future']],
    [{ service: 'Z' }, ['service unknown']],
    [{ service: '' }, ['service missing']],
    [{ ground: 'x' }, ['ground unknown']],
    [{ called: '9.00' }, ['called beforeArrival']],
    [{ called: '', counter: '' }, ['called missing']],
    [{ called: '', outcome: 'p', finished: '' }, ['counter withoutCall']],
    [{ counter: '9' }, ['counter unknown']],
    [{ counter: '' }, ['counter missing']],
    [{ finished: '9.10' }, ['finished beforeCall']],
    [{ finished: '' }, ['finished missing']],
    [{ called: '', counter: '', finished: '9.00', outcome: 'p' }, ['finished beforeArrival']],
    [{ outcome: 'b' }, ['finished unfinished']],
    [{ outcome: 'b', finished: '' }, []],
    [{ outcome: 't', finished: '' }, []],
    [{ outcome: 'q' }, ['outcome unknown']],
    [{ outcome: '' }, ['outcome missing']],
    [{ complaint: 'hm' }, ['complaint unknown']],
  ] as const)('%j: %j', (change, expected) => expect(problems(change)).toEqual(expected));

  it('of a day without hours may be at any time, and of a day to come at none', () => {
    const sunday = bookFacts(office, '2026-11-22', monday13);
    expect(problems({ arrived: '2.00' }, sunday)).toEqual([]);
    expect(problems({}, bookFacts(office, '2026-11-24', monday13))).toEqual(['arrived future', 'called future', 'finished future']);
  });

  it('knows services and counters that are not in use any more, after those that are', () => {
    const [first, second] = office.services;
    const changed = { ...office, services: [second!], retiredServices: [first!, { ...second!, id: 'old' }] };
    const older = bookFacts(changed, '2026-11-23', monday13);
    expect(readRow(typed(), older)).toMatchObject({ ok: true, visit: { serviceId: 'a' } });
    expect(readRow(typed({ service: 'b' }), older)).toMatchObject({ ok: true, visit: { serviceId: 'b' } });
  });
});

describe('numbers on paper', () => {
  it.each(['BP-20261123-B2', 'bp 2026-11-23 b2', '20261123b2', ' 2026.11.23/B02 ', 'BP20261123-B2', 'LOKET:BP-20261123-B2'])(
    '%s is understood',
    (text) => expect(sheetNumberTyped(text)).toBe('BP-20261123-B2'),
  );
  it('of the founding station have no letter', () => {
    expect(sheetNumberTyped('bp-20261123-12')).toBe(sheetNumber('2026-11-23', '', 12));
    expect(paperNumber('', 1, 7)).toBe('L1-07');
  });
  it.each(['', 'A-012', 'BP-20261123', 'BP-20261123-', 'BP-20261123-0', 'BP-20261123-100', 'L1-07'])('%s is none', (text) =>
    expect(sheetNumberTyped(text)).toBeNull(),
  );
  it('can be no ticket’s: a ticket’s series is letters only', () => {
    const numbers = ['', 'B', 'AB'].flatMap((letter) => [1, 11].flatMap((sheet) => [1, 20].map((row) => paperNumber(letter, sheet, row))));
    for (const number of numbers) expect(number).not.toMatch(/^[A-Z]+-\d+$/u);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
