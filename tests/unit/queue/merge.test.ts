import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../shared/domain/collections/orderedList.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import { initialQueue, lineOf, type QueueState, ticketById } from '../../../shared/domain/queue/state.ts';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { branchOf, cutOff, heal, openTwoStations, stationB, stationC, toldOf } from './branches.ts';
import { createQueueModel, makeOffice, minute, monday8, type QueueModel, serve } from './model.ts';

const k2 = { counterId: 'k2' };

/** Numbers of a service's regular line, in order. */
const lineNumbers = (state: QueueState, serviceId: string): readonly (string | undefined)[] =>
  [...inOrder(lineOf(state, serviceId).regular)].map(({ id }) => ticketById(state, id)?.number);

/** Lets the clocks of all go on. */
function wait(minutes: number, ...models: readonly QueueModel[]): void {
  for (const model of models) model.wait(minutes);
}

/** Budi at counter 2 of station B serves one visitor of the main line when B is cut off. */
function servingAtTheCut(): {
  readonly lead: QueueModel;
  readonly there: QueueModel;
  readonly ticketId: string;
  readonly at: { readonly counterId: string; readonly ticketId: string };
} {
  const lead = openTwoStations();
  const ticketId = lead.issue('a');
  lead.callNext('k2', 'budi');
  lead.must('budi', 'queue.startServing', { ...k2, ticketId });
  return { lead, there: cutOff(lead), ticketId, at: { ...k2, ticketId } };
}

