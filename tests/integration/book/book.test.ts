/** The blackout book on a real host: sheets, drafts, history of their day, the running queue, replay. */
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Writer } from '../../../electron/host/database/open.ts';
import { addReport } from '../../../electron/host/recovery/reports.ts';
import { stateTables } from '../../../electron/host/state/index.ts';
import { emptyRow, type PaperRow, type PaperVisit, rowsPerSheet } from '../../../shared/domain/book/types.ts';
import { printedText } from '../../fixtures/escPosDecoder.ts';
import { closedPort, startFakePrinter } from '../../fixtures/fakePrinter.ts';
import { startOffice, type TestOffice } from '../queue/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.end());

const visit = (change: Partial<PaperVisit> = {}): PaperVisit => ({
  ...{ arrived: '09:05', serviceId: office.services[0].id, ground: null, called: '09:20', counterId: office.counters[0].id },
  ...{ finished: '09:35', outcome: 'finished', complaint: false },
  ...change,
});
const row = (n: number, change: Partial<PaperVisit> = {}, stillHere = false): PaperRow => ({ row: n, visit: visit(change), stillHere });
const waits = { called: null, counterId: null, finished: null, outcome: 'unfinished' } as const;
/** Nobody waits when the date changes, so no jump is suspicious; a day of timers would take its time. */
const clock = (at: string) => office.ports.jumpWallClock(Date.parse(at) - office.ports.clock.now());

async function makeSheet(date = '2026-11-23'): Promise<string> {
  const sheetId = v7();
  await office.must('sari', 'book.makeSheets', { sheetIds: [sheetId], date });
  return sheetId;
}
const record = (sheetId: string, rows: PaperRow[], commandId?: string) => office.send('sari', 'book.record', { sheetId, rows }, commandId);
const refusal = (type: string, details = {}) => ({ kind: 'refused', refusal: { type, ...details } });
const tickets = () =>
  office.host.services.db
    .prepare<[], Record<string, unknown>>(
      `SELECT number, date, status, issued_at AS issued, first_called_at AS called, serving_at AS serving, ended_at AS ended,
         end_reason AS reason, entered_afterwards AS afterwards FROM ticket ORDER BY date, number`,
    )
    .all();
const at = (time: string, date = '2026-11-23') => Date.parse(`${date}T${time}:00+07:00`);

describe('a day without power', () => {
  it('becomes history of its own day: the queue of today is not touched', async () => {
    const sheetId = await makeSheet();
    await office.open();
    clock('2026-11-24T08:00:00+07:00');
    await office.must('sari', 'queue.openDay', {});
    const before = office.host.engine.states.queue;
    const reply = await record(sheetId, [
      row(1, { ground: 'lansia' }),
      row(2, { outcome: 'noShow', finished: null }),
      row(3, { ...waits, outcome: 'left' }),
      row(4, waits),
    ]);
    expect(reply).toMatchObject({ kind: 'done', output: { recorded: ['L1-01', 'L1-02', 'L1-03', 'L1-04'], admitted: [], already: [] } });
    expect(office.host.engine.states.queue).toBe(before);
    const none = { called: null, serving: null, ended: null };
    const paper = { date: '2026-11-23', issued: at('09:05'), afterwards: 1 };
    expect(tickets()).toEqual([
      { ...paper, number: 'L1-01', status: 'finished', called: at('09:20'), serving: at('09:20'), ended: at('09:35'), reason: null },
      { ...paper, number: 'L1-02', status: 'noShow', called: at('09:20'), serving: at('09:20'), ended: at('09:20'), reason: null },
      { ...paper, ...none, number: 'L1-03', status: 'cancelled', reason: 'visitorLeft' },
      { ...paper, ...none, number: 'L1-04', status: 'expired', reason: 'blackout' },
    ]);
    const view = await office.ask('sari', 'book.sheet', { sheetId });
    expect(view.day).toEqual({ issued: 4, enteredAfterwards: 4, finished: 1, noShow: 1, left: 2, meanWaitMs: 15 * 60_000 });
    expect(view.recorded[0]).toMatchObject({ number: 'L1-01', enteredBy: 'Sari', where: 'history', corrections: [] });
  });

  it('that was never opened at all does not become the office’s newest day', async () => {
    const sheetId = await makeSheet('2026-11-24');
    await office.open();
    clock('2026-11-25T08:00:00+07:00');
    await record(sheetId, [row(1)]);
    await office.restart();
    expect(office.host.engine.states.queue.day?.date).toBe('2026-11-23');
    await office.must('sari', 'queue.openDay', {});
    expect(tickets()).toMatchObject([{ number: 'L1-01', date: '2026-11-24' }]);
  });

  it('is recorded once, however often it is sent', async () => {
    const sheetId = await makeSheet();
    clock('2026-11-23T13:00:00+07:00');
    const commandId = v7();
    const first = await record(sheetId, [row(1)], commandId);
    expect(await record(sheetId, [row(1)], commandId)).toEqual(first);
    expect(await record(sheetId, [row(1), row(2)])).toMatchObject({ output: { recorded: ['L1-02'], already: ['L1-01'] } });
    expect(await record(sheetId, [row(1, { finished: '09:59' })])).toEqual(refusal('bookRowsRecorded', { numbers: ['L1-01'] }));
    expect(tickets()).toHaveLength(2);
  });

  it('cannot lie in the future, nor on a sheet that does not exist', async () => {
    const sheetId = await makeSheet();
    expect(await record(sheetId, [row(1)])).toEqual(refusal('bookRowsWrong', { numbers: ['L1-01'] }));
    expect(await record(v7(), [row(1)])).toEqual(refusal('bookSheetUnknown'));
    expect(tickets()).toEqual([]);
  });
});

