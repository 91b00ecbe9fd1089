import type { ServerServices } from '../services.ts';

const hourMs = 60 * 60 * 1000;

/** Makes the partitions of this month and the next, now and every hour. @returns how to stop. */
export async function startPartitions({ db, now, log }: Pick<ServerServices, 'db' | 'now' | 'log'>): Promise<() => void> {
  const make = () =>
    db.inOffices([], async (tx) => {
      const today = new Date(now());
      for (const month of [0, 1]) {
        const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, 1));
        await tx.query('SELECT make_event_month($1)', [first.toISOString().slice(0, 10)]);
      }
    });
  await make();
  // Events find the partition of no month if this fails, so it is told and tried again.
  const timer = setInterval(() => void make().catch((error: unknown) => log.error({ err: error }, 'no partition for the month')), hourMs);
  timer.unref();
  return () => clearInterval(timer);
}
