/**
 * Sync with the central server (RELIABILITY, issue 5): 10,000 complaints of about 1 KB pushed, pulled on a fresh station, changes
 * seen on another station, against a floor of durable SQLite → zstd over HTTP → one multi-row insert per batch.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { atWorkMs } from '../electron/host/central/pace.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { type BenchLine, percentile, round } from './measure.ts';
import { drain, shownForMs } from './sync/backlog.ts';
import { floorPage, floorPull, floorPush, floorStore, type FloorRow } from './sync/floor.ts';
import { type Running, startProgram } from './sync/processes.ts';
import { sent, startFresh, startLead, type Station, when } from './sync/stations.ts';
import { complaintForm, seeded } from './sync/words.ts';

const complaints = 10_000;
const rounds = 3;
/** Before any is counted: on a new server code is compiled, and PostgreSQL makes the files of its log. */
const warmUpRounds = 2;
const changes = 300;
const betweenCommitsMs = 30;
/** Changes before any is counted: the other station asks for the first time. */
const warmUp = 3;
const wireLimit = 4 * 1024 * 1024;

export default async function sync(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const postgres = await startEmbedded(directory);
  process.env['DATABASE_URL'] = postgres.url;
  const server = await startProgram<{ url: string; demo: { enrolmentCode: string } }>('server/cli.ts', [
    ...['--data', directory, '--port', '0', '--json', '--demo'],
  ]);
  const floor = await startProgram<{ port: number }>('bench/sync/floorServer.ts', [postgres.url]);
  const floorUrl = `http://127.0.0.1:${floor.ready.port}`;
  try {
    const lead = await startLead(server.ready.url, server.ready.demo.enrolmentCode);
    const configured = lead.host.services.events.lastSeq();
    lead.hold();
    const rows = await fill(lead);
    // As at night: nobody works at this station any more.
    await delay(atWorkMs);
    const pushed = await push(lead, rows, { directory, floorUrl, owner: postgres.url });
    const pulled = await pull(lead, configured, { directory, floorUrl });
    const seen = await visible(lead, pulled.station, floorUrl, directory);
    pulled.station.end();
    const committed = await commits(lead);
    const drained = await drain(lead);
    lead.end();
    return [...pushed, ...pulled.lines, ...seen, ...committed, ...drained];
  } finally {
    await floor.end();
    await server.end();
    await postgres.stop();
    rmSync(directory, { recursive: true });
  }
}

/** Registers the complaints as an officer does. @returns what the floor stores of each: the same event, and the words that go with it. */
async function fill(lead: Station): Promise<readonly FloorRow[]> {
  const { db, vault, events } = lead.host.services;
  for (const file of [db, vault.db]) file.pragma('synchronous = OFF');
  const random = seeded(5);
  const before = events.lastSeq();
  for (let n = 0; n < complaints; n += 1) {
    await lead.done('complaint.register', {
      complaintId: v7(),
      channel: 'counter',
      counterId: null,
      ticketId: null,
      form: complaintForm(random, v7()),
    });
    if (n % 500 === 0) process.stderr.write(`\rregistering: ${n} of ${complaints}`);
  }
  process.stderr.write('\n');
  for (const file of [db, vault.db]) file.pragma('synchronous = FULL');
  const rows: FloorRow[] = [];
  for (let after = before; ;) {
    const page = events.sharedAfter(after, 1000);
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { id, type, data, ...rest } of page)
      if (type === 'complaintReceived.v1')
        rows.push({ id, origin: rest.origin, at: rest.at, type, body: JSON.stringify({ ...rest, data: JSON.parse(data) as unknown }) });
    after = last.seq;
  }
  if (rows.length !== complaints) throw new Error(`${rows.length} complaints were registered`);
  return rows;
}

interface Where {
  readonly directory: string;
  readonly floorUrl: string;
}

