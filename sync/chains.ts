/**
 * How a receiver takes chains of events that must never block each other: what follows on from its heads is accepted, what is
 * there already is passed over, what does not fit goes to quarantine and the chain goes on behind it. Pure: the server and the
 * simulation use the same.
 */
import type { BatchEvent } from './batch.ts';
import { eventHash, genesis, type HashedColumns } from './hashChain.ts';

export interface HeadOf {
  readonly originSeq: number;
  readonly hash: Buffer;
}

export interface AcceptedEvent {
  readonly event: BatchEvent;
  readonly hash: Buffer;
}

export interface SetAside {
  readonly event: BatchEvent;
  readonly hash: Buffer;
  /** `chainBroken`: its hash is not that of its content behind the one before it. `forked`: another event has its place. */
  readonly reason: 'chainBroken' | 'forked';
}

export interface Taken {
  /** In the order of the batch. */
  readonly accepted: readonly AcceptedEvent[];
  readonly setAside: readonly SetAside[];
  /** Heads that moved. */
  readonly heads: ReadonlyMap<string, HeadOf>;
}

export interface ChainsHere {
  /** The head of an origin; `undefined`: nothing of it is here. */
  headOf(origin: string): HeadOf | undefined;
  /** The hash of an event that is here; `undefined`: not known (also when it was set aside). */
  hashAt(origin: string, originSeq: number): Buffer | undefined;
}

/**
 * @param ends the hash of each origin's last event in the batch, hex.
 * @returns `null`: some chain does not end as it says and the events carry no hashes to find out where; nothing may be stored.
 */
export function takeChains(events: readonly BatchEvent[], ends: ReadonlyMap<string, string>, here: ChainsHere): Taken | null {
  const accepted: AcceptedEvent[] = [];
  const setAside: SetAside[] = [];
  const heads = new Map<string, HeadOf>();
  const lastOf = new Map<string, BatchEvent>();
  const gapIn = new Set<string>();
  for (const event of events) {
    const { origin, originSeq } = event;
    lastOf.set(origin, event);
    const head = heads.get(origin) ?? here.headOf(origin) ?? { originSeq: 0, hash: genesis };
    if (originSeq <= head.originSeq) {
      if (event.hash !== null && isForked(event, here)) setAside.push({ event, hash: Buffer.from(event.hash, 'hex'), reason: 'forked' });
      continue;
    }
    // The sender begins further back the next time; what is behind the gap comes again.
    if (originSeq > head.originSeq + 1 || gapIn.has(origin)) {
      gapIn.add(origin);
      continue;
    }
    const hash = eventHash(head.hash, columnsOf(event));
    if (event.hash === null || hash.toString('hex') === event.hash) accepted.push({ event, hash });
    else setAside.push({ event, hash: Buffer.from(event.hash, 'hex'), reason: 'chainBroken' });
    // Behind one that does not fit, the chain goes on from what its sender says.
    heads.set(origin, { originSeq, hash: event.hash === null ? hash : Buffer.from(event.hash, 'hex') });
  }
  const fits = [...lastOf].every(([origin, { originSeq, hash }]) => {
    if (hash !== null || gapIn.has(origin)) return true;
    const head = heads.get(origin) ?? here.headOf(origin);
    const end = head?.originSeq === originSeq ? head.hash : here.hashAt(origin, originSeq);
    return end?.toString('hex') === ends.get(origin);
  });
  return fits ? { accepted, setAside, heads } : null;
}

function isForked({ origin, originSeq, hash }: BatchEvent, here: ChainsHere): boolean {
  const known = here.hashAt(origin, originSeq);
  return known !== undefined && known.toString('hex') !== hash;
}

/** The columns that the hash covers. */
export const columnsOf = ({ id, origin, originSeq, term, stream, type, at, actor, commandId, data }: BatchEvent): HashedColumns => ({
  id,
  origin,
  origin_seq: originSeq,
  term,
  stream,
  type,
  at,
  actor,
  command_id: commandId,
  data,
});
