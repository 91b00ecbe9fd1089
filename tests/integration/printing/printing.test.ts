import { describe, expect, it } from 'vitest';
import { connectLimitMs, transferLimitMs } from '../../../electron/host/printing/tcpSender.ts';
import { type AtCounter, nextEnd, setPrinter, visitorAtCounter } from '../../fixtures/atCounter.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { printedText } from '../../fixtures/escPosDecoder.ts';
import { closedPort, startFakePrinter } from '../../fixtures/fakePrinter.ts';

const printTicket = ({ window, ticket, id }: AtCounter, jobId = id()) =>
  window.done('printing.print', { jobId, kind: 'ticket', subjectId: ticket.ticketId, printerId: null });

describe('printing on a network printer', () => {
  it('prints a ticket after its record is on disk, and marks every further print', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter();
    await setPrinter(at, printer.port);
    const jobId = at.id();
    const ended = nextEnd(at.test);
    expect(await printTicket(at, jobId)).toEqual({ copy: 0, by: 'host', paper: '80mm', language: 'id', deviceName: null });
    expect(await ended).toEqual({ jobId, outcome: 'printed', failure: null });

    const again = nextEnd(at.test);
    expect((await printTicket(at)).copy).toBe(1);
    await again;
    expect(printer.papers.map((paper) => printedText(paper).find((line) => line.startsWith('SALINAN')))).toEqual([undefined, 'SALINAN 1']);
    expect(printedText(printer.papers[0]!)).toContain(at.ticket.number);
    // The ground of the priority stays off the paper.
    expect(printedText(printer.papers[0]!).join('\n')).not.toMatch(/lansia/iu);
    expect(printedText(printer.papers[0]!)).toContain('PRIORITAS');

    expect(await at.window.ask('printing.jobs', { limit: 1 })).toEqual([
      expect.objectContaining({ label: at.ticket.number, printerName: 'Printer kios', outcome: 'printed', failure: null, copy: 1 }),
    ]);
    expect((await at.window.ask('system.status', {})).printer).toEqual({ state: 'ready', name: 'Printer kios' });
  });

  it('prints a receipt with NIK and phone masked', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter();
    await setPrinter(at, printer.port);
    const submission = at.submission();
    const { number } = await at.window.done('documents.register', submission);
    const ended = nextEnd(at.test);
    await at.window.done('printing.print', { jobId: at.id(), kind: 'documentReceipt', subjectId: submission.documentId, printerId: null });
    await ended;
    const text = printedText(printer.papers[0]!);
    expect(text).toEqual(expect.arrayContaining([number, 'Pemohon: Siti Rahmawati', 'NIK: 3273********0001', 'Telepon: 0812******90']));
    expect(printer.papers[0]?.qrCodes[0]?.content).toBe(`LOKET:${number}`);
  });

  it('prints a slip in the language asked for', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter();
    await setPrinter(at, printer.port, { paper: '58mm' });
    const shortfallId = at.id();
    const [missing] = at.service.requirements;
    await at.window.done('documents.recordShortfall', {
      shortfallId,
      counterId: at.counter.id,
      ticketId: at.ticket.ticketId,
      serviceId: at.service.id,
      missingRequirementIds: [missing.id],
    });
    const ended = nextEnd(at.test);
    await at.window.done('printing.print', {
      jobId: at.id(),
      kind: 'shortfallSlip',
      subjectId: shortfallId,
      printerId: null,
      language: 'en',
    });
    await ended;
    expect(printedText(printer.papers[0]!).join(' ')).toContain('Papers still missing');
  });

  it('given a printer that refuses, keeps the record and says so; the next paper prints', async () => {
    const at = await visitorAtCounter();
    const broken = await setPrinter(at, await closedPort());
    const ended = nextEnd(at.test);
    await printTicket(at);
    expect(await ended).toMatchObject({ outcome: 'failed', failure: 'refused' });
    expect((await at.window.ask('system.status', {})).printer).toEqual({ state: 'failing', name: 'Printer kios' });

    const printer = await startFakePrinter();
    await setPrinter(at, printer.port, { id: broken.id });
    const repaired = nextEnd(at.test);
    expect((await printTicket(at)).copy).toBe(1);
    expect((await repaired).outcome).toBe('printed');
    expect((await at.window.ask('system.status', {})).printer.state).toBe('ready');
  });

  it('given a printer that stalls, goes on with everything else and then with its next paper', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter('stalls');
    await setPrinter(at, printer.port);
    const first = nextEnd(at.test);
    await printTicket(at);
    await printer.connections(1);
    // The officer works on meanwhile.
    await at.window.done('queue.finish', { counterId: at.counter.id, ticketId: at.ticket.ticketId });
    printer.behaviour = 'prints';
    await printTicket(at);
    at.ports.advance(Math.max(connectLimitMs, transferLimitMs));
    expect((await first).outcome).toBe('failed');
    const second = nextEnd(at.test);
    expect((await second).outcome).toBe('printed');
    expect(printer.papers).toHaveLength(1);
  });

  it('given a printer removed while the job waits, says that there is none', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter('stalls');
    const { id: printerId } = await setPrinter(at, printer.port);
    const first = nextEnd(at.test);
    await printTicket(at);
    await printTicket(at);
    await printer.connections(1);
    const administrator = await staffWindow(at.test, 'admin');
    await administrator.done('office.removePrinter', { printerId });
    printer.resume();
    expect((await first).outcome).toBe('printed');
    const second = nextEnd(at.test);
    expect(await second).toMatchObject({ outcome: 'failed', failure: 'noPrinter' });
  });
});

