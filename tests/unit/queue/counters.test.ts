import { describe, expect, it } from 'vitest';
import { createQueueModel, openOffice } from './model.ts';

const refused = (refusal: object) => ({ ok: false, refusal });

describe('opening a counter', () => {
  it('signs the officer on', () => {
    const model = createQueueModel();
    model.must('sari', 'queue.openDay', {});
    const { events } = model.must('sari', 'queue.openCounter', { counterId: 'k1' });
    expect(events).toEqual([
      { type: 'counterOpened.v1', data: { counterId: 'k1', staffId: 'sari', takenOverFrom: null, stationId: 'lead' } },
    ]);
    expect(model.state.desks['k1']).toMatchObject({ status: 'open', staffId: 'sari', openedAt: model.now });
  });

  it('changes nothing at a counter of one’s own', () => {
    expect(openOffice().must('sari', 'queue.openCounter', { counterId: 'k1' }).events).toEqual([]);
  });

  it('refuses without an open day, an unknown counter, a second counter, a taken counter', () => {
    expect(createQueueModel().run('sari', 'queue.openCounter', { counterId: 'k1' })).toEqual(refused({ type: 'dayNotOpen' }));
    const model = openOffice();
    expect(model.run('sari', 'queue.openCounter', { counterId: 'k9' })).toEqual(refused({ type: 'counterUnknown' }));
    expect(model.run('sari', 'queue.openCounter', { counterId: 'k3' })).toEqual(refused({ type: 'alreadyAtCounter', name: 'Loket 1' }));
    model.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    const taken = refused({ type: 'counterTaken', name: 'Loket 2', staffName: 'Budi' });
    expect(model.run('sari', 'queue.openCounter', { counterId: 'k2' })).toEqual(taken);
    expect(model.run('sari', 'queue.openCounter', { counterId: 'k2', takeOver: true })).toEqual(taken);
    expect(model.run('dewi', 'queue.openCounter', { counterId: 'k2' })).toEqual(taken);
  });

  it('lets a supervisor take over, and the visitor stays', () => {
    const model = openOffice();
    model.issue('a');
    const visitor = model.callNext('k2');
    const { events } = model.must('dewi', 'queue.openCounter', { counterId: 'k2', takeOver: true });
    expect(events).toEqual([
      { type: 'counterOpened.v1', data: { counterId: 'k2', staffId: 'dewi', takenOverFrom: 'budi', stationId: 'lead' } },
    ]);
    expect(model.state.desks['k2']).toMatchObject({ staffId: 'dewi', currentId: visitor.id, status: 'open' });
    expect(model.run('budi', 'queue.startServing', { counterId: 'k2', ticketId: visitor.id })).toEqual(
      refused({ type: 'notAtCounter', name: 'Loket 2' }),
    );
    model.must('budi', 'queue.openCounter', { counterId: 'k3' });
  });
});

describe('closing a counter', () => {
  it('signs off; another may sign on', () => {
    const model = openOffice();
    const { events } = model.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    expect(events).toEqual([{ type: 'counterClosed.v1', data: { counterId: 'k1', reason: 'officer' } }]);
    expect(model.state.desks['k1']).toMatchObject({ status: 'closed', staffId: null, openedAt: null });
    model.must('dewi', 'queue.openCounter', { counterId: 'k1' });
  });

  it('refuses an unknown, closed, foreign or busy counter', () => {
    const model = openOffice();
    expect(model.run('sari', 'queue.closeCounter', { counterId: 'k9' })).toEqual(refused({ type: 'counterUnknown' }));
    expect(model.run('sari', 'queue.closeCounter', { counterId: 'k3' })).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
    expect(model.run('sari', 'queue.closeCounter', { counterId: 'k2' })).toEqual(refused({ type: 'notAtCounter', name: 'Loket 2' }));
    model.issue('a');
    model.callNext('k1');
    expect(model.run('sari', 'queue.closeCounter', { counterId: 'k1' })).toEqual(refused({ type: 'counterBusy', number: 'A-001' }));
  });

  it('lets a supervisor close any', () => {
    expect(openOffice().run('dewi', 'queue.closeCounter', { counterId: 'k1' }).ok).toBe(true);
  });
});

describe('a break', () => {
  it('begins and ends; on a break nobody is called', () => {
    const model = openOffice();
    model.issue('a');
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    expect(model.run('sari', 'queue.callNext', { counterId: 'k1' })).toEqual(refused({ type: 'counterOnBreak', name: 'Loket 1' }));
    model.must('sari', 'queue.endBreak', { counterId: 'k1' });
    expect(model.must('sari', 'queue.endBreak', { counterId: 'k1' }).events).toEqual([]);
    expect(model.callNext('k1').number).toBe('A-001');
  });

  it('refuses an unknown, closed, foreign or busy counter, and a second break', () => {
    const model = openOffice();
    for (const method of ['queue.startBreak', 'queue.endBreak'] as const) {
      expect(model.run('sari', method, { counterId: 'k9' })).toEqual(refused({ type: 'counterUnknown' }));
      expect(model.run('sari', method, { counterId: 'k3' })).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
      expect(model.run('sari', method, { counterId: 'k2' })).toEqual(refused({ type: 'notAtCounter', name: 'Loket 2' }));
    }
    model.issue('a');
    const { id: ticketId } = model.callNext('k1');
    expect(model.run('sari', 'queue.startBreak', { counterId: 'k1' })).toEqual(refused({ type: 'counterBusy', number: 'A-001' }));
    model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId });
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    expect(model.run('sari', 'queue.startBreak', { counterId: 'k1' })).toEqual(refused({ type: 'counterOnBreak', name: 'Loket 1' }));
  });
});
