import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../../shared/domain/collections/orderedList.ts';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import type { BranchEvent } from '../../../shared/domain/queue/merge/branch.ts';
import { ownState } from './ownState.ts';
import { allTickets, initialQueue, lineOf, type QueueState, ticketById } from '../../../shared/domain/queue/state.ts';
import type { QueueNotice } from '../../../shared/domain/queue/mergeEvents.ts';
import type { TicketStatus } from '../../../shared/domain/queue/types.ts';
import { queueProblems } from '../../fixtures/queueProblems.ts';
import { branchOf, cutOff, stationB, stationC } from './branches.ts';
import { createQueueModel, makeOffice, minute, monday8, policies, type QueueModel } from './model.ts';
import { type Step, step, take } from './steps.ts';

/** Steps as they come at one station; the clock jumps of days have their own test. */
const hands = (maxLength: number) => fc.array(step, { maxLength, size: 'max' });
/** Mostly a supervisor at the station's own counter: other hands are refused most of the time. */
const handsAt = (counter: 'k2' | 'k3', maxLength: number) =>
  hands(maxLength).map((steps) => steps.map((one, index) => (index % 4 === 0 ? one : { ...one, who: 'dewi' as const, counter })));
const runs = (model: QueueModel, steps: readonly Step[]): void => {
  for (const one of steps) if (one.what !== 'jump' && !(one.what === 'closeDay' && one.pick > 60)) take(model, one);
};

const today = '2026-11-23';

const story = fc.record({
  before: hands(60),
  atLead: hands(50),
  atB: fc.array(handsAt('k2', 30), { minLength: 1, maxLength: 3 }),
  atC: handsAt('k3', 40),
  policy: fc.constantFrom(...Object.values(policies)),
  /** The lead sees midnight before the last part of B comes. */
  overnight: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  /** How wrong the clocks of the stations are, minutes. */
  wrongB: fc.integer({ min: -90, max: 90 }),
  wrongC: fc.integer({ min: -90, max: 90 }),
});

/** An office of a lead and stations B and C, each with a counter, after some work. */
function officeOfThree(steps: readonly Step[], policy: (typeof policies)[keyof typeof policies]): QueueModel {
  const lead: QueueModel = createQueueModel(makeOffice({ policy, hours: [] }), monday8, { pastDay: (date) => pastDay(lead, date) });
  lead.must('sari', 'queue.openDay', {});
  lead.must('sari', 'queue.openCounter', { counterId: 'k1' });
  lead.standsAt = stationB.id;
  lead.must('budi', 'queue.openCounter', { counterId: 'k2' });
  lead.standsAt = stationC.id;
  lead.must('dewi', 'queue.openCounter', { counterId: 'k3' });
  lead.standsAt = 'lead';
  runs(lead, steps);
  return lead;
}

function passMidnight(lead: QueueModel): void {
  lead.wait(24 * 60);
  lead.run('system', 'queue.rollOver', {});
  lead.must('sari', 'queue.openDay', {});
}

/** The queue of an earlier day with what was merged into it later, as the host folds it from its streams. */
function pastDay(lead: QueueModel, date: string): QueueState {
  const next = lead.events.findIndex((event) => event.type === 'officeDayOpened.v1' && event.data.date > date);
  const late = lead.events.slice(next).filter((event) => event.type === 'branchMerged.v1' && event.data.date === date);
  return [...lead.events.slice(0, next), ...late].reduce(evolve, initialQueue);
}

/** The regular visitors of the main line as they stand, by service, without those that a set does not hold. */
const regulars = (state: QueueState, among: (id: string) => boolean): readonly string[] =>
  ['a', 'b'].flatMap((service) => [...inOrder(lineOf(state, service).regular)].map(({ id }) => id).filter(among));

const issuedIn = (model: QueueModel, from = 0) =>
  model.events.slice(from).flatMap((event) => (event.type === 'ticketIssued.v1' ? [event.data] : []));

const calledIn = (model: QueueModel, from = 0): readonly string[] =>
  model.events.slice(from).flatMap((event) => (event.type === 'ticketCalled.v1' ? [event.data.ticketId] : []));

function expectSound(state: QueueState): void {
  expect(queueProblems(state)).toEqual([]);
}

