/**
 * The one registry of what a page may ask of the shell (RELIABILITY 2). Nothing else uses `ipcMain` (a lint rule and a
 * test hold it). Every message is refused unless it comes from the main frame of one of our windows, on our origin, with
 * a surface that may use the channel and arguments of the right shape.
 */
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Surface } from '../shared/rpc/roles.ts';
import { paperRequest, pdfRequest, type PaperOutcome, type PdfOutcome, type SystemPrinter } from '../shared/shell.ts';
import { channelNames } from './channelNames.ts';
import type { ElectronApi, WebContents } from './electronApi.ts';
import { appOrigin } from './origin.ts';

const definitions = {
  requestPort: { surfaces: ['staff', 'kiosk', 'board'], arguments: z.tuple([]) },
  printPaper: { surfaces: ['staff', 'kiosk'], arguments: z.tuple([paperRequest]) },
  printToPdf: { surfaces: ['staff'], arguments: z.tuple([pdfRequest]) },
  printers: { surfaces: ['staff'], arguments: z.tuple([]) },
} as const satisfies Record<keyof typeof channelNames, { surfaces: readonly Surface[]; arguments: z.ZodType<readonly unknown[]> }>;

export type Channel = keyof typeof definitions;
type Arguments<C extends Channel> = z.infer<(typeof definitions)[C]['arguments']>;

/** Who asks: a window of ours with the surface that the shell gave it. */
export interface Sender {
  readonly contents: WebContents;
  readonly surface: Surface;
}

export interface ChannelHandlers {
  requestPort(sender: Sender): void;
  printPaper(sender: Sender, ...given: Arguments<'printPaper'>): Promise<PaperOutcome>;
  printToPdf(sender: Sender, ...given: Arguments<'printToPdf'>): Promise<PdfOutcome>;
  printers(sender: Sender): Promise<readonly SystemPrinter[]>;
}

/** Why a message was refused; the page is told nothing but that it was. */
export type Rejection = 'destroyed' | 'noFrame' | 'subframe' | 'origin' | 'unknownWindow' | 'surface' | 'arguments';

export interface ChannelParts {
  readonly ipcMain: ElectronApi['ipcMain'];
  readonly handlers: ChannelHandlers;
  surfaceOf(contents: WebContents): Surface | null;
  onRejected(channel: Channel, reason: Rejection): void;
}

export class ChannelRefusedError extends Error {
  override readonly name = 'ChannelRefusedError';
}

/** Registers every channel. Call once. */
export function registerChannels(parts: ChannelParts): void {
  const { ipcMain, handlers } = parts;
  ipcMain.on(channelNames.requestPort, (event, ...given: unknown[]) => {
    const accepted = accept(parts, 'requestPort', event, given);
    if (accepted !== null) handlers.requestPort(accepted.sender);
  });
  ipcMain.handle(channelNames.printPaper, (event, ...given: unknown[]) => {
    const { sender, given: valid } = insist(accept(parts, 'printPaper', event, given));
    return handlers.printPaper(sender, ...valid);
  });
  ipcMain.handle(channelNames.printToPdf, (event, ...given: unknown[]) => {
    const { sender, given: valid } = insist(accept(parts, 'printToPdf', event, given));
    return handlers.printToPdf(sender, ...valid);
  });
  ipcMain.handle(channelNames.printers, (event, ...given: unknown[]) =>
    handlers.printers(insist(accept(parts, 'printers', event, given)).sender),
  );
}

interface Accepted<C extends Channel> {
  readonly sender: Sender;
  readonly given: Arguments<C>;
}

function accept<C extends Channel>(
  parts: ChannelParts,
  channel: C,
  event: IpcMainEvent | IpcMainInvokeEvent,
  given: readonly unknown[],
): Accepted<C> | null {
  const sender = senderOf(event, parts.surfaceOf);
  const reject = (reason: Rejection) => {
    parts.onRejected(channel, reason);
    return null;
  };
  if (typeof sender === 'string') return reject(sender);
  const definition: { readonly surfaces: readonly Surface[]; readonly arguments: z.ZodType } = definitions[channel];
  if (!definition.surfaces.includes(sender.surface)) return reject('surface');
  const valid = definition.arguments.safeParse(given);
  return valid.success ? { sender, given: valid.data as Arguments<C> } : reject('arguments');
}

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent, surfaceOf: ChannelParts['surfaceOf']): Sender | Rejection {
  const { sender, senderFrame } = event;
  if (sender.isDestroyed()) return 'destroyed';
  // Null once the frame has navigated or is gone: whoever asked is no longer there.
  if (senderFrame === null || senderFrame.isDestroyed() || senderFrame.detached) return 'noFrame';
  if (senderFrame.parent !== null || senderFrame !== sender.mainFrame) return 'subframe';
  if (senderFrame.origin !== appOrigin) return 'origin';
  const surface = surfaceOf(sender);
  return surface === null ? 'unknownWindow' : { contents: sender, surface };
}

function insist<C extends Channel>(accepted: Accepted<C> | null): Accepted<C> {
  if (accepted === null) throw new ChannelRefusedError('Refused');
  return accepted;
}
