import { describe, expect, it } from 'vitest';
import { noShowRate, serviceLevel, serviceTimes, type TicketFacts, waits, walkOutRate } from '../../../shared/domain/queue/measures.ts';
import { minute } from './model.ts';

/** Minutes after an issue at 0. */
const ticket = (
  status: TicketFacts['status'],
  called: number | null,
  serving: number | null,
  ended: number | null,
  held = 0,
): TicketFacts => {
  const at = (minutes: number | null) => (minutes === null ? null : minutes * minute);
  return { status, issuedAt: 0, firstCalledAt: at(called), servingAt: at(serving), endedAt: at(ended), heldMs: held * minute };
};

const morning = [
  ticket('finished', 5, 6, 16),
  ticket('finished', 10, 10, 30, 12),
  ticket('finished', 40, 41, 45),
  ticket('noShow', 20, null, 25),
  ticket('cancelled', null, null, 10),
  ticket('cancelled', null, null, 50),
  ticket('expired', null, null, 300),
  ticket('cancelled', 15, 16, 18),
  ticket('waiting', null, null, null),
];

describe('measures', () => {
  it('wait is first call − issue of all who were called', () => {
    expect(waits(morning)).toEqual({ count: 5, mean: 18 * minute, p50: 15 * minute, p90: 40 * minute });
  });

  it('a wait is never negative', () => {
    expect(waits([ticket('finished', -30, 1, 2)])).toMatchObject({ mean: 0 });
  });

  it('service time is that of the finished, without holds', () => {
    expect(serviceTimes(morning)).toEqual({ count: 3, mean: (22 / 3) * minute, p50: 8 * minute, p90: 10 * minute });
  });

  it('service level is served in time ÷ (served + left after the target)', () => {
    expect(serviceLevel(morning, 30 * minute)).toBe(2 / 5);
    expect(serviceLevel(morning, 60 * minute)).toBe(3 / 4);
  });

  it('no-show is of the called, walk-out of the issued', () => {
    expect(noShowRate(morning)).toBe(1 / 5);
    expect(walkOutRate(morning)).toBe(3 / 9);
  });

  it('measures nothing where there is nothing', () => {
    expect(waits([])).toEqual({ count: 0, mean: null, p50: null, p90: null });
    expect([serviceLevel([], minute), noShowRate([]), walkOutRate([])]).toEqual([null, null, null]);
  });
});
