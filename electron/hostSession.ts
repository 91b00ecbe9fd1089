import type { CallMessage, Transport } from '../shared/rpc/protocol.ts';
import type { KeyStore, SharedKeys } from './host/keyStore.ts';
import type { Ports } from './host/ports.ts';
import { portTransport, type PortLike } from './host/rpc/transports.ts';
import type { Host, HostOptions } from './host/startHost.ts';
import { type FromHost, type HostConfig, toHost } from './hostProtocol.ts';

/** What of a running host this process works with. */
export type SessionHost = Pick<Host, 'router' | 'serve'> & { close(): void | Promise<void> };

/** What a start tells on its way. */
export type StartNews = Required<Pick<HostOptions, 'onReplay' | 'onStandby' | 'onProblem' | 'onRestart' | 'signal'>>;

export interface HostSessionParts {
  readonly ports: Ports;
  /** Prepares and starts the host; rejects with an error whose message is a sentence for the person, or a bug. */
  start(config: HostConfig, keyStore: KeyStore, news: StartNews): Promise<SessionHost>;
  send(message: FromHost): void;
  exit(code: number): void;
  onBadMessage(): void;
}

export interface HostSession {
  /** A message from the shell with the ports that came with it. */
  receive(message: unknown, ports: readonly PortLike[]): void;
}

/** The host's process seen from inside: follows the protocol of `hostProtocol.ts`. */
export function createHostSession(parts: HostSessionParts): HostSession {
  const transports = new Map<number, Transport>();
  const calledOff = new AbortController();
  let serving: Pick<SessionHost, 'serve'> | null = null;
  let host: SessionHost | null = null;
  let starting: Promise<void> | null = null;
  let stopping = false;
  let adopted: ((ok: boolean) => void) | null = null;

  /** The shell holds the key store; what it stored is what the next start gets. */
  const adopt = (keys: SharedKeys) =>
    new Promise<void>((resolve, reject) => {
      adopted = (ok) => (ok ? resolve() : reject(new Error('The key store did not take the keys of the office')));
      parts.send({ t: 'adoptKeys', keys: { ...keys } });
    });

  const start = async (config: HostConfig) => {
    const keyStore: KeyStore = { protection: config.protection, key: (name) => config.keys[name], adopt };
    try {
      host = await parts.start(config, keyStore, {
        signal: calledOff.signal,
        onReplay: ({ done, total }) => parts.send({ t: 'replay', done, total }),
        onProblem: (problem) => parts.send({ t: 'problem', problem }),
        onRestart() {
          if (stopping) return;
          parts.send({ t: 'restart' });
          void stop();
        },
        onStandby(standby) {
          serving = standby;
          parts.send({ t: 'standby' });
        },
      });
      serving = host;
      if (stopping) return;
      parts.send({ t: 'ready' });
      // They spoke to the standby; now they come again.
      for (const transport of transports.values()) transport.close();
    } catch (error) {
      if (stopping) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      parts.send({ t: 'startFailed', failure: { name: name.slice(0, 80), message: message.slice(0, 2000) } });
      parts.exit(1);
    }
  };

  const stop = async () => {
    stopping = true;
    // A start that waits for the disk ends; one under way is let finish, so that no migration is cut off in the middle.
    calledOff.abort();
    await starting;
    for (const transport of transports.values()) transport.close();
    await host?.close();
    parts.exit(0);
  };

  return {
    receive(data, given) {
      const message = toHost.safeParse(data);
      if (!message.success) return parts.onBadMessage();
      switch (message.data.t) {
        case 'start':
          starting ??= start(message.data.config);
          return;
        case 'connect':
          return connect(serving, transports, message.data, given);
        case 'keysAdopted':
          adopted?.(message.data.ok);
          adopted = null;
          return;
        case 'lock':
          return lockSessions(host, parts.ports);
        case 'stop':
          if (!stopping) void stop();
      }
    },
  };
}

function connect(
  serving: Pick<SessionHost, 'serve'> | null,
  transports: Map<number, Transport>,
  { windowId, surface }: { readonly windowId: number; readonly surface: 'staff' | 'kiosk' | 'board' },
  [port]: readonly PortLike[],
): void {
  if (port === undefined) return;
  if (serving === null) return port.close();
  transports.get(windowId)?.close();
  const transport = portTransport(port);
  transports.set(windowId, transport);
  transport.onClose(() => {
    if (transports.get(windowId) === transport) transports.delete(windowId);
  });
  serving.serve(transport, surface);
}

/** Locks through the contract, as each person could: a window where nobody is logged in simply refuses. */
function lockSessions(host: SessionHost | null, ports: Ports): void {
  if (host === null) return;
  for (const connection of host.router.connections) {
    if (connection.surface !== 'staff') continue;
    const call: CallMessage = { t: 'call', n: 0, method: 'access.lock', input: {}, commandId: ports.random.uuid() };
    void host.router.answer(connection, call);
  }
}
