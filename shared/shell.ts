/**
 * What the desktop shell gives a page, and nothing else (RELIABILITY 3). The protocol:
 *
 * 1. The page listens for `message` events of its own window, then calls `requestPort()`.
 * 2. As soon as the host takes windows, be it on standby for the security call alone, the page gets `{ type: 'loket:port' }` with one `MessagePort`: its connection to the host.
 *    Which surface (staff, kiosk, board) the connection serves is decided by the shell, never by the page.
 *    Asking again gives a new port and ends the former one.
 * 3. When the host ends or crashes, the port closes and the page gets `{ type: 'loket:host', state: 'restarting' }`; it asks
 *    for a port again, which is answered when the host is back, and repeats what was not answered. `failed` means that the
 *    shell gave up and has told the person.
 */
import { z } from 'zod';
import { printFailure } from './rpc/methods/printing.ts';

/** A paper for the system's printer: a whole HTML document of one width, as `printing.paper` answers it. */
export const paperRequest = z.strictObject({
  html: z.string().min(1).max(2_000_000),
  /** 58 and 80: a roll, cut at the content's height. 148: A5 sheets, 210: A4. */
  widthMm: z.number().min(30).max(220),
  /** The operating system's name of the printer; `null` is its default printer. */
  deviceName: z.string().max(200).nullable(),
});
export type PaperRequest = z.infer<typeof paperRequest>;

/** How the window's own print ended, in the words of `printing.report`. */
export type PaperOutcome =
  | { readonly outcome: 'handedOver'; readonly failure: null }
  | { readonly outcome: 'cancelled'; readonly failure: null }
  | { readonly outcome: 'failed'; readonly failure: z.infer<typeof printFailure> };

export type PdfOutcome =
  | { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly failure: z.infer<typeof printFailure> };

export const pdfRequest = paperRequest.omit({ deviceName: true });
export type PdfRequest = z.infer<typeof pdfRequest>;

/** A printer that the operating system knows, for the settings page. */
export interface SystemPrinter {
  readonly name: string;
  readonly displayName: string;
}

/** `window.loketShell` in the desktop program; missing in a browser. */
export interface LoketShell {
  requestPort(): void;
  /** Prints without a dialog. Never rejects for a printer's sake: that is an outcome. */
  printPaper(request: PaperRequest): Promise<PaperOutcome>;
  printToPdf(request: PdfRequest): Promise<PdfOutcome>;
  /** Staff windows only. */
  printers(): Promise<readonly SystemPrinter[]>;
}

export const hostStates = ['running', 'restarting', 'failed'] as const;
export type HostState = (typeof hostStates)[number];

/** What the page gets as `event.data` of its window's `message` events, with `event.source === window`. */
export type ShellMessage = { readonly type: 'loket:port' } | { readonly type: 'loket:host'; readonly state: HostState };

export { shellName } from './shellName.ts';
