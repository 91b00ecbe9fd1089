/**
 * 200 offices pushing at once: all begin in the same instant, then each sends a batch of 20 events every 4 seconds, whether the
 * one before was answered or not by then (50 batches and 1,000 events a second; an office of 8 counters at its busiest writes
 * about one event a second). And what a server takes at most, for the load model in docs/deploy.md.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type Database, openDatabase } from '../server/database/database.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { createServerKeys } from '../server/keys.ts';
import { addOfficeKey, createAgency, createOffice } from '../server/offices.ts';
import { type PushingOffice, pushingOffice } from './central/pushingOffice.ts';
import { type BenchLine, percentile, residentMegabytes, round } from './measure.ts';
import { startProgram } from './sync/processes.ts';

const offices = 200;
const events = 20;
const everyMs = 4000;
const rounds = 8;
const goalMs = 2000;
const goalMegabytes = 400;
const forModel = 'measured for docs/deploy.md';
/** For what it takes at most: so many offices, each with one batch on its way all the time; a backlog, and event by event. */
const backlog = { offices: 16, batches: 40, events: 100 };
const singly = { offices: 16, batches: 150, events: 1 };

export default async function centralLoad(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const postgres = await startEmbedded(directory);
  const serverKey = randomBytes(32);
  process.env['DATABASE_URL'] = postgres.url;
  process.env['LOKET_SERVER_KEY'] = serverKey.toString('hex');
  const server = await startProgram<{ url: string; pid: number }>('server/cli.ts', ['--data', directory, '--port', '0', '--json']);
  const db = await openDatabase(postgres.url, { onError: () => {} });
  try {
    const make = officesOf(db, serverKey);
    const all: PushingOffice[] = [];
    for (let n = 0; n < offices; n += 1) all.push(await make(`kantor-${n}`, { batches: rounds, events }));
    const memory = watchMemory(server.ready.pid);
    const load = await pushAll(all, server.ready.url);
    const stored = await storedEvents(postgres.url);
    const megabytes = memory.end();
    const lost = offices * rounds * events - stored;
    const p99 = percentile(load.ms, 0.99);
    const perSecond = await capacity(make, server.ready.url, 'tunggakan', backlog);
    const batchesPerSecond = await capacity(make, server.ready.url, 'satuan', singly);
    return [
      {
        bench: 'sync.offices',
        p50_ms: round(percentile(load.ms, 0.5)),
        p95_ms: round(percentile(load.ms, 0.95)),
        p99_ms: round(p99),
        n: load.ms.length,
        goal: `p99 of a batch ≤ ${goalMs} ms, ${offices} offices`,
        ok: p99 <= goalMs,
      },
      {
        bench: 'sync.offices.lost',
        value: lost + load.errors,
        unit: 'events lost and errors',
        n: stored,
        goal: '0',
        ok: lost === 0 && load.errors === 0,
      },
      {
        bench: 'sync.offices.rss',
        value: round(megabytes),
        unit: 'MB of the server, at most',
        goal: `≤ ${goalMegabytes} MB`,
        ok: megabytes <= goalMegabytes,
      },
      { bench: 'sync.offices.backlog', value: Math.round(perSecond), unit: 'events/s in batches of 100', goal: forModel, ok: true },
      { bench: 'sync.offices.singly', value: Math.round(batchesPerSecond), unit: 'batches/s of one event', goal: forModel, ok: true },
    ];
  } finally {
    await db.close();
    await server.end();
    await postgres.stop();
    rmSync(directory, { recursive: true });
  }
}

/** @returns a maker of offices that enrolled. */
function officesOf(db: Database, serverKey: Uint8Array) {
  const keys = createServerKeys(serverKey);
  const agency = createAgency(db, keys, { code: 'kota-beban', name: 'Kota Beban', zone: 'Asia/Jakarta' }, Date.now());
  return async (code: string, size: { readonly batches: number; readonly events: number }): Promise<PushingOffice> => {
    const officeId = await createOffice(db, keys, await agency, { code, name: code, zone: 'Asia/Jakarta' }, Date.now());
    return pushingOffice(officeId, (made) => db.inOffice(officeId, (tx) => addOfficeKey(tx, officeId, made, Date.now())), size);
  };
}

/** Each office in a step of its own, but for the first batch: that one comes from all at once. */
async function pushAll(all: readonly PushingOffice[], url: string) {
  const ms: number[] = [];
  let errors = 0;
  const pushOne = async (office: PushingOffice, batch: PushingOffice['batches'][number]) => {
    const began = performance.now();
    try {
      if ((await office.push(url, batch.bytes)) < batch.end) errors += 1;
    } catch (error) {
      errors += 1;
      process.stderr.write(`${String(error)}\n`);
    }
    ms.push(performance.now() - began);
  };
  await Promise.all(
    all.map(async (office, place) => {
      const sent: Promise<void>[] = [];
      for (const [n, batch] of office.batches.entries()) {
        if (n === 1) await delay((everyMs * place) / all.length);
        if (n > 0) await delay(everyMs);
        sent.push(pushOne(office, batch));
      }
      await Promise.all(sent);
    }),
  );
  return { ms, errors };
}

/** @returns events a second. */
async function capacity(make: ReturnType<typeof officesOf>, url: string, code: string, size: typeof backlog): Promise<number> {
  const all: PushingOffice[] = [];
  for (let n = 0; n < size.offices; n += 1) all.push(await make(`${code}-${n}`, size));
  const began = performance.now();
  await Promise.all(
    all.map(async (office) => {
      for (const { bytes } of office.batches) await office.push(url, bytes);
    }),
  );
  return (size.offices * size.batches * size.events * 1000) / (performance.now() - began);
}

function watchMemory(pid: number) {
  let most = 0;
  const look = () => void (most = Math.max(most, residentMegabytes(pid)));
  const timer = setInterval(look, 100);
  return {
    end() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

async function storedEvents(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM event');
  await client.end();
  return rows[0]?.n ?? 0;
}
