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
const numbered = ['queue.skipNumbers', 'documents.skipNumbers', 'complaint.skipNumbers'] as const;
const againMs = 5000;
/** Receipts are kept longer than this, so each recovery is seen to once; what is older has been seen to. */
const receiptsOutlive = 7 * 24 * 3600 * 1000;

/**
 * After a recovery that lost events, tickets and receipts may be in people's hands that the database no longer knows.
 * Every series goes on after as many numbers as events were lost: one event gives at most one number.
 */
export function startLostNumbers({ dataDir, engine, office, ports, log }: Services): () => void {
  const open = new Set(
    readReports(dataDir).flatMap(({ report: { at, part, eventsLost } }) => {
      const isOld = ports.clock.now() - at > receiptsOutlive;
      if (part !== 'station' || eventsLost === 0 || isOld) return [];
      const by = Math.min(eventsLost ?? whenUnknown, atMost);
      return [
        ...numbered.map((method) => ({ method, input: { by }, once: `${method}:${at}` })),
        // A sheet of the blackout book is printed for its day, maybe days before.
        ...datesAhead(engine.states.office, ports.clock.now()).map((date) => ({
          method: 'book.skipSheets' as const,
          input: { date, by: Math.min(by, mostAtOnce) },
          once: `book.skipSheets:${at}:${date}`,
        })),
      ];
    }),
  );
  const look = () => {
    for (const loss of open) {
      const { method, input, once } = loss;
      // A follower's queue is the lead's, which has lost nothing; a lead of several stations has to get its lease first.
      if (!office.decidesHere(method)) continue;
      open.delete(loss);
      const answer = engine.execute({ method, input, commandId: v5(once, namespace), actor: { kind: 'system' }, roles: ['system'] });
      log.warn({ method, by: input.by, answer: answer.kind }, 'numbers that may be on paper are left out after a loss');
    }
  };
  look();
  return open.size === 0 ? () => {} : ports.timers.every(againMs, look);
}
