import type { Transport } from '../../../shared/rpc/protocol.ts';
import type { Ports } from '../ports.ts';
import type { SecureConnection } from './network/network.ts';
import {
  linkBeatMs,
  linkChannel,
  linkFrame,
  type LinkMessage,
  linkMessage,
  linkSilentMs,
  mostBacklogBytes,
  mostChannels,
} from './protocol.ts';

export interface LinkHealth {
  /** Wall clock of this station when the other end was last heard. */
  readonly lastHeardAt: number;
  /** Its wall clock minus this station's, ms; `null` before it said. */
  readonly clockOffMs: number | null;
}

/** One living connection to another station. */
export interface Link {
  readonly health: LinkHealth;
  /** This end has a use for the channel; `onOpen` is called once, as soon as the other end has too. */
  open(channel: string, onOpen: (transport: Transport) => void): void;
  send(message: LinkMessage): void;
  /** Says where this station listens; also when it does later than the link began. */
  tellPort(port: number | null): void;
  /** Ends it at once; also for the channels. */
  cut(): void;
  /** Ends it after what was sent has gone out; the channels end at once, and nothing more is read. */
  end(): void;
}

export interface LinkParts {
  readonly connection: SecureConnection;
  readonly ports: Pick<Ports, 'clock' | 'timers'>;
  /** Where this station listens. */
  readonly ownPort: number | null;
  onMessage(message: Exclude<LinkMessage, { t: 'beat' | 'open' }>): void;
  /** The other end's clock or its silence changed what a screen shows. */
  onBeat(): void;
  onEnd(): void;
}

interface Channel {
  readonly messages: ((message: unknown) => void)[];
  readonly closes: (() => void)[];
}

/** The last words may take this long. */
export const goodbyeMs = 1000;

/** Speaks the protocol of `protocol.ts` over a trusted connection. Whoever breaks it is cut off. */
export function createLink({ connection, ports, ownPort, onMessage, onBeat, onEnd }: LinkParts): Link {
  const { transport } = connection;
  const channels = new Map<string, Channel>();
  const wanted = new Map<string, (transport: Transport) => void>();
  const offered = new Set<string>();
  let heardAt = ports.clock.monotonic();
  let health: LinkHealth = { lastHeardAt: ports.clock.now(), clockOffMs: null };
  let ended = false;

  const send = (message: LinkMessage) => transport.send({ c: linkChannel, m: message });
  const end = () => {
    if (ended) return;
    ended = true;
    stopBeat();
    for (const { closes } of channels.values()) for (const listener of closes) listener();
    channels.clear();
    onEnd();
  };
  const cut = () => {
    connection.cut();
    end();
  };
  const endGently = () => {
    transport.close();
    ports.timers.after(goodbyeMs, () => connection.cut());
    end();
  };

  const pair = (name: string) => {
    const onOpen = wanted.get(name);
    if (onOpen === undefined || !offered.has(name) || channels.has(name)) return;
    const channel: Channel = { messages: [], closes: [] };
    channels.set(name, channel);
    onOpen({
      send(message) {
        if (ended) return;
        transport.send({ c: name, m: message });
        if (connection.backlog() > mostBacklogBytes) cut();
      },
      onMessage: (listener) => void channel.messages.push(listener),
      onClose: (listener) => void channel.closes.push(listener),
      close: cut,
    });
  };

  const receive = (message: LinkMessage) => {
    if (message.t === 'open') {
      if (offered.size >= mostChannels) return cut();
      offered.add(message.channel);
      return pair(message.channel);
    }
    if (message.t === 'hello' || message.t === 'beat') {
      health = { ...health, clockOffMs: message.now - ports.clock.now() };
      onBeat();
    }
    if (message.t !== 'beat') onMessage(message);
  };

  transport.onClose(end);
  transport.onMessage((data) => {
    if (ended) return;
    const frame = linkFrame.safeParse(data);
    if (!frame.success) return cut();
    heardAt = ports.clock.monotonic();
    health = { ...health, lastHeardAt: ports.clock.now() };
    const { c, m } = frame.data;
    if (c !== linkChannel) {
      for (const listener of channels.get(c)?.messages ?? []) listener(m);
      return;
    }
    const message = linkMessage.safeParse(m);
    if (message.success) receive(message.data);
    else cut();
  });
  const stopBeat = ports.timers.every(linkBeatMs, () => {
    if (ports.clock.monotonic() - heardAt > linkSilentMs || connection.backlog() > mostBacklogBytes) return cut();
    send({ t: 'beat', now: ports.clock.now() });
  });
  const tellPort = (port: number | null) => send({ t: 'hello', port, now: ports.clock.now() });
  tellPort(ownPort);

  return {
    get health() {
      return health;
    },
    open(channel, onOpen) {
      wanted.set(channel, onOpen);
      send({ t: 'open', channel });
      pair(channel);
    },
    send,
    tellPort,
    cut,
    end: endGently,
  };
}
