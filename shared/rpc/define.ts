import type { z } from 'zod';
import type { CallerRole } from './roles.ts';

/** Parts of the data a screen can watch. A commit names the topics it touched; queries on them are asked again. */
export const topics = [
  'office',
  'staff',
  'access',
  'queue',
  'documents',
  'printing',
  'system',
  'people',
  'complaints',
  'drafts',
  'alarm',
  'incidents',
  'training',
  'screens',
  'book',
  'stations',
  'floor',
  'central',
] as const;
export type Topic = (typeof topics)[number];

/** Details of each possible refusal, by its type. */
export type RefusalShapes = Readonly<Record<string, z.ZodObject>>;

export interface CommandDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends RefusalShapes = RefusalShapes,
> {
  readonly kind: 'command';
  readonly roles: readonly CallerRole[];
  readonly input: I;
  readonly output: O;
  readonly refusals: R;
}

export interface QueryDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends RefusalShapes = RefusalShapes,
> {
  readonly kind: 'query';
  readonly roles: readonly CallerRole[];
  readonly input: I;
  readonly output: O;
  readonly refusals: R;
  /** A query is asked again when a commit touches one of these. */
  readonly topics: readonly Topic[];
}

export type MethodDefinition = CommandDefinition | QueryDefinition;

/** A method that changes something. It is sent with a `commandId` and takes effect once. */
export const command = <I extends z.ZodType, O extends z.ZodType, const R extends RefusalShapes>(
  definition: Omit<CommandDefinition<I, O, R>, 'kind'>,
): CommandDefinition<I, O, R> => ({ kind: 'command', ...definition });

/** A query that is always answered. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- no refusals is exactly what is meant
export type NoRefusals = Readonly<Record<never, z.ZodObject>>;

/** A method that only reads. */
export const query = <I extends z.ZodType, O extends z.ZodType, const R extends RefusalShapes = NoRefusals>(
  definition: Omit<QueryDefinition<I, O, R>, 'kind' | 'refusals'> & { readonly refusals?: R },
): QueryDefinition<I, O, R> => ({ kind: 'query', refusals: {} as R, ...definition });

/** The chosen refusals of an area's table, so that each method names exactly what it may answer. */
export function pick<Shapes extends RefusalShapes, const Names extends readonly (keyof Shapes)[]>(
  shapes: Shapes,
  ...names: Names
): Pick<Shapes, Names[number]> {
  return Object.fromEntries(names.map((name) => [name, shapes[name]])) as Pick<Shapes, Names[number]>;
}
