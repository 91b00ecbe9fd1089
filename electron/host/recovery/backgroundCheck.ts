/**
 * Reads everything that the bounded checks at start left out: the remaining pages in slices on the host's own thread
 * (only there it is known when the file and its sums agree), structure and hash chain in a worker.
 */
import type { Logger } from 'pino';
import type { Damage } from '../database/check.ts';
import { checkPages } from '../database/pageSums.ts';
import type { Ports } from '../ports.ts';
import { readAnchors } from './anchors.ts';
import { markDamage } from './damageMark.ts';
import type { StationFile } from './openStation.ts';

const pagesPerSlice = 256;
/** Lets the screens come up first. */
const startsAfterMs = 5000;

export type CheckState = 'checking' | 'sound' | 'damaged';

export interface BackgroundCheck {
  state(): CheckState;
  /** Checks everything now. @returns what is damaged; it has been marked for the next start. */
  checkNow(): Promise<Damage | null>;
  stop(): void;
}

export interface BackgroundCheckParts {
  readonly dataDir: string;
  readonly station: StationFile;
  readonly ports: Ports;
  readonly log: Logger;
  readonly onChange: () => void;
}

export function createBackgroundCheck(parts: BackgroundCheckParts): BackgroundCheck {
  const { dataDir, ports, log } = parts;
  let state: CheckState = 'checking';
  let stopped = false;
  let stopJob = () => {};

  const found = (part: 'station' | 'vault', damage: Damage): Damage => {
    log.error({ part, damage }, 'damage found while running; the next start recovers');
    markDamage(dataDir, part, damage);
    state = 'damaged';
    parts.onChange();
    return damage;
  };

  const checkFrom = async (firstPage: number): Promise<Damage | null> => {
    if (await pagesAreBad(parts, firstPage, () => stopped)) return found('station', 'pages');
    if (stopped) return null;
    const job = ports.background.startStorageJob({ job: 'check', dataDir, anchors: readAnchors(dataDir)?.heads ?? [] });
    stopJob = job.stop;
    const result = await job.result;
    if (stopped) return null;
    if (result.kind !== 'checked') {
      log.error({ result }, 'the background check could not be made');
      return null;
    }
    if (result.station !== null) return found('station', result.station);
    if (result.vault !== null) return found('vault', result.vault);
    if (state === 'checking') {
      state = 'sound';
      parts.onChange();
    }
    return null;
  };

  const logFailure = (error: unknown) => log.error({ err: error }, 'the background check failed');
  const cancel = ports.timers.after(startsAfterMs, () => void checkFrom(parts.station.nextPage).catch(logFailure));
  return {
    state: () => state,
    checkNow: () => checkFrom(1),
    stop() {
      stopped = true;
      cancel();
      stopJob();
    },
  };
}

async function pagesAreBad({ station, ports }: BackgroundCheckParts, first: number, stopped: () => boolean): Promise<boolean> {
  const { checkpointer, file, sums } = station;
  let next = first;
  while (next <= sums.pages() && !stopped()) {
    // A reader that keeps part of the log from being copied ends some time; until then there is nothing to compare.
    if (checkpointer.settled() || checkpointer.run()) {
      const check = checkPages(file, sums, next, pagesPerSlice);
      if (check.badPages.length > 0) return true;
      next = check.next;
    }
    await ports.timers.yield();
  }
  return false;
}
