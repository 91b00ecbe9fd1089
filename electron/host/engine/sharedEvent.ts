/** An event on its way from one station's copy to another's, and what can be wrong with it. */
import { z } from 'zod';
import { id } from '../../../shared/domain/values.ts';
import type { EventRow } from './event.ts';
import { eventHash } from '../../../sync/hashChain.ts';

const count = z.number().int().min(1);

/** All columns of an event but the local `seq`; the hash before it is known to whoever may take it. */
export const sharedEvent = z.strictObject({
  id,
  origin: id,
  originSeq: count,
  term: count,
  stream: z.string().min(1).max(200),
  type: z.string().min(1).max(100),
  at: z.number().int(),
  actor: z.string().min(1).max(100),
  commandId: id,
  /** JSON, as it was written. */
  data: z.string().max(1_000_000),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type SharedEvent = z.infer<typeof sharedEvent>;

/** The answer to a command whose events are shared: repeated at another station, it gets the same one. */
export const sharedReceipt = z.strictObject({
  commandId: id,
  method: z.string().min(1).max(80),
  actor: z.string().min(1).max(100),
  at: z.number().int(),
  /** JSON of the answer. */
  answer: z.string().max(1_000_000),
});
export type SharedReceipt = z.infer<typeof sharedReceipt>;

/** Two different events stand at one place of a chain: a station was put back to an older copy and wrote on from there. */
export class ForkedChainError extends Error {
  override readonly name = 'ForkedChainError';
  readonly origin: string;
  readonly originSeq: number;
  constructor(origin: string, originSeq: number) {
    super(`Two events of ${origin} have the number ${originSeq}`);
    this.origin = origin;
    this.originSeq = originSeq;
  }
}

/** An event came before the one it follows; nothing is wrong, the sender starts again further back. */
export class GapInChainError extends Error {
  override readonly name = 'GapInChainError';
  readonly origin: string;
  constructor(origin: string, originSeq: number, after: number) {
    super(`${origin} ${originSeq} came after ${after}`);
    this.origin = origin;
  }
}

/** The hash is not that of the event behind the one before it: changed on the way, or where it was kept. */
export class BrokenChainError extends Error {
  override readonly name = 'BrokenChainError';
  readonly origin: string;
  readonly originSeq: number;
  constructor(origin: string, originSeq: number) {
    super(`The hash of ${origin} ${originSeq} is not right`);
    this.origin = origin;
    this.originSeq = originSeq;
  }
}

/** @param row of this table, or of the central server's. */
export const sharedOf = (row: Omit<EventRow, 'seq' | 'prev_hash'>): SharedEvent => ({
  id: row.id,
  origin: row.origin,
  originSeq: row.origin_seq,
  term: row.term,
  stream: row.stream,
  type: row.type,
  at: row.at,
  actor: row.actor,
  commandId: row.command_id,
  data: row.data,
  hash: row.hash.toString('hex'),
});

/** The row it makes behind the last event of its origin here. @throws GapInChainError, BrokenChainError */
export function rowOf(event: SharedEvent, seq: number, last: { readonly originSeq: number; readonly hash: Buffer }): EventRow {
  const { id: eventId, origin, originSeq, term, stream, type, at, actor, commandId, data } = event;
  if (originSeq !== last.originSeq + 1) throw new GapInChainError(origin, originSeq, last.originSeq);
  const columns = { id: eventId, origin, origin_seq: originSeq, term, stream, type, at, actor, command_id: commandId, data };
  const hash = eventHash(last.hash, columns);
  if (hash.toString('hex') !== event.hash) throw new BrokenChainError(origin, originSeq);
  return { seq, ...columns, prev_hash: last.hash, hash };
}
