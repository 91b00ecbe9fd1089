import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output } from '../../../shared/rpc/contract.ts';
import { startOffice, type TestOffice } from './office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.end());

const counterId = (index: 0 | 1) => office.counters[index].id;

it('shows the kiosk its services before, during and after the day', async () => {
  const closed = await office.ask('kiosk', 'queue.kiosk', {});
  expect(closed).toMatchObject({ day: { date: '2026-11-23', status: 'notOpened', openDate: null }, officeName: 'Kantor Uji' });
  await office.open();
  await office.issue(0);
  await office.issue(0, 'lansia');
  const open = await office.ask('kiosk', 'queue.kiosk', {});
  expect(open.day.status).toBe('open');
  expect(open.services.map(({ id, prefix, queue }) => [id, prefix, queue.waiting, queue.priorityWaiting, queue.openCounters])).toEqual([
    [office.services[0].id, 'A', 2, 1, 2],
    [office.services[1].id, 'B', 0, 0, 2],
  ]);
  await office.must('sari', 'queue.closeDay', { expireWaiting: true });
  expect((await office.ask('kiosk', 'queue.kiosk', {})).day.status).toBe('closed');
});

it('shows the board who is called where, calls and recalls in the order they came', async () => {
  await office.open();
  const { ticketId } = await office.issue(0);
  await office.issue(1);
  await office.must('sari', 'queue.callNext', { counterId: counterId(0) });
  await office.must('budi', 'queue.callNext', { counterId: counterId(1) });
  office.ports.advance(5_000);
  await office.must('sari', 'queue.recall', { counterId: counterId(0), ticketId });
  const board = await office.ask('board', 'queue.board', {});
  expect(board.counters).toEqual([
    { counterId: counterId(0), number: 1, name: 'Loket 1', status: 'open', ticketNumber: 'A-001', ticketStatus: 'called' },
    { counterId: counterId(1), number: 2, name: 'Loket 2', status: 'open', ticketNumber: 'B-001', ticketStatus: 'called' },
  ]);
  expect(board.calls.map(({ order, number, counterNumber, recall }) => [order, number, counterNumber, recall])).toEqual([
    [3, 'A-001', 1, true],
    [2, 'B-001', 2, false],
    [1, 'A-001', 1, false],
  ]);
});

it('lists the counters with who is there', async () => {
  await office.open();
  await office.issue(0);
  await office.must('sari', 'queue.callNext', { counterId: counterId(0) });
  await office.must('budi', 'queue.startBreak', { counterId: counterId(1) });
  const { counters } = await office.ask('dewi', 'queue.counters', {});
  expect(counters.map(({ number, status, staffName, current }) => [number, status, staffName, current?.number ?? null])).toEqual([
    [1, 'open', 'Sari', 'A-001'],
    [2, 'break', 'Budi', null],
  ]);
});

it('shows the officer current, held, missed, history, and the waiting in the order they will be called', async () => {
  await office.open();
  const tickets: Output<'queue.issue'>[] = [];
  for (const ground of [null, null, null, null, null, null, 'lansia'] as const) {
    tickets.push(await office.issue(tickets.length % 2 === 0 ? 0 : 1, ground));
    office.ports.advance(60_000);
  }
  const at = (index: number) => ({ counterId: counterId(0), ticketId: tickets[index]?.ticketId ?? '' });
  await office.serveNext(0);
  await office.must('sari', 'queue.callNext', { counterId: counterId(0) });
  await office.must('sari', 'queue.startServing', at(1));
  await office.must('sari', 'queue.hold', at(1));
  await office.must('sari', 'queue.callNext', { counterId: counterId(0) });
  await office.must('sari', 'queue.markNoShow', at(2));
  const view = await office.ask('sari', 'queue.counterView', { counterId: counterId(0) });
  expect(view.counter).toMatchObject({ number: 1, status: 'open', staffName: 'Sari' });
  expect(view.current).toBeNull();
  expect(view.held.map(({ number }) => number)).toEqual(['B-001']);
  expect(view.noShows.map(({ number }) => number)).toEqual(['A-002']);
  expect(view.history.map(({ number }) => number)).toEqual(['A-002', 'A-001']);
  expect(view.waitingTotal).toBe(4);
  const called: string[] = [];
  for (let i = 0; i < 4; i++) called.push((await office.serveNext(0)).number);
  expect(called).toEqual(['B-002', 'A-003', 'A-004', 'B-003']);
  expect(view.waiting.map(({ number }) => number)).toEqual(called);
  const unknown = await office.asked('sari', 'queue.counterView', { counterId: v7() });
  expect(unknown).toEqual({ kind: 'refused', refusal: { type: 'counterUnknown' } });
});

it('sends two hundred of the waiting and tells how many there are', async () => {
  await office.open();
  for (let i = 0; i < 230; i++) await office.issue(0);
  const view = await office.ask('sari', 'queue.counterView', { counterId: counterId(0) });
  expect(view.waiting).toHaveLength(200);
  expect(view.waitingTotal).toBe(230);
});

it('keeps a note’s text in the vault and out of the database', async () => {
  await office.open();
  const { ticketId } = await office.issue(0);
  const secret = 'Ibu Siti, minta dihubungi besok';
  await office.must('sari', 'queue.note', { ticketId, text: secret });
  const seen = await office.ask('sari', 'queue.ticket', { ticketId });
  expect(seen).toMatchObject({ note: secret, ticket: { hasNote: true }, visit: [{ id: ticketId }] });
  const { db } = office.host.services;
  const text = ['event', 'command_receipt', 'ticket', 'visit'].flatMap((table) => db.prepare<[]>(`SELECT * FROM ${table}`).all());
  expect(JSON.stringify(text)).not.toContain('Siti');
  await office.restart();
  expect((await office.ask('sari', 'queue.ticket', { ticketId })).note).toBe(secret);
  await office.must('sari', 'queue.note', { ticketId, text: '' });
  expect(await office.ask('sari', 'queue.ticket', { ticketId })).toMatchObject({ note: null, ticket: { hasNote: false } });
  const unknown = { kind: 'refused', refusal: { type: 'ticketUnknown' } };
  expect(await office.send('sari', 'queue.note', { ticketId: v7(), text: secret })).toEqual(unknown);
  expect(await office.asked('sari', 'queue.ticket', { ticketId: v7() })).toEqual(unknown);
});
