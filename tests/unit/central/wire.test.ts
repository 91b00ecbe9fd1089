/** What travels between an office and the server: batches, chains, seals, signatures. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BadBatchError, type BatchEvent, decodeBatch, encodeBatch } from '../../../sync/batch.ts';
import { columnsOf, type HeadOf, takeChains } from '../../../sync/chains.ts';
import { eventHash, genesis } from '../../../sync/hashChain.ts';
import { privateKey, publicBytes, publicKey } from '../../../sync/keys.ts';
import { createSealer, openSealed, SealedForAnotherError } from '../../../sync/seal.ts';
import { authorize, isSignedBy, parseAuthorization } from '../../../sync/signature.ts';

type Hashed = BatchEvent & { readonly hash: string };

/** A chain of one station with these texts in its events. */
function chain(texts: readonly string[], origin: string = v7()): Hashed[] {
  let before = genesis;
  return texts.map((text, n) => {
    const event = {
      ...{ id: v7(), origin, originSeq: n + 1, term: 1, stream: 'queue/2026-11-28', type: 'ticketCalled.v1', at: n, actor: 'system' },
      ...{ commandId: v7(), data: JSON.stringify({ text }), hash: '' },
    };
    before = eventHash(before, columnsOf(event));
    return { ...event, hash: before.toString('hex') };
  });
}

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const chains = fc.array(fc.array(anyText, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

describe('a batch', () => {
  it('comes out as it went in, with any characters and line breaks in it', async () => {
    await fc.assert(
      fc.asyncProperty(chains, fc.boolean(), async (lists, withHashes) => {
        const events = lists.flatMap((texts) => chain([...texts, 'baris\nbaru\r\u2028\u0000\ud800']));
        const { header, events: out } = await decodeBatch(await encodeBatch(events, { withHashes, position: 7 }));
        expect(out).toEqual(events.map((event) => (withHashes ? event : { ...event, hash: null })));
        expect(header).toMatchObject({ count: events.length, position: 7 });
        const ends = new Map(events.map(({ origin, hash }) => [origin, hash]));
        expect(header.origins).toEqual([...ends].map(([origin, hash]) => ({ origin, hash })));
      }),
      { numRuns: 60 },
    );
  });

  it('that is no batch is told as such, whatever its bytes', async () => {
    const good = await encodeBatch(chain(['a', 'b']));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(decodeBatch(bytes)).rejects.toBeInstanceOf(BadBatchError);
      }),
      { numRuns: 60 },
    );
    for (let cut = 0; cut < good.length; cut += 7) await expect(decodeBatch(good.subarray(0, cut))).rejects.toBeInstanceOf(BadBatchError);
  });
});

/** A receiver that keeps what it accepts. */
function receiver() {
  const heads = new Map<string, HeadOf>();
  const hashes = new Map<string, Buffer>();
  const aside: string[] = [];
  return {
    hashes,
    heads,
    aside,
    take(events: readonly Hashed[], withHashes = false) {
      const ends = new Map(events.map(({ origin, hash }) => [origin, hash]));
      const sent = events.map((event) => (withHashes ? event : { ...event, hash: null }));
      const taken = takeChains(sent, ends, {
        headOf: (origin) => heads.get(origin),
        hashAt: (origin, originSeq) => hashes.get(`${origin} ${originSeq}`),
      });
      for (const { event, hash } of taken?.accepted ?? []) {
        const place = `${event.origin} ${event.originSeq}`;
        expect(hashes.has(place)).toBe(false);
        hashes.set(place, hash);
      }
      for (const [origin, head] of taken?.heads ?? []) heads.set(origin, head);
      aside.push(...(taken?.setAside ?? []).map(({ event, reason }) => `${event.originSeq} ${reason}`));
      return taken;
    },
  };
}

