import { describe, expect, it } from 'vitest';
import type { Decided } from '../../../shared/domain/queue/commands.ts';
import { getById } from '../../../shared/domain/collections/idMap.ts';
import { openOffice, type Outcome, type QueueModel } from './model.ts';

const refused = (refusal: object) => ({ ok: false, refusal });

/** A visitor being served at counter 1. */
function served() {
  const model = openOffice();
  const ticketId = model.issue('a', 'ibuHamil');
  model.callNext('k1');
  model.must('sari', 'queue.startServing', { counterId: 'k1', ticketId });
  return { model, ticketId, at: { counterId: 'k1', ticketId } };
}

type Steps = Readonly<Record<string, (model: QueueModel, at: { counterId: string; ticketId: string }, who?: 'sari' | 'dewi') => Outcome>>;

const steps: Steps = {
  recall: (model, at, who = 'sari') => model.run(who, 'queue.recall', at),
  noShow: (model, at, who = 'sari') => model.run(who, 'queue.markNoShow', at),
  startServing: (model, at, who = 'sari') => model.run(who, 'queue.startServing', at),
  hold: (model, at, who = 'sari') => model.run(who, 'queue.hold', at),
  resume: (model, at, who = 'sari') => model.run(who, 'queue.resume', at),
  transfer: (model, at, who = 'sari') => model.run(who, 'queue.transfer', { ...at, serviceId: 'b', placement: 'end' }),
  finish: (model, at, who = 'sari') => model.run(who, 'queue.finish', at),
  addService: (model, at, who = 'sari') => model.run(who, 'queue.addService', { ...at, newTicketId: 'new', serviceId: 'b' }),
  setStep: (model, at, who = 'sari') => model.run(who, 'queue.setStep', { ...at, step: 'need' }),
  setRequirements: (model, at, who = 'sari') => model.run(who, 'queue.setRequirements', { ...at, receivedRequirementIds: [] }),
};

describe.each(Object.entries(steps))('%s', (name, step) => {
  it('is refused at an unknown, closed or foreign counter', () => {
    const { model, ticketId } = served();
    expect(step(model, { counterId: 'k9', ticketId })).toEqual(refused({ type: 'counterUnknown' }));
    expect(step(model, { counterId: 'k3', ticketId })).toEqual(refused({ type: 'counterClosed', name: 'Loket 3' }));
    expect(step(model, { counterId: 'k2', ticketId })).toEqual(refused({ type: 'notAtCounter', name: 'Loket 2' }));
  });

  it('is refused for a ticket that is unknown, waits, or is at another counter', () => {
    const model = openOffice();
    const [other, waiting] = [model.issue('a'), model.issue('a')];
    model.callNext('k2');
    model.must('budi', 'queue.startServing', { counterId: 'k2', ticketId: other });
    if (name === 'resume') model.must('budi', 'queue.hold', { counterId: 'k2', ticketId: other });
    expect(step(model, { counterId: 'k1', ticketId: 'nobody' })).toEqual(refused({ type: 'ticketUnknown' }));
    expect(step(model, { counterId: 'k1', ticketId: waiting })).toEqual(
      refused({ type: 'ticketInOtherState', number: 'A-002', status: 'waiting' }),
    );
    const notYours = refused({ type: 'ticketNotYours', number: 'A-001', counterName: 'Loket 2' });
    expect(step(model, { counterId: 'k1', ticketId: other })).toEqual(notYours);
    expect(step(model, { counterId: 'k1', ticketId: other }, 'dewi')).toEqual(notYours);
  });

  it('is refused for a ticket that has ended', () => {
    const { model, at } = served();
    model.must('sari', 'queue.finish', at);
    expect(step(model, at)).toEqual(refused({ type: 'ticketInOtherState', number: 'A-001', status: 'finished' }));
  });
});

