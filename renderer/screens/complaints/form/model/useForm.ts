import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { ComplaintForm, ComplaintStep } from '../../../../../shared/domain/complaints/form.ts';
import type { Field } from '../../../settings/form/field.ts';
import { createDraftSaver, type SaveOutcome, type SaveState } from '../../../../ui/drafts/draftSaver.ts';
import type { Visit } from './StepFocus.tsx';

/** What is kept of an unfinished form: what was typed and where one was. */
export interface DraftState {
  readonly form: ComplaintForm;
  readonly step: ComplaintStep;
}

export interface FormModel extends DraftState {
  readonly root: Field<ComplaintForm>;
  readonly saveState: SaveState;
  /** Goes to a step, and there to a field. */
  goTo(step: ComplaintStep, field?: string): void;
  /** Sends at once what is not on disk yet. */
  flush(): Promise<void>;
  /** After a conflict: what is here is saved over what another window saved. */
  overrule(): void;
  /** The draft has ended: nothing is saved any more. */
  end(): void;
  /** A new one with every going to a step or field, also to the one that is shown. */
  readonly visit: Visit;
}

/** A form that keeps itself on disk while it is filled in. */
export function useForm(
  opened: DraftState & { readonly field: string | null; readonly savedAt: number | null },
  save: (draft: DraftState) => Promise<SaveOutcome>,
): FormModel {
  const [draft, setDraft] = useState<DraftState>(() => ({ form: opened.form, step: opened.step }));
  const [saver] = useState(() => createDraftSaver<DraftState>({ save, savedAt: opened.savedAt }));
  const [visit, setVisit] = useState<Visit>({ field: opened.field });
  const saveState = useSyncExternalStore(saver.subscribe, saver.state);

  const known = useRef({ draft, moved: false });
  useEffect(() => {
    if (draft === known.current.draft) return;
    saver.change(draft);
    // Where one is must be on disk as soon as one is there.
    if (known.current.moved) void saver.flush();
    known.current = { draft, moved: false };
  }, [draft, saver]);
  useFlushOnLeaving(saver.flush);

  const goTo = useCallback((step: ComplaintStep, field?: string) => {
    known.current.moved = true;
    setVisit({ field: field ?? null });
    setDraft((now) => ({ ...now, step }));
  }, []);
  const { form, step } = draft;
  const root = useMemo<Field<ComplaintForm>>(
    () => ({
      value: form,
      update: (change) => setDraft((now) => ({ ...now, form: change(now.form) })),
      error: () => undefined,
    }),
    [form],
  );
  return {
    form,
    step,
    root,
    saveState,
    goTo,
    flush: saver.flush,
    overrule: () => saver.resume(draft),
    end: saver.stop,
    visit,
  };
}

/** The window is hidden, closed or shows another screen: what was just typed goes to disk first. */
function useFlushOnLeaving(flush: () => Promise<void>): void {
  useEffect(() => {
    const leave = () => void flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);
}
