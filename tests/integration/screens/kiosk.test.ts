/** A kiosk over its link: it gives numbers within its limit and prints at the station, and nothing more. */
import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { startFakePrinter } from '../../fixtures/fakePrinter.ts';
import { cardAt, fakeRenderer, linkWindow, listening, type LinkWindow, makeLink, portsWithCards } from '../../fixtures/screens.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';

let rendererDirectory: string;
let office: TestHost;
let admin: TestWindow;
let skip: (ms: number) => void;
beforeAll(() => {
  rendererDirectory = fakeRenderer();
});
afterAll(() => rmSync(rendererDirectory, { recursive: true }));
beforeEach(async () => {
  const { ports, skip: skipMs } = portsWithCards(cardAt('127.0.0.5'));
  skip = skipMs;
  office = await startDemoHost({ ports, rendererDirectory });
  admin = await staffWindow(office, 'admin');
  await listening(office);
});
afterEach(() => office.end());

const openKiosk = async (ticketsPerDay?: number) => linkWindow(await makeLink(admin, 'kiosk', ticketsPerDay), 'kiosk');

const issue = ({ client }: LinkWindow, ticketId: string = v7(), commandId?: string) => {
  const serviceId = office.host.engine.states.office.services[0]?.id ?? '';
  return client.command('queue.issue', { ticketId, visitId: v7(), serviceId, ground: null }, commandId);
};
const tickets = () => Number(office.host.services.db.prepare('SELECT count(*) FROM ticket').pluck().get());

describe('numbers', () => {
  test('given six within a minute, then the seventh is refused until there is room, and no ticket is made', async () => {
    await admin.done('queue.openDay', {});
    const kiosk = await openKiosk();
    for (let n = 0; n < 6; n += 1) expect((await issue(kiosk)).kind).toBe('done');
    const now = office.host.services.ports.clock.now();
    const reply = await issue(kiosk);
    expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'kioskLimitReached' } });
    const until = reply.kind === 'refused' && reply.refusal.type === 'kioskLimitReached' ? reply.refusal.until : 0;
    expect(until - now).toBeGreaterThan(50_000);
    expect(until - now).toBeLessThanOrEqual(61_000);
    expect(tickets()).toBe(6);
    skip(60_000);
    expect((await issue(kiosk)).kind).toBe('done');
  });

  test('given a thief with many connections for a day, then he gets what the administrator allowed, and no more', async () => {
    await admin.done('queue.openDay', {});
    const link = await makeLink(admin, 'kiosk', 40);
    for (let n = 0; n < 60; n += 1) {
      const kiosk = await linkWindow(link, 'kiosk');
      await Promise.all(Array.from({ length: 12 }, () => issue(kiosk)));
      kiosk.socket.close();
      await kiosk.closed;
      skip(15 * 60_000);
    }
    expect(tickets()).toBe(40);
    const view = (await (await staffWindow(office, 'admin')).ask('screens.overview', {})).links[0];
    expect(view).toMatchObject({ tickets: 40, ticketsPerDay: 40 });
  });

  test('given the same number is asked for again after a lost connection, then it is one ticket and takes no further room', async () => {
    await admin.done('queue.openDay', {});
    const link = await makeLink(admin, 'kiosk', 1);
    const first = await linkWindow(link, 'kiosk');
    const serviceId = office.host.engine.states.office.services[0]?.id ?? '';
    const wish = { ticketId: v7(), visitId: v7(), serviceId, ground: null };
    const commandId = v7();
    const given = await first.client.command('queue.issue', wish, commandId);
    first.socket.close();
    const second = await linkWindow(link, 'kiosk');
    expect(await second.client.command('queue.issue', wish, commandId)).toEqual(given);
    // The id of a command that gave one, with another wish: no way round the limit.
    for (let n = 0; n < 5; n += 1) {
      expect(await second.client.command('queue.issue', { ...wish, ticketId: v7() }, commandId)).toEqual(given);
      expect(await issue(second)).toMatchObject({ refusal: { type: 'kioskLimitReached' } });
    }
    expect(tickets()).toBe(1);
  });

  test('given the office is closed, then refused numbers take no room', async () => {
    const kiosk = await openKiosk(2);
    for (let n = 0; n < 5; n += 1) expect(await issue(kiosk)).toMatchObject({ refusal: { type: 'dayNotOpen' } });
    await admin.done('queue.openDay', {});
    expect((await issue(kiosk)).kind).toBe('done');
  });

  test('given one link is at its limit, then another still gives numbers', async () => {
    await admin.done('queue.openDay', {});
    const [full, free] = [await openKiosk(1), await openKiosk(1)];
    await issue(full);
    expect((await issue(full)).kind).toBe('refused');
    expect((await issue(free)).kind).toBe('done');
  });
});

