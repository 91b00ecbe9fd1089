import { describe, expect, it } from 'vitest';
import { makeCounter, openOffice, policies, serve } from './model.ts';

const refused = (refusal: object) => ({ ok: false, refusal });

describe('calling next', () => {
  it('records whom, where and why, and tells the officer', () => {
    const model = openOffice();
    const ticketId = model.issue('a', 'lansia');
    model.wait(9);
    const { events, output } = model.must('sari', 'queue.callNext', { counterId: 'k1' });
    const reason = { rule: 'accumulating', ground: 'lansia', weight: 3, waitedMs: 9 * 60_000 };
    expect(events).toEqual([
      {
        type: 'ticketCalled.v1',
        data: {
          ticketId,
          visitId: 'v1',
          number: 'A-001',
          serviceId: 'a',
          counterId: 'k1',
          callOrder: 1,
          reason,
          regularsSincePriority: {},
        },
      },
    ]);
    expect(output).toEqual({ ticketId, number: 'A-001', reason });
    expect(model.ticket(ticketId)).toMatchObject({ status: 'called', counterId: 'k1', calledAt: model.now, reason });
    expect(model.state.announcements[0]).toEqual({
      order: 1,
      ticketId,
      number: 'A-001',
      counterId: 'k1',
      at: model.now,
      recall: false,
    });
  });

  it('goes over all services of the counter in the order of arrival', () => {
    const model = openOffice();
    const [first, second] = [model.issue('b'), model.issue('a')];
    expect([model.callNext('k1').id, model.callNext('k2').id]).toEqual([first, second]);
  });

  it('calls only services that the counter takes', () => {
    const model = openOffice();
    model.issue('a');
    model.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    expect(model.run('dewi', 'queue.callNext', { counterId: 'k3' })).toEqual(refused({ type: 'nobodyWaiting' }));
  });

  it('passes over a visitor who is at another counter, and calls her second ticket afterwards', () => {
    const model = openOffice();
    const first = model.issue('a');
    const other = model.issue('a');
    model.callNext('k1');
    model.must('sari', 'queue.addService', { counterId: 'k1', ticketId: first, newTicketId: 'second', serviceId: 'b' });
    expect(model.callNext('k2').id).toBe(other);
    serve(model, 'k2', other);
    expect(model.run('budi', 'queue.callNext', { counterId: 'k2' })).toEqual(refused({ type: 'nobodyWaiting' }));
    expect(model.run('budi', 'queue.callTicket', { counterId: 'k2', ticketId: 'second' })).toEqual(
      refused({ type: 'visitorAtOtherCounter', number: 'A-001', counterName: 'Loket 1' }),
    );
    serve(model, 'k1', first);
    expect(model.callNext('k2').id).toBe('second');
  });

  it('refuses at a counter that is unknown, closed, somebody else’s or busy, and when nobody waits', () => {
    const model = openOffice();
    const callNext = (counterId: string) => model.run('sari', 'queue.callNext', { counterId });
    expect(callNext('k9')).toEqual(refused({ type: 'counterUnknown' }));
    expect(callNext('k3')).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
    expect(callNext('k2')).toEqual(refused({ type: 'notAtCounter', name: 'Loket 2' }));
    expect(callNext('k1')).toEqual(refused({ type: 'nobodyWaiting' }));
    model.issue('a');
    model.callNext('k1');
    expect(callNext('k1')).toEqual(refused({ type: 'counterBusy', number: 'A-001' }));
  });
});

describe('calling a chosen ticket', () => {
  it('calls it out of turn, says so, and leaves the 1:k counter alone', () => {
    const model = openOffice({ policy: policies.ratio });
    model.issue('a');
    const chosen = model.issue('b');
    model.wait(2);
    const { events } = model.must('sari', 'queue.callTicket', { counterId: 'k1', ticketId: chosen });
    expect(events[0]).toMatchObject({
      type: 'ticketCalled.v1',
      data: { ticketId: chosen, reason: { rule: 'chosen', ground: null, weight: 1, waitedMs: 120_000 }, regularsSincePriority: {} },
    });
  });

  it('refuses a ticket that is unknown, called, served, ended, or of another service', () => {
    const model = openOffice();
    const [first, second] = [model.issue('a'), model.issue('a')];
    const call = (ticketId: string, counterId = 'k2') => model.run('dewi', 'queue.callTicket', { counterId, ticketId });
    expect(call('nobody')).toEqual(refused({ type: 'ticketUnknown' }));
    model.callNext('k1');
    expect(call(first)).toEqual(refused({ type: 'ticketAlreadyCalled', number: 'A-001', counterName: 'Loket 1' }));
    model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId: first });
    expect(call(first)).toEqual(refused({ type: 'ticketAlreadyCalled', number: 'A-001', counterName: 'Loket 1' }));
    model.must('sari', 'queue.finish', { counterId: 'k1', ticketId: first });
    expect(call(first)).toEqual(refused({ type: 'ticketNotWaiting', number: 'A-001', status: 'finished' }));
    model.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    expect(call(second, 'k3')).toEqual(
      refused({ type: 'counterDoesNotServe', name: 'Loket 3', title: { id: 'Layanan a', en: 'Service a' } }),
    );
  });

  it('refuses at a counter that is unknown, closed, on a break, somebody else’s or busy', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    const call = (counterId: string) => model.run('sari', 'queue.callTicket', { counterId, ticketId });
    expect(call('k9')).toEqual(refused({ type: 'counterUnknown' }));
    expect(call('k3')).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
    expect(call('k2')).toEqual(refused({ type: 'notAtCounter', name: 'Loket 2' }));
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    expect(call('k1')).toEqual(refused({ type: 'counterOnBreak', name: 'Loket 1' }));
    model.must('sari', 'queue.endBreak', { counterId: 'k1' });
    model.callNext('k1');
    expect(call('k1')).toEqual(refused({ type: 'counterBusy', number: 'A-001' }));
  });
});

