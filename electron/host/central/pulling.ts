/**
 * Taking events of the own office from the server: what this station lost with an older copy of its database, and what the
 * others wrote while it reaches the server and none of them. Verified like everything that comes from another station.
 */
import type { BatchEvent } from '../../../sync/batch.ts';
import type { Engine } from '../engine/engine.ts';
import { BrokenChainError, ForkedChainError, GapInChainError, type SharedEvent } from '../engine/sharedEvent.ts';
import type { Timers } from '../ports.ts';
import { type CentralClient, SyncError } from './client.ts';
import { letLeave } from './leaving.ts';
import type { Pacing } from './pace.ts';

const pageSize = 2000;

export interface PullParts {
  readonly client: Pick<CentralClient, 'pull'>;
  readonly engine: Pick<Engine<unknown>, 'adopt'>;
  readonly timers: Pick<Timers, 'yield'>;
  readonly pace: Pick<Pacing, 'stored'>;
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
      await letLeave(parts.timers);
    }
    for (const some of parted(events.map(toShared), () => parts.pace.stored())) {
      if (parts.isClosed()) return;
      adopt(parts, some, unfit);
      await parts.timers.yield();
    }
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

/** Each event of a page comes with its hash; the engine verifies it behind the one before. @throws SyncError */
function toShared(event: BatchEvent): SharedEvent {
  const { hash } = event;
  if (hash === null) throw new SyncError('notUnderstood', `${event.origin} ${event.originSeq} came without its hash`);
  return { ...event, hash };
}

/** In parts that keep no command waiting for long. */
function* parted<T>(list: readonly T[], size: () => number): Generator<readonly T[]> {
  for (let at = 0; at < list.length;) {
    const part = list.slice(at, at + size());
    yield part;
    at += part.length;
  }
}
