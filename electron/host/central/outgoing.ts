/**
 * What of this station's copy the server does not have yet, in batches. The server says how far each chain is; everything is
 * counted from that, so that nothing here can go wrong for long: a server that has less is simply sent more.
 */
import type { Head } from '../../../shared/sync/protocol.ts';
import type { EventStore } from '../engine/eventStore.ts';
import type { SharedEvent } from '../engine/sharedEvent.ts';

/** Events of one batch. */
export interface OutgoingBatch {
  /** None: the server has all of them already. */
  readonly events: readonly SharedEvent[];
  /** With them, everything up to this place of the event table is on the server. */
  readonly upTo: number;
}

export interface Outgoing {
  /** Takes over how far the server says that it is. @param heads of all chains that it has. */
  startFrom(heads: readonly Head[]): void;
  /** These are on the server, whoever sent them. */
  isThere(events: readonly Pick<SharedEvent, 'origin' | 'originSeq'>[]): void;
  /** The next events to send; `null`: all are on their way. */
  next(limit: number, maxBytes: number): OutgoingBatch | null;
  /** The server has a batch; they are acknowledged in the order in which they were taken. */
  acknowledged(batch: OutgoingBatch): void;
  /** How many wait, those on their way included, and since when (ms since the epoch). */
  waiting(): { readonly events: number; readonly since: number | null };
}

const rowsAtOnce = 500;

export function createOutgoing(events: Pick<EventStore, 'sharedAfter' | 'seqOf' | 'lastSeq' | 'heads'>): Outgoing {
  const onServer = new Map<string, number>();
  /** Everything up to this place is on its way or there; up to the other one it is there. */
  let taken = 0;
  let there = 0;
  const isThere: Outgoing['isThere'] = (known) => {
    for (const { origin, originSeq } of known) onServer.set(origin, Math.max(originSeq, onServer.get(origin) ?? 0));
  };

  return {
    isThere,
    startFrom(heads) {
      onServer.clear();
      for (const { origin, originSeq } of heads) onServer.set(origin, originSeq);
      const starts = events.heads().flatMap(({ origin, originSeq }) => {
        const known = onServer.get(origin) ?? 0;
        return known >= originSeq ? [] : (events.seqOf(origin, known + 1) ?? []);
      });
      taken = starts.length === 0 ? events.lastSeq() : Math.min(...starts) - 1;
      there = taken;
    },
    next(limit, maxBytes) {
      const batch: SharedEvent[] = [];
      let bytes = 0;
      const from = taken;
      while (batch.length < limit && bytes < maxBytes) {
        const rows = events.sharedAfter(taken, Math.min(rowsAtOnce, limit - batch.length));
        if (rows.length === 0) break;
        for (const { seq, ...event } of rows) {
          taken = seq;
          // Another station sent it, or it was there before the server went back.
          if (event.originSeq <= (onServer.get(event.origin) ?? 0)) continue;
          batch.push(event);
          bytes += event.data.length;
          if (bytes >= maxBytes) break;
        }
      }
      return taken === from ? null : { events: batch, upTo: taken };
    },
    acknowledged({ events: sent, upTo }) {
      isThere(sent);
      there = Math.max(there, upTo);
    },
    waiting() {
      const count = Math.max(0, events.lastSeq() - there);
      return { events: count, since: count === 0 ? null : (events.sharedAfter(there, 1)[0]?.at ?? null) };
    },
  };
}

/** What waits by what was acknowledged before, while the server has not said how far it is. */
export function unsentBy(
  acknowledged: Readonly<Record<string, number>>,
  events: Pick<EventStore, 'heads' | 'sharedAt'>,
): { readonly events: number; readonly since: number | null } {
  const chains = events.heads().map(({ origin, originSeq }) => ({ origin, originSeq, there: acknowledged[origin] ?? 0 }));
  const unsent = chains.filter(({ originSeq, there }) => originSeq > there);
  const firsts = unsent.flatMap(({ origin, there }) => events.sharedAt(origin, there + 1)?.at ?? []);
  return {
    events: unsent.reduce((sum, { originSeq, there }) => sum + originSeq - there, 0),
    since: firsts.length === 0 ? null : Math.min(...firsts),
  };
}
