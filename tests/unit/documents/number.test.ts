import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registrationNumber, searchedNumberEnd } from '../../../shared/domain/documents/number.ts';

describe('registration numbers', () => {
  it('has six digits, more when a year needs them, and the station’s letter behind the B', () => {
    expect(registrationNumber({ letter: '', year: 2026, sequence: 123 })).toBe('B-2026-000123');
    expect(registrationNumber({ letter: 'D', year: 2026, sequence: 1_234_567 })).toBe('BD-2026-1234567');
  });

  it('tells every letter, year and sequence apart', () => {
    const series = fc.record({
      letter: fc.constantFrom('', 'B', 'C', 'Z'),
      year: fc.integer({ min: 2020, max: 2100 }),
      sequence: fc.integer({ min: 1, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(series, series, (one, other) => {
        const same = one.letter === other.letter && one.year === other.year && one.sequence === other.sequence;
        expect(registrationNumber(one) === registrationNumber(other)).toBe(same);
      }),
    );
  });

  it.each([
    [' b-2026-000123 ', 'B-2026-000123'],
    ['LOKET:B-2026-000123', 'B-2026-000123'],
    ['loket:b-2026-000123', 'B-2026-000123'],
    ['https://layanan.sukamaju.go.id/k/DKC-SKM/status?n=B-2026-000123', 'B-2026-000123'],
    ['HTTPS://LAYANAN.GO.ID/K/A/STATUS?N=PB-2026-000123 ', 'PB-2026-000123'],
    ['http://127.0.0.1:8080/k/A/status?n=B-2026-000123', 'B-2026-000123'],
    ['https://layanan.go.id/k/A/status?n=B-2026-000123&x=1', 'HTTPS://LAYANAN.GO.ID/K/A/STATUS?N=B-2026-000123&X=1'],
    ['https://layanan.go.id/masuk', 'HTTPS://LAYANAN.GO.ID/MASUK'],
    ['123', '123'],
    ['   ', ''],
  ])('reads the search %j as %j', (typed, end) => {
    expect(searchedNumberEnd(typed)).toBe(end);
  });
});