describe('serving', () => {
  it('starts, and finishes with the time at the counter measured', () => {
    const { model, ticketId, at } = served();
    expect(model.ticket(ticketId)).toMatchObject({ status: 'serving', servingAt: model.now, step: 'greet' });
    model.wait(7);
    expect(model.must('sari', 'queue.finish', at).events).toEqual([{ type: 'ticketFinished.v1', data: at }]);
    expect(model.ticket(ticketId)).toMatchObject({ status: 'finished', endedAt: model.now });
    expect(model.state.serviceTimes).toEqual({ a: [7 * 60_000] });
    expect(model.state.desks['k1']).toMatchObject({ currentId: null, endedIds: [ticketId] });
  });

  it('is refused twice, and finishing without starting', () => {
    const { model, at } = served();
    expect(model.run('sari', 'queue.startServing', at)).toEqual(
      refused({ type: 'ticketInOtherState', number: 'A-001', status: 'serving' }),
    );
    model.issue('a');
    const { id } = model.callNext('k2');
    expect(model.run('budi', 'queue.finish', { counterId: 'k2', ticketId: id })).toEqual(
      refused({ type: 'ticketInOtherState', number: 'A-002', status: 'called' }),
    );
  });

  it('may be done by a supervisor at any counter', () => {
    const { model, at } = served();
    expect(model.run('dewi', 'queue.finish', at).ok).toBe(true);
  });
});

describe('hold and resume', () => {
  it('frees the counter, and the hold does not count as service', () => {
    const { model, ticketId, at } = served();
    model.wait(2);
    model.must('sari', 'queue.hold', at);
    expect(model.ticket(ticketId)).toMatchObject({ status: 'held', heldAt: model.now, counterId: 'k1' });
    const other = model.issue('a');
    expect(model.callNext('k1').id).toBe(other);
    model.wait(5);
    expect(model.run('sari', 'queue.resume', at)).toEqual(refused({ type: 'counterBusy', number: 'A-002' }));
    model.must('sari', 'queue.markNoShow', { counterId: 'k1', ticketId: other });
    model.must('sari', 'queue.resume', at);
    expect(model.ticket(ticketId)).toMatchObject({ status: 'serving', heldAt: null, heldMs: 5 * 60_000 });
    model.wait(1);
    model.must('sari', 'queue.finish', at);
    expect(model.state.serviceTimes).toEqual({ a: [3 * 60_000] });
  });

  it('is refused on a break, and while the visitor is at another counter', () => {
    const { model, at } = served();
    model.must('sari', 'queue.addService', { ...at, newTicketId: 'second', serviceId: 'b' });
    model.must('sari', 'queue.hold', at);
    model.must('sari', 'queue.startBreak', { counterId: 'k1' });
    expect(model.run('sari', 'queue.resume', at)).toEqual(refused({ type: 'counterOnBreak', name: 'Loket 1' }));
    model.must('sari', 'queue.endBreak', { counterId: 'k1' });
    expect(model.callNext('k2').id).toBe('second');
    expect(model.run('sari', 'queue.resume', at)).toEqual(
      refused({ type: 'visitorAtOtherCounter', number: 'B-001', counterName: 'Loket 2' }),
    );
  });

  it('goes on at another counter when the first has closed, if that takes the service', () => {
    const { model, ticketId, at } = served();
    model.must('sari', 'queue.hold', at);
    model.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    model.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    const notYours = refused({ type: 'ticketNotYours', number: 'A-001', counterName: 'Loket 1' });
    expect(model.run('dewi', 'queue.resume', { counterId: 'k3', ticketId })).toEqual(notYours);
    model.must('budi', 'queue.resume', { counterId: 'k2', ticketId });
    expect(model.ticket(ticketId)).toMatchObject({ status: 'serving', counterId: 'k2' });
    expect(model.state.desks['k1']?.heldIds).toEqual([]);
    expect(model.state.desks['k2']?.currentId).toBe(ticketId);
  });
});

