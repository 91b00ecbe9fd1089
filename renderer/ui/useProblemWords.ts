import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/rpc/protocol.ts';
import type { Bilingual, Language } from '../../shared/domain/values.ts';

export type Problem =
  | { readonly kind: 'refused'; readonly refusal: { readonly type: string } }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Words for a refusal (`refusal.<type>`) or a failure (`failure.<type>`): what happened, what is safe, what to do. */
export function useProblemWords(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (problem) => {
      const [key, details] =
        problem.kind === 'refused'
          ? [`refusal.${problem.refusal.type}`, problem.refusal]
          : [`failure.${problem.failure.type}`, problem.failure];
      return t(key as never, wordable(details, i18n.language as Language));
    },
    [t, i18n.language],
  );
}

/** Details as plain values for the sentence: bilingual texts in the screen's language, lists joined. */
function wordable(details: object, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, wordOf(value, language)]));
}

function wordOf(value: unknown, language: Language): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((part) => wordOf(part, language)).join(', ');
  return typeof value === 'object' && value !== null && language in value ? (value as Bilingual)[language] : '';
}
