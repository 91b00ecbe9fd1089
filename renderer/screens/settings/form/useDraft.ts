import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Field } from './field.ts';
import { type FieldProblem, problemsOf } from './problems.ts';

export interface Draft<T> extends Field<T> {
  readonly dirty: boolean;
  /** Another window saved something else while this one was being edited. */
  readonly conflict: boolean;
  /** Grows with each refused attempt, so that the form can take the person to the first problem. */
  readonly refusedAttempts: number;
  /** The value as the contract wants it, or `null` when something is wrong; problems are shown from now on. */
  attempt(): T | null;
  /** The host refused: its words at the field they belong to, until that value changes. */
  refuse(path: string, words: string): void;
  /** Back to what is saved (also the newer one of another window). */
  discard(): void;
  /** This value is on disk now. */
  markSaved(value: T): void;
}

/**
 * What a person is typing over something saved. While nothing was typed it follows the saved value (a push from another
 * window); once something was, it is kept and `conflict` says that the saved value moved.
 * @param check problems that the schema does not know, e.g. a prefix taken by another service
 */
export function useDraft<S extends z.ZodType>(
  schema: S,
  saved: z.output<S>,
  check: (value: z.output<S>) => readonly FieldProblem[] = noProblems,
): Draft<z.output<S>> {
  type T = z.output<S>;
  const { t } = useTranslation();
  const [{ base, value, attempts, told }, setState] = useState<State<T>>(() => untouched(saved));

  const dirty = !same(value, base);
  const moved = !same(saved, base);
  // Follows the saved value during render, so that an old one is never painted.
  if (moved && (!dirty || same(saved, value))) setState(untouched(saved));

  const problems = useMemo(() => (attempts === 0 ? [] : [...problemsOf(schema, value), ...check(value)]), [attempts, schema, value, check]);
  const change = (part: (state: State<T>) => Partial<State<T>>) => setState((state) => ({ ...state, ...part(state) }));

  return {
    value,
    dirty,
    conflict: dirty && moved,
    refusedAttempts: attempts,
    update: (to) => change((state) => ({ value: to(state.value), told: null })),
    error(path = '') {
      if (told?.path === path) return told.words;
      const problem = problems.find((candidate) => candidate.path === path);
      return problem && t(problem.key, problem.values ?? {});
    },
    attempt() {
      const parsed = schema.safeParse(value);
      if (parsed.success && check(parsed.data).length === 0) return parsed.data;
      change((state) => ({ attempts: state.attempts + 1 }));
      return null;
    },
    refuse: (path, words) => change((state) => ({ told: { path, words }, attempts: state.attempts + 1 })),
    discard: () => setState(untouched(saved)),
    markSaved: (now) => setState(untouched(now)),
  };
}

interface State<T> {
  readonly base: T;
  readonly value: T;
  readonly attempts: number;
  readonly told: { readonly path: string; readonly words: string } | null;
}

const untouched = <T>(saved: T): State<T> => ({ base: saved, value: saved, attempts: 0, told: null });
const noProblems = () => [];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
