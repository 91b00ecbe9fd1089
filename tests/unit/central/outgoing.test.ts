/** What a station sends to the central server: everything that it lacks, in order, whatever the server says that it has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutgoing, type Outgoing, type OutgoingBatch, unsentBy } from '../../../electron/host/central/outgoing.ts';
import type { SharedEvent } from '../../../electron/host/engine/sharedEvent.ts';

type Stored = SharedEvent & { readonly seq: number };
const origins = ['a', 'b', 'c'] as const;

/** A table of events as a station learned of them: chains of three stations, interleaved. */
function tableOf(order: readonly number[]) {
  const lengths = new Map<string, number>();
  const rows = order.map((which, index): Stored => {
    const origin = origins[which % origins.length] ?? 'a';
    const originSeq = (lengths.get(origin) ?? 0) + 1;
    lengths.set(origin, originSeq);
    const columns = { term: 1, stream: 's', type: 't.v1', actor: 'system', commandId: 'c', data: '{}'.padEnd(10), hash: '' };
    return { ...columns, seq: index + 1, id: `${origin}${originSeq}`, origin, originSeq, at: 1000 + index };
  });
  const heads = () => [...lengths].map(([origin, originSeq]) => ({ origin, originSeq, hash: '' }));
  return {
    rows,
    events: {
      sharedAfter: (seq: number, limit: number) => rows.slice(seq, seq + limit),
      seqOf: (origin: string, originSeq: number) => rows.find((row) => row.origin === origin && row.originSeq === originSeq)?.seq ?? null,
      sharedAt: (origin: string, originSeq: number) => rows.find((row) => row.origin === origin && row.originSeq === originSeq) ?? null,
      lastSeq: () => rows.length,
      heads,
    },
  };
}

const order = fc.array(fc.nat(2), { maxLength: 60 });
/** How far the server is, for each station: also further than this copy. */
const known = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
const headsOf = (there: readonly number[]) => origins.map((origin, index) => ({ origin, originSeq: there[index] ?? 0, hash: '' }));
const lackingIn = (rows: readonly Stored[], there: readonly number[]) =>
  rows.filter(({ origin, originSeq }) => originSeq > (there[origins.indexOf(origin as 'a')] ?? 0)).map(({ id }) => id);

function drained(outgoing: Outgoing, limit: number, maxBytes = 1_000_000): readonly OutgoingBatch[] {
  const batches: OutgoingBatch[] = [];
  for (let batch = outgoing.next(limit, maxBytes); batch !== null; batch = outgoing.next(limit, maxBytes)) batches.push(batch);
  return batches;
}
const idsOf = (batches: readonly OutgoingBatch[]) => batches.flatMap(({ events }) => events.map(({ id }) => id));

describe('what waits for the central server', () => {
  it('is sent once, in the order in which it was learned of, in batches of any size', () => {
    fc.assert(
      fc.property(order, known, fc.integer({ min: 1, max: 20 }), (list, there, limit) => {
        const { rows, events } = tableOf(list);
        const outgoing = createOutgoing(events);
        outgoing.startFrom(headsOf(there));
        const batches = drained(outgoing, limit);
        expect(idsOf(batches)).toEqual(lackingIn(rows, there));
        for (const { events: some } of batches) expect(some.length).toBeLessThanOrEqual(limit);
        for (const batch of batches) outgoing.acknowledged(batch);
        expect(outgoing.waiting()).toEqual({ events: 0, since: null });
      }),
    );
  });

  it('is bounded in bytes, and a long event goes alone', () => {
    const { events } = tableOf([0, 0, 0, 0, 0]);
    const outgoing = createOutgoing(events);
    outgoing.startFrom([]);
    expect(drained(outgoing, 100, 20).map(({ events: some }) => some.length)).toEqual([2, 2, 1]);
    outgoing.startFrom([]);
    expect(drained(outgoing, 100, 1).map(({ events: some }) => some.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it('waits until it is acknowledged, and says since when', () => {
    const { events } = tableOf([0, 1, 0]);
    const outgoing = createOutgoing(events);
    outgoing.startFrom([]);
    const [first, second] = drained(outgoing, 2);
    expect(outgoing.waiting()).toEqual({ events: 3, since: 1000 });
    outgoing.acknowledged(first ?? { events: [], upTo: 0 });
    expect(outgoing.waiting()).toEqual({ events: 1, since: 1002 });
    outgoing.acknowledged(second ?? { events: [], upTo: 0 });
    expect(outgoing.waiting().events).toBe(0);
  });

  it('is not what another station has sent meanwhile', () => {
    const { events } = tableOf([0, 1, 0, 1]);
    const outgoing = createOutgoing(events);
    outgoing.startFrom([]);
    outgoing.isThere([{ origin: 'b', originSeq: 2 }]);
    expect(idsOf(drained(outgoing, 100))).toEqual(['a1', 'a2']);
  });

  it('begins further back when the server has less than it had', () => {
    fc.assert(
      fc.property(order, known, known, (list, before, after) => {
        const { rows, events } = tableOf(list);
        const outgoing = createOutgoing(events);
        outgoing.startFrom(headsOf(before));
        for (const batch of drained(outgoing, 7)) outgoing.acknowledged(batch);
        outgoing.startFrom(headsOf(after));
        expect(idsOf(drained(outgoing, 7))).toEqual(lackingIn(rows, after));
      }),
    );
  });

  it('is counted by what was acknowledged before, while the server has not said how far it is', () => {
    fc.assert(
      fc.property(order, known, (list, there) => {
        const { rows, events } = tableOf(list);
        const acknowledged = Object.fromEntries(origins.map((origin, index) => [origin, there[index] ?? 0]));
        const lacking = lackingIn(rows, there);
        const oldest = rows.find(({ id }) => id === lacking[0])?.at ?? null;
        expect(unsentBy(acknowledged, events)).toEqual({ events: lacking.length, since: oldest });
      }),
    );
  });
});
