import { describe, expect, it } from 'vitest';
import { nextTerm, validTerms } from '../../../shared/domain/lead/terms.ts';
import type { LeadAppointed } from '../../../shared/domain/lead/events.ts';

const appointed = (term: number, beforeTerm: number, cut: number): LeadAppointed => ({
  term,
  stationId: `lead of ${term}`,
  before: `lead of ${beforeTerm}`,
  beforeTerm,
  cut,
  appointment: 'promotion',
  override: false,
});

describe('the next term', () => {
  it('is greater than the last and no other station could begin it', () => {
    const letters = ['', 'A', 'B', 'Z', 'AA', 'AB', 'ZZ'];
    for (const last of [1, 1024, 1025, 5000]) {
      const next = letters.map((letter) => nextTerm(last, letter));
      expect(new Set(next).size).toBe(letters.length);
      for (const term of next) expect(term).toBeGreaterThan(last);
    }
  });
});

describe('what counts of each term', () => {
  it('is everything while nobody was appointed', () => {
    expect([...validTerms([])]).toEqual([[1, Number.POSITIVE_INFINITY]]);
  });

  it('ends for a former lead where its successor began', () => {
    expect(validTerms([appointed(1024, 1, 70), appointed(2049, 1024, 12)])).toEqual(
      new Map([
        [2049, Number.POSITIVE_INFINITY],
        [1024, 12],
        [1, 70],
      ]),
    );
  });

  it('is nothing of a lead that was appointed beside the one that stands', () => {
    const valid = validTerms([appointed(1025, 1, 70), appointed(1026, 1, 60)]);
    expect(valid.get(1025)).toBeUndefined();
    expect(valid.get(1)).toBe(60);
  });
});
