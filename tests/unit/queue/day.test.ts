import { describe, expect, it } from 'vitest';
import { clockStatus, dayView } from '../../../shared/domain/queue/day.ts';
import { officeZones } from '../../../shared/domain/values.ts';
import { createQueueModel, makeOffice, minute, monday8, openOffice, serve } from './model.ts';

const day = 24 * 60 * minute;

describe('opening the office day', () => {
  it('opens the date of the office, with the counters of the day before carried over', () => {
    const model = createQueueModel();
    const { events, output } = model.must('sari', 'queue.openDay', {});
    expect(events).toEqual([{ type: 'officeDayOpened.v1', data: { date: '2026-11-23', regularsSincePriority: {}, lastCallOrder: 0 } }]);
    expect(output).toEqual({ date: '2026-11-23' });
  });

  it.each([
    ['Asia/Jakarta', '2026-11-22T16:59:59Z', '2026-11-22'],
    ['Asia/Jakarta', '2026-11-22T17:00:00Z', '2026-11-23'],
    ['Asia/Makassar', '2026-11-22T15:59:59Z', '2026-11-22'],
    ['Asia/Makassar', '2026-11-22T16:00:00Z', '2026-11-23'],
    ['Asia/Jayapura', '2026-11-22T14:59:59Z', '2026-11-22'],
    ['Asia/Jayapura', '2026-11-22T15:00:00Z', '2026-11-23'],
  ] as const)('takes the calendar day of %s at %s', (zone, at, date) => {
    const model = createQueueModel(makeOffice({ zone }), Date.parse(at));
    expect(model.must('sari', 'queue.openDay', {}).output).toEqual({ date });
  });

  it('refuses a day that is open', () => {
    const model = openOffice();
    expect(model.run('sari', 'queue.openDay', {})).toEqual({ ok: false, refusal: { type: 'dayAlreadyOpen' } });
  });

  it('refuses to open today while yesterday has not been rolled over', () => {
    const model = openOffice();
    model.now += day;
    expect(model.run('sari', 'queue.openDay', {})).toMatchObject({ refusal: { type: 'dayAlreadyOpen' } });
  });

  it('goes on with the numbers, the line and the call numbers when the same day is opened again', () => {
    const model = openOffice();
    serve(model, 'k1', model.issue('a') && model.callNext('k1').id);
    model.must('sari', 'queue.closeDay', { expireWaiting: false });
    model.must('sari', 'queue.openDay', {});
    model.must('sari', 'queue.openCounter', { counterId: 'k1' });
    expect(model.ticket(model.issue('a')).number).toBe('A-002');
    expect(model.callNext('k1').number).toBe('A-002');
    expect(model.state.announcements.map((call) => call.order)).toEqual([2, 1]);
  });

  it('starts numbers anew on another day, and announcements go on', () => {
    const model = openOffice();
    serve(model, 'k1', model.issue('a') && model.callNext('k1').id);
    model.must('sari', 'queue.closeDay', { expireWaiting: false });
    model.now += day;
    model.must('sari', 'queue.openDay', {});
    model.must('sari', 'queue.openCounter', { counterId: 'k1' });
    expect(model.ticket(model.issue('a')).number).toBe('A-001');
    model.callNext('k1');
    expect(model.state.announcements.map((call) => call.order)).toEqual([2]);
  });
});

describe('closing the office day', () => {
  it('closes counters that are still open', () => {
    const model = openOffice();
    const { events } = model.must('sari', 'queue.closeDay', { expireWaiting: false });
    expect(events).toEqual([
      { type: 'counterClosed.v1', data: { counterId: 'k1', reason: 'dayClosed' } },
      { type: 'counterClosed.v1', data: { counterId: 'k2', reason: 'dayClosed' } },
      { type: 'officeDayClosed.v1', data: { date: '2026-11-23', reason: 'officer' } },
    ]);
  });

  it('refuses while somebody waits, and expires them when that is asked for', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    expect(model.run('sari', 'queue.closeDay', { expireWaiting: false })).toEqual({
      ok: false,
      refusal: { type: 'visitorsWaiting', waiting: 1 },
    });
    const { events, output } = model.must('sari', 'queue.closeDay', { expireWaiting: true });
    expect(events[0]).toEqual({ type: 'ticketExpired.v1', data: { ticketId, reason: 'dayClosed' } });
    expect(output).toEqual({ expired: 1 });
    expect(model.ticket(ticketId).status).toBe('expired');
  });

  it('refuses while somebody is called, served or on hold, whatever is asked', () => {
    const model = openOffice();
    for (let i = 0; i < 3; i++) model.issue('a');
    const held = model.callNext('k1');
    model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: held.id });
    model.must('sari', 'queue.hold', { counterId: 'k1', ticketId: held.id });
    model.callNext('k1');
    model.callNext('k2');
    expect(model.run('sari', 'queue.closeDay', { expireWaiting: true })).toEqual({
      ok: false,
      refusal: { type: 'visitorsAtCounters', numbers: ['A-002', 'A-001', 'A-003'] },
    });
  });

  it('refuses when no day is open', () => {
    expect(createQueueModel().run('sari', 'queue.closeDay', { expireWaiting: true })).toMatchObject({ refusal: { type: 'dayNotOpen' } });
  });
});

