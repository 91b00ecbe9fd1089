import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countersPerPage, counterPages, gridOf, textPages } from '../../../renderer/screens/board/boardLayout.ts';
import { counterOf } from './fixtures.ts';

describe('counters on the board', () => {
  test('up to twelve are all shown by number, closed ones too', () => {
    const counters = [3, 1, 2].map((number) => counterOf(number, { status: number === 2 ? 'closed' : 'open' }));
    expect(counterPages(counters).map((page) => page.map(({ number }) => number))).toEqual([[1, 2, 3]]);
  });

  test('with more than twelve the closed ones give way, unless all are closed', () => {
    const counters = Array.from({ length: 14 }, (_, at) => counterOf(at + 1, { status: at === 0 ? 'closed' : 'open' }));
    expect(counterPages(counters).flat()).toHaveLength(13);
    expect(counterPages(counters.map((counter) => ({ ...counter, status: 'closed' as const }))).flat()).toHaveLength(14);
  });

  test('every working counter is on exactly one page, and every page fits its grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (count) => {
        const counters = Array.from({ length: count }, (_, at) => counterOf(at + 1));
        const pages = counterPages(counters);
        expect(pages.flat().map(({ number }) => number)).toEqual(counters.map(({ number }) => number));
        for (const page of pages) {
          const { columns, rows } = gridOf(page.length);
          expect(page.length).toBeLessThanOrEqual(countersPerPage);
          expect(columns * rows).toBeGreaterThanOrEqual(page.length);
          expect(rows).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});

describe('running text without motion', () => {
  test('keeps every word in order, on pages that can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,20}$/u), { maxLength: 80 }), (words) => {
        const pages = textPages(words.join(' '));
        expect(pages.join(' ')).toBe(words.join(' '));
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(90);
      }),
    );
  });

  test('begins a page with a sentence where it can', () => {
    const pages = textPages(
      'Semua layanan di kantor ini gratis. Siapkan dokumen Anda. Lansia dan penyandang disabilitas didahulukan di semua loket.',
    );
    expect(pages).toEqual([
      'Semua layanan di kantor ini gratis. Siapkan dokumen Anda.',
      'Lansia dan penyandang disabilitas didahulukan di semua loket.',
    ]);
  });

  test('leaves no page with a lonely word', () => {
    const text = `${'kata '.repeat(18)}terakhir`;
    const pages = textPages(text);
    expect(pages).toHaveLength(2);
    expect(Math.abs((pages[0]?.length ?? 0) - (pages[1]?.length ?? 0))).toBeLessThanOrEqual(10);
  });
});
