import { describe, expect, it } from 'vitest';
import { aheadOf } from '../../../shared/domain/queue/ahead.ts';
import { outlookOf } from '../../../shared/domain/queue/estimate.ts';
import { median, serviceMs, spreadWork } from '../../../shared/domain/queue/load.ts';
import type { PriorityGround } from '../../../shared/domain/queue/types.ts';
import { serviceQueuesOf } from '../../../shared/domain/queue/views.ts';
import { makeCounter, makeService, minute, openOffice, policies, type QueueModel, serve } from './model.ts';

/** Counters 1 and 2 take the one service of 10 minutes. */
const oneService = { services: [makeService('a')], counters: [makeCounter('k1', 1, ['a']), makeCounter('k2', 2, ['a'])] };

const outlook = (model: QueueModel, ground: PriorityGround | null, serviceId = 'a') =>
  outlookOf(model.state, model.office, model.now)({ serviceId, ground });

describe('people ahead', () => {
  /** Six regular visitors and two with priority, a minute apart, regular first. */
  const line = (policy: keyof typeof policies) => {
    const model = openOffice({ ...oneService, policy: policies[policy] });
    for (const ground of [null, null, null, null, null, null, 'lansia', 'lansia'] as const) {
      model.issue('a', ground);
      model.wait(1);
    }
    return model;
  };

  it.each([
    ['fifo', 8, 8],
    ['strict', 8, 2],
    // R1 R2 R3 P1 R4 R5 R6 P2, and then the newcomer; with priority R1 R2 R3 P1 R4 R5 R6 P2 and she is third of her class.
    ['ratio', 8, 8],
    // The others go before her until her own wait, counted three times, is more than theirs.
    ['accumulating', 8, 3],
  ] as const)('under %s are %d without priority and %d with', (policy, regular, priority) => {
    const model = line(policy);
    expect(outlook(model, null).ahead).toBe(regular);
    expect(outlook(model, 'disabilitas').ahead).toBe(priority);
  });

  it('agree with what then really happens, when nobody else comes', () => {
    for (const policy of Object.values(policies)) {
      for (const ground of [null, 'lansia'] as const) {
        const model = openOffice({ ...oneService, policy });
        for (const other of [null, 'lansia', null, null, 'ibuHamil', null, null, null, null, null, 'lansia'] as const) {
          model.issue('a', other);
          model.wait(2);
        }
        const { ahead } = outlook(model, ground);
        const me = model.issue('a', ground);
        let before = 0;
        for (; model.ticket(me).status === 'waiting'; model.wait(5)) {
          const called = model.callNext('k1');
          if (called.id !== me) before++;
          model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId: called.id });
        }
        expect(before, `${policy.kind} ${String(ground)}`).toBe(ahead);
      }
    }
  });

  it('count each service of the counters in question', () => {
    const model = openOffice();
    for (let i = 0; i < 3; i++) model.issue('a');
    for (let i = 0; i < 4; i++) model.issue('b');
    const ahead = aheadOf({ serviceId: 'a', ground: null }, ['a', 'b'], minute, model.state, model.office, model.now);
    expect(Object.fromEntries(ahead)).toEqual({ a: 3, b: 4 });
  });
});