describe('transfer', () => {
  it.each(['front', 'end', 'arrival'] as const)('to %s keeps the number and begins anew', (placement) => {
    const { model, ticketId, at } = served();
    model.must('sari', 'queue.setRequirements', { ...at, receivedRequirementIds: ['a-kk'] });
    model.wait(3);
    const waiting = model.issue('b');
    const { events } = model.must('sari', 'queue.transfer', { ...at, serviceId: 'b', placement });
    const order = placement === 'end' ? 3 : 1;
    expect(events).toEqual([{ type: 'ticketTransferred.v1', data: { ...at, fromServiceId: 'a', serviceId: 'b', placement, order } }]);
    expect(model.ticket(ticketId)).toMatchObject({
      number: 'A-001',
      serviceId: 'b',
      status: 'waiting',
      counterId: null,
      step: null,
      receivedRequirementIds: [],
      ground: 'ibuHamil',
    });
    expect(model.state.desks['k1']?.currentId).toBeNull();
    model.office = { ...model.office, policy: { kind: 'fifo' } };
    expect(model.callNext('k2').id).toBe(placement === 'end' ? waiting : ticketId);
  });

  it('is refused to a service that is unknown or that no counter takes', () => {
    const { model, at } = served();
    const transfer = (serviceId: string) => model.run('sari', 'queue.transfer', { ...at, serviceId, placement: 'end' });
    expect(transfer('z')).toEqual(refused({ type: 'serviceUnknown' }));
    expect(transfer('c')).toEqual(refused({ type: 'serviceNotOffered', title: { id: 'Layanan c', en: 'Service c' } }));
  });
});

describe('cancel', () => {
  it('ends a waiting ticket, by any officer', () => {
    const model = openOffice();
    const ticketId = model.issue('a');
    const { events } = model.must('budi', 'queue.cancel', { ticketId, reason: 'visitorLeft' });
    expect(events).toEqual([{ type: 'ticketCancelled.v1', data: { ticketId, reason: 'visitorLeft', counterId: null } }]);
    expect(model.run('sari', 'queue.callNext', { counterId: 'k1' })).toEqual(refused({ type: 'nobodyWaiting' }));
    expect(model.ticket(model.issue('a')).number).toBe('A-002');
  });

  it('ends a ticket at a counter, by its officer or a supervisor only', () => {
    const { model, ticketId } = served();
    const cancel = { ticketId, reason: 'other' } as const;
    expect(model.run('budi', 'queue.cancel', cancel)).toEqual(refused({ type: 'ticketNotYours', number: 'A-001', counterName: 'Loket 1' }));
    model.must('sari', 'queue.hold', { counterId: 'k1', ticketId });
    model.must('dewi', 'queue.cancel', cancel);
    expect(model.state.desks['k1']).toMatchObject({ heldIds: [], endedIds: [ticketId] });
    expect(model.run('dewi', 'queue.cancel', cancel)).toEqual(
      refused({ type: 'ticketInOtherState', number: 'A-001', status: 'cancelled' }),
    );
    expect(model.run('dewi', 'queue.cancel', { ticketId: 'nobody', reason: 'other' })).toEqual(refused({ type: 'ticketUnknown' }));
  });
});

describe('script, papers, note', () => {
  it('keeps the step; the same step is no event', () => {
    const { model, ticketId, at } = served();
    model.must('sari', 'queue.setStep', { ...at, step: 'check' });
    expect(model.ticket(ticketId).step).toBe('check');
    expect(model.must('sari', 'queue.setStep', { ...at, step: 'check' }).events).toEqual([]);
  });

  it('keeps the papers received, each once, and refuses papers of another service', () => {
    const { model, ticketId, at } = served();
    model.must('sari', 'queue.setRequirements', { ...at, receivedRequirementIds: ['a-kk', 'a-kk', 'a-ktp'] });
    expect(model.ticket(ticketId).receivedRequirementIds).toEqual(['a-kk', 'a-ktp']);
    expect(model.run('sari', 'queue.setRequirements', { ...at, receivedRequirementIds: ['b-kk'] })).toEqual(
      refused({ type: 'requirementUnknown' }),
    );
  });

  it('knows only that there is a note', () => {
    const { model, ticketId } = served();
    const note: Decided<'queue.note'> = { ticketId, hasNote: true };
    expect(model.must('sari', 'queue.note', note).events).toEqual([
      { type: 'visitNoteChanged.v1', data: { visitId: 'v1', ticketId, hasNote: true } },
    ]);
    expect(getById(model.state.visits, 'v1')?.hasNote).toBe(true);
    expect(model.run('sari', 'queue.note', { ticketId: 'nobody', hasNote: true })).toEqual(refused({ type: 'ticketUnknown' }));
  });
});
