import { type StationAddress } from '../../../shared/domain/stations/address.ts';
import type { Ports } from '../ports.ts';
import { type FoundStation, type LanIdentity, markOf } from './network/network.ts';

/** A code counts this long; whoever still looks for a lead then opens the page again. */
const lookMs = 10 * 60_000;

export interface NearbyLead {
  readonly name: string;
  readonly address: StationAddress;
}

/** What is announced and heard by multicast DNS: own stations whose address changed, and leads that take a station in. */
export interface Neighbourhood {
  /** Announces this station as it is now; `null`: not at all. */
  announce(what: { readonly identity: LanIdentity; readonly port: number; readonly joining: boolean } | null): void;
  /** Listens for own stations from now on. */
  watch(): void;
  /** Listens for a while; what was heard so far. */
  nearby(): readonly NearbyLead[];
  close(): void;
}

export function createNeighbourhood(
  { lan, timers }: Pick<Ports, 'lan' | 'timers'>,
  onFound: (found: readonly FoundStation[]) => void,
): Neighbourhood {
  let found: readonly FoundStation[] = [];
  let stopBrowsing: (() => void) | null = null;
  let stopAnnouncing = () => {};
  let announced = '';
  let forEver = false;
  let cancelEnd = () => {};
  let closed = false;

  // A window may still ask while the host ends: a listener that was opened then would keep the program alive.
  const browse = () => {
    if (closed) return;
    stopBrowsing ??= lan.browse((next) => {
      found = next;
      onFound(next);
    });
  };
  const endBrowsing = () => {
    stopBrowsing?.();
    stopBrowsing = null;
    found = [];
  };

  return {
    announce(what) {
      const words = what === null ? '' : `${what.identity.fingerprint} ${what.port} ${what.joining}`;
      if (words === announced || closed) return;
      announced = words;
      stopAnnouncing();
      stopAnnouncing =
        what === null ? () => {} : lan.announce({ port: what.port, fingerprint: what.identity.fingerprint, joining: what.joining });
    },
    watch() {
      forEver = true;
      browse();
    },
    nearby() {
      browse();
      cancelEnd();
      if (!forEver && !closed) cancelEnd = timers.after(lookMs, endBrowsing);
      return found
        .filter(({ joining }) => joining)
        .flatMap(({ mark, addresses }) => {
          const [address] = addresses;
          // Four characters of the mark stand on the lead's screen too, for an office with two leads in one building.
          return address === undefined ? [] : [{ name: shortMark(mark), address }];
        });
    },
    close() {
      closed = true;
      cancelEnd();
      stopAnnouncing();
      endBrowsing();
    },
  };
}

/** A station's name before anything is known of it: `Loket 3F9A`. */
export const shortMark = (fingerprint: string): string => `Loket ${markOf(fingerprint).slice(0, 4).toUpperCase()}`;
