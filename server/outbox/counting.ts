import type { ServerServices } from '../services.ts';
import { listAgencies } from './agencies.ts';

const everyMs = 15_000;
const dayMs = 24 * 60 * 60 * 1000;
/** How long what is over stays to be looked at. */
const keptMs = 90 * dayMs;

/** Keeps the lengths of the outboxes for the metrics, and removes what is long over. */
export function startCounting(services: ServerServices): { stop(): Promise<void> } {
  let tidied = 0;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    try {
      await countOutboxes(services);
      if (services.now() - tidied < dayMs / 24) return;
      tidied = services.now();
      await tidy(services);
    } catch (error) {
      services.log.error({ err: error }, 'the outboxes could not be counted');
    }
  };
  const start = () => void (running = running.then(round));
  start();
  const timer = setInterval(start, everyMs);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}

/** Sets the gauges to what is in the outboxes of all agencies. */
export async function countOutboxes({ db, metrics }: Pick<ServerServices, 'db' | 'metrics'>): Promise<void> {
  const agencies = await listAgencies(db);
  const { rows } = await db.inOffices(agencies, (tx) =>
    tx.query<{ outbox: 'webhooks' | 'notices'; waiting: number; dead: number }>(
      `SELECT 'webhooks' AS outbox, count(*) FILTER (WHERE state = 'queued') AS waiting, count(*) FILTER (WHERE state = 'dead') AS dead
         FROM webhook_delivery WHERE state IN ('queued', 'dead')
       UNION ALL
       SELECT 'notices', count(*) FILTER (WHERE state = 'queued'), count(*) FILTER (WHERE state IN ('failed', 'gaveUp'))
         FROM notice WHERE state IN ('queued', 'failed', 'gaveUp')`,
    ),
  );
  for (const { outbox, waiting, dead } of rows) {
    metrics.outboxWaiting.set({ outbox }, waiting);
    metrics.outboxGivenUp.set({ outbox }, dead);
  }
}

async function tidy({ db, now }: Pick<ServerServices, 'db' | 'now'>): Promise<void> {
  const before = new Date(now() - keptMs);
  await db.inOffices(await listAgencies(db), async (tx) => {
    await tx.query("DELETE FROM webhook_delivery WHERE state <> 'queued' AND created_at < $1", [before]);
    await tx.query("DELETE FROM notice WHERE state <> 'queued' AND created_at < $1", [before]);
  });
}
