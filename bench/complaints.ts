import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type ComplaintContent, contentOf, searchableText } from '../electron/host/complaints/content.ts';
import { demoPin, seedDemoOffice } from '../electron/host/demo.ts';
import { seedDemoComplaints } from '../electron/host/demoComplaints.ts';
import { createFileKeyStore } from '../electron/host/keyStore.ts';
import { createSystemPorts } from '../electron/host/ports.ts';
import { memoryTransportPair } from '../electron/host/rpc/transports.ts';
import { type Host, startHost } from '../electron/host/startHost.ts';
import { emptyForm } from '../shared/domain/complaints/form.ts';
import type { Input } from '../shared/rpc/contract.ts';
import { noFilters } from '../shared/rpc/methods/complaints.ts';
import { type BenchLine, percentile, round, timed } from './measure.ts';
import { clientOn } from './windows.ts';

const held = 100_000;
const measured = 300;
const page = 50;
const warmUp = 30;
const listGoal = 4;
const searchGoal = 5;
const memoryGoal = 250;
const turnMs = 30;
const longestTurnMs = 100;

const dayMs = 24 * 3600 * 1000;
/** Every text holds some of these, a rare one now and then, and its own number. */
const vocabulary =
  'petugas loket antrean blanko habis membentak menunggu berkas hilang syarat berbeda papan sistem lambat jaringan mati kursi roda parkir pungutan surat domisili akta salah tulis nama alamat kartu keluarga pindah datang jadwal tutup jam istirahat telepon tidak dijawab dijanjikan minggu bulan ibu bapak anak lansia'.split(
    ' ',
  );

type Query = Input<'complaint.list'>;

/** The work list and the search for words with 100,000 complaints in one office, as a window asks for them. */
export default async function complaints(): Promise<readonly BenchLine[]> {
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  const ports = createSystemPorts();
  const keyStore = createFileKeyStore(join(directory, 'keys'), ports.random);
  const host = await startHost({ dataDir: directory, keyStore, ports, log: pino({ level: 'silent' }) });
  await seedDemoOffice(host);
  await seedDemoComplaints(host);
  const ids = multiply(host);
  const ask = await window(host);
  const lines = [await list(host, ask), ...(await search(host, ask, ids))];
  host.close();
  rmSync(directory, { recursive: true });
  return lines;
}

/** Copies the demo's rows under new ids until there are as many, each with words of its own in the vault. @returns the new ids. */
function multiply({ services: { db, vault, ports } }: Host): readonly string[] {
  const columns = db
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('complaint')")
    .all()
    .map(({ name }) => name);
  const own: Readonly<Record<string, string>> = {
    complaint_id: '@id',
    number: '@number',
    number_reversed: '@number',
    received_at: 'received_at - @ago',
    due_at: 'due_at - @ago',
    person_id: 'NULL',
    // Everybody was told of them long ago: the watch over deadlines has nothing to do and does not disturb the figures.
    folded: `json_set(folded, '$.watch', json('{"deadline":"answer","level":"head","acknowledged":true}'))`,
    closes_at: 'NULL',
  };
  const copy = db.prepare(
    `INSERT INTO complaint (${columns.join(', ')}) SELECT ${columns.map((name) => own[name] ?? name).join(', ')} FROM complaint WHERE complaint_id = @source`,
  );
  const sources = db
    .prepare<[], { id: string }>('SELECT complaint_id AS id FROM complaint')
    .all()
    .map(({ id }) => id);
  const ids: string[] = [];
  for (const each of [db, vault.db]) each.pragma('synchronous = OFF');
  vault.db.exec('BEGIN');
  db.transaction(() => {
    for (let n = sources.length; n < held; n += 1) {
      const id = ports.random.uuid();
      copy.run({ id, number: `P-2020-${String(n).padStart(6, '0')}`, ago: (n % 2000) * dayMs, source: sources[n % sources.length] ?? '' });
      ids.push(id);
      vault.putNote(id, JSON.stringify(contentFor(id, ids.length)));
    }
  })();
  vault.db.exec('COMMIT');
  for (const each of [db, vault.db]) {
    each.pragma('synchronous = FULL');
    // Now and not while it is measured: the host would do it as soon as it has time.
    each.pragma('wal_checkpoint(TRUNCATE)');
  }
  return ids;
}