describe('visitors of today who are still here', () => {
  it('stand in the line where they came, are called by their paper number, and are recorded once', async () => {
    const sheetId = await makeSheet();
    await office.open();
    await office.issue(0);
    clock('2026-11-23T10:00:00+07:00');
    await office.issue(0);
    const commandId = v7();
    const rows = [row(1), row(2, { ...waits, arrived: '09:50' }, true), row(3, { ...waits, arrived: '09:30' }, true)];
    const reply = await record(sheetId, rows, commandId);
    expect(reply).toMatchObject({ output: { recorded: ['L1-01'], admitted: ['L1-02', 'L1-03'] } });
    expect(await record(sheetId, rows, commandId)).toEqual(reply);
    expect(await record(sheetId, rows)).toMatchObject({ output: { recorded: [], already: ['L1-01'], admitted: ['L1-02', 'L1-03'] } });
    const order = [await office.serveNext(0), await office.serveNext(0), await office.serveNext(0), await office.serveNext(0)];
    expect(order.map(({ number }) => number)).toEqual(['A-001', 'L1-03', 'L1-02', 'A-002']);
    expect(tickets().find(({ number }) => number === 'L1-03')).toMatchObject({ status: 'finished', issued: at('09:30'), afterwards: 1 });
    const view = await office.ask('sari', 'book.sheet', { sheetId });
    expect(view.recorded.map(({ number, where }) => [number, where])).toEqual([
      ['L1-01', 'history'],
      ['L1-02', 'queue'],
      ['L1-03', 'queue'],
    ]);
    const correction = { correctionId: v7(), sheetId, row: 2, visit: null, reason: 'misread' } as const;
    expect(await office.send('sari', 'book.correct', correction)).toEqual(refusal('bookRowInQueue', { number: 'L1-02' }));
  });

  it('given the office is closed, are refused and nothing at all is recorded', async () => {
    const sheetId = await makeSheet();
    clock('2026-11-23T10:00:00+07:00');
    expect(await record(sheetId, [row(1), row(2, waits, true)])).toEqual(refusal('dayNotOpen'));
    expect(tickets()).toEqual([]);
  });
});

describe('a correction', () => {
  it('changes the history, says who and why, and keeps what stood there', async () => {
    const sheetId = await makeSheet();
    clock('2026-11-23T13:00:00+07:00');
    await record(sheetId, [row(1), row(2)]);
    const correct = (n: number, after: PaperVisit | null) =>
      office.must('dewi', 'book.correct', { correctionId: v7(), sheetId, row: n, visit: after, reason: 'misread' });
    await correct(1, visit({ finished: '09:55', serviceId: office.services[1].id }));
    await correct(2, null);
    expect(tickets()).toMatchObject([{ number: 'L1-01', ended: at('09:55'), afterwards: 1 }]);
    const { recorded, day } = await office.ask('sari', 'book.sheet', { sheetId });
    expect(day.issued).toBe(1);
    expect(recorded).toMatchObject([
      { row: 1, enteredBy: 'Sari', corrections: [{ by: 'Dewi', reason: 'misread', before: visit(), after: { finished: '09:55' } }] },
    ]);
    // There was no such visitor: the row is free for the one who was.
    expect(await record(sheetId, [row(2, { arrived: '09:10' })])).toMatchObject({ output: { recorded: ['L1-02'] } });
  });
});

