import type { PeopleEvent } from '../../../shared/domain/people/events.ts';
import { peopleStream } from '../../../shared/domain/people/events.ts';
import { complaintById } from '../complaints/complaintRows.ts';
import { createHasEvent, erasuresOf } from '../queries/personalRecords.ts';
import { openReport } from '../recovery/reports.ts';
import type { Services } from '../services.ts';
import { eraseLate } from '../vault/eraseLate.ts';
import { eraseInCopies } from '../vault/eraseInCopies.ts';
import type { ErasedKind } from '../vault/erasures.ts';

/**
 * Keeps the vault in step with the events. At start: what events say was erased is erased here too (the vault may be an
 * older one that was put back), and what a crash left without an event is removed. After every backup: erasures are
 * applied to the copies, for one may have been under way while somebody was erased. When an event comes of somebody who was
 * erased before it was known here: what it names is erased too.
 */
export function startVaultUpkeep(services: Services): () => void {
  const { vault, engine, events, db, dataDir, log, drafts } = services;
  const erasedPersons = () => vault.erasures().flatMap(({ kind, id }) => (kind === 'person' ? [id] : []));
  vault.erase([...events.ofStream(peopleStream)].flatMap(({ type, data }) => erasedBy({ type, data } as PeopleEvent)));
  eraseLate(services, erasedPersons());
  // A crash between the event and the end of the draft: what is registered is no draft any more, and keeps no attachment.
  for (const draftId of drafts.openIds()) if (complaintById(db, draftId) !== null) drafts.end(draftId);
  // While a loss of events has not been looked at, a missing event proves nothing.
  if (openReport(dataDir) === null) removeForgotten(services);
  const inCopies = () => {
    if (vault.erasures().length === 0) return;
    eraseInCopies(dataDir, vault.erasures(), log);
    // A backup that was reading may have kept the log from being emptied when a key was destroyed.
    vault.db.pragma('wal_checkpoint(TRUNCATE)');
  };
  inCopies();
  return engine.onCommit(({ topics, events: committed, here }) => {
    if (!here && eraseLate(services, committed.flatMap(personOf))) engine.announce(['complaints']);
    if (topics.includes('system')) inCopies();
  });
}

/** What a crash left without an event or a draft. */
function removeForgotten({ vault, engine, db, log, attachments, drafts }: Services): void {
  const hasEvent = createHasEvent(db);
  const isAttached = (attachmentId: string, ownerId: string) => drafts.ownerOf(ownerId) !== null || hasEvent('note', attachmentId);
  // Beside what events name: attachments of drafts, the saved views of the staff, and what belongs to the central server.
  const isKept = (kind: ErasedKind, id: string) =>
    hasEvent(kind, id) ||
    (kind === 'note' &&
      (drafts.ownerOf(attachments.ownerOf(id) ?? '') !== null ||
        engine.states.office.staff.some((member) => member.id === id) ||
        engine.states.central.textIds.includes(id)));
  const removed = vault.sweep(isKept);
  if (removed > 0) log.info({ removed }, 'entries of the vault without an event were removed');
  const strays = attachments.sweep(isAttached);
  if (strays > 0) log.info({ strays }, 'attachments that nothing names were removed');
}

function personOf({ data }: { readonly data: unknown }): readonly string[] {
  const { personId } = (data ?? {}) as { readonly personId?: unknown };
  return typeof personId === 'string' ? [personId] : [];
}

function erasedBy(event: PeopleEvent) {
  return event.type === 'personErased.v1' ? erasuresOf(event.data.personId, event.data.noteIds) : [];
}
