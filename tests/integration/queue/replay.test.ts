import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import { queueArea } from '../../../electron/host/areas/queue.ts';
import { allTickets } from '../../../shared/domain/queue/state.ts';
import { startOffice, type OfficeOptions, type TestOffice } from './office.ts';
import { replayed, tablesOf } from './tables.ts';

let office: TestOffice;
const start = async (options?: OfficeOptions) => (office = await startOffice(options));
afterEach(() => office.end());

const press = fc.record({
  method: fc.constantFrom(
    ...(['issue', 'issue', 'issue', 'issue', 'callNext', 'callNext', 'callNext', 'recall', 'markNoShow', 'returnToQueue'] as const),
    ...(['startServing', 'hold', 'pause', 'pause', 'resume', 'transfer', 'finish', 'finish', 'cancel', 'addService'] as const),
    ...(['setStep', 'setRequirements', 'note', 'startBreak', 'endBreak', 'closeCounter', 'closeDay', 'takeOver', 'night'] as const),
    ...(['disturb', 'disturb', 'move', 'move', 'assign'] as const),
  ),
  desk: fc.constantFrom(0 as const, 1 as const),
  service: fc.constantFrom(0 as const, 1 as const),
  placement: fc.constantFrom('front', 'end', 'arrival'),
  pick: fc.nat(500),
});

/** Presses a key of the office; most presses are refused, as at a real counter. */
function run({ method, desk, service, placement, pick }: typeof press extends fc.Arbitrary<infer T> ? T : never): void {
  const { engine, ports } = office.host.services;
  const counterId = office.counters[desk].id;
  const serviceId = office.services[service].id;
  const send = (command: string, input: object, staffId = `supervisor-${desk}`) =>
    void engine.execute({
      method: `queue.${command}`,
      input,
      commandId: ports.random.uuid(),
      actor: { kind: 'staff', staffId },
      roles: ['pengawas'],
    });
  // A closed office or counter would make most of what follows a refusal.
  if (engine.states.queue.day?.status === 'closed') send('openDay', {});
  if (engine.states.queue.desks[counterId]?.staffId === null) send('openCounter', { counterId });
  const { queue } = engine.states;
  const tickets = [...allTickets(queue)].toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const own = queue.desks[counterId]?.currentId;
  const ticketId = (pick % 3 > 0 ? own : tickets[pick % Math.max(1, tickets.length)]?.id) ?? v7();
  office.ports.advance((pick % 7) * 1_000);
  switch (method) {
    case 'issue':
      return send('issue', { ticketId: v7(), visitId: v7(), serviceId, ground: pick % 4 === 0 ? 'lansia' : null });
    case 'callNext':
    case 'startBreak':
    case 'endBreak':
    case 'closeCounter':
      return send(method, { counterId });
    case 'takeOver':
      return send('openCounter', { counterId, takeOver: true }, 'another');
    case 'disturb':
      return send('setDisturbance', { serviceId, disturbed: pick % 2 === 0, note: pick % 3 === 0 ? 'SIAK' : '', promisedOn: null });
    case 'move':
      return send('moveTicket', { ticketId, fromCounterId: counterId, counterId: office.counters[desk === 0 ? 1 : 0].id });
    case 'assign': {
      const { staff } = engine.states.office;
      return send('assignOfficer', { counterId, staffId: staff[pick % staff.length]?.id ?? '', takeOver: pick % 2 === 0 });
    }
    case 'recall':
    case 'markNoShow':
    case 'startServing':
    case 'hold':
    case 'resume':
    case 'finish':
      return send(method, { counterId, ticketId });
    case 'pause':
      // Presses that belong together and would rarely follow each other by chance.
      send('startServing', { counterId, ticketId: own ?? ticketId });
      send('hold', { counterId, ticketId: own ?? ticketId });
      office.ports.advance(5_000);
      send('resume', { counterId, ticketId: own ?? ticketId });
      return pick % 2 === 0 ? send('transfer', { counterId, ticketId: own ?? ticketId, serviceId, placement }) : undefined;
    case 'returnToQueue':
      return send(method, { ticketId: queue.noShowIds[pick % 2] ?? ticketId, placement });
    case 'transfer':
      return send(method, { counterId, ticketId, serviceId, placement });
    case 'cancel':
      return send(method, { ticketId, reason: 'other' });
    case 'addService':
      return send(method, { counterId, ticketId, newTicketId: v7(), serviceId });
    case 'setStep':
      return send(method, { counterId, ticketId, step: 'check' });
    case 'setRequirements':
      return send(method, { counterId, ticketId, receivedRequirementIds: [office.services[service].requirements[0]?.id] });
    case 'note':
      return send(method, { ticketId, hasNote: pick % 2 === 0 });
    case 'closeDay':
      return pick < 60 ? send(method, { expireWaiting: true }) : undefined;
    case 'night':
      return pick < 60 ? nextMorning() : undefined;
  }
}

