import { listAgencies } from '../outbox/agencies.ts';
import { listOffices } from '../offices.ts';
import type { ServerServices } from '../services.ts';
import { retryQuarantine, type Retried } from './retryQuarantine.ts';

/** Transactions for one office when a server starts; what is left then waits for somebody to ask for it, or for the next start. */
const roundsAtStart = 20;

type Services = Pick<ServerServices, 'db' | 'now' | 'understands' | 'changes'>;

/** Tries everything of an office that was not understood, in several transactions. */
export async function retryOffice(
  { db, now, understands, changes }: Services,
  { officeId, agencyId }: { readonly officeId: string; readonly agencyId: string },
  rounds: number,
  stops: () => boolean = () => false,
): Promise<{ readonly tried: number; readonly understood: number; readonly isDone: boolean }> {
  let [tried, understood] = [0, 0];
  let after: string | null = null;
  for (let round = 0; round < rounds && !stops(); round += 1) {
    const from: string | null = after;
    const done: Retried = await db.inOffices([officeId, agencyId], (tx) =>
      retryQuarantine(tx, { officeId, agencyId, now: now(), understands }, from),
    );
    tried += done.tried;
    understood += done.understood;
    after = done.next;
    if (after === null) break;
  }
  if (understood > 0) changes.announce(officeId);
  return { tried, understood, isDone: after === null };
}

/**
 * Once when a server starts, in the background: it may know what the one before did not. Several processes that start at once take
 * turns at each office, and the second finds nothing left. @returns how to stop.
 */
export function startRetrying(services: ServerServices): { stop(): Promise<void> } {
  const { db, log, draining } = services;
  const run = async () => {
    for (const agencyId of await listAgencies(db)) {
      const offices = (await listOffices(db, agencyId)).map(({ officeId }) => officeId);
      const { rows } = await db.inOffices(offices, (tx) =>
        tx.query<{ office_id: string }>("SELECT DISTINCT office_id FROM quarantine WHERE reason = 'notUnderstood'"),
      );
      for (const { office_id: officeId } of rows) {
        if (draining.aborted) return;
        const { tried, understood } = await retryOffice(services, { officeId, agencyId }, roundsAtStart, () => draining.aborted);
        if (tried > 0) log.info({ officeId, tried, understood }, 'events that were set aside were tried again');
      }
    }
  };
  const running = run().catch((error: unknown) => {
    if (!draining.aborted) log.error({ err: error }, 'events that were set aside could not be tried again');
  });
  return { stop: () => running };
}
