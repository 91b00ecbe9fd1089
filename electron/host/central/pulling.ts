/**
 * Taking events of the own office from the server: what this station lost with an older copy of its database, and what the
 * others wrote while it reaches the server and none of them. Verified like everything that comes from another station.
 */
import type { Batch, BatchEvent } from '../../../sync/batch.ts';
import { columnsOf } from '../../../sync/chains.ts';
import { eventHash, genesis } from '../../../sync/hashChain.ts';
import type { Engine } from '../engine/engine.ts';
import type { EventStore } from '../engine/eventStore.ts';
import { BrokenChainError, ForkedChainError, GapInChainError, type SharedEvent } from '../engine/sharedEvent.ts';
import type { CentralClient } from './client.ts';

const pageSize = 2000;

export interface PullParts {
  readonly client: Pick<CentralClient, 'pull'>;
  readonly engine: Pick<Engine<unknown>, 'adopt'>;
  readonly events: Pick<EventStore, 'sharedAt'>;
  readonly isClosed: () => boolean;
  /** These events of the server are here, and with them everything up to a position of it. */
  readonly onTaken: (events: readonly BatchEvent[], position: number) => void;
  /** The server has less than it had: its positions are others now. */
  readonly onBack: () => void;
  /** A chain cannot be taken over; the others go on. */
  readonly onUnfit: (origin: string, error: Error) => void;
}

/** Takes everything behind a position, page by page; the next one is asked for while the last is stored. @throws SyncError */
export async function pullAll(parts: PullParts, after: number, waitSeconds: number): Promise<void> {
  const ask = (from: number, wait: number) => parts.client.pull(from, pageSize, wait);
  const unfit = new Set<string>();
  let page = ask(after, waitSeconds);
  for (let position = after; !parts.isClosed();) {
    const batch = await page;
    const { events, header } = batch;
    if (events.length === 0) {
      if ((header.position ?? position) < position) parts.onBack();
      return;
    }
    position = header.position ?? position;
    const isLast = events.length < pageSize;
    if (!isLast) {
      page = ask(position, 0);
      // Waited for in the next turn.
      page.catch(() => {});
    }
    if (parts.isClosed()) return;
    adopt(parts, withHashes(parts.events, batch), unfit);
    parts.onTaken(events, position);
    if (isLast) return;
  }
}

/** One chain that does not fit keeps no other back: without it the page is tried again. */
function adopt(parts: PullParts, events: readonly SharedEvent[], unfit: Set<string>): void {
  for (;;) {
    const fitting = events.filter(({ origin }) => !unfit.has(origin));
    try {
      parts.engine.adopt(fitting, []);
      return;
    } catch (error) {
      const isUnfit = error instanceof ForkedChainError || error instanceof BrokenChainError || error instanceof GapInChainError;
      if (!isUnfit || unfit.has(error.origin)) throw error;
      unfit.add(error.origin);
      parts.onUnfit(error.origin, error);
    }
  }
}

/**
 * The events with their hashes, which do not travel: each one's is made from the one before it, here or in the page, and the last
 * one's of each chain is the server's word. Where the two do not meet, the chain does not fit.
 */
function withHashes(events: Pick<EventStore, 'sharedAt'>, { events: page, header }: Batch): readonly SharedEvent[] {
  const endOf = new Map(header.origins.map(({ origin, hash }) => [origin, hash]));
  const lastOf = new Map(page.map(({ origin, originSeq }) => [origin, originSeq]));
  const before = new Map<string, Buffer>();
  const hashBefore = ({ origin, originSeq }: BatchEvent): Buffer => {
    const known = before.get(origin);
    if (known !== undefined) return known;
    const here = originSeq === 1 ? null : events.sharedAt(origin, originSeq - 1);
    return here === null ? genesis : Buffer.from(here.hash, 'hex');
  };
  return page.map((event) => {
    const hash = eventHash(hashBefore(event), columnsOf(event));
    before.set(event.origin, hash);
    const isLast = lastOf.get(event.origin) === event.originSeq;
    return { ...event, hash: (isLast ? endOf.get(event.origin) : undefined) ?? hash.toString('hex') };
  });
}
