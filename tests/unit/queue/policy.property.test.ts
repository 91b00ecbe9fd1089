import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriorityPolicy } from '../../../shared/domain/office/types.ts';
import { allTickets, type Ticket } from '../../../shared/domain/queue/state.ts';
import { dayTimeAt } from '../../../shared/domain/time/dayTime.ts';
import type { PriorityGround } from '../../../shared/domain/queue/types.ts';
import { minute, openOffice, policies, type QueueModel, serve } from './model.ts';

/** What happens in a morning: visitors come, counters call, time passes. */
type Happening =
  | { readonly kind: 'come'; readonly service: 'a' | 'b'; readonly ground: PriorityGround | null }
  | { readonly kind: 'call'; readonly counter: 'k1' | 'k2' }
  | { readonly kind: 'pass'; readonly seconds: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('come' as const),
      service: fc.constantFrom('a' as const, 'b' as const),
      ground: fc.constantFrom<PriorityGround | null>(null, null, null, 'lansia', 'ibuHamil'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('call' as const), counter: fc.constantFrom('k1' as const, 'k2' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 0, max: 700 }) }) },
);
const morning = fc.array(happening, { minLength: 20, maxLength: 150 });

interface Called {
  readonly ticket: Ticket;
  /** Who else waited at that moment, in the order of arrival. */
  readonly others: readonly Ticket[];
  readonly waitedMs: (ticket: Ticket) => number;
}

/** Lives through a morning and answers every call with who waited then, found without the queue's own lines. */
function live(model: QueueModel, happenings: readonly Happening[]): readonly Called[] {
  const calls: Called[] = [];
  for (const happens of happenings) {
    if (happens.kind === 'pass') model.now += happens.seconds * 1000;
    if (happens.kind === 'come') model.issue(happens.service, happens.ground);
    if (happens.kind !== 'call') continue;
    const current = model.state.desks[happens.counter]?.currentId ?? null;
    if (current !== null) serve(model, happens.counter, current);
    const waiting = [...allTickets(model.state)].filter(({ status }) => status === 'waiting').toSorted(byArrival);
    const now = dayTimeAt(model.state.time, model.now);
    const outcome = model.run('dewi', 'queue.callNext', { counterId: happens.counter });
    expect(outcome.ok).toBe(waiting.length > 0);
    if (!outcome.ok) continue;
    const called = model.ticket(model.state.desks[happens.counter]?.currentId ?? '');
    const waitedMs = (ticket: Ticket) => now - ticket.place.since;
    calls.push({ ticket: called, others: waiting.filter(({ id }) => id !== called.id), waitedMs });
  }
  return calls;
}

const byArrival = (a: Ticket, b: Ticket) => a.place.order - b.place.order;
const isPriority = ({ ground }: Ticket) => ground !== null;
const isRegular = ({ ground }: Ticket) => ground === null;
const earlier = (others: readonly Ticket[], than: Ticket) => others.filter(({ place }) => place.order < than.place.order);

/** Hours do not matter here: without them nothing limits the issue. */
const withPolicy = (policy: PriorityPolicy) => openOffice({ policy, hours: [] });

describe.each(Object.values(policies))('under $kind', (policy) => {
  it('calls the earliest of a class first', () => {
    fc.assert(
      fc.property(morning, (happenings) => {
        for (const { ticket, others } of live(withPolicy(policy), happenings)) {
          expect(earlier(others, ticket).filter((other) => isPriority(other) === isPriority(ticket))).toEqual([]);
        }
      }),
    );
  });

  it('keeps that order when the wall clock jumps up to a day either way', () => {
    const jumps = fc.array(fc.record({ after: fc.nat(150), hours: fc.integer({ min: -24, max: 24 }) }), { maxLength: 4 });
    fc.assert(
      fc.property(morning, jumps, (happenings, clockJumps) => {
        const model = withPolicy(policy);
        const order: number[] = [];
        const regular: number[] = [];
        for (const [index, happens] of happenings.entries()) {
          for (const jump of clockJumps) if (jump.after === index) model.now += jump.hours * 60 * minute;
          // A date that the clock jumped past is under suspicion; it comes back, as a person would see to.
          if (model.run('system', 'queue.noteClock', { suspect: true }).ok && model.now > openedAt + 15 * 60 * minute) model.now = openedAt;
          for (const { ticket, waitedMs } of live(model, [happens])) {
            (isPriority(ticket) ? order : regular).push(ticket.place.order);
            expect(waitedMs(ticket)).toBeGreaterThanOrEqual(0);
            expect(ticket.reason?.waitedMs).toBeGreaterThanOrEqual(0);
          }
        }
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(regular).toEqual(regular.toSorted((a, b) => a - b));
      }),
    );
  });
});

