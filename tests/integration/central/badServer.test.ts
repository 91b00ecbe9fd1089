/** A server that was put back, whose clock is wrong, that refuses, that sets aside; a long backlog and a slow line. */
import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { answering, hastyPorts, trickling } from '../../fixtures/badNetwork.ts';
import { words } from '../../fixtures/complaints.ts';
import { whenever, whenSent } from '../../fixtures/enrolled.ts';
import { centralOfFile, type FaultyOffice, limitMs, startFaultyOffice } from '../../fixtures/faultyOffice.ts';
import { backUp } from '../../fixtures/lastNight.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const server = centralOfFile();
const day = 24 * 60 * 60 * 1000;
let at: FaultyOffice;
afterEach(async () => {
  server.clock.offset = 0;
  await at.end();
});

describe('a server that was put back to last night’s backup', () => {
  it('is noticed without anything new, and has all of it again: events, words, PINs', async () => {
    const process = await server.central().another();
    at = await startFaultyOffice(server.central(), { to: process.url });
    await at.register();
    expect(await at.differences()).toEqual([]);
    const restore = await backUp(server.central());
    const complaintId = await at.register();
    await at.officer().done('complaint.verify', { complaintId, ...words(''), tag: 'procedural' });
    await at.officer().done('complaint.answer', { complaintId, ...words('Sudah jadi.'), written: false });
    expect(await at.differences()).toEqual([]);
    const texts = () => at.rows('SELECT kind, subject_id FROM sealed_text WHERE office_id = $1 ORDER BY kind, subject_id');
    const before = await texts();
    at.network.leadTo(server.central().url);
    await restore();
    expect(await texts()).not.toEqual(before);
    // The question for orders that waits is answered by a process that ends, as when a server is put back.
    await process.drain();
    await whenever(at.test(), () => at.standing().wentBack !== null);
    expect(await at.differences()).toEqual([]);
    expect(await texts()).toEqual(before);
  });

  it('is noticed also by the next event, and by an office that was off meanwhile', async () => {
    at = await startFaultyOffice(server.central());
    const restore = await backUp(server.central());
    await at.register();
    expect(await at.differences()).toEqual([]);
    await restore();
    await at.register();
    expect(await at.differences()).toEqual([]);
    const first = at.standing().wentBack ?? 0;
    expect(first).toBeGreaterThan(0);
    await at.restart(restore);
    await whenever(at.test(), () => (at.standing().wentBack ?? 0) > first);
    expect(await at.differences()).toEqual([]);
  });
});

describe('clocks', () => {
  it.each([day, -day])('an office that is off by %d ms gets in, and says so', async (off) => {
    const { clock } = createSystemPorts();
    at = await startFaultyOffice(server.central(), {
      ports: hastyPorts(50, limitMs, { ...clock, now: () => clock.now() + off }),
    });
    await at.register();
    expect(await at.differences()).toEqual([]);
    expect(Math.abs(at.standing().clockOffsetMs + off)).toBeLessThan(5000);
  });

  it('a server whose clock jumps by a day is followed', async () => {
    at = await startFaultyOffice(server.central());
    server.clock.offset = -day;
    await at.register();
    expect(await at.differences()).toEqual([]);
    server.clock.offset = 0;
    await at.register();
    expect(await at.differences()).toEqual([]);
  });
});

describe('a key that was revoked', () => {
  it('is told in words and asked about seldom', async () => {
    const ports = createTestPorts(new Date().toISOString());
    at = await startFaultyOffice(server.central(), { ports });
    await at.rows('UPDATE office_key SET revoked_at = now() WHERE office_id = $1 RETURNING 1');
    server.central().server.services.changes.announce(at.made.officeId);
    await at.register();
    await at.failsAs('refused');
    expect((await at.officer().ask('central.status', {})).problem).toMatchObject({ failure: 'refused', refusal: 'revoked' });
    const before = at.network.requests.length;
    for (let minute = 0; minute < 20; minute += 1) {
      ports.advance(60_000);
      await new Promise((resolve) => void setTimeout(resolve, 10));
    }
    expect(at.network.requests.length - before).toBeLessThan(20);
    expect(at.standing().waiting.events).toBeGreaterThan(0);
  });
});

