/**
 * Boards and kiosks that are plain browsers on the LAN (docs/decisions/0020): a listener of this station, off until an
 * administrator turns it on, and links that open exactly one screen each.
 */
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { LinkSurface } from '../../../shared/rpc/linkMethods.ts';
import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Ports, Timers } from '../ports.ts';
import { webSocketTransport } from '../rpc/transports.ts';
import { createBudgets } from './budget.ts';
import { gateTransport } from './gate.ts';
import { createListener, type ListenerStatus, type ListenerWish } from './listener.ts';
import { createLinks, type Link, type Links } from './links.ts';
import { readScreenPages } from './pages.ts';
import { createRequests, type Requests } from './requests.ts';
import { openSettingsFile } from './settingsFile.ts';

export interface Screens {
  readonly links: Links;
  /** What the settings say. */
  wish(): ListenerWish;
  /** Stores the wish and follows it. @throws I/O errors */
  listen(wish: ListenerWish): Promise<void>;
  status(): ListenerStatus;
  /** From now on browsers are served by this; before, nothing is listened at. */
  start(serve: (transport: Transport, surface: LinkSurface) => void): void;
  /** Whether this station is one of the office may have changed. */
  look(): void;
  close(): void;
}

export interface ScreensParts {
  readonly dataDir: string;
  /** The built renderer; without it nothing is ever listened at. */
  readonly rendererDirectory: string | undefined;
  readonly ports: Ports;
  readonly log: Logger;
  /** Whether this station itself prints tickets. */
  stationPrints(): boolean;
  /** No longer part of the office: nobody would ever call a number of its kiosks, and its boards would show a queue that is none. */
  isRevoked(): boolean;
  /** Something changed that the settings show. */
  onChange(): void;
}

/** What an address on the LAN may ask: two loads of a screen with all its sounds at once, then what a screen needs. */
const requestsPerSecond = 30;
const requestBurst = 400;
const flushMs = 60_000;
/** Browsers answer by themselves. */
const beatMs = 20_000;
/** Far more than a screen's answers of some seconds. */
const mostBacklogBytes = 4 * 1024 * 1024;
/** The listener is turned off, or the program ends. */
const goingAway = 1001;

export function createScreens(parts: ScreensParts): Screens {
  const { dataDir, ports, log, onChange } = parts;
  const file = openSettingsFile(dataDir, (error) => log.error({ err: error }, 'the settings of the screens on the network'));
  const links = createLinks(file, ports);
  const budgets = createBudgets(ports.clock, requestsPerSecond, requestBurst);
  let serve: (transport: Transport, surface: LinkSurface) => void = (transport) => transport.close();

  const serveLink = (link: Link, socket: WebSocket, address: string) => {
    const transport = webSocketTransport(socket);
    const connection = {
      cut(code: number) {
        // The browser learns why; one that does not listen is cut off all the same.
        socket.close(code);
        ports.timers.after(1000, () => socket.terminate());
      },
    };
    link.connections.add(connection);
    const stopBeat = keepBeat(socket, ports.timers);
    transport.onClose(() => {
      stopBeat();
      link.connections.delete(connection);
      links.seen(link, address);
      onChange();
    });
    const { surface, limit, budget, papers } = link;
    const { stationPrints } = parts;
    const heard: Transport = {
      ...transport,
      send(message) {
        transport.send(message);
        // It asks and does not listen: what it does not take must not fill this station's memory.
        if (socket.bufferedAmount > mostBacklogBytes) socket.terminate();
      },
      onMessage: (listener) =>
        transport.onMessage((message) => {
          // A socket that is being closed still delivers what was on its way.
          if (!link.connections.has(connection)) return;
          links.seen(link, address);
          listener(message);
        }),
    };
    serve(gateTransport(heard, { surface, limit, budget, papers, stationPrints, clock: ports.clock, log }), surface);
    links.seen(link, address);
    onChange();
  };

  let requests: Requests | null = null;
  const readRequests = (): Requests | null => {
    const pages = requests === null ? readPages(parts) : null;
    if (pages !== null) requests = createRequests({ links, pages, ports, log, budgetOf: budgets.of, serve: serveLink });
    return requests;
  };
  const listener = createListener({ ports, log, requests: readRequests, onChange, onSilence: () => links.cutAll(goingAway) });
  const followed = ({ on, port }: ListenerWish): ListenerWish => ({ on: on && !parts.isRevoked(), port });
  const stopFlushing = ports.timers.every(flushMs, () => flush());
  const flush = () => {
    try {
      links.flush();
    } catch (error) {
      log.warn({ err: error }, 'the settings of the screens on the network could not be written');
    }
  };

  return {
    links,
    wish: () => ({ on: file.current.on, port: file.current.port }),
    status: listener.status,
    listen(wish) {
      file.save({ ...file.current, ...wish });
      return listener.set(followed(wish));
    },
    start(serving) {
      serve = serving;
      if (file.current.on) void listener.set(followed(file.current));
    },
    look() {
      if (parts.isRevoked() && listener.status().state !== 'off') void listener.set(followed(file.current));
    },
    close() {
      stopFlushing();
      flush();
      void listener.close();
    },
  };
}

/** A device that vanished without a word must neither count as connected nor keep the place of one that comes. */
function keepBeat(socket: WebSocket, timers: Timers): () => void {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  return timers.every(beatMs, () => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  });
}

function readPages({ rendererDirectory, log }: ScreensParts) {
  if (rendererDirectory === undefined) return null;
  try {
    return readScreenPages(rendererDirectory);
  } catch (error) {
    log.warn({ err: error }, 'the built screens are not there; browsers on the network cannot be served');
    return null;
  }
}
