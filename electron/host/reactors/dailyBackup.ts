import { zoneOf } from '../../../shared/domain/office/zone.ts';
import type { Services } from '../services.ts';
import { officeDate } from '../../../shared/domain/time/officeTime.ts';

/** Looks this often whether today's backup is there; a failed one is tried again after the same time. */
const everyMs = 10 * 60 * 1000;
const firstAfterMs = 60 * 1000;

/** The office's date now; before the set-up names a zone, western Indonesian time counts. */
export function today({ engine, ports }: Pick<Services, 'engine' | 'ports'>): string {
  return officeDate(ports.clock.now(), zoneOf(engine.states.office));
}

/**
 * One verified backup per office day, and the removal of receipts that no repetition needs any more.
 * Failures are shown by `system.status` and logged by the storage. @returns how to stop.
 */
export function startDailyBackups(services: Services): () => void {
  const { storage, events, ports, log } = services;
  const backUpWhenDue = async () => {
    const date = today(services);
    if (storage.lastBackupDate() === date || events.lastSeq() === 0) return;
    const made = await storage.backUp('daily', date);
    if (made.ok) log.info({ removed: await storage.pruneReceipts() }, 'old receipts removed');
  };
  const look = () => void backUpWhenDue().catch((error: unknown) => log.error({ err: error }, 'the daily backup failed'));
  const cancelFirst = ports.timers.after(firstAfterMs, look);
  const cancel = ports.timers.every(everyMs, look);
  return () => {
    cancelFirst();
    cancel();
  };
}
