import { addressWords, type StationAddress } from '../../../shared/domain/stations/address.ts';
import type { Ports } from '../ports.ts';
import { type FoundStation, type LanIdentity, markOf, type SecureConnection } from './network/network.ts';
import type { RosterStation } from './stateFile.ts';

/** Between two tries: from the first to the longest pause, each half of it at random, so that eight stations do not knock at once. */
const pauses = { first: 300, longest: 4000 } as const;
/**
 * Of a pair, the station that came later dials: the lead's address is the one that people know. Where a firewall lets only
 * the other direction through, the other one dials after this.
 */
const patienceMs = 6000;
const tickMs = 200;
/** Addresses that one station is heard at. */
const mostHeard = 8;
const isAddress = (address: StationAddress | undefined): address is StationAddress => address !== undefined;

export interface DialerParts {
  readonly ports: Ports;
  identity(): LanIdentity | null;
  /** This station and whom it has no link to at the moment. */
  missing(): { readonly selfId: string; readonly stations: readonly RosterStation[] };
  onConnection(connection: SecureConnection, station: RosterStation, address: StationAddress): void;
}

export interface Dialer {
  /** What multicast DNS says; addresses of own stations are tried first. */
  setFound(found: readonly FoundStation[]): void;
  /** A link to this station has ended: it is tried again soon. */
  again(stationId: string): void;
  close(): void;
}

interface Attempt {
  nextAt: number;
  pauseMs: number;
  /** Which of its addresses comes next. */
  turn: number;
  dialing: boolean;
}

/** Keeps trying to reach every station that has no link; one attempt at a time per station. */
export function createDialer({ ports, identity, missing, onConnection }: DialerParts): Dialer {
  const attempts = new Map<string, Attempt>();
  let found: readonly FoundStation[] = [];
  let closed = false;
  const now = () => ports.clock.monotonic();
  const jittered = (ms: number) => ms / 2 + (ms / 2) * ((ports.random.bytes(1)[0] ?? 0) / 255);

  const attemptAt = (selfId: string, station: RosterStation): Attempt => {
    const known = attempts.get(station.id);
    if (known !== undefined) return known;
    const nextAt = now() + (selfId > station.id ? 0 : patienceMs);
    const made: Attempt = { nextAt, pauseMs: pauses.first, turn: 0, dialing: false };
    attempts.set(station.id, made);
    return made;
  };

  /** In turn one that was heard and one that is known: anybody may announce where a station is, and as often as he likes. */
  const addressesOf = ({ fingerprint, addresses }: RosterStation): readonly StationAddress[] => {
    const heard = found.filter(({ mark }) => mark === markOf(fingerprint)).flatMap((station) => station.addresses);
    const few = heard.slice(0, mostHeard);
    const words = new Set(few.map(addressWords));
    const known = addresses.filter((address) => !words.has(addressWords(address)));
    return Array.from({ length: Math.max(few.length, known.length) }, (_, n) => [few[n], known[n]].filter(isAddress)).flat();
  };

  const tryOnce = async (own: LanIdentity, selfId: string, station: RosterStation, attempt: Attempt) => {
    const addresses = addressesOf(station);
    const address = addresses[attempt.turn % Math.max(1, addresses.length)];
    attempt.turn += 1;
    attempt.pauseMs = Math.min(pauses.longest, attempt.pauseMs * 1.6);
    if (address === undefined) {
      attempt.nextAt = now() + jittered(attempt.pauseMs);
      return;
    }
    attempt.dialing = true;
    try {
      const connection = await ports.lan.dial({
        identity: own,
        to: address,
        purpose: 'link',
        accepts: (peer) => peer === station.fingerprint,
      });
      if (closed) return connection.cut();
      attempts.delete(station.id);
      onConnection(connection, station, address);
    } catch {
      // Off, elsewhere, or somebody else: it is tried again, and the screens say that it is not connected.
      attempt.nextAt = now() + jittered(selfId > station.id ? attempt.pauseMs : Math.max(attempt.pauseMs, patienceMs));
    } finally {
      attempt.dialing = false;
    }
  };

  const stop = ports.timers.every(tickMs, () => {
    const own = identity();
    if (own === null) return;
    const { selfId, stations } = missing();
    for (const known of attempts.keys()) if (stations.every(({ id }) => id !== known)) attempts.delete(known);
    for (const station of stations) {
      const attempt = attemptAt(selfId, station);
      if (!attempt.dialing && attempt.nextAt <= now()) void tryOnce(own, selfId, station, attempt);
    }
  });

  return {
    setFound(next) {
      found = next;
    },
    again: (stationId) => void attempts.delete(stationId),
    close() {
      closed = true;
      stop();
    },
  };
}