describe('visitors of the branch', () => {
  it('given one was served there, when it heals, then the office knows all of it with its instants', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    wait(2, there);
    const ticketId = there.issue('a');
    wait(3, there);
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.startServing', { ...k2, ticketId });
    wait(5, there);
    there.must('budi', 'queue.finish', { ...k2, ticketId });
    wait(30, lead);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId)).toMatchObject({
      number: 'AB-001',
      status: 'finished',
      counterId: 'k2',
      issuedAt: monday8 + 2 * minute,
      calledAt: monday8 + 5 * minute,
      endedAt: monday8 + 10 * minute,
      branch: null,
    });
    expect(lead.state.serviceTimes['a']).toEqual([5 * minute]);
    expect(toldOf(notices, 'calledWhileCutOff')).toEqual([{ numbers: ['AB-001'], counterIds: [] }]);
    expect(toldOf(notices, 'numbersOfAnotherSeries')).toEqual([{ numbers: ['AB-001'], counterIds: [] }]);
    expect(notices).toHaveLength(2);
  });

  it('given some missed their call, were cancelled or are still there, when it heals, then they are so for the office', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    const [missed, left, held, there1] = [there.issue('a'), there.issue('a'), there.issue('a'), there.issue('a')] as const;
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.markNoShow', { ...k2, ticketId: missed });
    there.must('budi', 'queue.cancel', { ticketId: left, reason: 'visitorLeft' });
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.startServing', { ...k2, ticketId: held });
    there.must('budi', 'queue.hold', { ...k2, ticketId: held });
    there.callNext('k2', 'budi');
    heal(lead, branchOf(there));
    expect([missed, left, held, there1].map((id) => lead.ticket(id).status)).toEqual(['noShow', 'cancelled', 'held', 'called']);
    expect(lead.state.desks['k2']).toMatchObject({ currentId: there1, heldIds: [held], status: 'open', staffId: 'budi' });
    lead.must('dewi', 'queue.returnToQueue', { ticketId: missed, placement: 'end' });
  });

  it('given some wait there, when it heals, then each stands by the time that she has waited, and nobody of the main line loses', () => {
    const lead = openTwoStations();
    lead.issue('a');
    const there = cutOff(lead);
    wait(1, lead, there);
    there.issue('a');
    wait(1, lead, there);
    lead.issue('a');
    wait(1, lead, there);
    there.issue('a');
    there.issue('a');
    wait(1, lead, there);
    lead.issue('a');
    heal(lead, branchOf(there));
    expect(lineNumbers(lead.state, 'a')).toEqual(['A-001', 'AB-001', 'A-002', 'AB-002', 'AB-003', 'A-003']);
    lead.issue('a');
    expect(lineNumbers(lead.state, 'a').at(-1)).toBe('A-004');
  });

  it('given the clock of the station is wrong, when it heals, then nobody stands before who came before the cut, or waits from the future', () => {
    for (const wrong of [-300, 300]) {
      const lead = openTwoStations();
      wait(5, lead);
      lead.issue('a');
      const there = cutOff(lead);
      wait(wrong, there);
      there.issue('a');
      wait(10, lead, there);
      there.issue('a');
      heal(lead, branchOf(there));
      expect(lineNumbers(lead.state, 'a')[0]).toBe('A-001');
      for (const { since } of inOrder(lineOf(lead.state, 'a').regular)) expect(since).toBeLessThanOrEqual(lead.now);
    }
  });

  it('given hundreds came there between two of the main line, when they heal in parts, then all keep their order', () => {
    const lead = openTwoStations();
    lead.issue('a');
    const there = cutOff(lead);
    for (let part = 0; part < 6; part++) {
      wait(1, lead, there);
      for (let i = 0; i < 50; i++) there.issue('a');
      if (part === 0) {
        wait(60, lead);
        lead.issue('a');
      }
      heal(lead, branchOf(there));
    }
    const numbers = lineNumbers(lead.state, 'a');
    expect(numbers).toHaveLength(302);
    const there300 = Array.from({ length: 300 }, (_, index) => `AB-${String(index + 1).padStart(3, '0')}`);
    expect(numbers.slice(1, -1)).toEqual(there300);
    expect(numbers.at(-1)).toBe('A-002');
  });

  it('given a visitor took a second number there, when it heals, then it keeps her arrival', () => {
    const { lead, there, at } = servingAtTheCut();
    lead.issue('b');
    there.must('budi', 'queue.addService', { ...at, newTicketId: 'n', serviceId: 'b' });
    there.must('budi', 'queue.finish', at);
    heal(lead, branchOf(there));
    expect(lineNumbers(lead.state, 'b')).toEqual(['BB-001', 'B-001']);
  });

  it('given no counter takes the service any more, when it heals, then people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.issue('b');
    lead.office = { ...lead.office, counters: lead.office.counters.map((counter) => ({ ...counter, serviceIds: ['a'] })) };
    expect(toldOf(heal(lead, branchOf(there)), 'noCounterServes')).toEqual([{ numbers: ['BB-001'], counterIds: [] }]);
  });

  it('given the lead issued the same ticket and its answer was lost, when it heals, then the number on paper stands, and people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    const asked = { ticketId: 'x', visitId: 'vx', serviceId: 'a', ground: null };
    lead.must('kiosk', 'queue.issue', asked);
    there.must('kiosk', 'queue.issue', asked);
    there.callNext('k2', 'budi');
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket('x')).toMatchObject({ number: 'AB-001', status: 'called', counterId: 'k2' });
    expect(lead.state.tickets.size).toBe(1);
    expect(toldOf(notices, 'numberChanged')).toEqual([{ numbers: ['AB-001', 'A-001'], counterIds: [] }]);
    expect(lead.ticket(lead.issue('a')).number).toBe('A-002');
    const again = cutOff(lead, stationB, 10);
    expect(again.ticket(again.issue('a')).number).toBe('AB-002');
  });

  it('given a number was given already, when it heals, then it is not given twice, and people are told', () => {
    const lead = openTwoStations();
    lead.issue('a');
    const there = cutOff(lead, { id: stationB.id, letter: '' });
    // Two stations of one letter, as no office should have.
    const other = cutOff(openTwoStations(), { id: stationB.id, letter: '' });
    other.must('kiosk', 'queue.issue', { ticketId: 'x', visitId: 'vx', serviceId: 'a', ground: null });
    const notices = heal(lead, branchOf(there, stationB, { events: other.events }));
    expect(toldOf(notices, 'numberTwice')).toEqual([{ numbers: ['A-001'], counterIds: [] }]);
  });
});

