import { type StationAddress } from '../../../shared/domain/stations/address.ts';
import type { Ports } from '../ports.ts';
import { type FoundStation, type LanIdentity, markOf } from './network/network.ts';

/**
 * Who is listened for remembers the address at which it was first heard, and a network card that came later is not listened at: so
 * everything is asked and said anew now and then, and a router that gave all stations other addresses cuts none off for long.
 */
const roundMs = 20_000;
/** A code counts this long; whoever still looks for a lead then opens the page again. */
const lookMs = 10 * 60_000;

interface Announced {
  readonly identity: LanIdentity;
  readonly port: number;
  readonly joining: boolean;
}

export interface NearbyLead {
  readonly name: string;
  readonly address: StationAddress;
}

/** What is announced and heard by multicast DNS: own stations whose address changed, and leads that take a station in. */
export interface Neighbourhood {
  /** Announces this station as it is now; `null`: not at all. */
  announce(what: Announced | null): void;
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
  /** Of them, those that answered in this round. */
  let answered: readonly FoundStation[] = [];
  let stopBrowsing: (() => void) | null = null;
  let stopAnnouncing = () => {};
  let announcing: Announced | null = null;
  let announced = '';
  let forEver = false;
  let closed = false;
  let cancelEnd = () => {};

  const browse = () => {
    // A window may ask once more while the station that it asks is ended: a socket opened then would keep the process alive.
    if (closed) return;
    // Of those that have not answered in this round yet, the round before still counts.
    const before = found;
    stopBrowsing ??= lan.browse((next) => {
      answered = next;
      found = [...next, ...before.filter(({ mark }) => next.every((station) => station.mark !== mark))];
      onFound(found);
    });
  };
  const say = () => {
    const what = announcing;
    const words = what === null ? '' : [what.identity.fingerprint, what.port, what.joining, ...lan.ownHosts()].join(' ');
    if (words === announced) return;
    announced = words;
    stopAnnouncing();
    stopAnnouncing =
      what === null ? () => {} : lan.announce({ port: what.port, fingerprint: what.identity.fingerprint, joining: what.joining });
  };
  const stopRounds = timers.every(roundMs, () => {
    say();
    if (stopBrowsing === null) return;
    stopBrowsing();
    stopBrowsing = null;
    const isGone = found.length > answered.length;
    found = answered;
    answered = [];
    if (isGone) onFound(found);
    browse();
  });
  const endBrowsing = () => {
    stopBrowsing?.();
    stopBrowsing = null;
    found = [];
  };

  return {
    announce(what) {
      if (closed) return;
      announcing = what;
      say();
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
      stopRounds();
      cancelEnd();
      stopAnnouncing();
      endBrowsing();
    },
  };
}

/** A station's name before anything is known of it: `Loket 3F9A`. */
export const shortMark = (fingerprint: string): string => `Loket ${markOf(fingerprint).slice(0, 4).toUpperCase()}`;
