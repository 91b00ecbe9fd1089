import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectedParts } from '../../../server/public/figures/protect.ts';
import { publishedMonths, spanOfMonth } from '../../../server/public/figures/months.ts';
import { numberTyped } from '../../../server/public/numberTyped.ts';
import { openingOf } from '../../../server/public/openingHours.ts';
import { type SentOrder, toldOrders } from '../../../server/public/sentOrders.ts';
import { written } from '../../../server/public/written.ts';
import { pageOfList } from '../../../server/pages/public/pieces.ts';
import { elementResults, ikmGrade, ikmOf } from '../../../shared/domain/satisfaction/skm.ts';
import { html } from '../../../shared/papers/html/escape.ts';
import { toldOffice } from '../../fixtures/writtenOffice.ts';

test('a number is found however it was typed', () => {
  for (const typed of ['P-2026-000123', 'p-2026-000123', ' P 2026 123 ', 'p2026000123', 'P–2026–123', 'LOKET:P-2026-000123'])
    expect(numberTyped(typed)).toBe('P-2026-000123');
  expect(numberTyped('bab-2026-7')).toBe('BAB-2026-000007');
  expect(numberTyped('P-2026-1234567')).toBe('P-2026-1234567');
  for (const other of ['', 'x', "P-2026-1'; DROP", 'P-1026-1']) expect(numberTyped(other)).not.toMatch(/^P-\d{4}-\d{6}$/u);
});

test('what a browser sends becomes a text of the program', () => {
  expect(written(' satu\r\ndua\rtiga\tempat\u0000 ')).toBe('satu\ndua\ntiga empat');
});

test('published parts never tell of fewer than five, nor can they be worked out', () => {
  const counts = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(fc.record({ a: counts, b: counts, c: counts, d: counts }), (parts) => {
      const { total, parts: shown } = protectedParts(parts);
      const entries = Object.entries(shown);
      for (const [key, count] of entries) expect(count === null || count === 0 || (count >= 5 && count === parts[key as 'a'])).toBe(true);
      const hidden = entries.filter(([, count]) => count === null).length;
      if (total === null) return;
      const rest = total - entries.reduce((sum, [, count]) => sum + (count ?? 0), 0);
      // What is left for the hidden ones is shared by at least two, in more than one way.
      expect(hidden === 0 ? rest === 0 : hidden > 1 && rest >= 5).toBe(true);
    }),
  );
  expect(protectedParts({ a: 3, b: 0, c: 0 })).toEqual({ total: null, parts: { a: null, b: 0, c: 0 } });
  expect(protectedParts({ a: 30, b: 20, c: 5 })).toEqual({ total: 55, parts: { a: 30, b: 20, c: 5 } });
});

test('IKM: the mean of each element over those who answered it, a ninth of each, times 25', () => {
  const all = (value: number) => Array.from({ length: 9 }, () => value);
  expect(ikmOf(elementResults([all(4)]))).toBe(100);
  expect(ikmOf(elementResults([all(1)]))).toBe(25);
  // Blank is not 0: the first element is 4, the others 3.
  expect(ikmOf(elementResults([all(3).with(0, 4), [null, ...all(3).slice(1)]]))).toBe(77.78);
  expect(ikmOf(elementResults([[null, ...all(3).slice(1)]]))).toBeNull();
  expect(ikmOf(elementResults([]))).toBeNull();
  expect([100, 88.31, 88.3, 76.61, 76.6, 65, 64.99, 25].map(ikmGrade)).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D']);
});

test('a month is the office’s own, and published when it is over', () => {
  const newYear = Date.parse('2026-12-31T15:30:00Z');
  expect(publishedMonths(newYear, 'Asia/Jakarta')[0]).toBe('2026-11');
  expect(publishedMonths(newYear, 'Asia/Jayapura').slice(0, 2)).toEqual(['2026-12', '2026-11']);
  expect(spanOfMonth('2026-12', 'Asia/Jayapura')).toEqual({
    from: Date.parse('2026-11-30T15:00:00Z'),
    to: Date.parse('2026-12-31T15:00:00Z'),
  });
});

test('an office opens on its next working day', () => {
  const told = {
    ...toldOffice('Kantor'),
    holidays: [{ year: 2026, confirmed: true, days: [{ date: '2026-11-30', name: 'Libur', kind: 'office' as const }] }],
  };
  const at = (time: string) => openingOf(told, Date.parse(time));
  expect(at('2026-11-27T03:00:00Z')).toMatchObject({ isWithinHours: true, today: { weekday: 5 } });
  expect(at('2026-11-27T00:00:00Z')).toMatchObject({ isWithinHours: false, nextAt: Date.parse('2026-11-27T00:30:00Z') });
  expect(at('2026-11-27T09:30:00Z')).toMatchObject({ isWithinHours: false, nextAt: Date.parse('2026-12-01T00:30:00Z') });
  expect(at('2026-11-30T03:00:00Z')).toMatchObject({ isWithinHours: false, today: null });
});

test('what was sent is told until it is decided, and a refusal until the same is sent again or two weeks went by', () => {
  const day = 24 * 60 * 60 * 1000;
  const order = (more: Partial<SentOrder>): SentOrder => ({
    kind: 'complaint.recordReply',
    at: 0,
    outcome: null,
    decidedAt: null,
    ...more,
  });
  const refused = order({ outcome: 'complaintInOtherStage', decidedAt: day });
  const done = order({ outcome: 'done', decidedAt: day });
  const waiting = order({ at: 2 * day });
  expect(toldOrders([refused, done], day)).toEqual([]);
  expect(toldOrders([done, refused], day)).toEqual([refused]);
  expect(toldOrders([refused, waiting], 3 * day)).toEqual([waiting]);
  expect(toldOrders([refused], 15 * day - 1)).toEqual([refused]);
  expect(toldOrders([refused], 15 * day)).toEqual([]);
  const rating = order({ kind: 'service.rate' });
  expect(toldOrders([refused, rating], day)).toEqual([refused, rating]);
});

test('a list is dealt out without loss, also when one entry is heavier than a page', () => {
  const entries = [10, 20_000, 10, 9_000, 9_000].map((size, n) => html`<li>${String(n).repeat(size)}</li>`);
  const { of } = pageOfList(entries, 1);
  const pages = Array.from({ length: of }, (_, n) => pageOfList(entries, n + 1));
  expect(pages.flatMap((page) => page.entries)).toEqual(entries);
  expect(pages.every((page) => page.entries.length > 0)).toBe(true);
  expect(pageOfList(entries, 99).number).toBe(of);
  expect(pageOfList([], 1)).toEqual({ entries: [], number: 1, of: 1 });
});