describe('a restart', () => {
  it('records an unfinished job as interrupted, prints nothing again, and a reprint is a copy', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter('stalls');
    await setPrinter(at, printer.port);
    await printTicket(at);
    await printer.connections(1);
    printer.behaviour = 'prints';
    const again = await at.test.restart();
    const window = await staffWindow(again, 'petugas');
    const [job] = await window.ask('printing.jobs', { limit: 5 });
    expect(job).toMatchObject({ outcome: 'failed', failure: 'interrupted', copy: 0 });
    // Interrupted is not the printer's fault.
    expect((await window.ask('system.status', {})).printer.state).toBe('ready');

    const ended = nextEnd(again);
    expect((await printTicket({ ...at, window })).copy).toBe(1);
    expect((await ended).outcome).toBe('printed');
    expect(printer.papers).toHaveLength(1);
    await again.end();
  });

  it('replays print jobs without printing', async () => {
    const at = await visitorAtCounter();
    const printer = await startFakePrinter();
    await setPrinter(at, printer.port);
    const ended = nextEnd(at.test);
    await printTicket(at);
    await ended;
    // Another version of the table: the next start drops it and replays every event.
    at.test.host.services.db.prepare("UPDATE projection SET version = 0 WHERE name = 'printJobs'").run();
    const again = await at.test.restart();
    const window = await staffWindow(again, 'petugas');
    expect(await window.ask('printing.jobs', { limit: 5 })).toEqual([expect.objectContaining({ outcome: 'printed' })]);
    expect(printer.papers).toHaveLength(1);
    await again.end();
  });
});

