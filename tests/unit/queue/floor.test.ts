import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../shared/domain/queue/forecast.ts';
import { makeOffice, minute, openOffice } from './model.ts';

const refused = (refusal: object) => ({ ok: false, refusal });

describe('putting an officer at a counter', () => {
  it('opens a closed counter for an officer who sits nowhere', () => {
    const model = openOffice();
    model.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    model.must('dewi', 'queue.assignOfficer', { counterId: 'k3', staffId: 'sari' });
    expect(model.state.desks['k3']).toMatchObject({ status: 'open', staffId: 'sari' });
  });

  it('moves an officer, and her old counter closes', () => {
    const model = openOffice();
    const { events } = model.must('dewi', 'queue.assignOfficer', { counterId: 'k3', staffId: 'sari' });
    expect(events).toEqual([
      { type: 'counterClosed.v1', data: { counterId: 'k1', reason: 'moved' } },
      { type: 'counterOpened.v1', data: { counterId: 'k3', staffId: 'sari', takenOverFrom: null } },
    ]);
    expect(model.state.desks['k1']).toMatchObject({ status: 'closed', staffId: null });
    expect(model.must('dewi', 'queue.assignOfficer', { counterId: 'k3', staffId: 'sari' }).events).toEqual([]);
  });

  it('refuses where she would leave a visitor behind, a taken counter, and whoever serves nobody', () => {
    const model = openOffice();
    model.issue('a');
    const { number } = model.callNext('k1');
    const assign = (staffId: string, counterId: string) => model.run('dewi', 'queue.assignOfficer', { counterId, staffId });
    expect(assign('sari', 'k3')).toEqual(refused({ type: 'counterBusy', number }));
    expect(assign('dewi', 'k2')).toEqual(refused({ type: 'counterTaken', name: 'Loket 2', staffName: 'Budi' }));
    expect(assign('nobody', 'k3')).toEqual(refused({ type: 'officerUnknown' }));
    expect(assign('dewi', 'k9')).toEqual(refused({ type: 'counterUnknown' }));
    const guard = { id: 'agus', name: 'Agus', roles: ['keamanan' as const], active: true };
    const gone = { id: 'tono', name: 'Tono', roles: ['petugas' as const], active: false };
    model.office = { ...model.office, staff: [...model.office.staff, guard, gone] };
    expect(assign('agus', 'k3')).toEqual(refused({ type: 'officerUnknown' }));
    expect(assign('tono', 'k3')).toEqual(refused({ type: 'officerUnknown' }));
  });

  it('takes over where somebody sits only when told so, and the visitor stays', () => {
    const model = openOffice();
    model.issue('a');
    const visitor = model.callNext('k2');
    model.must('dewi', 'queue.assignOfficer', { counterId: 'k2', staffId: 'dewi', takeOver: true });
    expect(model.state.desks['k2']).toMatchObject({ staffId: 'dewi', currentId: visitor.id });
  });
});

describe('taking a visitor to another counter', () => {
  it('announces one who was called there again, and one who is served goes on', () => {
    const model = openOffice();
    model.issue('a');
    const { id } = model.callNext('k1');
    model.must('dewi', 'queue.moveTicket', { ticketId: id, fromCounterId: 'k1', counterId: 'k2' });
    expect(model.state.announcements[0]).toMatchObject({ ticketId: id, counterId: 'k2', recall: true });
    expect(model.ticket(id)).toMatchObject({ status: 'called', counterId: 'k2' });
    expect(model.state.desks['k1']?.currentId).toBeNull();
    model.must('budi', 'queue.startServing', { counterId: 'k2', ticketId: id });
    const { events } = model.must('dewi', 'queue.moveTicket', { ticketId: id, fromCounterId: 'k2', counterId: 'k1' });
    expect(events).toMatchObject([{ data: { callOrder: null } }]);
    model.must('sari', 'queue.finish', { counterId: 'k1', ticketId: id });
  });

  it('moves one on hold also to a counter that is busy, and she can be resumed there', () => {
    const model = openOffice();
    const held = (model.issue('a'), model.callNext('k1'));
    model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: held.id });
    model.must('sari', 'queue.hold', { counterId: 'k1', ticketId: held.id });
    model.issue('b');
    const other = model.callNext('k2');
    model.must('dewi', 'queue.moveTicket', { ticketId: held.id, fromCounterId: 'k1', counterId: 'k2' });
    expect(model.state.desks['k2']).toMatchObject({ currentId: other.id, heldIds: [held.id] });
    expect(model.state.desks['k1']?.heldIds).toEqual([]);
    model.must('budi', 'queue.markNoShow', { counterId: 'k2', ticketId: other.id });
    model.must('budi', 'queue.resume', { counterId: 'k2', ticketId: held.id });
  });

  it('refuses a busy, closed or unfit counter, one who waits, and one who is elsewhere by now', () => {
    const model = openOffice();
    const waiting = (model.issue('a'), model.issue('a'), model.issue('b'));
    const first = model.callNext('k1');
    const move = (ticketId: string, fromCounterId: string, counterId: string) =>
      model.run('dewi', 'queue.moveTicket', { ticketId, fromCounterId, counterId });
    expect(move(first.id, 'k1', 'k3')).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
    model.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    expect(move(first.id, 'k1', 'k3')).toMatchObject(refused({ type: 'counterDoesNotServe', name: 'Loket 3' }));
    const second = model.callNext('k2');
    expect(move(first.id, 'k1', 'k2')).toEqual(refused({ type: 'counterBusy', number: second.number }));
    expect(move(first.id, 'k2', 'k3')).toMatchObject(refused({ type: 'ticketNotYours', counterName: 'Loket 1' }));
    expect(move(waiting, 'k1', 'k2')).toMatchObject(refused({ type: 'ticketInOtherState', status: 'waiting' }));
    expect(move('nobody', 'k1', 'k2')).toEqual(refused({ type: 'ticketUnknown' }));
  });
});

