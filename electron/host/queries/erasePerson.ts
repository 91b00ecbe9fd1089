import type { DataReason } from '../../../shared/domain/people/events.ts';
import type { Services } from '../services.ts';
import { eraseInCopies } from '../vault/eraseInCopies.ts';
import { erasuresOf, noteIdsOfPerson } from './personalRecords.ts';

/**
 * Erases a person (UU 27/2022 art. 8). Keys first, event second: an erasure that was answered has happened everywhere, and one
 * that a crash cut short is finished by sending the same command again.
 * @param execute decides and stores the command `people.erase`.
 */
export function erasePerson<Answer>(
  { db, vault, attachments, engine, dataDir, log }: Pick<Services, 'db' | 'vault' | 'attachments' | 'engine' | 'dataDir' | 'log'>,
  { personId, reason }: { readonly personId: string; readonly reason: DataReason },
  execute: (method: 'people.erase', input: object) => Answer,
): Answer {
  const isKnown = vault.holds('person', personId) || vault.isErased('person', personId);
  const noteIds = noteIdsOfPerson(db, personId).filter((id) => vault.holds('note', id));
  if (isKnown) {
    const erasures = erasuresOf(personId, noteIds);
    vault.erase(erasures);
    attachments.dropKeyless();
    engine.announce(['drafts']);
    eraseInCopies(dataDir, erasures, log);
  }
  return execute('people.erase', { personId, noteIds, reason, isKnown });
}