describe('what is typed', () => {
  const rows = (first: string) => Array.from({ length: rowsPerSheet }, (_, n) => (n === 0 ? { ...emptyRow, arrived: first } : emptyRow));
  const save = (sheetId: string, first: string, revision: number) =>
    office.send('sari', 'book.saveDraft', { sheetId, rows: rows(first), revision });

  it('is on disk when it is answered, survives a restart and its clean-up, and a second window is told', async () => {
    const sheetId = await makeSheet();
    expect(await save(sheetId, '9', 0)).toMatchObject({ output: { revision: 1 } });
    expect(await save(sheetId, '9.', 1)).toMatchObject({ output: { revision: 2 } });
    expect(await save(sheetId, '8', 1)).toEqual(refusal('draftChangedElsewhere', { revision: 2 }));
    expect(await save(sheetId, '9.', 1)).toMatchObject({ output: { revision: 2 } });
    await office.restart();
    const { draft, sheet } = await office.ask('budi', 'book.sheet', { sheetId });
    expect(draft).toMatchObject({ revision: 2, rows: rows('9.') });
    expect(sheet.typed).toBe(1);
    expect(await save(v7(), '9', 0)).toEqual(refusal('bookSheetUnknown'));
  });
});

describe('sheets', () => {
  it('have numbers of their own and are found by them as people type them', async () => {
    const [first, second] = [await makeSheet(), await makeSheet()];
    const { sheets, today } = await office.ask('sari', 'book.sheets', { limit: 10 });
    expect(today).toBe('2026-11-23');
    expect(sheets.map(({ number, sheetId }) => [number, sheetId])).toEqual([
      ['BP-20261123-1', first],
      ['BP-20261123-2', second],
    ]);
    expect(await office.ask('sari', 'book.find', { number: 'bp 2026-11-23 2' })).toEqual({ sheetId: second });
    expect(await office.asked('sari', 'book.find', { number: 'BP-20261123-3' })).toEqual(refusal('bookSheetUnknown'));
  });

  it('are printed as papers are: the first is the original, each further one is SALINAN', async () => {
    const sheetId = await makeSheet();
    const print = async () => {
      const jobId = v7();
      const asked = await office.must('sari', 'printing.print', { jobId, kind: 'blackoutSheet', subjectId: sheetId, printerId: null });
      await office.must('sari', 'printing.report', { jobId, outcome: 'handedOver', failure: null });
      return asked;
    };
    expect(await print()).toMatchObject({ copy: 0, by: 'window', paper: 'a4' });
    expect(await print()).toMatchObject({ copy: 1 });
    const { html, widthMm } = await office.ask('sari', 'printing.paper', {
      kind: 'blackoutSheet',
      subjectId: sheetId,
      paper: 'a5',
      copy: 1,
    });
    expect(widthMm).toBe(148);
    for (const part of ['BP-20261123-1', 'SALINAN 1', 'L1-01', 'L1-20', 'Senin, 23 November 2026', 'Layanan A', '112'])
      expect(html).toContain(part);
    const { sheets } = await office.ask('sari', 'book.sheets', { limit: 1 });
    expect(sheets[0]).toMatchObject({ prints: 2, print: { outcome: 'handedOver' } });
  });
});

describe('the reminder of the morning', () => {
  const due = async (who: 'sari' | 'budi' | 'dewi') => (await office.ask(who, 'book.reminder', {})).due;

  it('is for who opened the office and for supervisors, until a sheet is printed', async () => {
    expect(await due('dewi')).toBe(false);
    await office.open();
    expect([await due('sari'), await due('budi'), await due('dewi')]).toEqual([true, false, true]);
    const sheetId = await makeSheet();
    expect(await due('sari')).toBe(true);
    const jobId = v7();
    await office.must('sari', 'printing.print', { jobId, kind: 'blackoutSheet', subjectId: sheetId, printerId: null });
    expect(await due('sari')).toBe(false);
    await office.must('sari', 'printing.report', { jobId, outcome: 'cancelled', failure: null });
    expect(await due('sari')).toBe(true);
  });

  it('is gone for everybody when one dismisses it, and comes again the next day', async () => {
    await office.open();
    await office.must('sari', 'book.dismissReminder', { date: '2026-11-23' });
    expect([await due('sari'), await due('dewi')]).toEqual([false, false]);
    clock('2026-11-24T08:00:00+07:00');
    await office.must('sari', 'queue.openDay', {});
    expect(await due('dewi')).toBe(true);
  });
});

