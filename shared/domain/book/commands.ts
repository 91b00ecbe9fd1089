import type { CommandMethod, Input, RefusalOfMethod } from '../../rpc/contract.ts';

/** Commands about the book that are decided as events; what is being typed is no event. */
export const bookMethods = [
  'book.makeSheets',
  'book.skipSheets',
  'book.dismissReminder',
  'book.record',
  'book.correct',
] as const satisfies CommandMethod[];
export type BookMethod = (typeof bookMethods)[number];

export type BookCommand = { [M in BookMethod]: { readonly method: M; readonly input: Input<M> } }[BookMethod];
export type BookRefusal = { [M in BookMethod]: RefusalOfMethod<M> }[BookMethod];
