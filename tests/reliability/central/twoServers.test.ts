/** Two server processes on one database, as behind a balancer: neither knows anything that the other does not. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createCentralClient } from '../../../electron/host/central/client.ts';
import { createCentralNetwork } from '../../../electron/host/central/network.ts';
import { createLog } from '../../../electron/host/log.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { placeOrder } from '../../../server/orders.ts';
import { revokeOfficeKey } from '../../../server/offices.ts';
import type { Server } from '../../../server/startServer.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { storedChains } from '../../fixtures/storedChains.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let second: Server;
beforeAll(async () => {
  central = await startCentral({ log: createLog({ level: 'error' }) });
  second = await central.another();
});
afterAll(() => central.stop());

const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const clientAt = ({ url }: { url: string }, { identity }: WrittenOffice) =>
  createCentralClient(createCentralNetwork(), url, identity, createSystemPorts().clock);

test('batches of one office that arrive at both at once are stored once, in one order', async () => {
  const written = await office('dua-pintu');
  const clients = [clientAt(central, written), clientAt(second, written)];
  const events = Array.from({ length: 120 }, (_, n) => written.write('queue/2026-11-28', 'ticketCalled.v1', { n }));
  // All of them from the beginning, each longer than the one before; every one through both.
  const batches = await Promise.all(Array.from({ length: 12 }, (_, n) => encodeBatch(events.slice(0, 10 * (n + 1)), { withHashes: true })));
  const answers = await Promise.all(batches.flatMap((batch) => clients.map((client) => client.push(batch))));
  expect(answers.every(({ needsHashes, quarantined }) => !needsHashes && quarantined === 0)).toBe(true);
  expect(await storedChains(central.database.url, written.officeId)).toEqual({
    lengths: { [written.origin]: 120 },
    positionsWithoutGap: true,
    quarantined: 0,
  });
});

test('what arrives at one wakes what waits at the other', async () => {
  const written = await office('menunggu');
  const there = clientAt(second, written);
  const orders = there.orders(20);
  const events = there.pull(0, 10, 20);
  const { db, changes } = central.server.services;
  await db.inOffice(written.officeId, (tx) =>
    placeOrder(tx, written.officeId, { kind: 'person.erase', personId: v7() }, { actor: 'system', now: Date.now() }),
  );
  changes.announce(written.officeId);
  expect((await orders).orders).toHaveLength(1);
  written.write('queue/2026-11-28', 'ticketCalled.v1', {});
  const began = performance.now();
  await written.push();
  expect((await events).events).toHaveLength(1);
  // It was told, and did not look by itself.
  expect(performance.now() - began).toBeLessThan(2000);
});

test('who is not told any more looks by itself, and is told again once the connection is back', async () => {
  const written = await office('tuli');
  const there = clientAt(second, written);
  const { changes } = second.services;
  await asOwner(central.database.url, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'loket-news' AND datname = current_database()",
    ),
  );
  await vi.waitFor(() => expect(changes.patienceMs()).toBe(500), { interval: 5 });
  const events = there.pull(0, 10, 20);
  written.write('queue/2026-11-28', 'ticketCalled.v1', {});
  await written.push();
  expect((await events).events).toHaveLength(1);
  await vi.waitFor(() => expect(changes.patienceMs()).toBe(10_000), { timeout: 10_000, interval: 20 });
});

test('a code that is used at both at once enrols one', async () => {
  const made = await central.newOffice('satu-kode');
  const tried = await Promise.allSettled([central.url, second.url, central.url, second.url].map((url) => writtenOffice({ url }, made)));
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a key that is revoked at one is refused at the other at once, and a rotated one is known at both', async () => {
  const written = await office('kunci');
  const there = clientAt(second, written);
  expect((await there.heads()).heads).toEqual([]);
  await revokeOfficeKey(central.server.services.db, written.officeId, written.identity.keyId, 'test', Date.now());
  await expect(there.heads()).rejects.toMatchObject({ refusal: 'revoked' });
});