describe('the wait estimate', () => {
  it('is nothing promised while no counter is open for the service', () => {
    const model = openOffice(oneService);
    model.issue('a');
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    model.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    expect(outlook(model, null)).toEqual({ ahead: 1, estimate: null });
  });

  it('is next to nothing when a counter is free', () => {
    expect(outlook(openOffice(oneService), null).estimate).toEqual({ fromMinutes: 0, toMinutes: 1 });
  });

  it('lies around people ahead × service time ÷ open counters', () => {
    const model = openOffice(oneService);
    for (let i = 0; i < 12; i++) model.issue('a');
    expect(outlook(model, null)).toEqual({ ahead: 12, estimate: { fromMinutes: 48, toMinutes: 72 } });
    model.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    expect(outlook(model, null)).toEqual({ ahead: 12, estimate: { fromMinutes: 96, toMinutes: 144 } });
  });

  it('is shorter for a priority visitor', () => {
    const model = openOffice(oneService);
    for (let i = 0; i < 12; i++) model.issue('a');
    const [regular, priority] = [outlook(model, null).estimate, outlook(model, 'lansia').estimate];
    expect(priority?.toMinutes).toBeLessThan(regular?.fromMinutes ?? 0);
  });

  it('counts the lines of other services at the same counter', () => {
    const shared = {
      services: [makeService('a', { prefix: 'A' }), makeService('b', { prefix: 'B' })],
      counters: [makeCounter('k1', 1, ['a', 'b']), makeCounter('k2', 2, ['b'])],
    };
    const model = openOffice(shared);
    model.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    for (let i = 0; i < 6; i++) model.issue('b');
    expect(outlook(model, null)).toEqual({ ahead: 0, estimate: { fromMinutes: 48, toMinutes: 72 } });
  });
});

describe('service time', () => {
  it('is the catalogue’s mean until five visits ended, then the median of the last twenty', () => {
    const model = openOffice(oneService);
    const [service] = oneService.services;
    if (service === undefined) throw new Error('no service');
    for (const minutes of [1, 2, 30, 4]) serve(model, 'k1', model.issue('a') && model.callNext('k1').id, minutes);
    expect(serviceMs(model.state, service)).toBe(10 * minute);
    serve(model, 'k1', model.issue('a') && model.callNext('k1').id, 3);
    expect(serviceMs(model.state, service)).toBe(3 * minute);
    for (let i = 0; i < 20; i++) serve(model, 'k1', model.issue('a') && model.callNext('k1').id, 0);
    expect(model.state.serviceTimes['a']).toHaveLength(20);
    expect(serviceMs(model.state, service)).toBe(15_000);
  });

  it('has a median', () => {
    expect([median([]), median([3]), median([4, 1]), median([9, 1, 5])]).toEqual([0, 3, 2.5, 5]);
  });
});

describe('work shared among counters', () => {
  const worker = (counterId: string, serviceIds: string[], busyMs = 0) => ({ counterId, serviceIds, busyMs });
  const loads = (work: Record<string, number>, ...workers: ReturnType<typeof worker>[]) =>
    spreadWork(new Map(Object.entries(work)), workers).map((load) => Math.round(load));

  it('ends as evenly as the services allow', () => {
    expect(loads({ a: 30 }, worker('1', ['a']), worker('2', ['a']), worker('3', ['b']))).toEqual([15, 15, 0]);
    expect(loads({ a: 30 }, worker('1', ['a'], 20), worker('2', ['a']))).toEqual([25, 25]);
    expect(loads({ a: 10 }, worker('1', ['a'], 20), worker('2', ['a']))).toEqual([20, 10]);
    expect(loads({ a: 10, b: 100 }, worker('1', ['a']), worker('2', ['a', 'b']))).toEqual([10, 100]);
    expect(loads({ a: 10, b: 100 }, worker('1', ['a']), worker('2', ['a', 'b']), worker('3', ['b']))).toEqual([10, 50, 50]);
  });

  it('leaves out work that nobody may do', () => {
    expect(loads({ z: 10 }, worker('1', ['a']))).toEqual([0]);
  });
});

it('tells how the queue of a service stands', () => {
  const model = openOffice();
  model.issue('a');
  model.issue('a', 'lansia');
  model.wait(4);
  serve(model, 'k1', model.callNext('k1').id);
  const queueOf = serviceQueuesOf(model.state, model.office, model.now);
  const [a, , c] = model.office.services.map(queueOf);
  expect(a).toMatchObject({ serviceId: 'a', waiting: 1, priorityWaiting: 0, openCounters: 2, capacity: 'free', lastWaitMs: 4 * minute });
  expect(c).toMatchObject({ serviceId: 'c', waiting: 0, openCounters: 0, estimate: null, capacity: 'full', lastWaitMs: null });
});