function contentFor(id: string, n: number): ComplaintContent {
  const word = (at: number) => vocabulary[(n * 7 + at * 13 + (n >> 3)) % vocabulary.length] ?? '';
  const chronology = [`nomor${n}`, ...Array.from({ length: 40 }, (_, at) => word(at)), ...(n % 5000 === 0 ? ['kasuari'] : [])].join(' ');
  const form = emptyForm(id);
  return contentOf(
    {
      ...form,
      listen: { ...form.listen, chronology },
      description: { ...form.description, title: `${word(1)} ${word(2)} ${n}` },
    },
    '',
  );
}

type Ask = (query: Query) => Promise<{ readonly matches: number; readonly indexed: number }>;

async function window(host: Host): Promise<Ask> {
  const [near, far] = memoryTransportPair();
  host.router.serve(far, 'staff');
  const client = clientOn(near);
  const staffId = host.engine.states.office.staff.find(({ roles }) => roles.includes('pengawas'))?.id ?? '';
  await client.command('access.logIn', { staffId, secret: demoPin });
  return async (query) => {
    const reply = await client.query('complaint.list', query);
    if (reply.kind !== 'done') throw new Error(JSON.stringify(reply));
    return reply.output;
  };
}

interface Page {
  readonly filters: Partial<Query['filters']>;
  readonly sort: Query['sort'];
  /** The same without a host: conditions, those of the counts without the stage, order. */
  readonly where: string;
  readonly counted?: string;
  readonly order: string;
}
const pages: readonly Page[] = [
  { filters: {}, sort: 'due', where: '1', order: 'due_at, received_at' },
  { filters: {}, sort: 'newest', where: '1', order: 'received_at DESC' },
  { filters: { priorities: ['urgent'] }, sort: 'due', where: "priority = 'urgent'", order: 'due_at, received_at' },
  { filters: { stages: ['received'] }, sort: 'oldest', where: "stage = 'received'", counted: '1', order: 'received_at' },
  { filters: { types: ['ethics'] }, sort: 'priority', where: "type = 'ethics'", order: 'priority_rank, due_at, received_at' },
  { filters: { due: 'escalated' }, sort: 'due', where: "escalation IN ('supervisor', 'head')", order: 'due_at, received_at' },
];

/** Pages with different filters, against reading the same rows and counts and opening their words without a host. */
async function list({ services: { db, vault } }: Host, ask: Ask): Promise<BenchLine> {
  const open = (condition: string, order: string) =>
    db.prepare<[number], { complaint_id: string; folded: string }>(
      `SELECT * FROM complaint WHERE ${condition} ORDER BY ${order} LIMIT ${page} OFFSET ?`,
    );
  const bare = pages.map(({ where, counted = where, order }) => ({
    counts: db.prepare(`SELECT stage, count(*) FROM complaint WHERE ${counted} GROUP BY stage`),
    rows: open(where, order),
  }));
  const samples: number[] = [];
  const floor: number[] = [];
  for (let n = -warmUp; n < measured; n += 1) {
    const at = (n + warmUp) % pages.length;
    const [each, without] = [pages[at], bare[at]];
    if (each === undefined || without === undefined) throw new Error('no page');
    const offset = (n & 7) * page;
    const taken = await timedAsync(() => ask({ filters: { ...noFilters, ...each.filters }, sort: each.sort, offset, limit: page }));
    const least = timed(() => {
      without.counts.all();
      for (const { complaint_id, folded } of without.rows.all(offset)) JSON.parse(vault.note(complaint_id) ?? folded);
    });
    if (n < 0) continue;
    samples.push(taken);
    floor.push(least);
  }
  return compared('complaints.list', samples, floor, listGoal);
}

