import type { Ports } from '../ports.ts';

/**
 * The moment after a station was given the lead and before the first answered beat gives it its lease. It decides nothing yet,
 * and is not cut off either: what comes in between waits (decision 0016, rule 17).
 */
export interface Starting {
  begin(): void;
  isUnderWay(): boolean;
  /** Resolves when none is under way. */
  over(): Promise<void>;
  /** The lease is there. */
  end(): void;
}

/** One whom nobody hears by then is cut off like any other lead without a lease. */
const patienceMs = 2000;

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
        const cancel = ports.timers.after(patienceMs, () => {
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
