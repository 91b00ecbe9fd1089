import { v5 } from 'uuid';
import { datesAhead } from '../../../shared/domain/book/dates.ts';
import { mostAtOnce } from '../../../shared/domain/book/types.ts';
import { readReports } from '../recovery/reports.ts';
import type { Services } from '../services.ts';

/** Makes the command's id out of the recovery, so that numbers are left out once, however often the host starts. */
const namespace = '6f6d1c1e-5a0b-5d0e-9d3c-2f6a3c1b7e44';
/** Left out when nobody can say how many events were lost. */
const whenUnknown = 100;
const atMost = 1000;
/** Receipts are kept longer than this, so each recovery is seen to once; what is older has been seen to. */
const receiptsOutlive = 7 * 24 * 3600 * 1000;

/**
 * After a recovery that lost events, tickets and receipts may be in people's hands that the database no longer knows.
 * Every series goes on after as many numbers as events were lost: one event gives at most one number.
 */
export function startLostNumbers({ dataDir, engine, ports, log }: Services): () => void {
  const skip = (method: string, input: { readonly by: number; readonly date?: string }, once: string) => {
    const answer = engine.execute({ method, input, commandId: v5(once, namespace), actor: { kind: 'system' }, roles: ['system'] });
    log.warn({ method, by: input.by, answer: answer.kind }, 'numbers that may be on paper are left out after a loss');
  };
  for (const { report } of readReports(dataDir)) {
    const { at, part, eventsLost } = report;
    const isOld = ports.clock.now() - at > receiptsOutlive;
    if (part !== 'station' || eventsLost === 0 || isOld) continue;
    const by = Math.min(eventsLost ?? whenUnknown, atMost);
    for (const method of ['queue.skipNumbers', 'documents.skipNumbers', 'complaint.skipNumbers']) skip(method, { by }, `${method}:${at}`);
    // A sheet of the blackout book is printed for its day, maybe days before.
    for (const date of datesAhead(engine.states.office, ports.clock.now())) {
      skip('book.skipSheets', { date, by: Math.min(by, mostAtOnce) }, `book.skipSheets:${at}:${date}`);
    }
  }
  return () => {};
}