describe('visitors of the main line at the counters of the branch', () => {
  it('given one was finished there, when it heals, then she is finished, and the counter is free', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    there.must('budi', 'queue.finish', at);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId).status).toBe('finished');
    expect(lead.state.desks['k2']?.currentId).toBeNull();
    expect(notices).toEqual([]);
  });

  it.each(['finish', 'cancel', 'hold'] as const)(
    'given the answer of the lead to a %s was lost, when it heals, then nobody is told',
    (method) => {
      const { lead, there, at, ticketId } = servingAtTheCut();
      const cancelled = { ticketId, reason: 'other' } as const;
      for (const model of [lead, there]) {
        if (method === 'cancel') model.must('budi', 'queue.cancel', cancelled);
        else model.must('budi', `queue.${method}`, at);
      }
      expect(heal(lead, branchOf(there))).toEqual([]);
      expect(lead.ticket(ticketId).status).toBe({ finish: 'finished', cancel: 'cancelled', hold: 'held' }[method]);
    },
  );

  it('given papers and steps were ticked and she stepped aside, when it heals, then all is there', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    there.must('budi', 'queue.setStep', { ...at, step: 'duration' });
    there.must('budi', 'queue.setRequirements', { ...at, receivedRequirementIds: ['a-kk'] });
    there.must('budi', 'queue.note', { ticketId, hasNote: true });
    there.must('budi', 'queue.hold', at);
    heal(lead, branchOf(there));
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'held', step: 'duration', receivedRequirementIds: ['a-kk'] });
    expect(lead.state.visits.buckets.flat()).toContainEqual(expect.objectContaining({ hasNote: true }));
  });

  it('given the answer to a call was lost and the counter went on with another, then she goes back to the front, and people are told', () => {
    const lead = openTwoStations();
    const [lost, next] = [lead.issue('a'), lead.issue('a')] as const;
    const there = cutOff(lead);
    lead.callNext('k2', 'dewi');
    const own = there.issue('a');
    there.callNext('k2', 'budi');
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(lost)).toMatchObject({ status: 'waiting', place: { front: true } });
    expect(lead.state.desks['k2']?.currentId).toBe(own);
    expect(toldOf(notices, 'backToFront')).toEqual([{ numbers: ['A-001'], counterIds: ['k2'] }]);
    expect(lead.callNext('k1').id).toBe(lost);
    expect(lead.ticket(next).status).toBe('waiting');
  });

  it('given the answer to a call was lost and the counter did nothing, then she is still called there', () => {
    const lead = openTwoStations();
    const lost = lead.issue('a');
    const there = cutOff(lead);
    lead.callNext('k2', 'dewi');
    there.issue('a');
    heal(lead, branchOf(there));
    expect(lead.ticket(lost)).toMatchObject({ status: 'called', counterId: 'k2' });
  });

  it.each(['closeCounter', 'startBreak'] as const)(
    'given the answer to a call was lost and the officer did %s, then she waits in front',
    (method) => {
      const lead = openTwoStations();
      const lost = lead.issue('a');
      const there = cutOff(lead);
      lead.callNext('k2', 'dewi');
      there.must('budi', `queue.${method}`, k2);
      expect(toldOf(heal(lead, branchOf(there)), 'backToFront')).toEqual([{ numbers: ['A-001'], counterIds: ['k2'] }]);
      expect(lead.ticket(lost).status).toBe('waiting');
    },
  );

  it('given a supervisor sent her on meanwhile and another counter has her, then that stands, and both counters are told', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    lead.must('dewi', 'queue.transfer', { ...at, serviceId: 'b', placement: 'front' });
    lead.must('dewi', 'queue.callTicket', { counterId: 'k1', ticketId });
    there.must('budi', 'queue.finish', at);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'called', counterId: 'k1' });
    expect(toldOf(notices, 'conflictElsewhere')).toEqual([{ numbers: ['A-001'], counterIds: ['k2', 'k1'] }]);
    expect(notices[0]).toMatchObject({ statusThere: 'finished', status: 'called', stationId: stationB.id, date: '2026-11-23' });
  });

  it('given a supervisor sent her on meanwhile and the counter did nothing, when it comes back, then both counters are told', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    lead.must('dewi', 'queue.transfer', { ...at, serviceId: 'b', placement: 'front' });
    lead.must('dewi', 'queue.callTicket', { counterId: 'k1', ticketId });
    there.must('system', 'queue.endBranch', {});
    const notices = heal(lead, branchOf(there));
    expect(notices).toMatchObject([
      { kind: 'conflictElsewhere', numbers: ['A-001'], counterIds: ['k2', 'k1'], statusThere: 'serving', status: 'called' },
    ]);
  });

  it('given nobody touched who stands at the counters, when it comes back, then nobody is told', () => {
    const { lead, there } = servingAtTheCut();
    there.must('system', 'queue.endBranch', {});
    expect(heal(lead, branchOf(there))).toEqual([]);
  });

  it('given a supervisor put her back into the line, and she was finished there, then she is not called again, and people are told', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    lead.must('dewi', 'queue.transfer', { ...at, serviceId: 'b', placement: 'end' });
    wait(4, there);
    there.must('budi', 'queue.finish', at);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'finished', counterId: 'k2', endedAt: there.now });
    expect(lineNumbers(lead.state, 'b')).toEqual([]);
    expect(toldOf(notices, 'conflictElsewhere')).toEqual([{ numbers: ['A-001'], counterIds: ['k2'] }]);
  });

  it('given a supervisor cancelled her meanwhile, then she stays cancelled, and people are told what was done there', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    lead.must('dewi', 'queue.cancel', { ticketId, reason: 'other' });
    there.must('budi', 'queue.hold', at);
    there.must('budi', 'queue.resume', at);
    there.must('budi', 'queue.finish', at);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId).status).toBe('cancelled');
    expect(notices).toMatchObject([{ kind: 'conflictEnded', numbers: ['A-001'], statusThere: 'finished', status: 'cancelled' }]);
  });

  it('given the lead serves another at that counter, then the visit there is recorded beside it', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    lead.must('dewi', 'queue.finish', at);
    const here = lead.issue('a');
    lead.must('dewi', 'queue.callTicket', { counterId: 'k2', ticketId: here });
    lead.must('dewi', 'queue.startServing', { counterId: 'k2', ticketId: here });
    there.must('budi', 'queue.finish', at);
    const [own, still] = [there.issue('a'), there.issue('a')] as const;
    wait(1, there);
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.startServing', { ...k2, ticketId: own });
    wait(2, there);
    there.must('budi', 'queue.hold', { ...k2, ticketId: own });
    wait(3, there);
    there.must('budi', 'queue.resume', { ...k2, ticketId: own });
    there.must('budi', 'queue.finish', { ...k2, ticketId: own });
    there.callNext('k2', 'budi');
    wait(30, lead);
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId).status).toBe('finished');
    expect(lead.state.desks['k2']?.currentId).toBe(here);
    expect(lead.ticket(own)).toMatchObject({
      status: 'finished',
      counterId: 'k2',
      calledAt: monday8 + minute,
      heldMs: 3 * minute,
      endedAt: monday8 + 6 * minute,
    });
    expect(lead.ticket(still)).toMatchObject({ status: 'waiting', place: { front: true } });
    // Both finished her there.
    expect(toldOf(notices, 'conflictEnded')).toEqual([]);
    expect(toldOf(notices, 'backToFront')).toEqual([{ numbers: ['AB-002'], counterIds: ['k2'] }]);
  });
});