describe('chains', () => {
  it('come to the same however they were cut, repeated and mixed up on their way', () => {
    fc.assert(
      fc.property(chains, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(6)), { maxLength: 30 }), (lists, pieces) => {
        const all = lists.map((texts) => chain(texts));
        const here = receiver();
        // Any pieces, overlapping, with gaps; the last ones bring everything that is missing.
        for (const [which, from, length] of pieces) {
          const list = all[which % all.length] ?? [];
          const begin = from % list.length;
          const piece = list.slice(begin, begin + length + 1);
          expect(here.take(piece)).not.toBeNull();
        }
        here.take(all.flat());
        expect(new Map([...here.hashes].map(([place, hash]) => [place, hash.toString('hex')]))).toEqual(
          new Map(all.flat().map(({ origin, originSeq, hash }) => [`${origin} ${originSeq}`, hash])),
        );
        expect(here.aside).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('that were changed anywhere are found at that place, and go on behind it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (length, at) => {
        const good = chain(Array.from({ length }, (_, n) => String(n)));
        const place = at % length;
        const changed = good.map((event, n) => (n === place ? { ...event, data: '{"text":"lain"}' } : event));
        const here = receiver();
        expect(here.take(changed)).toBeNull();
        expect(here.hashes.size).toBe(0);
        here.take(changed, true);
        expect(here.aside).toEqual([`${place + 1} chainBroken`]);
        expect(here.heads.get(good[0]?.origin ?? '')?.originSeq).toBe(length);
      }),
      { numRuns: 60 },
    );
  });

  it('of which one event was taken out stop before it; another event at a place already taken is set aside', () => {
    const good = chain(['a', 'b', 'c', 'd']);
    const here = receiver();
    here.take(good.filter(({ originSeq }) => originSeq !== 3));
    expect(here.heads.get(good[0]?.origin ?? '')?.originSeq).toBe(2);
    const other = chain(['a', 'lain', 'c', 'd'], good[0]?.origin).slice(1, 2);
    expect(here.take(other)).toBeNull();
    here.take(other, true);
    expect(here.aside).toEqual(['2 forked']);
  });
});

describe('a seal', () => {
  const key = privateKey('X25519', randomBytes(32));
  const seal = createSealer(publicBytes(key), randomBytes);

  it('opens with its key and label only, and only unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (content, at) => {
        const sealed = seal('text:1', content);
        expect(openSealed(key, 'text:1', sealed)).toEqual(Buffer.from(content));
        expect(() => openSealed(key, 'text:2', sealed)).toThrow(SealedForAnotherError);
        expect(() => openSealed(privateKey('X25519', randomBytes(32)), 'text:1', sealed)).toThrow(SealedForAnotherError);
        const changed = Buffer.from(sealed.content);
        const place = at % changed.length;
        changed[place] = (changed[place] ?? 0) ^ 1;
        expect(() => openSealed(key, 'text:1', { ...sealed, content: changed })).toThrow(SealedForAnotherError);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a signature', () => {
  const key = privateKey('Ed25519', randomBytes(32));
  const check = publicKey('Ed25519', publicBytes(key));
  const request = { method: 'POST', path: '/sync/v1/events?a=1', body: Buffer.from('isi') };

  it('covers method, path, body and time', () => {
    const authorization = parseAuthorization(authorize(request, v7(), key, 1000));
    if (authorization === null) throw new Error('the header cannot be read');
    expect(isSignedBy(request, authorization, check)).toBe(true);
    for (const other of [{ method: 'GET' }, { path: '/sync/v1/events?a=2' }, { body: Buffer.from('lain') }])
      expect(isSignedBy({ ...request, ...other }, authorization, check)).toBe(false);
    expect(isSignedBy(request, { ...authorization, at: 1001 }, check)).toBe(false);
    expect(isSignedBy(request, authorization, publicKey('Ed25519', randomBytes(32)))).toBe(false);
  });

  it.each([undefined, '', 'Bearer x', 'Loket key=1, at=2, signature=3'])('%s is none', (header) => {
    expect(parseAuthorization(header)).toBeNull();
  });
});
