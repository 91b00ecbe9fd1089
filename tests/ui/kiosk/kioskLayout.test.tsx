import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedReason, tileColumns, tilePage, tilesPerPage } from '../../../renderer/screens/kiosk/kioskLayout.ts';
import { kioskOf, serviceOf } from './fixtures.ts';

describe('tiles of the kiosk', () => {
  test('every service is on exactly one page, pages are about equal, and at most six rows high', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const services = Array.from({ length: count }, (_, at) => serviceOf(at + 1));
        const { pages } = tilePage(services, 0);
        const shown = Array.from({ length: pages }, (_, page) => tilePage(services, page).shown);
        expect(shown.flat()).toEqual(services);
        for (const page of shown) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.length).toBeLessThanOrEqual(tilesPerPage);
          const { landscape, portrait } = tileColumns(page.length);
          expect(Math.ceil(page.length / landscape)).toBeLessThanOrEqual(3);
          expect(Math.ceil(page.length / portrait)).toBeLessThanOrEqual(6);
        }
      }),
    );
  });

  test('given a page that is gone since, then the last one is shown', () => {
    expect(tilePage([serviceOf(1)], 7)).toMatchObject({ page: 0, pages: 1 });
  });
});

describe('why no number can be taken', () => {
  const open = kioskOf();
  test.each([
    ['the office is open', { kiosk: open, setUp: true, stale: false }, null],
    ['nothing was answered yet', { kiosk: undefined, setUp: undefined, stale: true }, 'connecting'],
    ['the connection is lost', { kiosk: open, setUp: true, stale: true }, 'offline'],
    ['the office is not set up', { kiosk: open, setUp: false, stale: false }, 'notSetUp'],
    [
      'the day has not been opened',
      { kiosk: kioskOf({ day: { ...open.day, status: 'notOpened', openDate: null } }), setUp: true, stale: false },
      'notOpened',
    ],
    [
      'the day was closed',
      { kiosk: kioskOf({ day: { ...open.day, status: 'closed', openDate: null } }), setUp: true, stale: false },
      'closed',
    ],
    [
      'the clock fell behind the open day',
      { kiosk: kioskOf({ day: { ...open.day, openDate: '2026-11-24' } }), setUp: true, stale: false },
      'clockSuspect',
    ],
    ['no counter takes any service', { kiosk: kioskOf({ services: [] }), setUp: true, stale: false }, 'noServices'],
  ] as const)('%s', (_, given, reason) => {
    expect(closedReason({ revoked: false, ...given })).toBe(reason);
  });
});