/** A night in which the computer slept: with visitors left behind it looks like a jump, and a person confirms. */
function nextMorning(): void {
  const { dayRollover } = office.host.services;
  office.ports.jumpWallClock(24 * 3_600_000);
  dayRollover.check();
  dayRollover.confirm({ kind: 'staff', staffId: 'supervisor-0' });
}

it('state tables and memory equal a fresh replay, whatever was pressed', async () => {
  await start();
  await office.open();
  // Thousands of commands whose durability is not what is looked at here.
  office.host.services.db.pragma('synchronous = OFF');
  fc.assert(
    fc.property(fc.array(press, { minLength: 150, maxLength: 150 }), (presses) => {
      for (const one of presses) run(one);
      const { services } = office.host;
      const live = tablesOf(services.db);
      expect(live).toEqual(replayed(services));
      const { queue } = services.engine.states;
      let folded = queueArea.decider.initial;
      for (const event of services.events.ofStream(
        queueArea.source.kind === 'folded' ? (queueArea.source.currentStream(services.db) ?? '') : '',
      )) {
        folded = queueArea.decider.evolve(folded, event as never);
      }
      expect(queue).toEqual(folded);
      // What memory says of today's tickets stands in the table.
      const rows = new Map((live['ticket'] as { id: string }[]).map((row) => [row.id, row]));
      for (const ticket of allTickets(queue)) {
        expect(rows.get(ticket.id)).toMatchObject({
          number: ticket.number,
          service_id: ticket.serviceId,
          status: ticket.status,
          counter_id: ticket.counterId,
          called_at: ticket.calledAt,
          serving_at: ticket.servingAt,
          ended_at: ticket.endedAt,
          held_ms: ticket.heldMs,
          held_at: ticket.heldAt,
          disturbed_at: ticket.disturbedAt,
          recalls: ticket.recalls,
          step: ticket.step,
          received: JSON.stringify(ticket.receivedRequirementIds),
        });
      }
    }),
    // One seed: which kinds of events it meets is asserted below. The runs share one database, so nothing can be shrunk.
    { numRuns: 10, seed: 20261123, endOnFailure: true },
  );
  const { db } = office.host.services;
  const kinds = db.prepare<[], { type: string }>(`SELECT DISTINCT type FROM event WHERE stream LIKE 'queue/%'`).all();
  // Every kind of event took part but a clock that came back by itself.
  expect(kinds.length).toBe(24);
  const before = office.host.services.engine.states.queue;
  await office.restart();
  expect(office.host.services.engine.states.queue).toEqual(before);
});

it('keeps the 1:k counter over a restart and into the next day', async () => {
  await start({ policy: { kind: 'ratio', regularPerPriority: 3 } });
  await office.open();
  const come = async () => {
    for (let i = 0; i < 6; i++) await office.issue(0);
    await office.issue(0, 'lansia');
    await office.issue(1, 'disabilitas');
  };
  await come();
  const rules: string[] = [];
  const call = async () => rules.push((await office.serveNext(0)).reason.rule);
  await call();
  await call();
  await office.restart();
  await call();
  await call();
  await call();
  await office.restart();
  await call();
  expect(rules).toEqual(['ratioRegular', 'ratioRegular', 'ratioRegular', 'ratioPriority', 'ratioRegular', 'ratioRegular']);
  await office.must('sari', 'queue.closeDay', { expireWaiting: true });
  office.ports.jumpWallClock(24 * 3_600_000);
  await office.open();
  await come();
  await office.restart();
  await call();
  await call();
  expect(rules.slice(-2)).toEqual(['ratioRegular', 'ratioPriority']);
});

it('answers a repeated command as the first time, with one effect', async () => {
  await start();
  await office.open();
  await office.issue(0);
  await office.issue(0);
  const commandId = v7();
  const counterId = office.counters[0].id;
  const first = await office.send('sari', 'queue.callNext', { counterId }, commandId);
  await office.restart();
  expect(await office.send('sari', 'queue.callNext', { counterId }, commandId)).toEqual(first);
  expect((await office.ask('board', 'queue.board', {})).calls).toHaveLength(1);
});