describe('rolling over', () => {
  it.each(officeZones)('expires everybody and closes counters once the date has changed in %s', (zone) => {
    const model = createQueueModel(makeOffice({ zone }), Date.parse('2026-11-23T02:00:00Z'));
    model.must('sari', 'queue.openDay', {});
    model.must('sari', 'queue.openCounter', { counterId: 'k1' });
    const [called, waiting] = [model.issue('a'), model.issue('a')];
    model.callNext('k1');
    expect(model.run('system', 'queue.rollOver', {})).toMatchObject({ refusal: { type: 'dayNotOpen' } });
    model.now += day;
    const { events, output } = model.must('system', 'queue.rollOver', {});
    expect(events).toEqual([
      { type: 'ticketExpired.v1', data: { ticketId: called, reason: 'dayRolledOver' } },
      { type: 'ticketExpired.v1', data: { ticketId: waiting, reason: 'dayRolledOver' } },
      { type: 'counterClosed.v1', data: { counterId: 'k1', reason: 'rollover' } },
      { type: 'officeDayClosed.v1', data: { date: '2026-11-23', reason: 'rollover' } },
    ]);
    expect(output).toEqual({ expired: 2 });
    expect(model.ticket(waiting).status).toBe('expired');
  });

  it('is refused when the day is closed', () => {
    const model = openOffice();
    model.must('sari', 'queue.closeDay', { expireWaiting: true });
    model.now += day;
    expect(model.run('system', 'queue.rollOver', {})).toMatchObject({ refusal: { type: 'dayNotOpen' } });
  });

  it('lets nothing happen on yesterday before it is done', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    model.now += day;
    const at = { counterId: 'k1', ticketId };
    for (const outcome of [
      model.run('kiosk', 'queue.issue', { ticketId: 'x', visitId: 'y', serviceId: 'a', ground: null }),
      model.run('sari', 'queue.callNext', { counterId: 'k1' }),
      model.run('sari', 'queue.callTicket', at),
      model.run('sari', 'queue.recall', at),
      model.run('sari', 'queue.markNoShow', at),
      model.run('sari', 'queue.returnToQueue', { ticketId, placement: 'end' }),
      model.run('sari', 'queue.startServing', at),
      model.run('sari', 'queue.hold', at),
      model.run('sari', 'queue.resume', at),
      model.run('sari', 'queue.transfer', { ...at, serviceId: 'b', placement: 'end' }),
      model.run('sari', 'queue.finish', at),
      model.run('sari', 'queue.cancel', { ticketId, reason: 'other' }),
      model.run('sari', 'queue.addService', { ...at, newTicketId: 'x', serviceId: 'b' }),
      model.run('sari', 'queue.setStep', { ...at, step: 'need' }),
      model.run('sari', 'queue.setRequirements', { ...at, receivedRequirementIds: [] }),
      model.run('sari', 'queue.openCounter', { counterId: 'k3' }),
      model.run('sari', 'queue.closeCounter', { counterId: 'k1' }),
      model.run('sari', 'queue.startBreak', { counterId: 'k1' }),
      model.run('sari', 'queue.endBreak', { counterId: 'k1' }),
      model.run('sari', 'queue.closeDay', { expireWaiting: true }),
    ]) {
      expect(outcome).toEqual({ ok: false, refusal: { type: 'dayNotOpen' } });
    }
  });
});

