import type { z } from 'zod';
import type { Key } from '../../../i18n/id/index.ts';

/** What is wrong with one field: the words' key and their values. */
export interface FieldProblem {
  /** Path inside the form, joined with dots: `requirements.0.title.id`. */
  readonly path: string;
  readonly key: Key;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** The contract's own judgement of a form's value, in words for the person at the screen. */
export function problemsOf(schema: z.ZodType, value: unknown): readonly FieldProblem[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), ...wordsOf(issue) }));
}

function wordsOf(issue: z.core.$ZodIssue): Omit<FieldProblem, 'path'> {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_type':
      return { key: issue.expected === 'number' || issue.expected === 'int' ? 'settings.field.number' : 'settings.field.required' };
    case 'invalid_value':
      return { key: 'settings.field.choose' };
    case 'custom':
      return { key: issue.message === 'pinOrPassword' ? 'settings.field.secret' : 'settings.field.format' };
    default:
      return { key: 'settings.field.format' };
  }
}

function tooSmall(origin: string, min: number): Omit<FieldProblem, 'path'> {
  if (origin === 'string') return min <= 1 ? { key: 'settings.field.required' } : { key: 'settings.field.tooShort', values: { min } };
  if (origin === 'array' || origin === 'set') return { key: 'settings.field.chooseOne' };
  return { key: 'settings.field.min', values: { min } };
}

function tooBig(origin: string, max: number): Omit<FieldProblem, 'path'> {
  if (origin === 'string') return { key: 'settings.field.tooLong', values: { max } };
  if (origin === 'array' || origin === 'set') return { key: 'settings.field.tooMany', values: { max } };
  return { key: 'settings.field.max', values: { max } };
}
