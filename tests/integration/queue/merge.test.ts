/** A branch comes home: what the lead's host makes of it, in memory, in its tables and on screens. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, expect, it } from 'vitest';
import type { QueueContext, QueueCommand } from '../../../shared/domain/queue/commands.ts';
import { decide } from '../../../shared/domain/queue/decide.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import type { BranchEvent } from '../../../shared/domain/queue/merge/branch.ts';
import { allTickets, ticketById } from '../../../shared/domain/queue/state.ts';
import { branchStream } from '../../../shared/domain/queue/streams.ts';
import { methods } from '../../../shared/rpc/contract.ts';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { createQueueModel } from '../../unit/queue/model.ts';
import { step, take } from '../../unit/queue/steps.ts';
import { startOffice, type TestOffice } from './office.ts';
import { replayed, tablesOf } from './tables.ts';

let office: TestOffice;
afterEach(() => office.end());

const station = { id: v7(), letter: 'B' };
const date = '2026-11-23';

/** A station that knows the queue of now and decides without the lead. */
function cutOff() {
  const { engine, ports } = office.host.services;
  const states = { office: engine.states.office };
  const supervisor = { kind: 'staff', staffId: v7() } as const;
  const branch: BranchEvent[] = [];
  let state = engine.states.queue;
  return {
    branch,
    run(method: QueueCommand['method'], input: object): void {
      const now = ports.clock.now();
      const context: QueueContext = { now, station, ownOnly: { stationId: station.id }, actor: supervisor, roles: ['pengawas'], states };
      const decided = decide({ method, input } as QueueCommand, state, context);
      if (!decided.ok) throw new Error(`${method}: ${decided.error.type}`);
      for (const event of decided.value) {
        const happened = { ...event, at: now, actor: supervisor };
        state = evolve(state, happened);
        branch.push({ ...happened, originSeq: branch.length + 1 });
      }
    },
  };
}

/** Opens the day and counter 1 at the lead; counter 2 stays closed. */
async function open(): Promise<void> {
  office = await startOffice();
  await office.must('sari', 'queue.openDay', {});
  await office.must('sari', 'queue.openCounter', { counterId: office.counters[0].id });
}

function merge(events: readonly BranchEvent[]) {
  const { engine, ports } = office.host.services;
  return engine.execute({
    method: 'queue.mergeBranch',
    input: methods['queue.mergeBranch'].input.parse({ stationId: station.id, letter: 'B', date, wasLead: false, events }),
    commandId: ports.random.uuid(),
    actor: { kind: 'system' },
    roles: ['system'],
  });
}

/** One is served there, one missed her call, one waits. */
function workThere(there: ReturnType<typeof cutOff>) {
  const counterId = office.counters[1].id;
  const [served, missed, waits] = [v7(), v7(), v7()] as const;
  there.run('queue.openCounter', { counterId });
  for (const ticketId of [served, missed, waits]) {
    there.run('queue.issue', { ticketId, visitId: v7(), serviceId: office.services[0].id, ground: null });
    office.ports.advance(1_000);
  }
  there.run('queue.callNext', { counterId });
  there.run('queue.startServing', { counterId, ticketId: served });
  office.ports.advance(60_000);
  there.run('queue.finish', { counterId, ticketId: served });
  there.run('queue.callNext', { counterId });
  there.run('queue.markNoShow', { counterId, ticketId: missed });
  return { counterId, served, missed, waits };
}

function expectReplayable(): void {
  const { services } = office.host;
  expect(tablesOf(services.db)).toEqual(replayed(services));
}

it('stands in the tables and in memory as it happened there, once, also after a restart', async () => {
  await open();
  await office.issue(0);
  const there = cutOff();
  const { counterId, served, missed, waits } = workThere(there);
  await office.serveNext(0);
  expect(merge(there.branch)).toMatchObject({ kind: 'done', output: { merged: there.branch.length, notices: 2 } });
  expect(merge(there.branch)).toMatchObject({ kind: 'done', output: { merged: 0, notices: 0 } });
  expectReplayable();
  const tables = tablesOf(office.host.services.db);
  expect(tables['ticket']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: served, number: 'AB-001', status: 'finished', counter_id: counterId, date }),
      expect.objectContaining({ id: missed, status: 'noShow' }),
      expect.objectContaining({ id: waits, status: 'waiting', arrival_order: 4 }),
    ]),
  );
  expect(tables['call']).toEqual(expect.arrayContaining([expect.objectContaining({ origin: station.id, number: 'AB-001', recall: 0 })]));
  expect(tables['counter_session']).toEqual(expect.arrayContaining([expect.objectContaining({ counter_id: counterId, closed_at: null })]));
  const before = office.host.services.engine.states.queue;
  await office.restart();
  expect(office.host.services.engine.states.queue).toEqual(before);
  const board = await office.ask('board', 'queue.board', {});
  expect(board.calls.map(({ number }) => number)).toEqual(['A-001']);
});