describe('a clock that cannot be believed', () => {
  const jumped = () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    model.now += 3 * day;
    model.must('system', 'queue.noteClock', { suspect: true });
    return { model, ticketId };
  };
  const refusal = { type: 'clockSuspect', clockDate: '2026-11-26', openDate: '2026-11-23' };

  it('stops numbers and calls, and lets visitors at counters be served', () => {
    const model = openOffice();
    const served = (model.issue('a'), model.callNext('k1'));
    const waiting = model.issue('a');
    model.now += 3 * day;
    expect(model.must('system', 'queue.noteClock', { suspect: true }).events).toEqual([
      { type: 'clockSuspected.v1', data: { clockDate: '2026-11-26' } },
    ]);
    const input = { ticketId: 'x', visitId: 'y', serviceId: 'a', ground: null };
    expect(model.run('kiosk', 'queue.issue', input)).toEqual({ ok: false, refusal });
    expect(model.run('budi', 'queue.callNext', { counterId: 'k2' })).toEqual({ ok: false, refusal });
    expect(model.run('budi', 'queue.callTicket', { counterId: 'k2', ticketId: waiting })).toEqual({ ok: false, refusal });
    expect(model.run('sari', 'queue.openDay', {})).toEqual({ ok: false, refusal });
    expect(model.run('system', 'queue.rollOver', {})).toEqual({ ok: false, refusal });
    model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: served.id });
    model.must('sari', 'queue.finish', { counterId: 'k1', ticketId: served.id });
    expect(clockStatus(model.state, model.office, model.now)).toBe('suspect');
    expect(dayView(model.state, model.office, model.now)).toEqual({ date: '2026-11-26', status: 'open', openDate: '2026-11-23' });
  });

  it('rolls over when a person confirms the date', () => {
    const { model, ticketId } = jumped();
    model.must('sari', 'queue.rollOver', { clockConfirmed: true });
    expect(model.ticket(ticketId).status).toBe('expired');
    expect(model.must('sari', 'queue.openDay', { confirmClock: true }).output).toEqual({ date: '2026-11-26' });
    expect(clockStatus(model.state, model.office, model.now)).toBe('ok');
  });

  it('goes on when the clock comes back, and forgets the suspicion', () => {
    const { model } = jumped();
    model.now -= 3 * day;
    model.callNext('k1');
    expect(clockStatus(model.state, model.office, model.now)).toBe('ok');
    expect(model.must('system', 'queue.noteClock', { suspect: false }).events).toEqual([
      { type: 'clockTrusted.v1', data: { clockDate: '2026-11-23' } },
    ]);
    expect(model.must('system', 'queue.noteClock', { suspect: false }).events).toEqual([]);
    model.now += day;
    expect(model.must('system', 'queue.rollOver', {}).events.at(-1)).toMatchObject({ type: 'officeDayClosed.v1' });
  });

  it('has nothing to note when no day is open', () => {
    expect(createQueueModel().run('system', 'queue.noteClock', { suspect: true })).toMatchObject({ refusal: { type: 'dayNotOpen' } });
  });

  it('never takes the office day backward: work goes on in the open day, and a closed one is opened again', () => {
    const model = openOffice();
    model.issue('a');
    model.now -= 2 * day;
    expect(clockStatus(model.state, model.office, model.now)).toBe('behind');
    expect(dayView(model.state, model.office, model.now)).toEqual({ date: '2026-11-21', status: 'open', openDate: '2026-11-23' });
    expect(model.ticket(model.issue('a')).number).toBe('A-002');
    model.must('sari', 'queue.closeDay', { expireWaiting: true });
    expect(dayView(model.state, model.office, model.now)).toEqual({ date: '2026-11-21', status: 'closed', openDate: null });
    expect(model.must('sari', 'queue.openDay', {}).output).toEqual({ date: '2026-11-23' });
    expect(model.ticket(model.issue('a')).number).toBe('A-003');
  });
});

it('shows a day that was never opened, that is open, that is closed', () => {
  const model = createQueueModel();
  const seen = () => dayView(model.state, model.office, model.now);
  expect(seen()).toEqual({ date: '2026-11-23', status: 'notOpened', openDate: null });
  model.must('sari', 'queue.openDay', {});
  expect(seen()).toEqual({ date: '2026-11-23', status: 'open', openDate: '2026-11-23' });
  model.must('sari', 'queue.closeDay', { expireWaiting: false });
  expect(seen()).toEqual({ date: '2026-11-23', status: 'closed', openDate: null });
  model.now = monday8 + day;
  expect(seen()).toEqual({ date: '2026-11-24', status: 'notOpened', openDate: null });
});
