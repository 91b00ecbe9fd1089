import { describe, expect, it } from 'vitest';
import { decide } from '../../../shared/domain/queue/decide.ts';
import { makeCounter, makeService, minute, monday8, openOffice, serve } from './model.ts';

const refused = (refusal: object) => ({ ok: false, refusal });
const visit = { ticketId: 'x', visitId: 'y', serviceId: 'a', ground: null };

describe('issuing', () => {
  it('numbers each service in a series of its own, with at least three digits', () => {
    const model = openOffice({ hours: [] });
    expect(['a', 'b', 'a'].map((service) => model.ticket(model.issue(service)).number)).toEqual(['A-001', 'B-001', 'A-002']);
    for (let i = 0; i < 998; i++) model.issue('a');
    expect(model.ticket(model.issue('a')).number).toBe('A-1001');
  });

  it('puts the letter of a station that is not the founding lead behind the prefix', () => {
    const { state, office } = openOffice();
    const context = {
      now: monday8,
      station: { id: 'station-b', letter: 'B' },
      ownOnly: null,
      actor: { kind: 'system' },
      roles: [],
      states: { office },
    } as const;
    const decided = decide({ method: 'queue.issue', input: visit }, state, context);
    expect(decided).toMatchObject({ value: [{ data: { number: 'AB-001', series: 'AB', sequence: 1 } }] });
  });

  it('records the ground, the place in the line, and nothing about the person', () => {
    const model = openOffice();
    const { events } = model.must('kiosk', 'queue.issue', { ...visit, ground: 'disabilitas' });
    expect(events).toEqual([
      {
        type: 'ticketIssued.v1',
        data: {
          ticketId: 'x',
          visitId: 'y',
          number: 'A-001',
          series: 'A',
          sequence: 1,
          serviceId: 'a',
          ground: 'disabilitas',
          order: 1,
          arrivedWith: null,
          estimateMinutes: 1,
        },
      },
    ]);
  });

  it('answers people ahead, the wait as a range, and the capacity', () => {
    const model = openOffice();
    model.issue('a');
    expect(model.must('kiosk', 'queue.issue', visit).output).toEqual({
      ...visit,
      number: 'A-002',
      issuedAt: model.now,
      ahead: 1,
      estimate: { fromMinutes: 0, toMinutes: 10 },
      capacity: 'free',
    });
  });

  it('refuses a service that is unknown or that no counter takes, and an id that is taken', () => {
    const model = openOffice();
    expect(model.run('kiosk', 'queue.issue', { ...visit, serviceId: 'z' })).toEqual(refused({ type: 'serviceUnknown' }));
    expect(model.run('kiosk', 'queue.issue', { ...visit, serviceId: 'c' })).toEqual(
      refused({ type: 'serviceNotOffered', title: { id: 'Layanan c', en: 'Service c' } }),
    );
    model.must('kiosk', 'queue.issue', visit);
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'ticketIdTaken' }));
  });
});

describe('a second service of the same visit', () => {
  it('has a number of its own and keeps arrival and priority', () => {
    const model = openOffice({ policy: { kind: 'fifo' } });
    const first = model.issue('a', 'lansia');
    model.wait(1);
    const other = model.issue('b');
    model.callNext('k1');
    const at = { counterId: 'k1', ticketId: first };
    model.wait(4);
    const { output, events } = model.must('sari', 'queue.addService', { ...at, newTicketId: 'second', serviceId: 'b' });
    expect(events[0]).toMatchObject({ type: 'ticketIssued.v1', data: { order: 1, arrivedWith: first, ground: 'lansia', visitId: 'v1' } });
    expect(output).toMatchObject({ ticketId: 'second', visitId: 'v1', number: 'B-002', ground: 'lansia', ahead: 0 });
    serve(model, 'k1', first);
    expect(model.callNext('k1')).toMatchObject({ id: 'second', reason: { waitedMs: 5 * minute } });
    expect(model.callNext('k2').id).toBe(other);
  });

  it('is refused for a service that is unknown or that no counter takes, and an id that is taken', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    model.callNext('k1');
    const add = (serviceId: string, newTicketId = 'second') =>
      model.run('sari', 'queue.addService', { counterId: 'k1', ticketId, newTicketId, serviceId });
    expect(add('z')).toEqual(refused({ type: 'serviceUnknown' }));
    expect(add('c')).toEqual(refused({ type: 'serviceNotOffered', title: { id: 'Layanan c', en: 'Service c' } }));
    expect(add('b', ticketId)).toEqual(refused({ type: 'ticketIdTaken' }));
  });

  it('is not stopped by capacity', () => {
    const model = openOffice({}, Date.parse('2026-11-23T15:00:00+07:00'));
    const ticketId = model.issue('a');
    model.callNext('k1');
    model.now = Date.parse('2026-11-23T17:00:00+07:00');
    const { output } = model.must('sari', 'queue.addService', { counterId: 'k1', ticketId, newTicketId: 'second', serviceId: 'b' });
    expect(output).toMatchObject({ number: 'B-001', capacity: 'full' });
  });
});

