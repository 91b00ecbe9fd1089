import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBudget } from '../../../electron/host/screens/budget.ts';
import { createTicketLimit } from '../../../electron/host/screens/ticketLimit.ts';

const minute = 60_000;
const hour = 60 * minute;

function clockAt(start = 0) {
  const clock = { now: start, monotonic: () => clock.now };
  return clock;
}

describe('tickets of a kiosk link', () => {
  test('given six within a minute, then the next waits until the first is a minute old', () => {
    const clock = clockAt();
    const limit = createTicketLimit(clock, 200);
    for (let n = 0; n < 6; n += 1) {
      expect(limit.take(`c${n}`)).toBeNull();
      clock.now += 5000;
    }
    expect(limit.take('c6')).toBe(30_000);
    clock.now += 30_000;
    expect(limit.take('c6')).toBeNull();
  });

  test('given one every ten seconds, then at most 120 in an hour', () => {
    const clock = clockAt();
    const limit = createTicketLimit(clock, 500);
    let given = 0;
    for (let n = 0; n < 360; n += 1, clock.now += 10_000) given += limit.take(`c${n}`) === null ? 1 : 0;
    expect(given).toBe(120);
  });

  test('given its day is used up, then the wait reaches to the next', () => {
    const clock = clockAt();
    const limit = createTicketLimit(clock, 3);
    for (const id of ['a', 'b', 'c']) expect(limit.take(id)).toBeNull();
    clock.now += 2 * hour;
    expect(limit.take('d')).toBe(22 * hour);
    expect(limit.count()).toBe(3);
    clock.now += 22 * hour;
    expect(limit.count()).toBe(0);
    expect(limit.take('d')).toBeNull();
  });

  test('given a thief who asks as fast as the network carries, then a day never has more than the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.array(fc.nat(20 * minute), { minLength: 50, maxLength: 400 }), (perDay, pauses) => {
        const clock = clockAt();
        const limit = createTicketLimit(clock, perDay);
        const given: number[] = [];
        pauses.forEach((pause, n) => {
          for (let again = 0; again < 10; again += 1) if (limit.take(`${n}.${again}`) === null) given.push(clock.now);
          clock.now += pause;
        });
        const most = (ms: number) => Math.max(...given.map((at) => given.filter((other) => other > at - ms && other <= at).length));
        expect([most(minute) <= 6, most(hour) <= 120, most(24 * hour) <= perDay]).toEqual([true, true, true]);
      }),
      { seed: 20261128, numRuns: 60 },
    );
  });

  test('given the same command again, then it takes no room', () => {
    const limit = createTicketLimit(clockAt(), 1);
    expect(limit.take('a')).toBeNull();
    expect(limit.take('a')).toBeNull();
    expect(limit.take('b')).not.toBeNull();
  });

  test('given no ticket came of it, then the room is free; given one did, then no later refusal frees it', () => {
    const limit = createTicketLimit(clockAt(), 1);
    limit.take('a');
    limit.settle('a', false);
    expect(limit.take('b')).toBeNull();
    limit.settle('b', true);
    // The same command with another input fails; its ticket was given all the same.
    limit.settle('b', false);
    expect(limit.take('c')).not.toBeNull();
  });

  test('given the refusal comes before the ticket, then the ticket counts', () => {
    const limit = createTicketLimit(clockAt(), 1);
    limit.take('a');
    limit.settle('a', false);
    limit.settle('a', true);
    expect(limit.take('b')).not.toBeNull();
  });
});

describe('a budget', () => {
  test('lets a burst through, then so many a second, and saves up no more than the burst', () => {
    const clock = clockAt();
    const budget = createBudget(clock, 2, 3);
    const spent = () => Array.from({ length: 10 }, () => budget.spend()).filter(Boolean).length;
    expect(spent()).toBe(3);
    clock.now += 1000;
    expect(spent()).toBe(2);
    clock.now += hour;
    expect(spent()).toBe(3);
  });
});
