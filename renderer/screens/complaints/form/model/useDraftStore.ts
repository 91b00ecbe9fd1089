import { useCallback, useRef } from 'react';
import { useHost } from '../../../../api/HostProvider.tsx';
import type { SaveOutcome } from '../../../../ui/drafts/draftSaver.ts';
import type { OpenedDraft } from './openDraft.ts';
import { isBlank } from './progress.ts';
import type { DraftState } from './useForm.ts';

export interface DraftStore {
  save(draft: DraftState): Promise<SaveOutcome>;
  /** The field that has the focus; kept with the next save. */
  focused(field: string | null): void;
  /** Takes the revision of the other window for the last one seen: what is here is saved over it. */
  overrule(): void;
}

/** The draft on the host: saved with its revision, so that two windows notice each other. */
export function useDraftStore(draftId: string, { revision, field, counterId, ticketId }: OpenedDraft): DraftStore {
  const { client } = useHost();
  const known = useRef({ revision, theirs: revision, field });
  const save = useCallback(
    async ({ form, step }: DraftState): Promise<SaveOutcome> => {
      const seen = known.current;
      // A form in which nothing was typed leaves no draft behind; one that was emptied again is kept empty.
      if (seen.revision === 0 && isBlank(form)) return { kind: 'blank' };
      const input = { draftId, step, field: seen.field ?? '', form, counterId, ticketId, revision: seen.revision };
      const reply = await client.command('draft.save', input);
      if (reply.kind === 'done') {
        seen.revision = reply.output.revision;
        return { kind: 'saved', at: reply.output.savedAt };
      }
      if (reply.kind === 'failed') return { kind: 'failed' };
      if (reply.refusal.type !== 'draftChangedElsewhere') return { kind: 'ended' };
      seen.theirs = reply.refusal.revision;
      return { kind: 'conflict' };
    },
    [client, draftId, counterId, ticketId],
  );
  return {
    save,
    focused: useCallback((now: string | null) => void (known.current.field = now), []),
    overrule: useCallback(() => void (known.current.revision = known.current.theirs), []),
  };
}
