import { expect, test } from 'vitest';
import { evolve } from '../../../shared/domain/queue/evolve.ts';
import type { QueueEvent } from '../../../shared/domain/queue/events.ts';
import { initialQueue, type QueueState } from '../../../shared/domain/queue/state.ts';
import { ticketNumber } from '../../../shared/domain/queue/ticketNumber.ts';
import { decideOpenDay, decideSkipNumbers } from '../../../shared/domain/queue/decideDay.ts';
import type { QueueContext } from '../../../shared/domain/queue/commands.ts';
import { initialOffice } from '../../../shared/domain/office/state.ts';

const at = Date.parse('2026-11-23T01:00:00Z');
const context = (now: number): QueueContext => ({
  now,
  station: { id: 'lead', letter: '' },
  ownOnly: null,
  actor: { kind: 'system' },
  roles: ['system'],
  states: { office: initialOffice },
});
const fold = (...events: readonly QueueEvent[]): QueueState =>
  events.reduce((state, event) => evolve(state, { ...event, at, actor: { kind: 'system' } }), initialQueue);

const opened = (date: string): QueueEvent => ({
  type: 'officeDayOpened.v1',
  data: { date, regularsSincePriority: {}, lastCallOrder: 0 },
});
const issued = (sequence: number): QueueEvent => ({
  type: 'ticketIssued.v1',
  data: {
    ticketId: `t${sequence}`,
    visitId: `v${sequence}`,
    number: `A-00${sequence}`,
    series: 'A',
    sequence,
    serviceId: 's',
    ground: null,
    order: sequence,
    arrivedWith: null,
  },
});
const decidedBy = (state: QueueState, now = at) => {
  const decision = decideSkipNumbers({ by: 7 }, state, context(now));
  if (!decision.ok) throw new Error(decision.error.type);
  return decision.value;
};

test('given numbers were given today, when events were lost, then every series goes on behind them, used before or not', () => {
  const before = fold(opened('2026-11-23'), issued(1), issued(2));
  const state = fold(opened('2026-11-23'), issued(1), issued(2), ...decidedBy(before));
  expect(ticketNumber('A', '', state).number).toBe('A-010');
  expect(ticketNumber('B', '', state).number).toBe('B-008');
});

test('given two losses on one day, then both count', () => {
  const once = fold(opened('2026-11-23'), ...decidedBy(fold(opened('2026-11-23'))));
  const twice = fold(opened('2026-11-23'), ...decidedBy(fold(opened('2026-11-23'))), ...decidedBy(once));
  expect(ticketNumber('A', '', twice).number).toBe('A-015');
});

test('given the opening of today was lost too, when today is opened again, then it begins behind the lost numbers', () => {
  const yesterday = fold(opened('2026-11-22'), issued(1), { type: 'officeDayClosed.v1', data: { date: '2026-11-22', reason: 'officer' } });
  const [skipped] = decidedBy(yesterday);
  if (skipped === undefined) throw new Error('nothing was skipped');
  const known = evolve(yesterday, { ...skipped, at, actor: { kind: 'system' } });
  const opening = decideOpenDay({}, known, context(at));
  if (!opening.ok) throw new Error(opening.error.type);
  // The new day folds from its own stream alone, as after a restart.
  expect(ticketNumber('A', '', fold(...opening.value)).number).toBe('A-008');
  const tomorrow = decideOpenDay({}, known, context(at + 24 * 3600 * 1000));
  expect(tomorrow.ok && ticketNumber('A', '', fold(...tomorrow.value)).number).toBe('A-001');
});

test('given no office day was ever opened, then there is nothing to leave out', () => {
  expect(decideSkipNumbers({ by: 7 }, initialQueue, context(at))).toEqual({ ok: false, error: { type: 'dayNotOpen' } });
});
