import type { Ports } from '../ports.ts';
import type { LanIdentity, LanServer, ListenOptions } from './network/network.ts';

/** A port that was taken at the start may be free later. */
const retryMs = 5000;

export interface ListenerParts extends Pick<ListenOptions, 'accepts' | 'onConnection'> {
  readonly ports: Pick<Ports, 'lan' | 'timers'>;
  /** 0 takes a free one. */
  readonly wantedPort: number;
  identity(): Promise<LanIdentity>;
  /** Anything but a taken port: a bug or a broken network. */
  onError(error: unknown): void;
  onChange(): void;
}

/** Listens exactly while it is wanted, and says so when it cannot. */
export interface Listener {
  /** @returns once it listens, or once it is known that it cannot. */
  want(): Promise<void>;
  unwant(): void;
  /** `null`: nothing listens. */
  port(): number | null;
  /** The port that another program has. */
  portTaken(): number | null;
}

export function createListener(parts: ListenerParts): Listener {
  const { ports, wantedPort, onChange } = parts;
  let wanted = false;
  let server: LanServer | null = null;
  /** A free port that was taken once stays this station's while it runs: others know it. */
  let port = wantedPort;
  let starting: Promise<void> | null = null;
  let taken = false;
  let cancelRetry = () => {};

  const start = async () => {
    try {
      const made = await ports.lan.listen({
        identity: await parts.identity(),
        port,
        accepts: parts.accepts,
        onConnection: parts.onConnection,
      });
      port = made.port;
      if (wanted) server = made;
      else made.close();
      taken = false;
    } catch (error) {
      taken = isTaken(error);
      if (!taken) parts.onError(error);
      if (wanted) cancelRetry = ports.timers.after(retryMs, () => void begin());
    }
    starting = null;
    onChange();
  };
  const begin = () => (starting ??= start());

  return {
    want() {
      wanted = true;
      cancelRetry();
      return server === null ? begin() : Promise.resolve();
    },
    unwant() {
      wanted = false;
      taken = false;
      cancelRetry();
      server?.close();
      server = null;
    },
    port: () => server?.port ?? null,
    portTaken: () => (taken ? wantedPort : null),
  };
}

const isTaken = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code));