describe('counters', () => {
  it('given one was opened there, when it heals, then it is open there', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    expect(heal(lead, branchOf(there))).toEqual([]);
    expect(lead.state.desks['k3']).toMatchObject({ status: 'open', staffId: 'dewi', stationId: stationB.id });
  });

  it('given a counter was opened at both, when it heals, then the lead keeps it, the visits there are kept, and people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    const ticketId = there.issue('b');
    there.callNext('k3', 'dewi');
    there.must('dewi', 'queue.startServing', { counterId: 'k3', ticketId });
    lead.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    lead.must('sari', 'queue.openCounter', { counterId: 'k3' });
    const here = lead.issue('b');
    lead.callNext('k3', 'sari');
    there.must('dewi', 'queue.finish', { counterId: 'k3', ticketId });
    const notices = heal(lead, branchOf(there));
    expect(lead.state.desks['k3']).toMatchObject({ staffId: 'sari', currentId: here });
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'finished', counterId: 'k3' });
    expect(notices).toContainEqual(
      expect.objectContaining({ kind: 'counterOpenedAtBoth', counterIds: ['k3'], staffIds: ['dewi', 'sari'] }),
    );
  });

  it('given its officer is signed on elsewhere by now, when it heals, then she is there, and people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    const ticketId = there.issue('b');
    there.callNext('k3', 'dewi');
    lead.must('sari', 'queue.closeCounter', { counterId: 'k1' });
    lead.must('dewi', 'queue.openCounter', { counterId: 'k1' });
    const notices = heal(lead, branchOf(there));
    expect(lead.state.desks['k1']?.staffId).toBe('dewi');
    expect(toldOf(notices, 'officerElsewhere')).toEqual([{ numbers: [], counterIds: ['k3', 'k1'] }]);
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'waiting', place: { front: true } });
  });

  it('given a supervisor closed it at the lead, when it heals, then visits there are recorded, and people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    lead.must('dewi', 'queue.closeCounter', k2);
    const ticketId = there.issue('a');
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.markNoShow', { ...k2, ticketId });
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(ticketId)).toMatchObject({ status: 'noShow', counterId: 'k2' });
    expect(toldOf(notices, 'counterClosedMeanwhile')).toEqual([{ numbers: [], counterIds: ['k2'] }]);
  });

  it('given an officer came over from the lead, when it heals, then her counter there is closed', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.must('sari', 'queue.openCounter', { counterId: 'k3' });
    expect(heal(lead, branchOf(there))).toEqual([]);
    expect(lead.state.desks['k1']?.status).toBe('closed');
    expect(lead.state.desks['k3']).toMatchObject({ staffId: 'sari', stationId: stationB.id });
  });
});

