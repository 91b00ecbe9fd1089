import type { PaperOutcome, PaperRequest, PdfOutcome, PdfRequest, SystemPrinter } from '../shared/shell.ts';
import type { ElectronApi, WebContents } from './electronApi.ts';
import type { Timers } from './host/ports.ts';
import { openPaperPage } from './paperPage.ts';
import { paperSize, type PaperSize } from './paperSize.ts';
import type { Papers } from './papers.ts';

export interface Printing {
  /** Prints without a dialog, one paper after another. What goes wrong is an outcome, never an error. */
  printPaper(from: WebContents, request: PaperRequest): Promise<PaperOutcome>;
  printToPdf(request: PdfRequest): Promise<PdfOutcome>;
  printers(from: WebContents): Promise<readonly SystemPrinter[]>;
}

export interface PrintingParts {
  readonly electron: Pick<ElectronApi, 'BrowserWindow'>;
  readonly papers: Papers;
  readonly timers: Timers;
  readonly packaged: boolean;
  log(message: string, details: Readonly<Record<string, unknown>>): void;
}

/** A printer's driver that shows a dialog of its own, or a queue that hangs, must not hold the next paper for ever. */
const printLimitMs = 30_000;

const failed = (failure: 'noPrinter' | 'rendering' | 'refused' | 'timeout') => ({ outcome: 'failed', failure }) as const;

export function createPrinting(parts: PrintingParts): Printing {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = queue.then(work);
    queue = mine.catch(() => {});
    return mine;
  };

  const onPage = async <Value>(html: string, widthMm: number, work: (page: WebContents, size: PaperSize) => Promise<Value>) => {
    const page = await openPaperPage(parts, html, widthMm);
    try {
      return await work(page.contents, paperSize(widthMm, page.heightPx));
    } finally {
      page.close();
    }
  };

  const print = async (from: WebContents, { html, widthMm, deviceName }: PaperRequest): Promise<PaperOutcome> => {
    try {
      const printers = await from.getPrintersAsync();
      const known = deviceName === null ? printers.length > 0 : printers.some(({ name }) => name === deviceName);
      if (!known) return failed('noPrinter');
      return await onPage(html, widthMm, (page, size) => handOver(page, size, deviceName, parts.timers));
    } catch (error) {
      parts.log('a paper could not be rendered', { error: String(error) });
      return failed('rendering');
    }
  };

  const pdf = async ({ html, widthMm }: PdfRequest): Promise<PdfOutcome> => {
    try {
      const bytes = await onPage(html, widthMm, (page, size) =>
        page.printToPDF({ printBackground: true, margins: noMargins, pageSize: inInches(size) }),
      );
      return { ok: true, pdf: new Uint8Array(bytes) };
    } catch (error) {
      parts.log('a PDF could not be rendered', { error: String(error) });
      return { ok: false, failure: 'rendering' };
    }
  };

  return {
    printPaper: (from, request) => inTurn(() => print(from, request)),
    printToPdf: (request) => inTurn(() => pdf(request)),
    printers: async (from) => (await from.getPrintersAsync()).map(({ name, displayName }) => ({ name, displayName })),
  };
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

const inInches = ({ width, height }: PaperSize) => ({ width: width / 25_400, height: height / 25_400 });

function handOver(page: WebContents, size: PaperSize, deviceName: string | null, timers: Timers): Promise<PaperOutcome> {
  return new Promise((resolve) => {
    const cancelLimit = timers.after(printLimitMs, () => resolve(failed('timeout')));
    page.print(
      {
        silent: true,
        printBackground: true,
        color: false,
        margins: { marginType: 'none' },
        pageSize: { width: size.width, height: size.height },
        ...(deviceName === null ? {} : { deviceName }),
      },
      (success, reason) => {
        cancelLimit();
        if (success) resolve({ outcome: 'handedOver', failure: null });
        else resolve(/cancel/iu.test(reason) ? { outcome: 'cancelled', failure: null } : failed('refused'));
      },
    );
  });
}
