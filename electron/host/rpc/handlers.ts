import type { Result } from '../../../shared/result.ts';
import type { Input, Method, Output, RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import type { Connection } from './connection.ts';

/** A method being answered: who asks and, for a command, under which id. */
export interface Call {
  readonly connection: Connection;
  /** The client's id of a command; empty for a query. */
  readonly commandId: string;
}

export type Answered<M extends Method> = Result<Output<M>, RefusalOfMethod<M>>;

/** Answers one method. Input is validated and the role allowed before it is called. Thrown errors are bugs or I/O. */
export type Handler<M extends Method> = (input: Input<M>, call: Call) => Answered<M> | Promise<Answered<M>>;

/**
 * What the router knows to answer. A command without a handler goes straight to the engine; a handler exists where
 * something must happen before `decide` (the vault) or instead of it (sessions). Every query has one.
 */
export type Handlers = { readonly [M in Method]?: Handler<M> };