describe('announcements', () => {
  it('given calls on both sides, when it heals, then no board repeats one, and the next is new to all', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    const [own] = [there.issue('a'), there.issue('a')] as const;
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.recall', { ...k2, ticketId: own });
    lead.issue('a');
    lead.callNext('k1');
    const before = lead.state.announcements;
    heal(lead, branchOf(there));
    expect(lead.state.announcements).toEqual(before);
    expect(lead.state.lastCallOrder).toBeGreaterThan(there.state.lastCallOrder);
    const merged = lead.events.at(-1);
    const orders =
      merged?.type === 'branchMerged.v1' ? merged.data.events.flatMap(({ data }) => ('callOrder' in data ? [data.callOrder] : [])) : [];
    expect(orders).toEqual([3, 4]);
  });

  it('given the policy counts 1:k, when it heals, then calls there did not take anybody’s turn', () => {
    const lead = openTwoStations(createQueueModel(makeOffice({ hours: [], policy: { kind: 'ratio', regularPerPriority: 3 } })));
    lead.issue('a');
    serve(lead, 'k1', lead.callNext('k1').id);
    const there = cutOff(lead);
    there.issue('a');
    there.callNext('k2', 'budi');
    const before = lead.state.regularsSincePriority;
    heal(lead, branchOf(there));
    expect(lead.state.regularsSincePriority).toEqual(before);
  });
});

describe('parts', () => {
  it('given it was merged, when it comes again, then nothing is added', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.issue('a');
    heal(lead, branchOf(there));
    const before = lead.state;
    expect(lead.must('system', 'queue.mergeBranch', branchOf(there) as never)).toMatchObject({
      events: [],
      output: { merged: 0, notices: 0 },
    });
    expect(lead.state).toBe(before);
  });

  it('given more happened there before it knew of the merge, when that comes, then only the new is taken', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    const first = there.issue('a');
    there.callNext('k2', 'budi');
    heal(lead, branchOf(there));
    const second = there.issue('a');
    there.must('budi', 'queue.startServing', { ...k2, ticketId: first });
    there.must('budi', 'queue.finish', { ...k2, ticketId: first });
    const notices = heal(lead, branchOf(there));
    expect(lead.ticket(first).status).toBe('finished');
    expect(lead.ticket(second).status).toBe('waiting');
    expect(notices).toMatchObject([{ kind: 'numbersOfAnotherSeries', numbers: ['AB-002'] }]);
    const merges = lead.events.flatMap((event) => (event.type === 'branchMerged.v1' ? [[event.data.from, event.data.to]] : []));
    expect(merges).toEqual([
      [1, 2],
      [3, 5],
    ]);
  });

  it('given two stations were cut off, when they heal in either order, then both are there', () => {
    const b = cutOff(openTwoStations());
    const c = cutOff(openTwoStations(), stationC);
    b.issue('a');
    c.must('dewi', 'queue.openCounter', { counterId: 'k3' });
    const own = c.issue('b');
    c.callNext('k3', 'dewi');
    for (const order of [
      [branchOf(b), branchOf(c, stationC)],
      [branchOf(c, stationC), branchOf(b)],
    ]) {
      const lead = openTwoStations();
      for (const branch of order) heal(lead, branch);
      expect(lineNumbers(lead.state, 'a')).toEqual(['AB-001']);
      expect(lead.state.desks['k3']?.currentId).toBe(own);
    }
  });

  it('given a merge, when the main stream is folded anew, then the queue is the same', () => {
    const { lead, there, at } = servingAtTheCut();
    there.must('budi', 'queue.finish', at);
    there.issue('a');
    there.callNext('k2', 'budi');
    heal(lead, branchOf(there));
    expect(lead.events.reduce(evolve, initialQueue)).toEqual(lead.state);
  });
});