describe('a disturbed service', () => {
  const disturbed = (promisedOn: string | null = null) => ({ serviceId: 'a', disturbed: true, note: 'SIAK', promisedOn });
  const over = { serviceId: 'a', disturbed: false, note: '' };

  it('keeps what is promised, and refuses a day that is over', () => {
    const model = openOffice();
    model.must('dewi', 'queue.setDisturbance', disturbed('2026-11-25'));
    expect(model.state.disturbances['a']).toEqual({ note: 'SIAK', promisedOn: '2026-11-25', since: model.now });
    expect(model.must('dewi', 'queue.setDisturbance', disturbed('2026-11-25')).events).toEqual([]);
    expect(model.run('dewi', 'queue.setDisturbance', disturbed('2026-11-22'))).toEqual(refused({ type: 'promiseInPast' }));
    model.must('dewi', 'queue.setDisturbance', disturbed('2026-11-23'));
    model.must('dewi', 'queue.setDisturbance', over);
    expect(model.state.disturbances).toEqual({});
  });

  it('takes no time from who is served meanwhile, also across a hold', () => {
    const model = openOffice();
    model.issue('a');
    const { id } = model.callNext('k1');
    const at = { counterId: 'k1', ticketId: id };
    model.must('sari', 'queue.startServing', at);
    model.wait(4);
    model.must('dewi', 'queue.setDisturbance', disturbed());
    model.wait(10);
    model.must('sari', 'queue.hold', at);
    model.wait(5);
    model.must('sari', 'queue.resume', at);
    model.wait(7);
    model.must('dewi', 'queue.setDisturbance', { ...disturbed(), note: 'Listrik' });
    model.must('dewi', 'queue.setDisturbance', over);
    model.wait(2);
    model.must('sari', 'queue.finish', at);
    expect(model.state.serviceTimes['a']).toEqual([6 * minute]);
    expect(model.ticket(id).heldMs).toBe(22 * minute);
  });

  it('counts a visit that begins and ends while it is disturbed as no time, and leaves other services alone', () => {
    const model = openOffice();
    model.must('dewi', 'queue.setDisturbance', disturbed());
    for (const serviceId of ['a', 'b']) {
      model.issue(serviceId);
      const at = { counterId: 'k1', ticketId: model.callNext('k1').id };
      model.must('sari', 'queue.startServing', at);
      model.wait(3);
      model.must('sari', 'queue.finish', at);
    }
    expect(model.state.serviceTimes).toEqual({ a: [0], b: [3 * minute] });
  });
});

describe('the forecast to closing', () => {
  const at = (people: number, expected: number, hours: string) => {
    const model = openOffice({ hours: [{ weekday: 1, open: '07:30', close: '16:00', breaks: [] }] });
    for (let n = 0; n < people; n += 1) model.issue('a');
    return forecastOf(
      model.state,
      makeOffice({ hours: [{ weekday: 1, open: '07:30', close: hours, breaks: [] }] }),
      model.now,
      new Map([['a', expected]]),
    );
  };
  const [a, , c] = makeOffice().services;

  it('says when the line is empty, and that nobody is left over in time', () => {
    // Two counters, ten minutes each: twelve people take an hour.
    expect(at(12, 0, '16:00')(a!)).toEqual({ emptyInMinutes: 60, expected: 0, leftAtClosing: 0 });
  });

  it('says who will be left over, with those still expected', () => {
    expect(at(12, 0, '09:00')(a!).leftAtClosing).toBe(0);
    expect(at(12, 6, '09:00')(a!)).toEqual({ emptyInMinutes: 60, expected: 6, leftAtClosing: 6 });
    expect(at(3, 0, '08:00')(a!).leftAtClosing).toBe(3);
  });

  it('promises nothing where no counter takes the service, nor without hours', () => {
    expect(at(1, 2, '16:00')(c!)).toEqual({ emptyInMinutes: null, expected: 0, leftAtClosing: 0 });
    const model = openOffice();
    expect(forecastOf(model.state, makeOffice({ hours: [] }), model.now, new Map())(a!).leftAtClosing).toBeNull();
  });
});