it('merges whatever two stations and the lead did, with nothing lost and nothing twice', () => {
  const told = new Set<string>();
  let embedded = 0;
  fc.assert(
    fc.property(story, ({ before, atLead, atB, atC, policy, overnight, wrongB, wrongC }) => {
      const lead = officeOfThree(before, policy);
      const cut = lead.events.length;
      const b = cutOff(lead, stationB);
      const c = cutOff(lead, stationC);
      b.now += wrongB * minute;
      c.now += wrongC * minute;
      runs(lead, atLead);
      runs(c, atC);
      const calledAtLead = calledIn(lead, cut);
      let midnight = 0;
      for (const [index, part] of atB.entries()) {
        if (overnight && index === atB.length - 1) {
          passMidnight(lead);
          midnight = lead.events.length;
        }
        runs(b, part);
        expectSound(b.state);
        const handled = new Set(b.events.flatMap(({ data }) => ('ticketId' in data ? [data.ticketId] : [])));
        const mainBefore = regulars(lead.state, (id) => !handled.has(id));
        const isMain = new Set(mainBefore);
        const { time } = lead.state;
        const heard = lead.events.length;
        lead.must('system', 'queue.mergeBranch', branchOf(b, stationB, { date: today }) as never);
        expectSound(lead.state);
        // Who still waits, unless the branch itself moved her, stands as before among the others; no clock of another station moved the day's time.
        const after = regulars(lead.state, (id) => isMain.has(id));
        expect(after).toEqual(mainBefore.filter((id) => after.includes(id)));
        const passed = lead.events.length === heard ? 0 : Math.max(0, lead.now - time.at);
        expect(lead.state.time.ms - time.ms).toBe(passed);
      }
      lead.must('system', 'queue.mergeBranch', branchOf(c, stationC, { date: today }) as never);
      expectSound(lead.state);

      // Of a day that has passed, they are not shown any more.
      const everTold = lead.events.flatMap((event) => (event.type === 'branchMerged.v1' ? event.data.notices : []));
      const numbersTold = new Set(everTold.flatMap(({ numbers }) => numbers));
      const then = lead.state.day?.date === today ? lead.state : pastDay(lead, today);
      expectSound(then);
      const known = [lead.state, then].flatMap(({ tickets }) => tickets.buckets.flat());
      for (const { ticketId, number } of [...issuedIn(lead), ...issuedIn(b), ...issuedIn(c)]) {
        expect(known.some(({ id }) => id === ticketId) || numbersTold.has(number)).toBe(true);
      }
      // Nobody was called on two sides, and nobody of yesterday stands in today's line.
      const calls = [calledAtLead, calledIn(b), calledIn(c)].map((ids) => [...new Set(ids)]).flat();
      expect(calls.length).toBe(new Set(calls).size);
      const ofToday = overnight ? issuedIn(lead, midnight).length : lead.state.tickets.size;
      expect(lead.state.tickets.size).toBe(ofToday);
      // Whoever was ended there is not called once more.
      for (const there of [b, c]) {
        for (const { data } of there.events.filter(({ type }) => type === 'ticketFinished.v1')) {
          const ticketId = 'ticketId' in data ? data.ticketId : '';
          const ticket = known.find(({ id }) => id === ticketId);
          const isQuarrel = ticket !== undefined && numbersTold.has(ticket.number);
          expect(ticket === undefined || ticket.status === 'finished' || isQuarrel).toBe(true);
        }
      }
      expect(lead.events.reduce(evolve, initialQueue)).toEqual(lead.state);
      const { state } = lead;
      for (const branch of [branchOf(b), branchOf(c, stationC)]) {
        expect(lead.must('system', 'queue.mergeBranch', { ...branch, date: today } as never).events).toEqual([]);
      }
      expect(lead.state).toBe(state);
      for (const { kind } of everTold) told.add(kind);
      for (const event of lead.events) if (event.type === 'branchMerged.v1') embedded += event.data.events.length;
    }),
    { numRuns: 300 },
  );
  // The walk is worth something only when the sides did quarrel.
  expect(embedded).toBeGreaterThan(2_000);
  expect([...told]).toEqual(
    expect.arrayContaining([
      'calledWhileCutOff',
      'numbersOfAnotherSeries',
      'backToFront',
      'conflictElsewhere',
      'conflictEnded',
      'counterOpenedAtBoth',
    ]),
  );
});

/** A queue as far as the next decision rests on it; times of calls and places in the line have their own tests. */
function essence(state: QueueState) {
  const tickets = [...allTickets(state)].map(({ id, status, counterId, serviceId, branch, visitId, recalls }) => {
    return { id, status, counterId, serviceId, branch, visitId, recalls };
  });
  const lines = Object.entries(state.lines).map(([serviceId, line]) => [
    serviceId,
    [line.front, line.priority, line.regular].map((list) => [...inOrder(list)].map(({ id }) => id)),
  ]);
  const { day, desks, series, noShowIds } = state;
  return {
    day,
    tickets: tickets.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lines: Object.fromEntries(lines) as unknown,
    desks,
    series,
    noShowIds,
  };
}

it('gives a station that restarts while it is cut off the queue that it had', () => {
  fc.assert(
    fc.property(story, ({ before, atB, policy, wrongB }) => {
      const lead = officeOfThree(before, policy);
      const b = cutOff(lead, stationB);
      b.now += wrongB * minute;
      for (const [index, part] of atB.entries()) {
        if (index > 0) b.must('system', 'queue.endBranch', {});
        runs(b, part);
        const restarted = ownState(lead.state, branchOf(b, stationB, { date: today }), { states: { office: lead.office } });
        expect(essence(restarted)).toEqual(essence(b.state));
        expectSound(restarted);
      }
      // Also when the main stream has moved on.
      runs(lead, before);
      expectSound(ownState(lead.state, branchOf(b, stationB, { date: today }), { states: { office: lead.office } }));
    }),
    { numRuns: 200 },
  );
});

