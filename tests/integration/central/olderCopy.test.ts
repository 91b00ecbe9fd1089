/** A station that was put back to an older copy of its data, and the central server that has what it lost. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whenever, whenSent } from '../../fixtures/enrolled.ts';
import { centralOfFile, type FaultyOffice, startFaultyOffice } from '../../fixtures/faultyOffice.ts';
import { answering } from '../../fixtures/badNetwork.ts';

const server = centralOfFile();
let at: FaultyOffice;
let copy: string;
beforeEach(async () => {
  at = await startFaultyOffice(server.central());
  copy = mkdtempSync(join(tmpdir(), 'loket-test-copy-'));
  await at.register();
  await whenSent(at.test());
  await at.restart(() => cpSync(at.test().dataDir, copy, { recursive: true }));
});
afterEach(async () => {
  await at.end();
  rmSync(copy, { recursive: true });
});

const putBack = () => {
  rmSync(at.test().dataDir, { recursive: true });
  cpSync(copy, at.test().dataDir, { recursive: true });
};
const complaints = () => at.test().host.services.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM complaint').get()?.n;

test('takes its own events back from the server before it goes on', async () => {
  await at.register();
  await at.register();
  await whenSent(at.test());
  const heads = at.test().host.services.events.heads();
  await at.restart(putBack);
  await whenever(at.test(), () => complaints() === 3);
  expect(at.test().host.services.events.heads()).toEqual(heads);
  await at.register();
  expect(await at.differences()).toEqual([]);
  expect(at.standing().quarantined).toBe(0);
});

test('that has written before it heard of the server keeps both, blocks nothing, and is told', async () => {
  await at.register();
  await at.register();
  await whenSent(at.test());
  at.network.become(answering(502, ''));
  await at.restart(putBack);
  await at.register();
  await at.failsAs('serverBusy');
  at.network.become(null);
  await whenever(at.test(), () => at.standing().quarantined > 0);
  // The server's course goes on until the station's is longer; from there on it is the station's.
  for (let n = 0; n < 5; n += 1) await at.register();
  await whenSent(at.test());
  const reasons = await at.rows('SELECT DISTINCT reason FROM quarantine WHERE office_id = $1 ORDER BY reason');
  expect(reasons).toContainEqual({ reason: 'forked' });
  const [head] = at.test().host.services.events.heads();
  expect(await at.rows("SELECT encode(hash, 'hex') AS hash FROM chain_head WHERE office_id = $1")).toEqual([{ hash: head?.hash }]);
  const { quarantined } = await at.officer().ask('central.status', {});
  const aside = await at.rows('SELECT count(*)::int AS n FROM quarantine WHERE office_id = $1');
  expect(aside).toEqual([{ n: quarantined }]);
});
