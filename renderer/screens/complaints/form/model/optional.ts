import type { Field } from '../../../settings/form/field.ts';

/** A part of the form that is there or not: whether it is, and its field while it is. */
export function optional<T>(field: Field<T | null>, empty: T): { readonly present: Field<boolean>; readonly inside: Field<T> | null } {
  const given = field.value;
  return {
    present: {
      value: given !== null,
      update: (change) => field.update((now) => (change(now !== null) ? (now ?? empty) : null)),
      error: () => undefined,
    },
    inside: given === null ? null : { value: given, update: (change) => field.update((now) => change(now ?? given)), error: field.error },
  };
}