/** Numbers of tickets that are at a counter of the station there, and at another counter here. */
function atTwoCounters(here: QueueState, there: QueueState): readonly string[] {
  return [...allTickets(here)].flatMap(({ id, number, counterId, status }) => {
    const other = ticketById(there, id);
    if (other?.counterId == null || !isAtCounter(status) || !isAtCounter(other.status)) return [];
    const isStations = there.desks[other.counterId]?.stationId === stationB.id && there.desks[other.counterId]?.status !== 'closed';
    return isStations && other.counterId !== counterId ? [number] : [];
  });
}

const isAtCounter = (status: TicketStatus): boolean => status === 'called' || status === 'serving' || status === 'held';
const isConflict = ({ kind }: QueueNotice): boolean => kind === 'conflictElsewhere';

/** A supervisor at the lead sends whom station B's counter has to counter 1. */
function takeAway(lead: QueueModel): void {
  const ticketId = lead.state.desks['k2']?.currentId ?? '';
  lead.run('dewi', 'queue.transfer', { counterId: 'k2', ticketId, serviceId: 'a', placement: 'front' });
  lead.run('dewi', 'queue.callTicket', { counterId: 'k1', ticketId });
}

/** Rounds of one station: work with the lead, a cut, work on both sides, healing. */
const rounds = fc.array(
  fc.record({
    together: hands(25),
    atLead: hands(25),
    atB: handsAt('k2', 25),
    deaf: fc.boolean(),
    override: fc.boolean(),
    bStands: fc.boolean(),
  }),
  {
    minLength: 2,
    maxLength: 5,
  },
);

it('calls nobody on two sides however often a station is cut off, also when it never heard of its merge', () => {
  let calls = 0;
  let quarrels = 0;
  fc.assert(
    fc.property(rounds, fc.constantFrom(...Object.values(policies)), (all, policy) => {
      const lead = officeOfThree([], policy);
      const branch: BranchEvent[] = [];
      let known = lead.state;
      for (const { together, atLead, atB, deaf, override, bStands } of all) {
        if (!deaf) {
          lead.standsAt = bStands ? stationB.id : 'lead';
          runs(lead, together);
          lead.standsAt = 'lead';
          known = lead.state;
        }
        const cut = lead.events.length;
        const base = { stationId: stationB.id, letter: 'B', date: today, wasLead: false };
        const start = ownState(known, { ...base, events: branch }, { states: { office: lead.office } });
        const b = createQueueModel(lead.office, lead.now, { state: start, station: stationB, cutOff: true, originSeq: branch.length + 1 });
        runs(lead, atLead);
        if (override) takeAway(lead);
        runs(b, atB);
        expectSound(b.state);
        const calledHere = new Set(calledIn(lead, cut));
        for (const id of calledIn(b)) expect(calledHere).not.toContain(id);
        calls += calledIn(b).length;
        const twoCounters = atTwoCounters(lead.state, b.state);
        b.must('system', 'queue.endBranch', {});
        branch.push(...b.events);
        const { events } = lead.must('system', 'queue.mergeBranch', { ...base, events: branch } as never);
        expectSound(lead.state);
        // That takes a person at the lead who overrides, and then it is told.
        const told = events.flatMap((event) => (event.type === 'branchMerged.v1' ? event.data.notices : []));
        for (const number of twoCounters) expect(told.filter(isConflict).flatMap(({ numbers }) => numbers)).toContain(number);
        quarrels += twoCounters.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(calls).toBeGreaterThan(80);
  expect(quarrels).toBeGreaterThan(5);
});

it('merges the tail of a deposed lead into what its successor did', () => {
  const told = new Set<string>();
  fc.assert(
    fc.property(story, fc.nat(), ({ before, atLead, atC, policy }, at) => {
      const old = officeOfThree(before, policy);
      const cut = old.events.length;
      const successor = createQueueModel(old.office, old.now, { state: old.state, station: stationB });
      runs(old, atLead);
      runs(successor, atC);
      if (successor.state.day?.date !== today) return;
      const tail = old.events.slice(cut);
      const half = at % (tail.length + 1);
      for (const events of [tail.slice(0, half), tail]) {
        const branch = branchOf(old, { id: 'lead', letter: '' }, { date: today, wasLead: true, events });
        successor.must('system', 'queue.mergeBranch', branch as never);
        expectSound(successor.state);
      }
      const numbersTold = new Set(successor.state.notices.flatMap(({ numbers }) => numbers));
      for (const { ticketId, number } of issuedIn(old)) {
        const known = successor.state.tickets.buckets.flat().some(({ id }) => id === ticketId);
        expect(known || numbersTold.has(number)).toBe(true);
      }
      for (const { kind } of successor.state.notices) told.add(kind);
    }),
    { numRuns: 300 },
  );
  expect([...told]).toEqual(expect.arrayContaining(['calledWhileCutOff', 'conflictElsewhere', 'conflictEnded']));
});
