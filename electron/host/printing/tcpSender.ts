/**
 * Raw printing over TCP (port 9100). The protocol: connect, write the bytes, close our half; a printer that took
 * everything in closes its half too. Only this close means `printed`: bytes that were merely buffered on the way to a
 * stalled printer are no paper. Time limits come from the caller's timers.
 */
import type { Socket } from 'node:net';
import type { PrintFailure } from '../../../shared/domain/printing/events.ts';
import type { Cancel, Ports } from '../ports.ts';

export interface NetworkPrinter {
  readonly host: string;
  readonly port: number;
}

export type Sent = { readonly ok: true } | { readonly ok: false; readonly failure: PrintFailure };

export interface Sending {
  readonly sent: Promise<Sent>;
  /** Gives up at once; the outcome is `interrupted`. */
  abort(): void;
}

/** A printer in the same network answers within milliseconds; 5 s leave room for one that wakes up. */
export const connectLimitMs = 5_000;
/** From the connection to the printer's close: a long receipt on a slow printer takes about 10 s. */
export const transferLimitMs = 20_000;

/** Sends bytes to a printer; never rejects, every way to fail is an outcome. */
export function sendToPrinter({ network, timers }: Pick<Ports, 'network' | 'timers'>, printer: NetworkPrinter, bytes: Uint8Array): Sending {
  const { promise, resolve } = Promise.withResolvers<Sent>();
  let socket: Socket | null = null;
  let cancelLimit: Cancel = () => {};
  let state: 'connecting' | 'sending' | 'closing' | 'over' = 'connecting';

  const finish = (sent: Sent) => {
    if (state === 'over') return;
    state = 'over';
    cancelLimit();
    socket?.destroy();
    resolve(sent);
  };
  const fail = (failure: PrintFailure) => finish({ ok: false, failure });
  const limit = (ms: number, failure: PrintFailure) => {
    cancelLimit();
    cancelLimit = timers.after(ms, () => fail(failure));
  };

  limit(connectLimitMs, 'unreachable');
  try {
    socket = network.connectTcp(printer.host, printer.port);
  } catch {
    // An address that is none at all.
    fail('unreachable');
    return { sent: promise, abort: () => {} };
  }
  const connection = socket;
  connection.on('error', (error: NodeJS.ErrnoException) => fail(failureOf(error, state === 'connecting')));
  connection.on('connect', () => {
    if (state !== 'connecting') return;
    state = 'sending';
    limit(transferLimitMs, 'timeout');
    connection.end(bytes, () => {
      if (state === 'sending') state = 'closing';
    });
  });
  // What a printer says back is of no use here, but unread it would hold back its close.
  connection.resume();
  connection.on('end', () => (state === 'closing' ? finish({ ok: true }) : fail('interrupted')));
  connection.on('close', () => fail('interrupted'));
  return { sent: promise, abort: () => fail('interrupted') };
}

function failureOf({ code }: NodeJS.ErrnoException, connecting: boolean): PrintFailure {
  if (!connecting) return 'interrupted';
  return code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'refused' : 'unreachable';
}
