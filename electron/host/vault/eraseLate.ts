import type { Logger } from 'pino';
import type { Attachments } from '../complaints/attachments.ts';
import type { Reader } from '../database/open.ts';
import { noteIdsOfPerson } from '../queries/personalRecords.ts';
import { eraseInCopies } from './eraseInCopies.ts';
import type { Vault } from './vault.ts';

interface Parts {
  readonly dataDir: string;
  readonly db: Reader;
  readonly vault: Vault;
  readonly attachments: Pick<Attachments, 'dropKeyless'>;
  readonly log: Logger;
}

/**
 * Erases what was told by somebody who was erased where nobody knew of it yet: a complaint that a cut-off station registered
 * meanwhile. Every station does so by itself as soon as it has both, the erasure and the event.
 * @returns whether there was anything
 */
export function eraseLate({ dataDir, db, vault, attachments, log }: Parts, personIds: readonly string[]): boolean {
  const late = personIds
    .filter((personId) => vault.isErased('person', personId))
    .flatMap((personId) => noteIdsOfPerson(db, personId))
    .filter((id) => vault.holds('note', id))
    .map((id) => ({ kind: 'note' as const, id }));
  if (late.length === 0) return false;
  log.info({ notes: late.length }, 'what came late of erased persons is erased');
  vault.erase(late);
  attachments.dropKeyless();
  eraseInCopies(dataDir, late, log);
  return true;
}
