import type { Ports } from '../ports.ts';
import { cutOffAfterMs } from './lease.ts';

/**
 * The moment after a station was given the lead and before the first answered beat gives it its lease. It decides nothing yet,
 * and is not cut off either: what comes in between waits (decision 0016, rule 17).
 */
export interface Starting {
  /** One whom nobody hears for as long as a follower waits for its lead is cut off, like any other lead without a lease. */
  begin(): void;
  isUnderWay(): boolean;
  /** Resolves when none is under way. */
  over(): Promise<void>;
  /** The lease is there. */
  end(): void;
}

export function createStarting({ ports, onGivenUp }: { readonly ports: Pick<Ports, 'timers'>; onGivenUp(): void }): Starting {
  let over = Promise.resolve();
  let finish: (() => void) | null = null;
  return {
    isUnderWay: () => finish !== null,
    over: () => over,
    end: () => finish?.(),
    begin() {
      finish?.();
      over = new Promise((resolve) => {
        const cancel = ports.timers.after(cutOffAfterMs, () => {
          finish?.();
          onGivenUp();
        });
        finish = () => {
          finish = null;
          cancel();
          resolve();
        };
      });
    },
  };
}