describe('paper', () => {
  const ticketPrinter = (connection: { kind: 'network'; host: string; port: number } | { kind: 'system'; deviceName: string }) =>
    admin.done('office.savePrinter', { id: v7(), name: 'Printer pintu', paper: '80mm', connection, uses: ['ticket'] });
  const print = ({ client }: LinkWindow, subjectId: string, more = {}) =>
    client.command('printing.print', { jobId: v7(), kind: 'ticket', subjectId, printerId: null, ...more });

  test('comes out at the station’s network printer, and the kiosk is told at which', async () => {
    const printer = await startFakePrinter();
    await ticketPrinter({ kind: 'network', host: '127.0.0.1', port: printer.port });
    await admin.done('queue.openDay', {});
    const kiosk = await openKiosk();
    expect(await kiosk.client.query('printing.ticketPrinter', {})).toEqual({ kind: 'done', output: { name: 'Printer pintu', by: 'host' } });
    const ticketId = v7();
    const given = await issue(kiosk, ticketId);
    expect(await print(kiosk, ticketId)).toMatchObject({ kind: 'done', output: { by: 'host', copy: 0 } });
    await expect.poll(() => printer.papers.length).toBe(1);
    if (given.kind !== 'done') throw new Error('no ticket');
    expect(JSON.stringify(printer.papers[0])).toContain(given.output.number);
  });

  test('given more than a copy, a ticket of somebody else, another paper or another printer is asked for, then nothing prints', async () => {
    const printer = await startFakePrinter();
    await ticketPrinter({ kind: 'network', host: '127.0.0.1', port: printer.port });
    await admin.done('queue.openDay', {});
    const [kiosk, other] = [await openKiosk(), await openKiosk()];
    const [mine, theirs] = [v7(), v7()];
    await issue(kiosk, mine);
    await issue(other, theirs);
    const printers = office.host.engine.states.office.printers;
    expect(await print(kiosk, theirs)).toMatchObject({ refusal: { type: 'subjectUnknown' } });
    expect(await print(kiosk, mine, { printerId: printers[0]?.id })).toMatchObject({ refusal: { type: 'subjectUnknown' } });
    expect(await print(kiosk, mine, { kind: 'documentReceipt' })).toMatchObject({ refusal: { type: 'subjectUnknown' } });
    expect((await print(kiosk, mine)).kind).toBe('done');
    expect((await print(kiosk, mine)).kind).toBe('done');
    for (let n = 0; n < 5; n += 1) expect(await print(kiosk, mine)).toMatchObject({ refusal: { type: 'subjectUnknown' } });
    await expect.poll(() => printer.papers.length).toBe(2);
    expect(await admin.ask('printing.jobs', { limit: 10 })).toHaveLength(2);
  });

  test.each([
    ['no printer', async () => {}],
    ['a printer that only a window of the station reaches', () => ticketPrinter({ kind: 'system', deviceName: 'EPSON' })],
  ])('given %s, then the kiosk knows that there is no paper, and no job is left open', async (_which, prepare) => {
    await prepare();
    await admin.done('queue.openDay', {});
    const kiosk = await openKiosk();
    expect(await kiosk.client.query('printing.ticketPrinter', {})).toEqual({ kind: 'done', output: null });
    const ticketId = v7();
    await issue(kiosk, ticketId);
    expect(await print(kiosk, ticketId)).toMatchObject({ refusal: { type: 'subjectUnknown' } });
    expect(await admin.ask('printing.jobs', { limit: 10 })).toEqual([]);
  });
});
