/**
 * Taking events of the own office from the server: what this station lost with an older copy of its database, and what the
 * others wrote while it reaches the server and none of them. Verified like everything that comes from another station.
 */
import type { BatchEvent } from '../../../sync/batch.ts';
import type { Engine } from '../engine/engine.ts';
import { BrokenChainError, ForkedChainError, GapInChainError, type SharedEvent } from '../engine/sharedEvent.ts';
import type { CentralClient } from './client.ts';

const pageSize = 2000;

export interface PullParts {
  readonly client: Pick<CentralClient, 'pull'>;
  readonly engine: Pick<Engine<unknown>, 'adopt'>;
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
    const { events, header } = await page;
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
    adopt(parts, events, unfit);
    parts.onTaken(events, position);
    if (isLast) return;
  }
}

/** One chain that does not fit keeps no other back: without it the page is tried again. */
function adopt(parts: PullParts, events: readonly BatchEvent[], unfit: Set<string>): void {
  for (;;) {
    const fitting = events.filter(({ origin }) => !unfit.has(origin));
    try {
      parts.engine.adopt(fitting.map(toShared), []);
      return;
    } catch (error) {
      const isUnfit = error instanceof ForkedChainError || error instanceof BrokenChainError || error instanceof GapInChainError;
      if (!isUnfit || unfit.has(error.origin)) throw error;
      unfit.add(error.origin);
      parts.onUnfit(error.origin, error);
    }
  }
}

const toShared = ({ hash, ...event }: BatchEvent): SharedEvent => ({ ...event, hash: hash ?? '' });
