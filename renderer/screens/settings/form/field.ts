/**
 * A place inside a draft: its value, how to change it, and the words of what is wrong with it.
 * Inputs are bound to fields; a form is one root field and `part`s of it.
 */
export interface Field<T> {
  readonly value: T;
  /** Changes the value from the newest one, so that two changes in one event both count. */
  update(change: (value: T) => T): void;
  /** What is wrong here (`''`) or at a path below, in the screen's language; `undefined` when nothing is or nobody asked yet. */
  error(path?: string): string | undefined;
}

/** The field of one property of an object or one index of an array. */
export function part<T extends object, K extends keyof T & (string | number)>(field: Field<T>, key: K): Field<T[K]> {
  return {
    value: field.value[key],
    update: (change) => field.update((whole) => withPart(whole, key, change(whole[key]))),
    error: (path = '') => field.error(path === '' ? String(key) : `${key}.${path}`),
  };
}

/** The fields of an array's items. */
export const items = <T>(field: Field<T[]>): readonly Field<T>[] => field.value.map((_, index) => part(field, index));

export const append = <T>(field: Field<T[]>, item: T): void => field.update((list) => [...list, item]);

export const removeAt = <T>(field: Field<T[]>, index: number): void => field.update((list) => list.toSpliced(index, 1));

/** Adds the value when it is missing, takes it out when it is there. */
export const toggle = <T>(field: Field<T[]>, value: T): void =>
  field.update((list) => (list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value]));

function withPart<T extends object, K extends keyof T>(whole: T, key: K, value: T[K]): T {
  if (Array.isArray(whole)) return whole.with(Number(key), value) as unknown as T;
  return { ...whole, [key]: value };
}
