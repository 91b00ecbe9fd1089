import type { Logger } from 'pino';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import type { Peers } from './peers.ts';

export interface Securing {
  /** Whether one other station has on disk what was decided here until now; `false`: none is reachable. */
  secured(): Promise<boolean>;
  /** What was decided here up to this number is known to be on another disk; what an earlier run of the program decided is taken for it. */
  safeUpTo(): number;
  /** Something changed: those who wait look again. */
  look(): void;
}

interface Parts {
  readonly ports: Pick<Ports, 'timers'>;
  readonly events: Pick<EventStore, 'heads'>;
  readonly station: Station;
  readonly peers: Peers;
  readonly log: Logger;
}

/** Who does not answer within this is not reachable: its link is closed and comes anew. */
const patienceMs = 2000;

/** What a lead acknowledged must outlive its disk (decision 0016, rule 3). */
export function createSecuring({ ports, events, station, peers, log }: Parts): Securing {
  const waiting = new Set<{ readonly head: number; readonly done: (isSafe: boolean) => void }>();
  /** One that says that it cannot take anything is as good as not there. */
  const able = () => peers.all().filter(({ copy }) => copy.problem() === null);
  /** `null`: not known yet. */
  const isSafe = (head: number) => {
    const stations = able();
    if (stations.length === 0) return false;
    return stations.some(({ copy }) => copy.has(station.id) >= head) ? true : null;
  };
  const ownHead = () => events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
  let safeUpTo = ownHead();
  const look = () => {
    for (const { copy } of able()) safeUpTo = Math.max(safeUpTo, copy.has(station.id));
    for (const { head, done } of waiting) {
      const known = isSafe(head);
      if (known !== null) done(known);
    }
  };
  return {
    look,
    safeUpTo: () => safeUpTo,
    secured() {
      const head = ownHead();
      const known = isSafe(head);
      if (known !== null) return Promise.resolve(known);
      return new Promise((resolve) => {
        const one = {
          head,
          done: (safe: boolean) => {
            waiting.delete(one);
            cancel();
            resolve(safe);
          },
        };
        const cancel = ports.timers.after(patienceMs, () => {
          for (const peer of able()) {
            log.warn({ station: peer.stationId, head }, 'does not take over what was decided; its link is closed');
            peers.remove(peer);
            peer.close();
          }
          look();
        });
        waiting.add(one);
      });
    },
  };
}
