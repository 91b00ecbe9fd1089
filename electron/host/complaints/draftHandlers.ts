import { ok, refuse } from '../../../shared/result.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { complaintById } from './complaintRows.ts';
import { personAt } from './visibility.ts';

/** Drafts are the officer's own: nobody else, supervisor or not, reads or ends them. */
export function createDraftHandlers(services: Services): Handlers {
  const { db, access, attachments, drafts, engine } = services;
  const staffAt = ({ connection }: Call): string => personAt(access, connection).staffId ?? '';

  return {
    'draft.save': (draft, call) => {
      if (complaintById(db, draft.draftId) !== null) return refuse({ type: 'draftEnded' });
      const saved = drafts.save(staffAt(call), draft);
      if (saved.ok) engine.announce(['drafts']);
      return saved;
    },
    'draft.mine': (_input, call) =>
      ok(
        drafts.mine(staffAt(call)).map(({ draftId, step, form, updatedAt, ticketId }) => ({
          draftId,
          title: form.description.title || form.listen.chronology.slice(0, 80),
          name: form.identity.name,
          step,
          updatedAt,
          ticketId,
        })),
      ),
    'draft.open': ({ draftId }, call) => ok({ draft: drafts.open(staffAt(call), draftId) }),
    'draft.discard': ({ draftId }, call) => {
      if (drafts.ownerOf(draftId) !== staffAt(call)) return ok({});
      for (const id of attachments.idsOf(draftId)) attachments.remove(id);
      drafts.end(draftId);
      engine.announce(['drafts']);
      return ok({});
    },
  };
}
