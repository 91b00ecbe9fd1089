/**
 * The hash chain of one origin station: every event's hash covers the hash before it and all columns of its row
 * but the local `seq`. Changing, removing or reordering an event breaks the chain; a cut tail is found by comparing
 * with a head that was told elsewhere (backup manifest, peer, server).
 */
import { hash } from 'node:crypto';

/** What an origin's first event names as its predecessor. */
export const genesis: Buffer = Buffer.alloc(32);

/** Every column of an event but the reader's own `seq` and the hashes; `at` in ms since the epoch, `data` as JSON text. */
export interface HashedColumns {
  readonly id: string;
  readonly origin: string;
  readonly origin_seq: number;
  readonly term: number;
  readonly stream: string;
  readonly type: string;
  readonly at: number;
  readonly actor: string;
  readonly command_id: string;
  readonly data: string;
}

/** SHA-256 over the previous hash and the row's columns in a fixed order. */
export function eventHash(previous: Buffer, row: HashedColumns): Buffer {
  const columns = JSON.stringify([
    row.id,
    row.origin,
    row.origin_seq,
    row.term,
    row.stream,
    row.type,
    row.at,
    row.actor,
    row.command_id,
    row.data,
  ]);
  return hash('sha256', Buffer.concat([previous, Buffer.from(columns)]), 'buffer');
}

/** The last event of an origin's chain, as told to others. */
export interface ChainHead {
  readonly origin: string;
  readonly originSeq: number;
  readonly hash: string;
}
