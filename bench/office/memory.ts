import { percentile, residentMegabytes } from '../measure.ts';
import { now } from './clock.ts';
import type { Station } from './startOffice.ts';

const everyMs = 500;

export interface Growth {
  readonly station: Station;
  /** Medians of the first and the last tenth of the time, MB. */
  readonly first: number;
  readonly last: number;
  /** Percent. */
  readonly growth: number;
}

export interface MemoryWatch {
  stop(): readonly Growth[];
}

/** Looks at the resident memory of every station's process. Nobody collects garbage on purpose: it is what the computer has to give. */
export function watchMemory(stations: readonly Station[]): MemoryWatch {
  const begun = now();
  const samples = stations.map((station) => ({ station, seen: [] as { readonly at: number; readonly megabytes: number }[] }));
  const timer = setInterval(() => {
    for (const { station, seen } of samples) seen.push({ at: now(), megabytes: residentMegabytes(station.pid) });
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      const tenth = (now() - begun) / 10;
      return samples.map(({ station, seen }) => {
        const median = (from: number, to: number) => {
          const within = seen.filter(({ at }) => at - begun >= from && at - begun < to);
          return percentile(
            within.map(({ megabytes }) => megabytes),
            0.5,
          );
        };
        const [first, last] = [median(0, tenth), median(9 * tenth, Number.POSITIVE_INFINITY)];
        return { station, first, last, growth: (100 * (last - first)) / first };
      });
    },
  };
}