describe('what the server sets aside', () => {
  it('is counted once, and stops nothing', async () => {
    at = await startFaultyOffice(server.central());
    await whenSent(at.test());
    const { events } = at.test().host.services;
    const odd = (type: string) =>
      at
        .test()
        .host.services.db.transaction(() =>
          events.append({ stream: 'central', events: [{ type, data: {} }], at: Date.now(), actor: { kind: 'system' }, commandId: v7() }),
        )();
    odd('lagu.v9');
    odd('lagu.v9');
    await at.register();
    await whenSent(at.test());
    expect(at.standing().quarantined).toBe(2);
    await at.register();
    expect(await at.differences()).toEqual([]);
    expect((await at.officer().ask('central.status', {})).quarantined).toBe(2);
  });

  it('a chain that is another one on the server is found by its hashes and goes on behind the place', async () => {
    at = await startFaultyOffice(server.central());
    // As by a disk that lied: the server’s end of the chain is not the one that it was sent.
    await at.rows("UPDATE chain_head SET hash = decode(repeat('ab', 32), 'hex') WHERE office_id = $1 RETURNING 1");
    await at.register();
    await whenever(at.test(), () => at.standing().quarantined > 0);
    await at.register();
    await whenSent(at.test());
    expect(await at.rows('SELECT DISTINCT reason FROM quarantine WHERE office_id = $1')).toEqual([{ reason: 'chainBroken' }]);
    const head = at.test().host.services.events.heads()[0];
    expect(await at.rows("SELECT encode(hash, 'hex') AS hash FROM chain_head WHERE office_id = $1")).toEqual([{ hash: head?.hash }]);
  });
});

describe('a long backlog', () => {
  const backlog = (count: number) => {
    const { db, events } = at.test().host.services;
    db.transaction(() => {
      for (let n = 0; n < count; n += 1)
        events.append({
          stream: 'alarm',
          events: [{ type: 'noticeSeen.v1', data: { n, filler: 'x'.repeat(200) } }],
          at: Date.now(),
          actor: { kind: 'system' },
          commandId: v7(),
        });
    })();
  };

  it('of 3,000 events goes in small bites while people work, and the counter is answered at once', async () => {
    at = await startFaultyOffice(server.central());
    at.network.become(answering(502, ''));
    await at.register();
    await at.failsAs('serverBusy');
    backlog(3000);
    at.network.become(null);
    for (let left = 3000; left > 0; left -= 200) {
      await whenever(at.test(), () => at.standing().waiting.events <= left);
      await at.register();
      expect(at.standing().problem).toBeNull();
    }
    expect(at.network.requests.filter((request) => request.startsWith('POST')).length).toBeGreaterThan(3000 / 40);
    expect(await at.differences()).toEqual([]);
  });

  it('goes on where it was when the program ends in the middle', async () => {
    at = await startFaultyOffice(server.central());
    at.network.become(answering(502, ''));
    await at.register();
    await at.failsAs('serverBusy');
    backlog(2000);
    at.network.become(null);
    await whenever(at.test(), () => at.standing().problem === null || at.standing().waiting.events < 1800);
    await at.restart();
    await at.register();
    expect(await at.differences()).toEqual([]);
    expect(at.standing().wentBack).toBeNull();
  });

  it('gets over a line of a few bytes at a time', async () => {
    at = await startFaultyOffice(server.central());
    at.network.become(answering(502, ''));
    await at.register();
    await at.failsAs('serverBusy');
    backlog(60);
    at.network.become(trickling(100, 20));
    await at.register();
    expect(await at.differences()).toEqual([]);
    expect(at.standing().problem).toBeNull();
  });
});
