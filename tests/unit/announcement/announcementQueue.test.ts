import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnnouncementQueue,
  type Call,
  emptyQueue,
  finish,
  freshMs,
  observe,
  startNext,
} from '../../../renderer/audio/announcementQueue.ts';

const date = '2026-11-23';
const now = 1_700_000_000_000;

const callOf = (order: number, over: Partial<Call> = {}): Call => ({
  order,
  number: `A-${String(order).padStart(3, '0')}`,
  counterNumber: 1,
  counterName: 'Loket 1',
  at: now,
  recall: false,
  ...over,
});

/** Every announcement that the queue still makes, in order. */
function drain(queue: AnnouncementQueue): number[] {
  const made: number[] = [];
  for (let at = startNext(finish(queue)); at.current !== null; at = startNext(finish(at))) made.push(at.current.order);
  return made;
}

describe('which calls are announced', () => {
  test('given a board that was just opened, then only calls of the last 20 s are new', () => {
    const calls = [callOf(3), callOf(2, { at: now - freshMs }), callOf(1, { at: now - freshMs - 1 })];
    expect(drain(observe(emptyQueue(), { date, calls, now, live: false }))).toEqual([2, 3]);
  });

  test('given a reload, then nothing is announced twice', () => {
    const calls = [callOf(2), callOf(1)];
    const before = observe(emptyQueue(), { date, calls, now, live: false });
    const after = observe(emptyQueue(before.memory), { date, calls, now: now + 1000, live: false });
    expect(drain(after)).toEqual([]);
  });

  test('given a board that watches, then a call counts although its clock is an hour off', () => {
    const before = observe(emptyQueue(), { date, calls: [], now, live: false });
    const after = observe(before, { date, calls: [callOf(1, { at: now - 3_600_000 })], now, live: true });
    expect(drain(after)).toEqual([1]);
  });

  test('given a lost connection, then calls of that time are announced only while fresh', () => {
    const before = observe(emptyQueue(), { date, calls: [callOf(1)], now, live: true });
    const calls = [callOf(3, { at: now + 60_000 }), callOf(2, { at: now + 10_000 }), callOf(1)];
    const after = observe(finish(startNext(before)), { date, calls, now: now + 61_000, live: false });
    expect(drain(after)).toEqual([3]);
  });

  test('a recall is a call of its own: the number is announced again', () => {
    const before = observe(emptyQueue(), { date, calls: [callOf(1)], now, live: true });
    const after = observe(before, { date, calls: [callOf(2, { number: 'A-001', recall: true }), callOf(1)], now, live: true });
    expect(after.waiting.map(({ number }) => number)).toEqual(['A-001', 'A-001']);
  });

  test('given a new office day whose order begins again, then its calls are announced', () => {
    const before = finish(startNext(observe(emptyQueue(), { date, calls: [callOf(700)], now, live: true })));
    const after = observe(before, { date: '2026-11-24', calls: [callOf(1, { at: now + 86_400_000 })], now: now + 86_400_000, live: true });
    expect(drain(after)).toEqual([1]);
  });

  test('given a restored backup with a smaller order, then fresh calls are announced', () => {
    const before = finish(startNext(observe(emptyQueue(), { date, calls: [callOf(50)], now, live: true })));
    const after = observe(before, { date, calls: [callOf(41, { at: now + 5000 })], now: now + 5000, live: true });
    expect(drain(after)).toEqual([41]);
  });

  test('given an older call that comes back into the list, then it is not announced late', () => {
    const before = finish(startNext(observe(emptyQueue(), { date, calls: [callOf(9)], now, live: true })));
    const after = observe(before, { date, calls: [callOf(9), callOf(2, { at: now - 600_000 })], now, live: true });
    expect(drain(after)).toEqual([]);
  });
});

describe('one after another', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('calls' as const), count: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constantFrom('start' as const, 'finish' as const, 'repeat' as const, 'reload' as const) }),
  );

  test('nothing is lost, nothing is repeated, the order is kept, and there is never more than one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let queue = emptyQueue();
        let order = 0;
        let calls: Call[] = [];
        const begun: number[] = [];
        const look = (live: boolean) => {
          queue = observe(queue, { date, calls, now, live });
        };
        const begin = () => {
          const before = queue.current;
          queue = startNext(queue);
          expect(before === null || queue.current === before).toBe(true);
          if (before === null && queue.current !== null) begun.push(queue.current.order);
        };
        for (const action of steps) {
          switch (action.do) {
            case 'calls':
              // The host tells at most 20 calls, newest first; the times are those of a busy minute.
              calls = [...Array.from({ length: action.count }, () => callOf(++order)).toReversed(), ...calls].slice(0, 20);
              look(true);
              break;
            case 'start':
              begin();
              break;
            case 'finish':
              queue = finish(queue);
              break;
            case 'repeat':
              look(true);
              break;
            case 'reload':
              // What waited when the window closed is gone with it; nothing of it may come back out of order.
              begun.push(...queue.waiting.map((call) => call.order));
              queue = emptyQueue(queue.memory);
              look(false);
          }
        }
        for (queue = finish(queue), begin(); queue.current !== null; queue = finish(queue), begin());
        expect(begun).toEqual(Array.from({ length: order }, (_, at) => at + 1));
      }),
    );
  });
});
