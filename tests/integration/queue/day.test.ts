import { afterEach, describe, expect, it } from 'vitest';
import { startOffice, type OfficeOptions, type TestOffice } from './office.ts';

const hour = 3_600_000;
let office: TestOffice;
const start = async (options?: OfficeOptions) => (office = await startOffice(options));
afterEach(() => office.end());

const eventTypes = (stream: string) => [...office.host.services.events.ofStream(stream)].map(({ type }) => type);
const rows = (sql: string) => office.host.services.db.prepare<[], Record<string, unknown>>(sql).all();

describe('the office day', () => {
  it.each([
    ['Asia/Jakarta', '+07:00'],
    ['Asia/Makassar', '+08:00'],
    ['Asia/Jayapura', '+09:00'],
  ] as const)('rolls over at midnight in %s while the program runs', async (zone, offset) => {
    await start({ zone, at: `2026-11-23T22:00:00${offset}` });
    await office.open();
    const served = await office.issue(0);
    await office.serveNext(0);
    const waiting = await office.issue(0, 'lansia');
    const called = await office.issue(1);
    await office.must('sari', 'queue.callTicket', { counterId: office.counters[0].id, ticketId: called.ticketId });
    office.ports.advance(2 * hour - 1);
    expect(await office.ask('board', 'queue.board', {})).toMatchObject({ day: { date: '2026-11-23', status: 'open' }, waiting: 1 });
    office.ports.advance(20_000);
    const board = await office.ask('board', 'queue.board', {});
    expect(board).toMatchObject({ day: { date: '2026-11-24', status: 'notOpened', openDate: null }, waiting: 0 });
    expect(board.counters.map(({ status }) => status)).toEqual(['closed', 'closed']);
    expect(eventTypes('queue/2026-11-23').slice(-5)).toEqual([
      'ticketExpired.v1',
      'ticketExpired.v1',
      'counterClosed.v1',
      'counterClosed.v1',
      'officeDayClosed.v1',
    ]);
    expect(rows('SELECT number, status, end_reason FROM ticket ORDER BY number')).toEqual([
      { number: 'A-001', status: 'finished', end_reason: null },
      { number: 'A-002', status: 'expired', end_reason: 'dayRolledOver' },
      { number: 'B-001', status: 'expired', end_reason: 'dayRolledOver' },
    ]);
    expect(rows('SELECT date, closed_by FROM office_day')).toEqual([{ date: '2026-11-23', closed_by: 'rollover' }]);
    await office.open();
    expect((await office.issue(0)).number).toBe('A-001');
    // History stays: yesterday's tickets are found, today's are others.
    const yesterday = await office.ask('sari', 'queue.ticket', { ticketId: served.ticketId });
    expect(yesterday.ticket).toMatchObject({ number: 'A-001', status: 'finished', counterId: office.counters[0].id });
    expect((await office.ask('sari', 'queue.ticket', { ticketId: waiting.ticketId })).ticket).toMatchObject({
      number: 'A-002',
      status: 'expired',
      ground: 'lansia',
    });
  });

  it('rolls over at the next start when the program was off at midnight', async () => {
    await start();
    await office.open();
    await office.issue(0);
    const stopped = office.host;
    office.ports.jumpWallClock(24 * hour);
    await office.restart();
    expect(office.host).not.toBe(stopped);
    expect(eventTypes('queue/2026-11-23').at(-1)).toBe('officeDayClosed.v1');
    expect(await office.ask('kiosk', 'queue.kiosk', {})).toMatchObject({ day: { date: '2026-11-24', status: 'notOpened' } });
  });

  it('rolls over before a command that comes earlier than the timer', async () => {
    await start({ at: '2026-11-23T23:59:55+07:00' });
    await office.open();
    const { ticketId } = await office.issue(0);
    office.ports.advance(6_000);
    const reply = await office.send('sari', 'queue.callNext', { counterId: office.counters[0].id });
    expect(reply).toEqual({ kind: 'refused', refusal: { type: 'dayNotOpen' } });
    expect((await office.ask('sari', 'queue.ticket', { ticketId })).ticket.status).toBe('expired');
    expect(eventTypes('queue/2026-11-23').at(-1)).toBe('officeDayClosed.v1');
  });

  it('goes on with its numbers after a restart, after cancelling, and after it was closed and opened again', async () => {
    await start();
    await office.open();
    const first = await office.issue(0);
    await office.must('sari', 'queue.cancel', { ticketId: first.ticketId, reason: 'visitorLeft' });
    await office.restart();
    expect((await office.issue(0)).number).toBe('A-002');
    await office.must('sari', 'queue.closeDay', { expireWaiting: true });
    await office.restart();
    await office.must('sari', 'queue.openDay', {});
    await office.restart();
    expect((await office.issue(0)).number).toBe('A-003');
    expect(rows('SELECT openings, closed_at FROM office_day')).toEqual([{ openings: 2, closed_at: null }]);
  });
});

