import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/rpc/protocol.ts';
import type { Bilingual, Language } from '../../shared/domain/values.ts';
import { dateWords, timeWords } from './format.ts';

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
      const words = (code: string) => t(code as never);
      return t(key as never, wordable(details, i18n.language as Language, words));
    },
    [t, i18n.language],
  );
}

/** Details whose codes have words of their own, by the detail's name. */
const wordKeys: Readonly<Record<string, string>> = {
  status: 'status',
  outcome: 'printOutcome',
  cause: 'backupCause',
  weekday: 'weekday',
  stage: 'complaintStage',
  failure: 'syncFailure',
};

/** Details as plain values for the sentence: codes, dates and bilingual texts in the screen's language, lists joined. */
function wordable(details: object, language: Language, words: (key: string) => string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      const code = wordKeys[name];
      if (code !== undefined) return [name, words(`${code}.${String(value)}`)];
      if (name === 'until' && typeof value === 'number') return [name, timeWords(value, language)];
      return [name, wordOf(value, language)];
    }),
  );
}

function wordOf(value: unknown, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dateWords(value, language) : value;
  if (Array.isArray(value)) return value.map((part) => wordOf(part, language)).join(', ');
  return typeof value === 'object' && value !== null && language in value ? (value as Bilingual)[language] : '';
}
