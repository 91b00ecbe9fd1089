import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  naturalAction,
  possibleActions,
  type Situation,
  visitActionNames,
  whyNotFree,
} from '../../../renderer/screens/counter/model/actions.ts';
import { partOfDay, promptOf } from '../../../renderer/screens/counter/model/prompt.ts';
import { reasonKey, waitedPart } from '../../../renderer/screens/counter/model/reason.ts';
import { isOverMean, servedMs } from '../../../renderer/screens/counter/model/times.ts';
import { createDrafts } from '../../../renderer/screens/counter/papers/drafts.ts';
import { cleaned, wrongFields } from '../../../renderer/screens/counter/papers/applicant.ts';
import { counter as words } from '../../../renderer/i18n/id/counter.ts';
import { callReason, visitSteps } from '../../../shared/domain/queue/types.ts';
import { called, ids, minute, serving, ticket, view } from './fixtures.tsx';

const situation = (change: Partial<Situation> = {}): Situation => ({
  view: view({ waiting: [ticket(2)] }),
  me: { staffId: ids.me, roles: ['petugas'] },
  online: true,
  ...change,
});
const possibleNames = (given: Situation) => visitActionNames.filter((name) => possibleActions(given)[name] === null);

describe('possible actions', () => {
  it('given nobody at the counter and somebody waiting, only calling the next', () => {
    expect(possibleNames(situation())).toEqual(['callNext']);
  });

  it('given a called visitor: again, serve, not there, transfer', () => {
    const given = situation({ view: view({ current: called(1) }) });
    expect(possibleNames(given)).toEqual(['recall', 'start', 'noShow', 'transfer']);
    expect(naturalAction(given.view)).toBe('start');
  });

  it('given a visitor being served: hold, transfer, finish', () => {
    const given = situation({ view: view({ current: serving(1) }) });
    expect(possibleNames(given)).toEqual(['hold', 'transfer', 'finish']);
    expect(naturalAction(given.view)).toBe('finish');
    expect(whyNotFree(given)).toEqual({ key: 'counter.why.current', number: 'C-001' });
  });

  it.each([
    ['the connection is lost', { online: false }, 'counter.why.offline'],
    ['the day is not open', { view: view({ day: { date: '2026-11-23', status: 'notOpened', openDate: null } }) }, 'counter.why.dayNotOpen'],
    ['the counter is closed', { view: view({ counter: { ...view().counter, status: 'closed', staffId: null } }) }, 'counter.why.closed'],
    ['the counter is on a break', { view: view({ counter: { ...view().counter, status: 'break' } }) }, 'counter.why.break'],
    ['somebody else is at the counter', { me: { staffId: ids.other, roles: ['petugas'] } }, 'counter.why.notYours'],
  ] as const)('given that %s, none, each with that reason', (_name, change, key) => {
    const all = possibleActions(situation(change));
    expect(visitActionNames.map((name) => all[name]?.key)).toEqual(visitActionNames.map(() => key));
  });

  it('given a supervisor at the counter of an officer, what the officer could do', () => {
    expect(possibleNames(situation({ me: { staffId: ids.other, roles: ['pengawas'] } }))).toEqual(['callNext']);
  });

  it('a complaint can be taken whatever the counter does, as long as there is a host', () => {
    const closed = view({ counter: { ...view().counter, status: 'closed', staffId: null } });
    expect(possibleActions(situation({ view: closed })).complaint).toBeNull();
    expect(possibleActions(situation({ online: false })).complaint).toEqual({ key: 'counter.why.offline', number: '' });
  });

  it('given nobody waiting, calling the next says so', () => {
    expect(possibleActions(situation({ view: view() })).callNext).toEqual({ key: 'counter.why.nobodyWaiting', number: '' });
  });
});

describe('the reason of a call', () => {
  it('has words for every rule, with and without a ground', () => {
    for (const rule of callReason.shape.rule.options) {
      for (const ground of [null, 'lansia'] as const) {
        expect(words).toHaveProperty([reasonKey({ rule, ground, weight: 3, waitedMs: 0 })]);
      }
    }
  });

  it('counts whole minutes and names less than one', () => {
    expect(waitedPart(9 * minute + 59_000)).toEqual({ key: 'counter.reason.waited', n: 9 });
    expect(waitedPart(59_000)).toEqual({ key: 'counter.reason.waitedLess', n: 0 });
  });
});

describe('the prompt of a step', () => {
  it('greets by the clock', () => {
    expect([7, 10, 11, 14, 15, 17].map(partOfDay)).toEqual(['pagi', 'pagi', 'siang', 'siang', 'sore', 'sore']);
  });

  it('exists for every step, and says working days or minutes as the service promises', () => {
    for (const step of visitSteps) expect(words).toHaveProperty([promptOf(step, { unit: 'workingDays', value: 14 }, 8).key]);
    expect(promptOf('duration', { unit: 'workingDays', value: 14 }, 8)).toEqual({ key: 'counter.prompt.duration.workingDays', n: 14 });
    expect(promptOf('duration', { unit: 'minutes', value: 15 }, 8)).toEqual({ key: 'counter.prompt.duration.minutes', n: 15 });
  });
});

describe('the time at the counter', () => {
  it('leaves out what was spent on hold, also while it lasts', () => {
    const start = 1_000_000;
    const held = serving(1, { servingAt: start, heldMs: 2 * minute, heldAt: start + 8 * minute });
    expect(servedMs(held, start + 10 * minute)).toBe(6 * minute);
    expect(servedMs(called(1), start)).toBe(0);
  });

  it('is never negative, whatever the clock did', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.option(fc.integer(), { nil: null }), fc.integer(), (servingAt, heldMs, heldAt, now) => {
        expect(servedMs(serving(1, { servingAt, heldMs, heldAt }), now)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is over the mean only when longer', () => {
    expect([isOverMean(15 * minute, 15), isOverMean(15 * minute + 1, 15)]).toEqual([false, true]);
  });
});

describe('an applicant that is being typed', () => {
  it('is kept by ticket until it is empty or forgotten', () => {
    const drafts = createDrafts();
    drafts.keep('a', { name: 'Siti', nik: '', phone: '' });
    expect([drafts.has('a'), drafts.has('b'), drafts.of('a').name]).toEqual([true, false, 'Siti']);
    drafts.keep('a', { name: ' ', nik: '', phone: '' });
    expect(drafts.has('a')).toBe(false);
  });

  it('may have a NIK read out in groups, and a strange one does not block', () => {
    const typed = { name: ' Siti ', nik: '3201 0145.0755-0001', phone: '0812-3456' };
    expect(cleaned(typed)).toEqual({ name: 'Siti', nik: '3201014507550001', phone: '0812-3456' });
    expect(wrongFields({ name: 'Siti', nik: '123', phone: '' })).toEqual(new Set());
  });

  it('needs a name, digits in the NIK and a phone number that is one', () => {
    expect(wrongFields({ name: ' ', nik: '32x', phone: 'halo' })).toEqual(new Set(['name', 'nik', 'phone']));
  });
});
