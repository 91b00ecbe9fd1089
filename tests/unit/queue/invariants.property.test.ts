import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../../shared/domain/collections/orderedList.ts';
import type { Placement } from '../../../shared/domain/queue/types.ts';
import { allTickets, type QueueState, ticketById } from '../../../shared/domain/queue/state.ts';
import { createQueueModel, makeOffice, minute, type Outcome, policies, type QueueModel, type Who } from './model.ts';

/** One step of an office where everybody presses everything at any time. Numbers choose among what there is. */
const step = fc.record({
  who: fc.constantFrom<Who>('sari', 'budi', 'dewi'),
  what: fc.constantFrom(
    ...([
      'issue',
      'issue',
      'issue',
      'issue',
      'admitPaper',
      'callNext',
      'callNext',
      'callNext',
      'callTicket',
      'recall',
      'noShow',
      'returnToQueue',
    ] as const),
    ...(['startServing', 'startServing', 'hold', 'resume', 'transfer', 'finish', 'finish', 'cancel', 'addService', 'setStep'] as const),
    ...([
      'openCounter',
      'openCounter',
      'closeCounter',
      'startBreak',
      'endBreak',
      'closeDay',
      'openDay',
      'openDay',
      'pass',
      'jump',
    ] as const),
  ),
  service: fc.constantFrom('a', 'b'),
  counter: fc.constantFrom('k1', 'k2', 'k3'),
  pick: fc.nat(1000),
  flag: fc.boolean(),
  placement: fc.constantFrom<Placement>('front', 'end', 'arrival'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let ids = 0;

function take(model: QueueModel, { who, what, service, counter: counterId, pick, flag, placement }: Step): Outcome | null {
  const tickets = [...allTickets(model.state)];
  const current = model.state.desks[counterId]?.currentId;
  const ticketId = (flag ? current : tickets[pick % Math.max(1, tickets.length)]?.id) ?? 'nobody';
  const at = { counterId, ticketId };
  switch (what) {
    case 'issue': {
      const visitId = flag ? `v${pick % 5}` : `w${ids}`;
      return model.run('kiosk', 'queue.issue', {
        ticketId: `t${++ids}`,
        visitId,
        serviceId: service,
        ground: pick % 4 === 0 ? 'lansia' : null,
      });
    }
    case 'admitPaper': {
      const row = ++ids;
      const numbered = { ticketId: `p${row}`, visitId: `w${row}`, number: `L1-${row}`, series: 'L1', sheetId: 'sheet', row };
      const visit = {
        arrived: '08:00',
        serviceId: service,
        ground: flag ? 'lansia' : null,
        called: null,
        counterId: null,
        finished: null,
      } as const;
      const arrivedAt = model.now - (pick % 200) * minute;
      return model.run(who, 'queue.admitPaper', {
        ...{ ...numbered, arrivedAt, firstCalledAt: null },
        visit: { ...visit, outcome: 'unfinished', complaint: false },
      });
    }
    case 'callNext':
      return model.run(who, 'queue.callNext', { counterId });
    case 'callTicket':
      return model.run(who, 'queue.callTicket', at);
    case 'recall':
      return model.run(who, 'queue.recall', at);
    case 'noShow':
      return model.run(who, 'queue.markNoShow', at);
    case 'returnToQueue':
      return model.run(who, 'queue.returnToQueue', { ticketId, placement });
    case 'startServing':
      return model.run(who, 'queue.startServing', at);
    case 'hold':
      return model.run(who, 'queue.hold', at);
    case 'resume':
      return model.run(who, 'queue.resume', at);
    case 'transfer':
      return model.run(who, 'queue.transfer', { ...at, serviceId: service, placement });
    case 'finish':
      return model.run(who, 'queue.finish', at);
    case 'cancel':
      return model.run(who, 'queue.cancel', { ticketId, reason: 'other' });
    case 'addService':
      return model.run(who, 'queue.addService', { ...at, newTicketId: `t${++ids}`, serviceId: service });
    case 'setStep':
      return model.run(who, 'queue.setStep', { ...at, step: 'check' });
    case 'openCounter':
      return model.run(who, 'queue.openCounter', { counterId, takeOver: flag });
    case 'closeCounter':
      return model.run(who, 'queue.closeCounter', { counterId });
    case 'startBreak':
      return model.run(who, 'queue.startBreak', { counterId });
    case 'endBreak':
      return model.run(who, 'queue.endBreak', { counterId });
    case 'closeDay':
      return pick < 200 ? model.run(who, 'queue.closeDay', { expireWaiting: flag }) : null;
    case 'openDay':
      return model.run(who, 'queue.openDay', {});
    case 'pass':
      model.now += (pick % 30) * minute;
      return model.run('system', 'queue.rollOver', {});
    case 'jump':
      model.now += (pick - 500) * 3 * minute;
      return model.run('system', 'queue.rollOver', {});
  }
}

/** What must hold of every state, checked against the tickets alone. */
function expectSound(state: QueueState): void {
  const tickets = [...allTickets(state)];
  const busyVisits: string[] = [];
  const atDesks: string[] = [];
  for (const desk of Object.values(state.desks)) {
    const current = desk.currentId === null ? [] : [ticketById(state, desk.currentId)];
    for (const ticket of current) expect(['called', 'serving']).toContain(ticket?.status);
    busyVisits.push(...current.map((ticket) => ticket?.visitId ?? ''));
    for (const id of desk.heldIds) expect(ticketById(state, id)?.status).toBe('held');
    const own = [...(desk.currentId === null ? [] : [desk.currentId]), ...desk.heldIds];
    for (const id of own) expect(ticketById(state, id)?.counterId).toBe(desk.counterId);
    atDesks.push(...own);
    expect(desk.staffId === null).toBe(desk.status === 'closed');
  }
  // No ticket at two counters, no visitor called or served at two, no officer at two.
  expect(new Set(atDesks).size).toBe(atDesks.length);
  expect(new Set(busyVisits).size).toBe(busyVisits.length);
  const staff = Object.values(state.desks).flatMap((desk) => desk.staffId ?? []);
  expect(new Set(staff).size).toBe(staff.length);
  const shouldBeThere = tickets.filter(({ status }) => ['called', 'serving', 'held'].includes(status)).map(({ id }) => id);
  expect(atDesks.toSorted()).toEqual(shouldBeThere.toSorted());

  const inLines: string[] = [];
  for (const [serviceId, line] of Object.entries(state.lines)) {
    for (const name of ['front', 'priority', 'regular'] as const) {
      const waiting = [...inOrder(line[name])];
      expect(line[name].size).toBe(waiting.length);
      for (const [index, entry] of waiting.entries()) {
        const ticket = ticketById(state, entry.id);
        expect(ticket).toMatchObject({ status: 'waiting', serviceId, counterId: null, place: { order: entry.order, since: entry.since } });
        expect(name).toBe(ticket?.place.front === true ? 'front' : ticket?.ground === null ? 'regular' : 'priority');
        const before = waiting[index - 1];
        if (before === undefined) continue;
        expect(before.order).toBeLessThanOrEqual(entry.order);
        // Who stands before has waited at least as long, whatever the clock did.
        expect(before.since).toBeLessThanOrEqual(entry.since);
      }
      inLines.push(...waiting.map(({ id }) => id));
    }
  }
  expect(inLines.toSorted()).toEqual(
    tickets
      .filter(({ status }) => status === 'waiting')
      .map(({ id }) => id)
      .toSorted(),
  );
}

it('holds under everything anybody may press, over days and clock jumps', () => {
  const refused = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 200 }), fc.constantFrom(...Object.values(policies)), (steps, policy) => {
      const model = createQueueModel(makeOffice({ policy, hours: [] }));
      model.must('sari', 'queue.openDay', {});
      model.must('sari', 'queue.openCounter', { counterId: 'k1' });
      model.must('budi', 'queue.openCounter', { counterId: 'k2' });
      const numbers = new Map<string, Set<string>>();
      let callOrder = 0;
      for (const next of steps) {
        const dayBefore = model.state.day?.date ?? '';
        const outcome = take(model, next);
        if (outcome?.ok === false) refused.add(outcome.refusal.type);
        expectSound(model.state);
        const date = model.state.day?.date ?? '';
        expect(date >= dayBefore).toBe(true);
        const events = outcome?.ok === true ? outcome.events : [];
        const given = numbers.get(date) ?? new Set();
        numbers.set(date, given);
        for (const event of events.filter((one) => one.type === 'ticketIssued.v1')) {
          expect(given.has(event.data.number)).toBe(false);
          given.add(event.data.number);
        }
        for (const event of events.filter((one) => one.type === 'ticketCalled.v1' || one.type === 'ticketRecalled.v1')) {
          expect(event.data.callOrder).toBe(++callOrder);
        }
      }
    }),
    { numRuns: 300 },
  );
  // The walk is worth something only when it ran into the rules.
  expect(refused.size).toBeGreaterThan(12);
});
