/**
 * Listens for browsers on the LAN: one server for each address of this computer, and one on loopback to try a link out. Cards
 * come and go (a cable, a Wi-Fi, a new address by DHCP) and ports are taken and given back, so what should be listened at is
 * compared with what is, every few seconds and after every change of the settings.
 */
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { Output } from '../../../shared/rpc/contract.ts';
import { listen, PortTakenError, serverLimits } from '../http/parts.ts';
import { createSocketLimit } from '../http/socketLimit.ts';
import type { Ports } from '../ports.ts';
import { lanAddresses, loopback, mdnsName } from './lan.ts';
import type { Reached, Requests } from './requests.ts';

export type ListenerState = Output<'screens.overview'>['state'];

export interface ListenerStatus {
  readonly state: ListenerState;
  /** Where browsers reach it, `http://192.168.1.20:4719`; the likeliest first. */
  readonly origins: readonly string[];
  readonly port: number;
}

export interface Listener {
  /** Resolves when the wish was tried once. */
  set(wish: ListenerWish): Promise<void>;
  status(): ListenerStatus;
  close(): Promise<void>;
}

export interface ListenerWish {
  readonly on: boolean;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface ListenerParts {
  readonly ports: Ports;
  readonly log: Logger;
  /** Asked for when it is first turned on. `null`: the built screens are not there, and nothing is listened at. */
  requests(): Requests | null;
  onChange(): void;
  /** Nothing is listened at any more. */
  onSilence(): void;
}

const tryAgainMs = 3000;
/** Of all addresses together; each device keeps a handful. */
const mostSockets = 300;

export function createListener({ ports, log, onChange, onSilence, ...parts }: ListenerParts): Listener {
  const servers = new Map<string, Server>();
  const limit = createSocketLimit();
  let wish: ListenerWish = { on: false, port: 0 };
  let port = 0;
  let state: ListenerState = 'off';
  let told = '';
  let working: Promise<void> = Promise.resolve();

  /** The origins by which each bound address is named; a browser may also use the computer's name. */
  const reached = (): Reached => {
    const name = mdnsName(ports.network.hostName());
    const names = [...servers.keys(), 'localhost', ...(name === null ? [] : [name])];
    return { port, hosts: names.map((host) => `${host}:${port}`) };
  };
  const status = (): ListenerStatus => {
    const lan = lanAddresses(ports.network.interfaces()).filter((address) => servers.has(address));
    const shown = lan.length > 0 ? lan : [...servers.keys()];
    return { state, port: port === 0 ? wish.port : port, origins: shown.map((address) => `http://${address}:${port}`) };
  };
  const tell = () => {
    const now = JSON.stringify(status());
    if (now === told) return;
    told = now;
    onChange();
  };

  const open = async (address: string, answer: Requests): Promise<ListenerState> => {
    const server = createServer(serverLimits);
    server.maxConnections = mostSockets;
    server.on('connection', limit);
    server.on('request', (request, response) => answer.request(request, response, reached()));
    server.on('upgrade', (request, socket, head) => answer.upgrade(request, socket, head, reached()));
    try {
      port = await listen(server, address, port === 0 ? wish.port : port);
    } catch (error) {
      if (error instanceof PortTakenError) return 'portTaken';
      log.warn({ err: error }, 'the screens on the network cannot be listened for');
      return 'failed';
    }
    // An error of a server that listens is no end of the program; the next round finds out.
    server.on('error', (error) => log.warn({ err: error }, 'the listener of the screens failed'));
    servers.set(address, server);
    return 'listening';
  };
  const shut = (address: string) => {
    const server = servers.get(address);
    servers.delete(address);
    server?.close();
    server?.closeAllConnections();
    // Sockets of screens have left their server and do not end with it.
    if (servers.size === 0) onSilence();
  };

  const round = async (): Promise<void> => {
    const lan = lanAddresses(ports.network.interfaces());
    const requests = wish.on ? parts.requests() : null;
    const wanted = requests === null ? [] : [loopback, ...lan];
    const isOtherPort = wish.port !== 0 && port !== wish.port;
    for (const address of servers.keys()) if (isOtherPort || !wanted.includes(address)) shut(address);
    if (servers.size === 0) port = 0;
    const results = new Map<string, ListenerState>();
    for (const address of wanted) {
      if (requests !== null && !servers.has(address)) results.set(address, await open(address, requests));
    }
    state = wish.on && requests === null ? 'noPages' : stateOf(lan, results);
    tell();
  };
  const stateOf = (lan: readonly string[], results: ReadonlyMap<string, ListenerState>): ListenerState => {
    if (!wish.on) return 'off';
    if (lan.some((address) => servers.has(address))) return 'listening';
    const problem = [...results.values()].find((result) => result !== 'listening');
    return problem ?? 'noNetwork';
  };
  /** One round at a time: a change of the settings waits for the one that runs. */
  const work = (): Promise<void> => {
    working = working.then(round).catch((error: unknown) => log.error({ err: error }, 'the listener of the screens failed'));
    return working;
  };
  const stop = ports.timers.every(tryAgainMs, () => {
    if (wish.on) void work();
  });

  return {
    status,
    set(next) {
      wish = next;
      if (next.on && state === 'off') state = 'starting';
      return work();
    },
    async close() {
      stop();
      wish = { on: false, port: 0 };
      for (const address of servers.keys()) shut(address);
      await work();
    },
  };
}
