import type { Logger } from 'pino';
import type { EventStore, Station } from '../engine/eventStore.ts';
import type { Ports } from '../ports.ts';
import type { Peers } from './peers.ts';

export interface Securing {
  /** Resolves when one other station has on disk what was decided here until now, or none is reachable. */
  secured(): Promise<void>;
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
  const waiting = new Set<{ readonly head: number; readonly done: () => void }>();
  /** One that says that it cannot take anything is as good as not there. */
  const able = () => peers.all().filter(({ copy }) => copy.problem() === null);
  const isSecure = (head: number) => able().length === 0 || able().some(({ copy }) => copy.has(station.id) >= head);
  const look = () => {
    for (const one of waiting) if (isSecure(one.head)) one.done();
  };
  return {
    look,
    secured() {
      const head = events.heads().find(({ origin }) => origin === station.id)?.originSeq ?? 0;
      if (isSecure(head)) return Promise.resolve();
      return new Promise((resolve) => {
        const one = {
          head,
          done: () => {
            waiting.delete(one);
            cancel();
            resolve();
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
