import { type RefObject, useEffect } from 'react';

/** A going to a step, perhaps for one of its fields. */
export interface Visit {
  readonly field: string | null;
}

/**
 * With every visit the focus goes to the wanted field of the step, else to its first one, and the step to its beginning.
 * It stands behind the fields, so that it acts when they are there.
 */
export function StepFocus({ visit, work }: { visit: Visit; work: RefObject<HTMLDivElement | null> }) {
  useEffect(() => {
    const place = work.current;
    if (place === null) return;
    const { field } = visit;
    if (field === null) place.scrollTo({ top: 0 });
    const all = [...place.querySelectorAll<HTMLElement>('[data-field]:not(:disabled)')];
    (all.find((element) => element.dataset['field'] === field) ?? all[0])?.focus({ preventScroll: field === null });
  }, [visit, work]);
  return null;
}

/** The field in which the focus is, as the form names it; `null`: in none. */
export const fieldOf = (target: EventTarget | null): string | null =>
  target instanceof HTMLElement ? (target.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null) : null;
