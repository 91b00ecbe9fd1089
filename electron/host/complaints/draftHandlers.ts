import { ok, refuse } from '../../../shared/result.ts';
import type { Call, Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';
import { complaintById } from './complaintRows.ts';
import type { Draft } from './drafts.ts';
import { personAt } from './visibility.ts';

/** Drafts are the officer's own: nobody else, supervisor or not, reads or ends them. */
export function createDraftHandlers(services: Services): Handlers {
  const { db, access, attachments, drafts, engine } = services;
  const staffAt = ({ connection }: Call): string => personAt(access, connection).staffId ?? '';

  /**
   * With the attachments that are stored for it: one may have come when its window had been left already, or have been taken
   * away when the form that still names it could not be saved any more.
   */
  const whole = (draft: Draft | null): Draft | null => {
    if (draft === null) return null;
    const { description } = draft.form;
    return {
      ...draft,
      form: { ...draft.form, description: { ...description, attachments: [...attachments.referencesOf(draft.draftId)] } },
    };
  };

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
    'draft.open': ({ draftId }, call) => ok({ draft: whole(drafts.open(staffAt(call), draftId)) }),
    'draft.discard': ({ draftId }, call) => {
      if (drafts.ownerOf(draftId) !== staffAt(call)) return ok({});
      for (const id of attachments.idsOf(draftId)) attachments.remove(id);
      drafts.end(draftId);
      engine.announce(['drafts']);
      return ok({});
    },
  };
}