describe('printing by the window', () => {
  it('given no printer, gives the paper to the window, which tells how it ended', async () => {
    const at = await visitorAtCounter();
    const jobId = at.id();
    expect(await printTicket(at, jobId)).toMatchObject({ copy: 0, by: 'window', paper: '80mm' });
    const { html, widthMm } = await at.window.ask('printing.paper', {
      kind: 'ticket',
      subjectId: at.ticket.ticketId,
      paper: '80mm',
      copy: 0,
    });
    expect(widthMm).toBe(80);
    expect(html).toContain(at.ticket.number);
    await at.window.done('printing.report', { jobId, outcome: 'handedOver', failure: null });
    expect((await at.window.ask('printing.jobs', { limit: 1 }))[0]).toMatchObject({ outcome: 'handedOver', printerName: null });
    expect(await at.window.client.command('printing.report', { jobId, outcome: 'cancelled', failure: null })).toEqual({
      kind: 'refused',
      refusal: { type: 'jobEnded', outcome: 'handedOver' },
    });
    expect((await at.window.ask('system.status', {})).printer).toEqual({ state: 'none', name: null });
  });

  it('lets a window that lived on through a restart correct what was taken for interrupted', async () => {
    const at = await visitorAtCounter();
    const jobId = at.id();
    await printTicket(at, jobId);
    const again = await at.test.restart();
    const window = await staffWindow(again, 'petugas');
    await window.done('printing.report', { jobId, outcome: 'handedOver', failure: null });
    expect((await window.ask('printing.jobs', { limit: 1 }))[0]).toMatchObject({ outcome: 'handedOver', failure: null });
    await again.end();
  });

  it('names the device of a system printer for the shell', async () => {
    const at = await visitorAtCounter();
    await setPrinter(at, 0, { connection: { kind: 'system', deviceName: 'EPSON L3210' }, paper: 'a5' });
    expect(await printTicket(at)).toMatchObject({ by: 'window', deviceName: 'EPSON L3210', paper: 'a5' });
  });

  it('shows people ahead and the estimate on a waiting ticket, as its issue answered', async () => {
    const at = await visitorAtCounter();
    const issue = (ground: 'lansia' | null) =>
      at.window.done('queue.issue', { ticketId: at.id(), visitId: at.id(), serviceId: at.service.id, ground });
    await issue(null);
    for (const ground of [null, 'lansia'] as const) {
      const ticket = await issue(ground);
      const { html } = await at.window.ask('printing.paper', { kind: 'ticket', subjectId: ticket.ticketId, paper: '58mm', copy: 0 });
      const { fromMinutes, toMinutes } = ticket.estimate ?? { fromMinutes: -1, toMinutes: -1 };
      expect(html).toContain(ticket.ahead === 0 ? 'Tidak ada' : `${ticket.ahead} orang`);
      expect(html).toContain(`${fromMinutes}–${toMinutes} menit`);
    }
  });
});

describe('a kiosk', () => {
  it('prints and reads tickets only', async () => {
    const at = await visitorAtCounter();
    const submission = at.submission();
    await at.window.done('documents.register', submission);
    const kiosk = at.test.window('kiosk');
    const refused = { kind: 'refused', refusal: { type: 'subjectUnknown' } };
    const receipt = { kind: 'documentReceipt', subjectId: submission.documentId } as const;
    expect(await kiosk.client.command('printing.print', { jobId: at.id(), printerId: null, ...receipt })).toEqual(refused);
    expect(await kiosk.client.query('printing.paper', { paper: 'a5', copy: 0, ...receipt })).toEqual(refused);
    const jobId = at.id();
    await at.window.done('printing.print', { jobId, printerId: null, ...receipt });
    expect(await kiosk.client.command('printing.report', { jobId, outcome: 'failed', failure: 'noPrinter' })).toEqual({
      kind: 'refused',
      refusal: { type: 'jobUnknown' },
    });
    await kiosk.done('printing.print', { jobId: at.id(), kind: 'ticket', subjectId: at.ticket.ticketId, printerId: null });
  });

  it('gets nothing for a ticket of another day', async () => {
    const at = await visitorAtCounter();
    const kiosk = at.test.window('kiosk');
    const unknown = { kind: 'ticket', subjectId: at.id() } as const;
    expect(await kiosk.client.command('printing.print', { jobId: at.id(), printerId: null, ...unknown })).toEqual({
      kind: 'refused',
      refusal: { type: 'subjectUnknown' },
    });
  });
});
