/** The floor's client: durable SQLite on both sides of the wire, batches as large as the program's, and nothing that the program is for. */
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import Database from 'better-sqlite3';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const batchSize = 1000;

/** A row as the floor stores it: the same event, in columns where an event has columns. */
export interface FloorRow {
  readonly id: string;
  readonly origin: string;
  readonly at: number;
  readonly type: string;
  /** JSON */
  readonly body: string;
}

function open(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE IF NOT EXISTS row (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, origin TEXT, at INTEGER, type TEXT, body TEXT NOT NULL); CREATE TABLE IF NOT EXISTS sent (seq INTEGER)',
  );
  return db;
}

/** A database with rows that wait to be sent. */
export function floorStore(file: string, rows: readonly FloorRow[]) {
  const db = open(file);
  const insert = db.prepare('INSERT INTO row (id, origin, at, type, body) VALUES (@id, @origin, @at, @type, @body)');
  db.transaction(() => rows.forEach((row) => insert.run(row)))();
  return db;
}

/** Reads, sends, and notes durably what was acknowledged. @returns ms */
export async function floorPush(db: Database.Database, url: string): Promise<number> {
  const select = db.prepare<[number, number], FloorRow & { readonly seq: number }>('SELECT * FROM row WHERE seq > ? ORDER BY seq LIMIT ?');
  const note = db.prepare('INSERT INTO sent VALUES (?)');
  const started = performance.now();
  for (let after = 0; ;) {
    const rows = select.all(after, batchSize);
    const last = rows.at(-1);
    if (last === undefined) break;
    const body = await compress(
      Buffer.from(JSON.stringify(rows.map(({ id, origin, at, type, body: text }) => [id, origin, at, type, text]))),
    );
    const response = await fetch(`${url}/rows`, { method: 'POST', body });
    if (!response.ok) throw new Error(`the floor answered ${response.status}`);
    await response.arrayBuffer();
    note.run(last.seq);
    after = last.seq;
  }
  return performance.now() - started;
}

/** Takes everything into an empty durable database. @returns ms */
export async function floorPull(file: string, url: string, count: number): Promise<number> {
  const db = open(file);
  const insert = db.prepare('INSERT INTO row (seq, id, body) VALUES (?, ?, ?)');
  const store = db.transaction((rows: readonly [number, string, string][]) => rows.forEach((row) => insert.run(...row)));
  const started = performance.now();
  for (let after = 0, have = 0; have < count;) {
    const rows = await floorPage(url, after);
    store.immediate(rows);
    after = rows.at(-1)?.[0] ?? after;
    have += rows.length;
  }
  const took = performance.now() - started;
  db.close();
  return took;
}

export async function floorPage(url: string, after: number): Promise<[number, string, string][]> {
  const response = await fetch(`${url}/rows?after=${after}`);
  return JSON.parse((await decompress(Buffer.from(await response.arrayBuffer()))).toString('utf8')) as [number, string, string][];
}