describe('recall and no-show', () => {
  it('announces again with a new number of the announcement', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    model.callNext('k1');
    model.wait(1);
    const { events } = model.must('sari', 'queue.recall', { counterId: 'k1', ticketId });
    expect(events).toEqual([{ type: 'ticketRecalled.v1', data: { counterId: 'k1', ticketId, number: 'A-001', callOrder: 2 } }]);
    expect(model.ticket(ticketId)).toMatchObject({ status: 'called', recalls: 1 });
    expect(model.state.announcements.map(({ order, recall }) => ({ order, recall }))).toEqual([
      { order: 2, recall: true },
      { order: 1, recall: false },
    ]);
  });

  it('frees the counter, and brings the visitor back where she is put', () => {
    const model = openOffice();
    const missed = model.issue('a');
    const others = [model.issue('a'), model.issue('a')];
    model.callNext('k1');
    model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId: missed });
    expect(model.ticket(missed)).toMatchObject({ status: 'noShow', counterId: 'k1', endedAt: model.now });
    expect(model.state.noShowIds).toEqual([missed]);
    model.must('budi', 'queue.returnToQueue', { ticketId: missed, placement: 'end' });
    expect(model.state.noShowIds).toEqual([]);
    expect(model.ticket(missed)).toMatchObject({ status: 'waiting', counterId: null, calledAt: null, reason: null, endedAt: null });
    const called = [0, 1, 2].map(() => {
      const ticket = model.callNext('k1');
      serve(model, 'k1', ticket.id);
      return ticket.id;
    });
    expect(called).toEqual([...others, missed]);
  });

  it.each([
    ['front', ['missed', 'other']],
    ['arrival', ['missed', 'other']],
    ['end', ['other', 'missed']],
  ] as const)('returns to %s', (placement, order) => {
    const model = openOffice();
    const missed = model.issue('a');
    model.wait(1);
    model.issue('a');
    model.callNext('k1');
    model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId: missed });
    model.wait(1);
    model.must('sari', 'queue.returnToQueue', { ticketId: missed, placement });
    const called = [model.callNext('k1'), model.callNext('k2')];
    expect(called.map((ticket) => (ticket.id === missed ? 'missed' : 'other'))).toEqual(order);
    const reason = called.find((ticket) => ticket.id === missed)?.reason;
    expect(reason?.rule).toBe(placement === 'front' ? 'front' : 'accumulating');
    expect(reason?.waitedMs).toBe(placement === 'end' ? 0 : 2 * 60_000);
  });

  it('puts a front-placed ticket before a priority visitor past her limit; among front-placed the earlier arrival goes first', () => {
    const model = openOffice();
    const [first, second] = [model.issue('a'), model.issue('a')];
    model.callNext('k1');
    model.callNext('k2');
    model.issue('a', 'lansia');
    model.wait(30);
    model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId: first });
    model.must('budi', 'queue.markNoShow', { counterId: 'k2', ticketId: second });
    model.must('sari', 'queue.returnToQueue', { ticketId: second, placement: 'front' });
    model.must('sari', 'queue.returnToQueue', { ticketId: first, placement: 'front' });
    expect([model.callNext('k1').id, model.callNext('k2').id]).toEqual([first, second]);
  });

  it('refuses to return what is no no-show', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    expect(model.run('sari', 'queue.returnToQueue', { ticketId: 'nobody', placement: 'end' })).toEqual(refused({ type: 'ticketUnknown' }));
    expect(model.run('sari', 'queue.returnToQueue', { ticketId, placement: 'end' })).toEqual(
      refused({ type: 'ticketInOtherState', number: 'A-001', status: 'waiting' }),
    );
  });
});

it('keeps the last twenty announcements for the board', () => {
  const model = openOffice({ counters: [makeCounter('k1', 1, ['a']), makeCounter('k2', 2, ['a'])] });
  for (let i = 0; i < 25; i++) serve(model, 'k1', model.issue('a') && model.callNext('k1').id);
  expect(model.state.announcements.map((call) => call.order)).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
});
