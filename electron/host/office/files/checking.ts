import type { Logger } from 'pino';
import type { SealedFile } from '../../complaints/sealedFiles.ts';
import type { Clock } from '../../ports.ts';
import type { Arriving } from './arriving.ts';
import type { Disk } from './disk.ts';
import type { Givers } from './givers.ts';
import type { Missing } from './missing.ts';

/** A file that came counts when it is what its name says; else whoever gave it is not believed. */
export interface Checking {
  isUnderWay(): boolean;
  /** Looks at a file of which everything is here; `onEnd` comes after it, whatever came of it. */
  begin(sealed: SealedFile, arriving: Arriving): void;
  /** A part came from there. */
  gave(stationId: string, attachmentId: string): void;
  /** A part lies here since before the program started. */
  isOld(attachmentId: string): void;
  /** What came of it is thrown away. */
  forget(attachmentId: string): void;
  close(): void;
}

interface Parts {
  readonly missing: Missing;
  readonly givers: Givers;
  readonly disk: Disk;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Logger;
  readonly onSettled: (attachmentId: string) => void;
  readonly onEnd: () => void;
}

/** In the place of a station: nobody knows who gave it. */
const unknown = '';

export function createChecking({ missing, givers, disk, clock, log, onSettled, onEnd }: Parts): Checking {
  /** Who gave the parts that lie here, by attachment. */
  const from = new Map<string, Set<string>>();
  let isUnderWay = false;
  let isClosed = false;

  const note = (stationId: string, attachmentId: string) => {
    const known = from.get(attachmentId) ?? new Set<string>();
    from.set(attachmentId, known.add(stationId));
  };
  const refuse = (attachmentId: string, arriving: Arriving) => {
    arriving.drop();
    const stations = [...(from.get(attachmentId) ?? [])];
    log.warn({ stations, attachmentId }, 'what was fetched is not what its hash says; refused');
    const [only = unknown] = stations;
    if (stations.length === 1 && only !== unknown) givers.distrust(only, attachmentId, clock.monotonic());
    else givers.rest(attachmentId, clock.monotonic());
  };
  const check = async ({ attachmentId }: SealedFile, arriving: Arriving) => {
    try {
      const isRight = await arriving.isRight();
      if (isClosed) return;
      // Erased while it was read.
      if (!missing.stillHas(attachmentId)) arriving.drop();
      else if (isRight) {
        arriving.settle();
        onSettled(attachmentId);
      } else refuse(attachmentId, arriving);
    } catch (error) {
      // Erased while it was read, and the part with it.
      if (!isClosed && missing.stillHas(attachmentId)) disk.failed(error, attachmentId, arriving);
    }
  };

  return {
    isUnderWay: () => isUnderWay,
    begin(sealed, arriving) {
      isUnderWay = true;
      const end = () => {
        isUnderWay = false;
        from.delete(sealed.attachmentId);
        if (!isClosed) onEnd();
      };
      check(sealed, arriving)
        .catch((error: unknown) => log.error({ err: error }, 'a fetched file could not be checked'))
        .finally(end);
    },
    gave: note,
    isOld(attachmentId) {
      if (!from.has(attachmentId)) note(unknown, attachmentId);
    },
    forget: (attachmentId) => void from.delete(attachmentId),
    close() {
      isClosed = true;
    },
  };
}
