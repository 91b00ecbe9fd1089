import type { Reader } from '../database/open.ts';
import type { EventRow } from './event.ts';
import { type ChainHead, eventHash, genesis } from '../../../sync/hashChain.ts';

/** The first thing wrong with a chain. `anchor`: an event that was told elsewhere is missing or is another one. */
export interface ChainFault {
  readonly reason: 'missing' | 'link' | 'content' | 'anchor';
  readonly origin: string;
  readonly originSeq: number;
}

export interface ChainResult {
  /** Events that were walked. */
  readonly events: number;
  readonly heads: readonly ChainHead[];
  readonly fault: ChainFault | null;
}

/** Follows the chains of all origins event by event; used to verify a table and to take events over into another. */
export interface ChainWalk {
  /** The fault that this event would be, or `null` after it was accepted as the next of its origin. */
  accept(row: EventRow): ChainFault | null;
  heads(): readonly ChainHead[];
}

/** @param from heads that are already known to be right. */
export function createChainWalk(from: readonly ChainHead[] = []): ChainWalk {
  const heads = new Map<string, { originSeq: number; hash: Buffer }>();
  for (const { origin, originSeq, hash } of from) heads.set(origin, { originSeq, hash: Buffer.from(hash, 'hex') });
  return {
    accept(row) {
      const last = heads.get(row.origin) ?? { originSeq: 0, hash: genesis };
      const fault = (reason: ChainFault['reason'], originSeq = row.origin_seq) => ({ reason, origin: row.origin, originSeq });
      if (row.origin_seq !== last.originSeq + 1) return fault('missing', last.originSeq + 1);
      if (!last.hash.equals(row.prev_hash)) return fault('link');
      if (!eventHash(last.hash, row).equals(row.hash)) return fault('content');
      heads.set(row.origin, { originSeq: row.origin_seq, hash: row.hash });
      return null;
    },
    heads: () => [...heads].map(([origin, head]) => ({ origin, originSeq: head.originSeq, hash: head.hash.toString('hex') })),
  };
}

export interface VerifyOptions {
  /** Start behind this event with these heads; they must come from somewhere trusted. Default: the whole table. */
  readonly from?: { readonly seq: number; readonly heads: readonly ChainHead[] };
  /** Heads that were told elsewhere; each must be in the table, so that a cut tail is found. */
  readonly anchors?: readonly ChainHead[];
}

/** Verifies the hash chains of a database. @throws SqliteError when rows cannot be read. */
export function verifyChain(db: Reader, { from, anchors = [] }: VerifyOptions = {}): ChainResult {
  const walk = createChainWalk(from?.heads);
  let events = 0;
  const rows = db.prepare<[number], EventRow>('SELECT * FROM event WHERE seq > ? ORDER BY seq').iterate(from?.seq ?? -1);
  for (const row of rows) {
    const fault = walk.accept(row);
    if (fault !== null) return { events, heads: walk.heads(), fault };
    events += 1;
  }
  return { events, heads: walk.heads(), fault: anchorFault(db, anchors) };
}

/** The first anchored event that is not in the table as it was told. */
export function anchorFault(db: Reader, anchors: readonly ChainHead[]): ChainFault | null {
  const select = db.prepare<[string, number], { hash: Buffer }>('SELECT hash FROM event WHERE origin = ? AND origin_seq = ?');
  for (const { origin, originSeq, hash } of anchors) {
    if (originSeq > 0 && select.get(origin, originSeq)?.hash.toString('hex') !== hash) return { reason: 'anchor', origin, originSeq };
  }
  return null;
}