describe('days', () => {
  it('given the office was closed meanwhile, when it heals, then visits are history, who was there expires, and people are told', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    const [own, waits] = [there.issue('a'), there.issue('a')] as const;
    there.must('budi', 'queue.hold', at);
    there.callNext('k2', 'budi');
    lead.must('dewi', 'queue.cancel', { ticketId, reason: 'other' });
    lead.must('dewi', 'queue.closeDay', { expireWaiting: true });
    const notices = heal(lead, branchOf(there));
    expect([own, waits].map((id) => lead.ticket(id).status)).toEqual(['expired', 'expired']);
    expect(toldOf(notices, 'conflictDayClosed')).toEqual([
      { numbers: ['AB-001'], counterIds: ['k2'] },
      { numbers: ['AB-002'], counterIds: [] },
    ]);
    lead.must('sari', 'queue.openDay', {});
    expect(lead.ticket(lead.issue('a')).number).toBe('A-002');
  });

  it('given the lead rolled over while visitors were served there, when it heals next day, then yesterday is complete and today empty', () => {
    const { lead, there, at, ticketId } = servingAtTheCut();
    there.must('budi', 'queue.finish', at);
    const [served, waits] = [there.issue('a'), there.issue('a')] as const;
    there.callNext('k2', 'budi');
    there.must('budi', 'queue.startServing', { ...k2, ticketId: served });
    wait(10, there);
    there.must('budi', 'queue.finish', { ...k2, ticketId: served });
    const branch = branchOf(there);
    wait(24 * 60, lead);
    lead.must('system', 'queue.rollOver', {});
    const yesterday = lead.state;
    lead.must('sari', 'queue.openDay', {});
    const today = createQueueModel(lead.office, lead.now, { state: lead.state, pastDay: () => yesterday });
    today.issue('a');
    const notices = heal(today, branch);
    expect(lineNumbers(today.state, 'a')).toEqual(['A-001']);
    expect(ticketById(today.state, served)).toBeUndefined();
    expect(notices.every(({ date }) => date === '2026-11-23')).toBe(true);
    expect(toldOf(notices, 'conflictDayClosed')).toEqual([
      { numbers: ['A-001'], counterIds: ['k2'] },
      { numbers: ['AB-002'], counterIds: [] },
    ]);
    // The queue of that day, as its stream and what came later make it.
    const merged = today.events.at(-1);
    if (merged === undefined) throw new Error('nothing was merged');
    const then = evolve(yesterday, merged);
    expect([ticketId, served, waits].map((id) => ticketById(then, id)?.status)).toEqual(['finished', 'finished', 'expired']);
    expect(ticketById(then, served)).toMatchObject({ counterId: 'k2', servingAt: monday8, endedAt: monday8 + 10 * minute });
    expect(today.must('system', 'queue.mergeBranch', branch as never).events).toEqual([]);
  });

  it('given what was merged before, when a new day opens, then it is not merged again, and what nobody has seen is still told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.issue('a');
    heal(lead, branchOf(there));
    wait(24 * 60, lead);
    lead.must('system', 'queue.rollOver', {});
    lead.must('sari', 'queue.openDay', {});
    // Nobody has seen it yet.
    expect(lead.state.notices.map(({ kind }) => kind)).toEqual(['numbersOfAnotherSeries']);
    expect(lead.must('system', 'queue.mergeBranch', branchOf(there) as never).events).toEqual([]);
  });

  it('given a day that this office has not opened, when a branch of it comes, then it has to wait', () => {
    const there = cutOff(openTwoStations());
    there.issue('a');
    expect(createQueueModel().run('system', 'queue.mergeBranch', branchOf(there) as never)).toEqual({
      ok: false,
      refusal: { type: 'dayNotOpen' },
    });
  });
});