async function push(
  lead: Station,
  rows: readonly FloorRow[],
  { directory, floorUrl, owner }: Where & { owner: string },
): Promise<readonly BenchLine[]> {
  const store = floorStore(join(directory, 'floor.db'), rows);
  const took = { subject: [] as number[], floor: [] as number[] };
  let bytes = 0;
  for (let n = -warmUpRounds; n < rounds; n += 1) {
    await forget(owner);
    await fetch(`${floorUrl}/empty`);
    await checkpoint(owner);
    const floorTook = await floorPush(store, floorUrl);
    if (n >= 0) took.floor.push(floorTook);
    lead.host.services.central.retry();
    await when(lead, () => lead.host.services.central.standing().problem !== null);
    lead.release();
    lead.wire.sent = 0;
    await checkpoint(owner);
    const started = performance.now();
    lead.host.services.central.retry();
    await sent(lead);
    if (n >= 0) took.subject.push(performance.now() - started);
    bytes = lead.wire.sent;
    if (n < rounds - 1) lead.hold();
  }
  store.close();
  await isComplete(owner, lead);
  return [ratioLine('sync.push', took, `≤ 1.5× the floor for ${complaints} complaints`, 1.5), wireLine('sync.push.wire', bytes)];
}

async function pull(lead: Station, configured: number, { directory, floorUrl }: Where) {
  const took = { subject: [] as number[], floor: [] as number[] };
  let bytes = 0;
  let station: Station | null = null;
  for (let n = -warmUpRounds; n < rounds; n += 1) {
    const floorTook = await floorPull(join(directory, `pull-${n}.db`), floorUrl, complaints);
    if (n >= 0) took.floor.push(floorTook);
    station?.end();
    station = await startFresh(lead, configured);
    const fresh = station;
    const { central, office, events } = fresh.host.services;
    await when(fresh, () => office.standing().mode === 'ownOnly');
    central.retry();
    await when(fresh, () => central.standing().problem !== null);
    fresh.release();
    fresh.wire.received = 0;
    const started = performance.now();
    central.retry();
    const all = lead.host.services.events.count();
    await when(fresh, () => events.count() >= all);
    if (n >= 0) took.subject.push(performance.now() - started);
    bytes = fresh.wire.received;
  }
  if (station === null) throw new Error('no round');
  const known = station.host.services.db.prepare('SELECT count(*) AS n FROM complaint').get() as { n: number };
  if (known.n < complaints) throw new Error(`${known.n} complaints are readable on the fresh station`);
  const lines = [ratioLine('sync.pull', took, `≤ 1.5× the floor for ${complaints} complaints`, 1.5), wireLine('sync.pull.wire', bytes)];
  return { station, lines };
}

/** A change at one station until it is committed at another one that reaches it only through the server. */
async function visible(lead: Station, other: Station, floorUrl: string, directory: string): Promise<readonly BenchLine[]> {
  const took = { subject: [] as number[], floor: [] as number[] };
  const local = new Database(join(directory, 'visible.db'));
  local.pragma('journal_mode = WAL');
  local.pragma('synchronous = FULL');
  local.exec('CREATE TABLE row (id TEXT, body TEXT)');
  const insert = local.prepare('INSERT INTO row VALUES (?, ?)');
  const { promisify } = await import('node:util');
  const { zstdCompress } = await import('node:zlib');
  const compress = promisify(zstdCompress);
  let after = complaints;
  const body = 'x'.repeat(400);
  for (let n = -warmUp; n < changes; n += 1) {
    const page = floorPage(floorUrl, after);
    const floorStarted = performance.now();
    insert.run(v7(), body);
    await fetch(`${floorUrl}/rows`, {
      method: 'POST',
      body: await compress(Buffer.from(JSON.stringify([[v7(), v7(), 1, 'x', JSON.stringify(body)]]))),
    }).then((answer) => answer.arrayBuffer());
    const rows = await page;
    for (const [, id, text] of rows) insert.run(id, text);
    if (n >= 0) took.floor.push(performance.now() - floorStarted);
    after = rows.at(-1)?.[0] ?? after;

    const broadcastId = v7();
    const has = () => other.host.services.db.prepare('SELECT 1 FROM broadcast WHERE broadcast_id = ?').get(broadcastId) !== undefined;
    const arrived = when(other, has);
    const started = performance.now();
    await lead.done('floor.broadcast', {
      broadcastId,
      text: { id: `Pesan ${n}`, en: `Message ${n}` },
      surfaces: ['board'],
      until: Date.now() + shownForMs,
    });
    await arrived;
    if (n >= 0) took.subject.push(performance.now() - started);
  }
  local.close();
  const p99 = { subject: percentile(took.subject, 0.99), floor: percentile(took.floor, 0.99) };
  return [
    {
      bench: 'sync.visible',
      p50_ms: round(percentile(took.subject, 0.5)),
      p99_ms: round(p99.subject),
      floor_p50_ms: round(percentile(took.floor, 0.5)),
      floor_p99_ms: round(p99.floor),
      ratio: round(p99.subject / p99.floor),
      n: changes,
      goal: 'p99 ≤ 3× floor p99',
      ok: p99.subject <= 3 * p99.floor,
    },
  ];
}

