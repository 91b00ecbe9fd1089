import type { PeopleEvent } from '../../../shared/domain/people/events.ts';
import { peopleStream } from '../../../shared/domain/people/events.ts';
import { createHasEvent, erasuresOf } from '../queries/personalRecords.ts';
import { openReport } from '../recovery/reports.ts';
import type { Services } from '../services.ts';
import { eraseInCopies } from '../vault/eraseInCopies.ts';

/**
 * Keeps the vault in step with the events. At start: what events say was erased is erased here too (the vault may be an
 * older one that was put back), and what a crash left without an event is removed. After every backup: erasures are
 * applied to the copies, for one may have been under way while somebody was erased.
 */
export function startVaultUpkeep(services: Services): () => void {
  const { vault, engine, events, db, dataDir, log } = services;
  vault.erase([...events.ofStream(peopleStream)].flatMap(({ type, data }) => erasedBy({ type, data } as PeopleEvent)));
  // While a loss of events has not been looked at, a missing event proves nothing.
  if (openReport(dataDir) === null) {
    const removed = vault.sweep(createHasEvent(db));
    if (removed > 0) log.info({ removed }, 'entries of the vault without an event were removed');
  }
  const inCopies = () => {
    if (vault.erasures().length === 0) return;
    eraseInCopies(dataDir, vault.erasures(), log);
    // A backup that was reading may have kept the log from being emptied when a key was destroyed.
    vault.db.pragma('wal_checkpoint(TRUNCATE)');
  };
  inCopies();
  return engine.onCommit(({ topics }) => {
    if (topics.includes('system')) inCopies();
  });
}

function erasedBy(event: PeopleEvent) {
  return event.type === 'personErased.v1' ? erasuresOf(event.data.personId, event.data.noteIds) : [];
}
