import type { Language } from '../../shared/domain/values.ts';

/** Words with the same keys, and functions that take the same. */
export type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[K] extends string
      ? string
      : SameWords<T[K]>;
};

/** The words of a page, Indonesian first; a key that one language lacks does not compile. */
export const inBothLanguages = <T extends object>(id: T, en: SameWords<T>): Readonly<Record<Language, SameWords<T>>> => ({
  id: id as SameWords<T>,
  en,
});