/** One event after the other at a counter, each until it is committed on the idle server. */
async function commits(lead: Station): Promise<readonly BenchLine[]> {
  const took: number[] = [];
  for (let n = 0; n < changes; n += 1) {
    const started = performance.now();
    await lead.done('floor.broadcast', {
      broadcastId: v7(),
      text: { id: `${n}`, en: `${n}` },
      surfaces: ['board'],
      until: Date.now() + shownForMs,
    });
    await sent(lead);
    took.push(performance.now() - started);
    await delay(betweenCommitsMs);
  }
  const p99 = percentile(took, 0.99);
  return [
    {
      bench: 'sync.commit',
      p50_ms: round(percentile(took, 0.5)),
      p99_ms: round(p99),
      n: changes,
      goal: 'p99 ≤ 300 ms on an idle server',
      ok: p99 <= 300,
    },
  ];
}

/** The server as it was before it heard anything of its offices. */
async function forget(owner: string): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  await client.query('TRUNCATE event, chain_head, complaint, document, sealed_text, office_state, quarantine, office_position');
  await client.end();
}

/** As a server that has run for a while: its log is written over files that it had before, not over new ones that are filled first. */
async function checkpoint(owner: string): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  await client.query('CHECKPOINT');
  await client.end();
}

async function isComplete(owner: string, lead: Station): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  const { rows } = await client.query<{ events: string; complaints: string; texts: string; pins: string }>(
    'SELECT (SELECT count(*) FROM event) AS events, count(*) AS complaints, count(pin_tag) AS pins, (SELECT count(*) FROM sealed_text) AS texts FROM complaint',
  );
  await client.end();
  const expected = { events: lead.host.services.events.count(), complaints, pins: complaints, texts: complaints };
  if (
    JSON.stringify(rows[0], (_, value: unknown) => (typeof value === 'string' ? Number(value) : value)) !==
    JSON.stringify({ events: expected.events, complaints, pins: complaints, texts: complaints })
  )
    throw new Error(`the server has ${JSON.stringify(rows[0])}, not ${JSON.stringify(expected)}`);
}

const median = (samples: readonly number[]) => percentile(samples, 0.5);

function ratioLine(bench: string, took: { subject: readonly number[]; floor: readonly number[] }, goal: string, most: number): BenchLine {
  const [subject, floor] = [median(took.subject), median(took.floor)];
  return {
    bench,
    p50_ms: round(subject),
    floor_p50_ms: round(floor),
    ratio: round(subject / floor),
    n: took.subject.length,
    goal,
    ok: subject <= most * floor,
  };
}

const wireLine = (bench: string, bytes: number): BenchLine => ({
  bench,
  value: bytes,
  unit: 'bytes',
  n: complaints,
  goal: '≤ 4 MiB over the wire',
  ok: bytes <= wireLimit,
});

export type { Running };