describe('a wall clock that jumps', () => {
  const issue = () =>
    office.send('kiosk', 'queue.issue', {
      ticketId: office.ports.random.uuid(),
      visitId: office.ports.random.uuid(),
      serviceId: office.services[0].id,
      ground: null,
    });
  const suspect = { kind: 'refused', refusal: { type: 'clockSuspect', clockDate: '2026-11-24', openDate: '2026-11-23' } };

  it('stops numbers and calls while visitors wait, survives a restart, and a person confirms the date', async () => {
    await start();
    await office.open();
    const { ticketId } = await office.issue(0);
    office.ports.jumpWallClock(24 * hour);
    expect(await issue()).toEqual(suspect);
    expect(await office.send('sari', 'queue.callNext', { counterId: office.counters[0].id })).toEqual(suspect);
    expect(office.host.services.dayRollover.clockStatus()).toBe('suspect');
    await office.restart();
    office.ports.advance(60_000);
    expect(await issue()).toEqual(suspect);
    expect(await office.send('sari', 'queue.openDay', {})).toEqual(suspect);
    const commandId = office.ports.random.uuid();
    expect(await office.must('sari', 'queue.openDay', { confirmClock: true }, commandId)).toEqual({ date: '2026-11-24' });
    expect(await office.must('sari', 'queue.openDay', { confirmClock: true }, commandId)).toEqual({ date: '2026-11-24' });
    expect(office.host.services.dayRollover.clockStatus()).toBe('ok');
    expect((await office.ask('sari', 'queue.ticket', { ticketId })).ticket.status).toBe('expired');
    // Who confirmed is in the record.
    const closing = [...office.host.services.events.ofStream('queue/2026-11-23')].at(-1);
    expect(closing).toMatchObject({ type: 'officeDayClosed.v1', actor: { kind: 'staff' } });
    expect(await issue()).toMatchObject({ kind: 'done', output: { number: 'A-001' } });
  });

  it('goes on by itself when the clock comes back', async () => {
    await start();
    await office.open();
    await office.issue(0);
    office.ports.jumpWallClock(24 * hour);
    office.ports.advance(20_000);
    expect(await issue()).toEqual(suspect);
    office.ports.jumpWallClock(-24 * hour);
    expect(await issue()).toMatchObject({ kind: 'done', output: { number: 'A-002' } });
    expect(eventTypes('queue/2026-11-23')).toContain('clockTrusted.v1');
  });

  it('keeps order and numbers when it jumps back a day; the office day stays', async () => {
    await start({ policy: { kind: 'fifo' } });
    await office.open();
    const [first, second] = [await office.issue(0), await office.issue(0)];
    office.ports.jumpWallClock(-24 * hour);
    const third = await office.issue(0);
    expect(third.number).toBe('A-003');
    expect(office.host.services.dayRollover.clockStatus()).toBe('behind');
    office.ports.advance(60_000);
    const called = [await office.serveNext(0), await office.serveNext(0), await office.serveNext(0)];
    expect(called.map(({ ticketId }) => ticketId)).toEqual([first.ticketId, second.ticketId, third.ticketId]);
    expect(called.map(({ reason }) => reason.waitedMs)).toEqual([60_000, 60_000, 60_000]);
    await office.must('sari', 'queue.closeDay', { expireWaiting: false });
    expect(await office.must('sari', 'queue.openDay', {})).toEqual({ date: '2026-11-23' });
  });

  it('rolls over by itself when nobody is there to be wronged', async () => {
    await start();
    await office.open();
    office.ports.jumpWallClock(24 * hour);
    office.ports.advance(20_000);
    expect(await office.ask('kiosk', 'queue.kiosk', {})).toMatchObject({ day: { date: '2026-11-24', status: 'notOpened' } });
    expect(office.host.services.dayRollover.clockStatus()).toBe('ok');
  });
});
