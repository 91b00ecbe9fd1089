import { v5 } from 'uuid';
import { readReports } from '../recovery/reports.ts';
import type { Services } from '../services.ts';

/** Makes the command's id out of the recovery, so that numbers are left out once, however often the host starts. */
const namespace = '6f6d1c1e-5a0b-5d0e-9d3c-2f6a3c1b7e44';
/** Left out when nobody can say how many events were lost. */
const whenUnknown = 100;
const atMost = 1000;
const methods = ['queue.skipNumbers', 'documents.skipNumbers', 'complaint.skipNumbers'] as const;
const againMs = 5000;
/** Receipts are kept longer than this, so each recovery is seen to once; what is older has been seen to. */
const receiptsOutlive = 7 * 24 * 3600 * 1000;

/**
 * After a recovery that lost events, tickets and receipts may be in people's hands that the database no longer knows.
 * Every series goes on after as many numbers as events were lost: one event gives at most one number.
 */
export function startLostNumbers({ dataDir, engine, office, ports, log }: Services): () => void {
  const losses = readReports(dataDir).flatMap(({ report: { at, part, eventsLost } }) => {
    const isOld = ports.clock.now() - at > receiptsOutlive;
    if (part !== 'station' || eventsLost === 0 || isOld) return [];
    return methods.map((method) => ({ method, at, by: Math.min(eventsLost ?? whenUnknown, atMost) }));
  });
  const open = new Set(losses);
  const look = () => {
    for (const loss of open) {
      const { method, at, by } = loss;
      // A follower's queue is the lead's, which has lost nothing; a lead of several stations has to get its lease first.
      if (!office.decidesHere(method)) continue;
      open.delete(loss);
      const commandId = v5(`${method}:${at}`, namespace);
      const answer = engine.execute({ method, input: { by }, commandId, actor: { kind: 'system' }, roles: ['system'] });
      log.warn({ method, by, answer: answer.kind }, 'numbers that may be on paper are left out after a loss');
    }
  };
  look();
  return open.size === 0 ? () => {} : ports.timers.every(againMs, look);
}