it('tells officers and supervisors, until a supervisor has seen it', async () => {
  await open();
  const there = cutOff();
  workThere(there);
  merge(there.branch);
  const notices = await office.ask('sari', 'queue.notices', {});
  expect(notices.map(({ kind, numbers }) => ({ kind, numbers }))).toEqual([
    { kind: 'calledWhileCutOff', numbers: ['AB-001', 'AB-002'] },
    { kind: 'numbersOfAnotherSeries', numbers: ['AB-001', 'AB-002', 'AB-003'] },
  ]);
  const noticeId = notices[0]?.id ?? '';
  expect(await office.send('sari', 'queue.markNoticeSeen', { noticeId })).toMatchObject({ kind: 'failed', failure: { type: 'forbidden' } });
  await office.must('dewi', 'queue.markNoticeSeen', { noticeId });
  expect(await office.ask('dewi', 'queue.notices', {})).toHaveLength(1);
  expect(await office.send('dewi', 'queue.markNoticeSeen', { noticeId })).toEqual({ kind: 'refused', refusal: { type: 'noticeUnknown' } });
});

it('comes into its own day when today is another, and nobody of it into today', async () => {
  await open();
  const there = cutOff();
  const { counterId, served, waits } = workThere(there);
  office.ports.jumpWallClock(24 * 3_600_000);
  await office.open();
  const first = there.branch.slice(0, 6);
  expect(merge(first)).toMatchObject({ kind: 'done' });
  // The rest finds what the first part brought to that day.
  expect(merge(there.branch)).toMatchObject({ kind: 'done' });
  expect(merge(there.branch)).toMatchObject({ kind: 'done', output: { merged: 0, notices: 0 } });
  const { queue } = office.host.services.engine.states;
  expect(queue.day).toEqual({ date: '2026-11-24', status: 'open' });
  expect(ticketById(queue, served)).toBeUndefined();
  expect(queue.desks[counterId]).toMatchObject({ status: 'open', stationId: office.host.services.station.id });
  expect(queue.notices.every((notice) => notice.date === date)).toBe(true);
  expectReplayable();
  const tables = tablesOf(office.host.services.db);
  expect(tables['ticket']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: served, date, status: 'finished', counter_id: counterId }),
      expect.objectContaining({ id: waits, date, status: 'expired' }),
    ]),
  );
  const sessions = tables['counter_session'] as { date: string; counter_id: string; closed_at: number | null }[];
  const isOpen = sessions.filter((session) => session.counter_id === counterId && session.closed_at === null);
  expect(isOpen.map((session) => session.date)).toEqual(['2026-11-24']);
  await office.restart();
  expect(office.host.services.engine.states.queue).toEqual(queue);
});

it('stands in the tables as in memory, whatever both sides did', async () => {
  await open();
  const { engine, ports, db, station: here } = office.host.services;
  db.pragma('synchronous = OFF');
  const counters = { k1: office.counters[0].id, k2: office.counters[1].id, k3: office.counters[1].id };
  const services = { a: office.services[0].id, b: office.services[1].id };
  const branch: BranchEvent[] = [];
  const roles = ['pengawas'] as const;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 40 }), fc.array(step, { minLength: 40, maxLength: 40 }), (atLead, atB) => {
      const start = engine.states.queue;
      const options = { station, cutOff: true, originSeq: branch.length + 1, state: start };
      const there = createQueueModel(engine.states.office, ports.clock.now(), options);
      // The lead is played by a model too, and its commands are sent to the host.
      const lead = createQueueModel(engine.states.office, ports.clock.now(), { station: here, state: start });
      const send: typeof lead.run = (who, method, input) => {
        const actor = { kind: 'staff', staffId: who } as const;
        engine.execute({ method, input, commandId: ports.random.uuid(), actor, roles });
        return lead.run(who, method, input);
      };
      for (const [model, steps] of [
        [there, atB] as const,
        [
          {
            ...lead,
            get state() {
              return engine.states.queue;
            },
            run: send,
          },
          atLead,
        ] as const,
      ]) {
        for (const one of steps) {
          if (one.what === 'jump' || one.what === 'pass' || one.what === 'closeDay') continue;
          take(model, { ...one, counter: counters[one.counter] as 'k1', service: services[one.service] as 'a' });
        }
      }
      there.must('system', 'queue.endBranch', {});
      branch.push(...there.events);
      const input = { stationId: station.id, letter: 'B', date, wasLead: false, events: branch };
      const commandId = ports.random.uuid();
      engine.execute({ method: 'queue.mergeBranch', input, commandId, actor: { kind: 'system' }, roles: ['system'] });
      expect(queueProblems(engine.states.queue)).toEqual([]);
      const tables = tablesOf(db);
      expect(tables).toEqual(replayed(office.host.services));
      const rows = new Map((tables['ticket'] as { id: string }[]).map((row) => [row.id, row]));
      for (const ticket of allTickets(engine.states.queue)) {
        expect(rows.get(ticket.id)).toMatchObject({
          number: ticket.number,
          service_id: ticket.serviceId,
          status: ticket.status,
          counter_id: ticket.counterId,
          called_at: ticket.calledAt,
          serving_at: ticket.servingAt,
          ended_at: ticket.endedAt,
          held_ms: ticket.heldMs,
        });
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(branch.length).toBeGreaterThan(40);
});

it('counts for nothing in tables and memory while it is only a branch', async () => {
  await open();
  const there = cutOff();
  workThere(there);
  const { services } = office.host;
  const before = tablesOf(services.db);
  for (const { type, data, at, actor } of there.branch) {
    services.events.append({ stream: branchStream(date, station.id), events: [{ type, data }], at, actor, commandId: v7() });
  }
  expect(replayed(services)).toEqual(before);
  await office.restart();
  expect(office.host.services.engine.states.queue.day).toEqual({ date, status: 'open' });
  expect(office.host.services.engine.states.queue.tickets.size).toBe(0);
});