async function search({ services: { db, vault } }: Host, ask: Ask, ids: readonly string[]): Promise<readonly BenchLine[]> {
  const searching = (text: string): Query => ({ filters: { ...noFilters, text }, sort: 'due', offset: 0, limit: page });
  const before = megabytes();
  const turns = watchTurns();
  const started = performance.now();
  for (let answer = await ask(searching('kasuari')); answer.indexed < 1;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await ask(searching('kasuari'));
  }
  const built = performance.now() - started;
  const { longest, most } = turns.end();
  const grown = megabytes() - before;

  const bare = bareIndex(ids);
  const row = db.prepare<[string], { complaint_id: string; folded: string }>('SELECT * FROM complaint WHERE complaint_id = ?');
  const without = (text: string) => {
    for (const id of bare.match(text).slice(0, page)) JSON.parse(vault.note(row.get(id)?.complaint_id ?? '') ?? '{}');
  };
  const samples: number[] = [];
  const floor: number[] = [];
  for (let n = -warmUp; n < measured; n += 1) {
    const text = n % 2 === 0 ? `nomor${((n + warmUp) * 331) % held}` : 'kasuari';
    const taken = await timedAsync(() => ask(searching(text)));
    const least = timed(() => without(text));
    if (n < 0) continue;
    samples.push(taken);
    floor.push(least);
  }
  const common: number[] = [];
  const commonFloor: number[] = [];
  for (const word of [...vocabulary.slice(0, 20), 'p', 'b', 'se']) {
    common.push(await timedAsync(() => ask(searching(word))));
    commonFloor.push(timed(() => without(word)));
  }
  bare.close();
  return [
    compared('complaints.search', samples, floor, searchGoal),
    compared('complaints.searchCommon', common, commonFloor, searchGoal),
    {
      bench: 'complaints.searchIndex',
      value: round(built),
      unit: `ms to build; 99.9 % of the turns ≤ ${Math.round(most)} ms, the longest ${Math.round(longest)} ms`,
      n: held,
      goal: `99.9 % of the turns ≤ ${turnMs} ms, none > ${longestTurnMs} ms`,
      ok: most <= turnMs && longest <= longestTurnMs,
    },
    {
      bench: 'complaints.searchMemory',
      value: Math.round(grown),
      unit: 'MB more than before',
      n: held,
      goal: `≤ ${memoryGoal} MB`,
      ok: grown <= memoryGoal,
    },
  ];
}

/** FTS5 by itself with the same words. */
function bareIndex(ids: readonly string[]): { match(text: string): readonly string[]; close(): void } {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2')");
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  db.transaction(() => {
    for (const [at, id] of ids.entries()) insert.run(at + 1, searchableText(contentFor(id, at + 1)));
  })();
  const match = db.prepare<[string], { row: number }>('SELECT rowid AS row FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20000');
  return {
    match: (text) => match.all(`"${text}"*`).map(({ row }) => ids[row - 1] ?? ''),
    close: () => void db.close(),
  };
}

function compared(bench: string, samples: readonly number[], floor: readonly number[], goal: number): BenchLine {
  const [p50, p99, floorP50, floorP99] = [
    percentile(samples, 0.5),
    percentile(samples, 0.99),
    percentile(floor, 0.5),
    percentile(floor, 0.99),
  ];
  return {
    bench,
    p50_ms: round(p50),
    p95_ms: round(percentile(samples, 0.95)),
    p99_ms: round(p99),
    floor_p50_ms: round(floorP50),
    floor_p99_ms: round(floorP99),
    ratio: round(p99 / floorP99),
    n: samples.length,
    goal: `p99 ≤ ${goal}× floor p99`,
    ok: p99 <= goal * floorP99,
  };
}

async function timedAsync(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

const megabytes = () => process.memoryUsage.rss() / 1024 / 1024;

/** How long each turn of the event loop took: the longest, and what all but a thousandth stay below. */
function watchTurns(): { end(): { readonly longest: number; readonly most: number } } {
  const turns: number[] = [];
  let last = performance.now();
  let running = true;
  const turn = () => {
    const now = performance.now();
    turns.push(now - last);
    last = now;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end() {
      running = false;
      return { longest: percentile(turns, 1), most: percentile(turns, 0.999) };
    },
  };
}