describe('capacity', () => {
  /** One service of 10 minutes; counters 1 and 2 take it, 1 is staffed. Monday closes at 16.00. */
  const office = (time: string) => {
    const counters = [makeCounter('k1', 1, ['a']), makeCounter('k2', 2, ['a'])];
    const model = openOffice({ services: [makeService('a')], counters }, Date.parse(`2026-11-23T${time}:00+07:00`));
    model.must('budi', 'queue.closeCounter', { counterId: 'k2' });
    return model;
  };
  const capacity = (model: ReturnType<typeof office>, ticketId: string) =>
    (model.must('kiosk', 'queue.issue', { ...visit, ticketId }).output as { capacity: string }).capacity;

  it('warns before it stops: 45 minutes, one counter, 10 minutes each are four visitors', () => {
    const model = office('15:15');
    expect(['1', '2', '3', '4'].map((id) => capacity(model, id))).toEqual(['free', 'tight', 'tight', 'tight']);
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 45 }));
  });

  it('grows with another counter', () => {
    const model = office('15:15');
    for (let i = 0; i < 4; i++) model.issue('a');
    model.must('budi', 'queue.openCounter', { counterId: 'k2' });
    for (let i = 0; i < 5; i++) model.issue('a');
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 45 }));
  });

  it('counts the visitor at the counter with what is left of her visit', () => {
    const model = office('15:40');
    model.issue('a');
    model.callNext('k1');
    model.issue('a');
    expect(model.run('kiosk', 'queue.issue', visit)).toMatchObject({ refusal: { type: 'capacityReached' } });
    model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: 't1' });
    model.must('sari', 'queue.finish', { counterId: 'k1', ticketId: 't1' });
    model.must('kiosk', 'queue.issue', visit);
  });

  it('takes breaks off: at 11.30, with the break from 12.00 to 13.00, 210 minutes are left', () => {
    const model = office('11:30');
    for (let i = 0; i < 21; i++) model.issue('a');
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 210 }));
  });

  it('counts a counter on a break, and all counters while none is open yet', () => {
    const model = office('15:40');
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    model.issue('a');
    model.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    for (let i = 0; i < 3; i++) model.issue('a');
    expect(model.run('kiosk', 'queue.issue', visit)).toMatchObject({ refusal: { type: 'capacityReached' } });
  });

  it('is full after closing time, and knows no limit on a day that the hours do not list', () => {
    const model = office('15:00');
    model.now = Date.parse('2026-11-23T16:00:00+07:00');
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 0 }));
    const sunday = openOffice({}, Date.parse('2026-11-22T20:00:00+07:00'));
    expect(sunday.must('kiosk', 'queue.issue', visit).output).toMatchObject({ capacity: 'free' });
  });

  it('shares out counters of several services: a line elsewhere takes the shared counter', () => {
    const at = Date.parse('2026-11-23T15:00:00+07:00');
    const services = [makeService('a', { prefix: 'A' }), makeService('b', { prefix: 'B' })];
    const counters = [makeCounter('k1', 1, ['a']), makeCounter('k2', 2, ['a', 'b'])];
    const model = openOffice({ services, counters }, at);
    for (let i = 0; i < 6; i++) model.issue('b');
    for (let i = 0; i < 6; i++) model.issue('a');
    expect(model.run('kiosk', 'queue.issue', visit)).toMatchObject({ refusal: { type: 'capacityReached' } });
    expect(model.run('kiosk', 'queue.issue', { ...visit, serviceId: 'b' })).toMatchObject({ refusal: { type: 'capacityReached' } });
    const alone = openOffice({ services, counters }, at);
    for (let i = 0; i < 12; i++) alone.issue('a');
    expect(alone.run('kiosk', 'queue.issue', visit)).toMatchObject({ refusal: { type: 'capacityReached' } });
  });

  it('learns from what visits really take, once there are five', () => {
    const model = office('13:00');
    for (let i = 0; i < 4; i++) serve(model, 'k1', model.issue('a') && model.callNext('k1').id, 20);
    expect(capacity(model, '1')).toBe('free');
    serve(model, 'k1', model.callNext('k1').id, 20);
    // 14.40: 80 minutes, and visits turned out to take 20 and not 10.
    expect(['2', '3', '4', '5'].map((id) => capacity(model, id))).toEqual(['free', 'tight', 'tight', 'tight']);
    expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 80 }));
  });
});

it('works in an office whose hours are set in its own zone', () => {
  const at = Date.parse('2026-11-23T15:30:00+09:00');
  const model = openOffice({ zone: 'Asia/Jayapura' }, at);
  for (let i = 0; i < 6; i++) model.issue('a');
  expect(model.run('kiosk', 'queue.issue', visit)).toEqual(refused({ type: 'capacityReached', remainingMinutes: 30 }));
});