describe('a deposed lead', () => {
  const wasLead = { id: 'lead', letter: '' };

  it('given it opened the day and nobody heard, when its tail comes, then the day is open with its visitors', () => {
    const old = openTwoStations();
    const ticketId = old.issue('a');
    old.callNext('k1', 'sari');
    const successor = createQueueModel(makeOffice({ hours: [] }), monday8 + 60 * minute, { station: stationB });
    const notices = heal(successor, branchOf(old, wasLead, { wasLead: true, letter: '' }));
    expect(successor.state.day).toEqual({ date: '2026-11-23', status: 'open' });
    expect(successor.ticket(ticketId)).toMatchObject({ status: 'called', counterId: 'k1' });
    expect(toldOf(notices, 'calledWhileCutOff')).toEqual([{ numbers: ['A-001'], counterIds: [] }]);
  });

  it('given the day before is still open here, when the tail opens its own, then that has to wait until it has ended', () => {
    const old = openTwoStations();
    const successor = createQueueModel(makeOffice({ hours: [] }), monday8 - 24 * 60 * minute, { station: stationB });
    successor.must('sari', 'queue.openDay', {});
    const tail = branchOf(old, wasLead, { wasLead: true, letter: '' });
    wait(24 * 60, successor);
    expect(successor.run('system', 'queue.mergeBranch', tail as never)).toEqual({ ok: false, refusal: { type: 'dayNotOpen' } });
    successor.must('system', 'queue.rollOver', {});
    heal(successor, tail);
    expect(successor.state.day).toEqual({ date: '2026-11-23', status: 'open' });
  });

  it('given it opened and closed the day and nobody heard, when its tail comes, then the day was so', () => {
    const old = openTwoStations();
    const served = old.issue('a');
    serve(old, 'k1', old.callNext('k1').id);
    const left = old.issue('a');
    old.must('dewi', 'queue.closeDay', { expireWaiting: true });
    const successor = createQueueModel(makeOffice({ hours: [] }), old.now + 60 * minute, { station: stationB });
    const notices = heal(successor, branchOf(old, wasLead, { wasLead: true, letter: '' }));
    expect(successor.state.day).toEqual({ date: '2026-11-23', status: 'closed' });
    expect([served, left].map((id) => successor.ticket(id).status)).toEqual(['finished', 'expired']);
    expect(notices.map(({ kind }) => kind)).toEqual(['calledWhileCutOff']);
    successor.must('sari', 'queue.openDay', {});
  });

  it('given its day is past and nobody else opened it, when its tail comes, then it is history, with nobody in it', () => {
    const old = openTwoStations();
    const left = old.issue('a');
    const tail = branchOf(old, wasLead, { wasLead: true, letter: '' });
    const successor = createQueueModel(old.office, old.now + 24 * 60 * minute, { station: stationB, pastDay: () => initialQueue });
    successor.must('sari', 'queue.openDay', {});
    const notices = heal(successor, tail);
    expect(successor.state.tickets.size).toBe(0);
    expect(toldOf(notices, 'conflictDayClosed')).toEqual([{ numbers: ['A-001'], counterIds: [] }]);
    const merged = successor.events.at(-1);
    if (merged === undefined) throw new Error('nothing was merged');
    const then = evolve(initialQueue, merged);
    expect(queueProblems(then)).toEqual([]);
    expect(then.day).toEqual({ date: '2026-11-23', status: 'closed' });
    expect(ticketById(then, left)?.status).toBe('expired');
  });

  it('given it closed a past day and opened it again, when its tail comes, then that stays closed', () => {
    const old = openTwoStations();
    const cut = old.events.length;
    const known = old.state;
    old.must('dewi', 'queue.closeDay', { expireWaiting: true });
    wait(60, old);
    old.must('sari', 'queue.openDay', {});
    const left = old.issue('a');
    const successor = createQueueModel(old.office, old.now, { state: known, station: stationB });
    wait(24 * 60, successor);
    successor.must('system', 'queue.rollOver', {});
    const yesterday = successor.state;
    successor.must('sari', 'queue.openDay', {});
    const today = createQueueModel(old.office, successor.now, { state: successor.state, station: stationB, pastDay: () => yesterday });
    heal(today, branchOf(old, wasLead, { wasLead: true, letter: '', events: old.events.slice(cut) }));
    const merged = today.events.at(-1);
    if (merged === undefined) throw new Error('nothing was merged');
    const then = evolve(yesterday, merged);
    expect(then.day?.status).toBe('closed');
    expect(ticketById(then, left)?.status).toBe('expired');
    expect(queueProblems(then)).toEqual([]);
  });

  it('given both called the same visitor, when its tail comes, then the new lead’s call stands, and both counters are told', () => {
    const old = openTwoStations();
    const ticketId = old.issue('a');
    const cut = old.events.length;
    const successor = createQueueModel(old.office, old.now, { state: old.state, station: stationB });
    successor.must('dewi', 'queue.callTicket', { counterId: 'k2', ticketId });
    old.callNext('k1', 'sari');
    old.must('sari', 'queue.startServing', { counterId: 'k1', ticketId });
    const tail = branchOf(old, wasLead, { wasLead: true, letter: '', events: old.events.slice(cut) });
    const notices = heal(successor, tail);
    expect(successor.ticket(ticketId)).toMatchObject({ status: 'called', counterId: 'k2' });
    expect(notices).toMatchObject([{ kind: 'conflictElsewhere', numbers: ['A-001'], counterIds: ['k1', 'k2'], statusThere: 'serving' }]);
  });

  it('given a window asked the new lead for a ticket that the old one had issued, when the tail comes, then the later number stands', () => {
    const old = openTwoStations();
    const cut = old.events.length;
    const successor = createQueueModel(old.office, old.now, { state: old.state, station: stationB });
    const asked = { ticketId: 'x', visitId: 'vx', serviceId: 'a', ground: null };
    old.must('kiosk', 'queue.issue', asked);
    successor.must('kiosk', 'queue.issue', asked);
    const notices = heal(successor, branchOf(old, wasLead, { wasLead: true, letter: '', events: old.events.slice(cut) }));
    expect(successor.ticket('x').number).toBe('AB-001');
    expect(toldOf(notices, 'numberChanged')).toEqual([{ numbers: ['AB-001', 'A-001'], counterIds: [] }]);
  });

  it('given both called the same visitor to the same counter, when its tail comes, then nobody is told of a quarrel', () => {
    const old = openTwoStations();
    const ticketId = old.issue('a');
    const cut = old.events.length;
    const successor = createQueueModel(old.office, old.now, { state: old.state, station: stationB });
    for (const model of [old, successor]) model.callNext('k2', 'budi');
    old.must('budi', 'queue.startServing', { ...k2, ticketId });
    expect(heal(successor, branchOf(old, wasLead, { wasLead: true, letter: '', events: old.events.slice(cut) }))).toEqual([]);
    expect(successor.ticket(ticketId)).toMatchObject({ status: 'serving', counterId: 'k2' });
  });

  it('given it closed the day, when its tail comes, then the day of the new lead goes on', () => {
    const old = openTwoStations();
    old.issue('a');
    const cut = old.events.length;
    const successor = createQueueModel(old.office, old.now, { state: old.state, station: stationB });
    old.must('dewi', 'queue.closeDay', { expireWaiting: true });
    heal(successor, branchOf(old, wasLead, { wasLead: true, letter: '', events: old.events.slice(cut) }));
    expect(successor.state.day?.status).toBe('open');
    expect(lineNumbers(successor.state, 'a')).toEqual(['A-001']);
  });

  it('given events of a program newer than this, when they come, then the rest is taken in, and people are told', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.issue('a');
    const strange = { type: 'somethingElse.v9', data: {}, at: there.now, actor: { kind: 'system' }, originSeq: 2 } as never;
    const notices = heal(lead, branchOf(there, stationB, { events: [...there.events, strange] }));
    expect(notices.map(({ kind }) => kind)).toEqual(['leftOut', 'numbersOfAnotherSeries']);
  });
});

describe('notices', () => {
  it('given a notice, when a supervisor has seen it, then it is gone; once more is refused', () => {
    const lead = openTwoStations();
    const there = cutOff(lead);
    there.issue('a');
    const [notice] = heal(lead, branchOf(there));
    const noticeId = notice?.id ?? '';
    lead.must('dewi', 'queue.markNoticeSeen', { noticeId });
    expect(lead.state.notices).toEqual([]);
    expect(lead.run('dewi', 'queue.markNoticeSeen', { noticeId })).toEqual({ ok: false, refusal: { type: 'noticeUnknown' } });
  });
});