const openedAt = withPolicy(policies.fifo).now;

describe('accumulating', () => {
  it('never lets a priority visitor wait past the limit while a regular one is called', () => {
    fc.assert(
      fc.property(morning, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }), (happenings, limitMinutes, weight) => {
        for (const { ticket, others, waitedMs } of live(withPolicy({ kind: 'accumulating', weight, limitMinutes }), happenings)) {
          if (isPriority(ticket)) continue;
          expect(others.filter((other) => isPriority(other) && waitedMs(other) >= limitMinutes * minute)).toEqual([]);
        }
      }),
    );
  });

  it('lets a regular visitor be passed only by one who has waited min(her wait ÷ weight, limit)', () => {
    fc.assert(
      fc.property(morning, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20 }), (happenings, limitMinutes, weight) => {
        for (const { ticket, others, waitedMs } of live(withPolicy({ kind: 'accumulating', weight, limitMinutes }), happenings)) {
          if (isRegular(ticket)) continue;
          for (const passed of earlier(others, ticket).filter(isRegular)) {
            expect(waitedMs(ticket)).toBeGreaterThanOrEqual(Math.min(waitedMs(passed) / weight, limitMinutes * minute));
          }
        }
      }),
    );
  });

  it('names rule and weight of every call truly', () => {
    fc.assert(
      fc.property(morning, (happenings) => {
        for (const { ticket, waitedMs } of live(withPolicy(policies.accumulating), happenings)) {
          const late = isPriority(ticket) && waitedMs(ticket) >= 10 * minute;
          expect(ticket.reason).toEqual({
            rule: late ? 'limit' : 'accumulating',
            ground: ticket.ground,
            weight: isPriority(ticket) ? 3 : 1,
            waitedMs: waitedMs(ticket),
          });
        }
      }),
    );
  });
});

describe('ratio 1:k', () => {
  const ratio = fc.integer({ min: 1, max: 20 });

  it('calls a priority visitor after k regular ones, and no earlier while a regular one waits', () => {
    fc.assert(
      fc.property(morning, ratio, (happenings, regularPerPriority) => {
        let regulars = 0;
        for (const { ticket, others } of live(withPolicy({ kind: 'ratio', regularPerPriority }), happenings)) {
          const wronged = isPriority(ticket)
            ? others.some(isRegular) && regulars < regularPerPriority
            : others.some(isPriority) && regulars >= regularPerPriority;
          expect(wronged).toBe(false);
          regulars = isPriority(ticket) ? 0 : regulars + 1;
        }
      }),
    );
  });

  it('lets at most 1 + ⌊n ÷ k⌋ priority visitors pass a regular one who comes with n regular before her', () => {
    fc.assert(
      fc.property(morning, ratio, (happenings, regularPerPriority) => {
        const passes = new Map<string, { before: number; passed: number }>();
        const model = withPolicy({ kind: 'ratio', regularPerPriority });
        for (const happens of happenings) {
          const regular = [...allTickets(model.state)].filter((one) => one.status === 'waiting' && isRegular(one));
          for (const { ticket, others } of live(model, [happens])) {
            if (isPriority(ticket)) for (const { id } of others.filter(isRegular)) (passes.get(id) ?? fail()).passed++;
          }
          if (happens.kind !== 'come' || happens.ground !== null) continue;
          const newest = [...allTickets(model.state)].toSorted(byArrival).at(-1);
          if (newest !== undefined) passes.set(newest.id, { before: regular.length, passed: 0 });
        }
        for (const { before, passed } of passes.values()) expect(passed).toBeLessThanOrEqual(1 + Math.floor(before / regularPerPriority));
      }),
    );
  });
});

describe('strict and fifo', () => {
  it('strict never calls a regular visitor while a priority one waits', () => {
    fc.assert(
      fc.property(morning, (happenings) => {
        for (const { ticket, others } of live(withPolicy(policies.strict), happenings)) {
          expect(isPriority(ticket) || !others.some(isPriority)).toBe(true);
        }
      }),
    );
  });

  it('fifo never lets anybody pass', () => {
    fc.assert(
      fc.property(morning, (happenings) => {
        for (const { ticket, others } of live(withPolicy(policies.fifo), happenings)) expect(earlier(others, ticket)).toEqual([]);
      }),
    );
  });
});

function fail(): never {
  throw new Error('a ticket that was never issued is waiting');
}
