import { describe, expect, test } from 'vitest';
import { createAppHandler } from '../../../electron/appProtocol.ts';
import { createPapers } from '../../../electron/papers.ts';
import { paperSize } from '../../../electron/paperSize.ts';
import { createPrinting } from '../../../electron/printing.ts';
import { createFakeElectron, type FakeBrowserWindow, FakeWebContents } from '../../fixtures/fakeElectron/index.ts';
import { settled } from '../../fixtures/fakeElectron/startFakeShell.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

function createDesk() {
  const fake = createFakeElectron();
  const ports = createTestPorts('2026-11-23T08:00:00+07:00');
  const papers = createPapers();
  const logged: string[] = [];
  const printing = createPrinting({
    electron: fake.electron,
    papers,
    timers: ports.timers,
    packaged: true,
    log: (message) => logged.push(message),
  });
  const from = new FakeWebContents();
  return {
    fake,
    ports,
    papers,
    logged,
    printing,
    print: (changes: object = {}) =>
      printing.printPaper(from as never, { html: '<b>A-012</b>', widthMm: 80, deviceName: null, ...changes }),
    from,
    /** The hidden page of the paper that is being printed, changed before it answers. */
    nextPage: (change: (window: FakeBrowserWindow) => void) =>
      fake.app.once('web-contents-created', () => queueMicrotask(() => fake.windows.slice(-1).forEach(change))),
  };
}

describe('paperSize', () => {
  test.each([
    [80, 378, { width: 80_000, height: 101_013 }],
    [58, 10, { width: 58_000, height: 20_000 }],
    [148, 2000, { width: 148_000, height: 210_000 }],
    [80, 1_000_000, { width: 80_000, height: 2_000_000 }],
  ])('%i mm wide and %i px high is %j microns', (widthMm, heightPx, size) => expect(paperSize(widthMm, heightPx)).toEqual(size));
});

describe('printPaper', () => {
  test('given a printer, then the paper is handed over silently in its exact size and its page is gone', async () => {
    const desk = createDesk();
    expect(await desk.print({ deviceName: 'Thermal' })).toEqual({ outcome: 'handedOver', failure: null });
    const [page] = desk.fake.windows;
    expect(page?.webContents.printed).toEqual([
      {
        silent: true,
        printBackground: true,
        color: false,
        margins: { marginType: 'none' },
        pageSize: { width: 80_000, height: 106_834 },
        deviceName: 'Thermal',
      },
    ]);
    expect(page?.options).toMatchObject({ show: false, width: 302, useContentSize: true });
    expect(page?.isDestroyed()).toBe(true);
    expect(page?.shown).toBe(false);
  });

  test.each([
    ['no printer at all', [], null],
    ['a printer that is not there', ['Thermal'], 'Laser'],
  ])('given %s, then noPrinter and nothing is rendered', async (_what, names, deviceName) => {
    const desk = createDesk();
    desk.from.printerNames = names;
    expect(await desk.print({ deviceName })).toEqual({ outcome: 'failed', failure: 'noPrinter' });
    expect(desk.fake.windows).toHaveLength(0);
  });

  test.each([
    [[false, 'Print job canceled'] as const, { outcome: 'cancelled', failure: null }],
    [[false, 'Invalid printer settings'] as const, { outcome: 'failed', failure: 'refused' }],
  ])('a driver that answers %j gives %j', async (answer, outcome) => {
    const desk = createDesk();
    desk.nextPage((window) => void (window.webContents.printAnswer = answer));
    expect(await desk.print()).toEqual(outcome);
  });

  test('a driver that never answers ends after 30 s, and the next paper is printed', async () => {
    const desk = createDesk();
    desk.nextPage((window) => void (window.webContents.printAnswer = null));
    const [stuck, next] = [desk.print(), desk.print()];
    await settled();
    expect(desk.fake.windows).toHaveLength(1);
    desk.ports.advance(30_000);
    expect(await stuck).toEqual({ outcome: 'failed', failure: 'timeout' });
    expect(await next).toEqual({ outcome: 'handedOver', failure: null });
  });

  test('a paper that does not render in 10 s fails, its window and its document are gone', async () => {
    const desk = createDesk();
    desk.nextPage((window) => void (window.webContents.measured = () => new Promise(() => {})));
    const printed = desk.print();
    await settled();
    desk.ports.advance(10_000);
    expect(await printed).toEqual({ outcome: 'failed', failure: 'rendering' });
    expect(desk.fake.living()).toHaveLength(0);
    expect(desk.papers.take(new URL(desk.fake.windows[0]?.url ?? '').pathname)).toBeUndefined();
    expect(desk.logged).toEqual(['a paper could not be rendered']);
  });

  test.each([0, -5, Number.NaN, 'high', null, 1e9])('a page that measures %j is not printed', async (height) => {
    const desk = createDesk();
    desk.nextPage((window) => void (window.webContents.measured = () => Promise.resolve(height)));
    expect(await desk.print()).toEqual({ outcome: 'failed', failure: 'rendering' });
    expect(desk.fake.windows[0]?.webContents.printed).toEqual([]);
  });

  test('the hidden page fetches the very document that was given', async () => {
    const desk = createDesk();
    const handle = createAppHandler(import.meta.dirname, desk.papers);
    const bodies: Promise<string>[] = [];
    desk.nextPage((window) => bodies.push(handle({ url: window.url, method: 'GET' } as Request).then((response) => response.text())));
    await desk.print({ html: '<b>B-007</b>' });
    expect(await Promise.all(bodies)).toEqual(['<b>B-007</b>']);
  });
});

test('printToPdf gives bytes of one page in inches', async () => {
  const desk = createDesk();
  const made = await desk.printing.printToPdf({ html: '<b>B-007</b>', widthMm: 148 });
  expect(made).toEqual({ ok: true, pdf: new Uint8Array(Buffer.from('%PDF-1.7')) });
  const [options] = desk.fake.windows[0]?.webContents.pdfs ?? [];
  expect(options?.pageSize).toEqual({ width: expect.closeTo(148 / 25.4), height: expect.closeTo(210 / 25.4) });
});

test('a PDF that cannot be rendered is an outcome', async () => {
  const desk = createDesk();
  desk.nextPage((window) => void (window.webContents.printToPDF = () => Promise.reject(new Error('no PDF'))));
  expect(await desk.printing.printToPdf({ html: '<b>B-007</b>', widthMm: 80 })).toEqual({ ok: false, failure: 'rendering' });
});
