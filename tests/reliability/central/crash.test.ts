/**
 * RELIABILITY 29: `pg_ctl stop -m immediate` under load. Offices push all the time; whenever enough was acknowledged PostgreSQL
 * is stopped as by a power cut and started again, and the server goes on by itself. LOKET_PG_STOPS sets how often (default 20).
 */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { type Central, startCentral, startEmbeddedTestDatabase } from '../../fixtures/central.ts';
import { storedChains } from '../../fixtures/storedChains.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const stops = Number(process.env['LOKET_PG_STOPS'] ?? 20);
const perStop = 40;

let database: Awaited<ReturnType<typeof startEmbeddedTestDatabase>>;
let central: Central;
beforeAll(async () => {
  database = await startEmbeddedTestDatabase();
  central = await startCentral({ database, log: createLog({ level: 'silent' }) });
});
afterAll(async () => {
  await central.stop();
  await database.drop();
});

test(`${stops} power cuts of PostgreSQL under load: nothing acknowledged is lost, nothing is there twice`, async () => {
  const offices = await Promise.all(
    ['satu', 'dua', 'tiga', 'empat'].map(async (code) => writtenOffice(central, await central.newOffice(code))),
  );
  const acknowledged = new Map(offices.map(({ officeId }) => [officeId, 0]));
  const broken = { pushes: 0 };
  let total = 0;
  const over = new AbortController();
  /** Resolves when PostgreSQL is up: an office that got no answer waits for that instead of for a while. */
  let isUp = Promise.resolve();
  const enough = { at: perStop, reached: () => {} };
  const enoughReached = () => new Promise<void>((resolve) => void (enough.reached = resolve));

  const work = async (office: WrittenOffice) => {
    for (let n = 0; !over.signal.aborted; n += 1) {
      office.write('queue/2026-11-28', 'ticketCalled.v1', { n });
      try {
        const { heads } = await office.push();
        const length = heads.find(({ origin }) => origin === office.origin)?.originSeq ?? 0;
        total += length - (acknowledged.get(office.officeId) ?? 0);
        acknowledged.set(office.officeId, length);
        if (total >= enough.at) enough.reached();
      } catch {
        // Not acknowledged: it comes again with the next push.
        broken.pushes += 1;
        await isUp;
      }
    }
  };
  const working = offices.map(work);
  for (let n = 0; n < stops; n += 1) {
    await enoughReached();
    let started = () => {};
    isUp = new Promise((resolve) => void (started = resolve));
    // In the middle of whatever is going on.
    await delay(Math.random() * 8);
    await database.embedded.control('stop', '-m', 'immediate');
    expect((await fetch(`${central.url}/ready`)).status).toBe(503);
    await database.embedded.start();
    started();
    enough.at = total + perStop;
  }
  await enoughReached();
  over.abort();
  await Promise.all(working);

  expect((await fetch(`${central.url}/ready`)).status).toBe(200);
  expect(broken.pushes).toBeGreaterThan(0);
  expect(total).toBeGreaterThanOrEqual(stops * perStop);
  for (const office of offices) {
    await office.push();
    const { lengths, positionsWithoutGap, quarantined } = await storedChains(database.url, office.officeId);
    expect(lengths[office.origin]).toBeGreaterThanOrEqual(acknowledged.get(office.officeId) ?? 0);
    expect({ positionsWithoutGap, quarantined }).toEqual({ positionsWithoutGap: true, quarantined: 0 });
  }
});