describe('printing by itself when the office opens', () => {
  async function setUpPrinter(port: number, automatic = true) {
    const printerId = v7();
    const connection = { kind: 'network', host: '127.0.0.1', port } as const;
    await office.must('ratna', 'office.savePrinter', { id: printerId, name: 'Printer lobi', paper: '80mm', connection, uses: [] });
    await office.must('dewi', 'book.saveSettings', { sheets: 2, automatic, printerId });
  }
  const ended = (count: number) =>
    new Promise<void>((resolve) => {
      let left = count;
      office.host.engine.onCommit(({ events }) => {
        left -= events.filter(({ type }) => type === 'printEnded.v1').length;
        if (left <= 0) resolve();
      });
    });

  it('prints as many sheets as are set, once for the day, and nobody is reminded', async () => {
    const printer = await startFakePrinter();
    await setUpPrinter(printer.port);
    const both = ended(2);
    await office.open();
    await both;
    const text = printer.papers.map((paper) => printedText(paper).join('\n'));
    expect(text.map((paper) => /BP-\d{8}-\d/u.exec(paper)?.[0])).toEqual(['BP-20261123-1', 'BP-20261123-2']);
    expect(text[0]).toMatch(/L1-01 _+\n/u);
    expect((await office.ask('sari', 'book.reminder', {})).due).toBe(false);
    await office.must('sari', 'queue.closeDay', { expireWaiting: true });
    await office.must('sari', 'queue.openDay', {});
    expect((await office.ask('sari', 'book.sheets', { limit: 10 })).sheets).toHaveLength(2);
  });

  it('given it failed, reminds; given it is off, prints nothing', async () => {
    const port = await closedPort();
    await setUpPrinter(port);
    const both = ended(2);
    await office.open();
    await both;
    expect(await office.ask('sari', 'book.reminder', {})).toMatchObject({ due: true, automatic: false });
    await setUpPrinter(port, false);
    clock('2026-11-24T08:00:00+07:00');
    await office.must('sari', 'queue.openDay', {});
    expect((await office.ask('sari', 'book.sheets', { limit: 10 })).sheets).toHaveLength(2);
  });

  it('on a printer of the operating system is left to the window of who opened', async () => {
    await office.must('dewi', 'book.saveSettings', { sheets: 1, automatic: true, printerId: null });
    await office.open();
    expect((await office.ask('sari', 'book.reminder', {})).automatic).toBe(true);
    expect((await office.ask('dewi', 'book.reminder', {})).automatic).toBe(false);
    const unknown = await office.send('dewi', 'book.saveSettings', { sheets: 1, automatic: true, printerId: v7() });
    expect(unknown).toEqual(refusal('printerUnknown'));
  });
});

it('after a recovery that lost events goes on behind the sheets that may be on paper', async () => {
  await makeSheet();
  addReport(office.host.services.dataDir, {
    acknowledgedAt: null,
    report: {
      ...{ at: office.ports.clock.now(), part: 'station', damage: 'chain', setAsideAs: 'station.db.damaged-1', backupDate: null },
      ...{ eventsFromBackup: 0, eventsAfterBackup: 0, eventsLost: 3, lastEventAt: null },
    },
  });
  await office.restart();
  await makeSheet();
  const { sheets } = await office.ask('sari', 'book.sheets', { limit: 10 });
  expect(sheets.map(({ number }) => number)).toEqual(['BP-20261123-1', 'BP-20261123-5']);
});

it('replays into the same tables', async () => {
  const sheetId = await makeSheet();
  await office.open();
  clock('2026-11-23T13:00:00+07:00');
  await record(sheetId, [
    row(1),
    row(2, { outcome: 'noShow', finished: null }),
    row(3, waits),
    row(4, { ...waits, arrived: '12:00' }, true),
  ]);
  await office.must('sari', 'book.correct', { correctionId: v7(), sheetId, row: 1, visit: visit({ called: '09:25' }), reason: 'mistyped' });
  await office.must('sari', 'book.correct', { correctionId: v7(), sheetId, row: 3, visit: null, reason: 'wrongRow' });
  await office.must('sari', 'book.dismissReminder', { date: '2026-11-23' });
  const { db, events } = office.host.services;
  const names = ['book', 'tickets', 'visits', 'calls', 'officeDays'];
  const tables = stateTables.filter(({ name }) => names.includes(name));
  const fresh = new Database(':memory:') as unknown as Writer;
  for (const { schema } of tables) fresh.exec(schema);
  const applies = tables.map((table) => table.prepare(fresh));
  for (const event of events.after(0)) for (const apply of applies) apply(event);
  const dump = (of: Pick<Writer, 'prepare'>) =>
    tables.flatMap((table) => table.tables).map((name) => [name, of.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]);
  expect(dump(fresh)).toEqual(dump(db));
  const filled = dump(db)
    .filter(([, rows]) => (rows as unknown[]).length > 0)
    .map(([name]) => name);
  expect(filled).toEqual(
    expect.arrayContaining(['book_sheet', 'book_row', 'book_correction', 'book_reminder', 'book_series', 'ticket', 'visit']),
  );
});
