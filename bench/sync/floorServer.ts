/**
 * The floor's server, a process of its own: zstd over HTTP, one multi-row insert per batch, nothing else. What it stores it gives
 * back in batches of the same kind, and tells whoever waits when there is more.
 */
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { Pool } from 'pg';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const pool = new Pool({ connectionString: process.argv[2], max: 4 });
await pool.query(
  'CREATE TABLE IF NOT EXISTS floor_row (n bigserial PRIMARY KEY, id uuid NOT NULL UNIQUE, origin uuid NOT NULL, at bigint NOT NULL, type text NOT NULL, body json NOT NULL)',
);
let wake = () => {};
let news = new Promise<void>((resolve) => (wake = resolve));

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    answer(request.method ?? 'GET', request.url ?? '/', Buffer.concat(parts)).then(
      (body) => response.end(body),
      (error: unknown) => {
        console.error(error);
        response.statusCode = 500;
        response.end();
      },
    );
  });
});

async function answer(method: string, url: string, body: Buffer): Promise<Buffer> {
  if (url === '/empty') {
    await pool.query('TRUNCATE floor_row RESTART IDENTITY');
    return Buffer.alloc(0);
  }
  if (method === 'POST') {
    const rows = JSON.parse((await decompress(body)).toString('utf8')) as (string | number)[][];
    const values = rows.map((_, row) => `($${5 * row + 1}, $${5 * row + 2}, $${5 * row + 3}, $${5 * row + 4}, $${5 * row + 5})`);
    await pool.query(`INSERT INTO floor_row (id, origin, at, type, body) VALUES ${values.join(', ')}`, rows.flat());
    const waking = wake;
    news = new Promise((resolve) => (wake = resolve));
    waking();
    return Buffer.from('ok');
  }
  const after = Number(new URL(url, 'http://floor').searchParams.get('after'));
  const read = () =>
    pool.query<{ n: string; id: string; body: string }>(
      'SELECT n, id, body::text AS body FROM floor_row WHERE n > $1 ORDER BY n LIMIT 2000',
      [after],
    );
  const next = news;
  let { rows } = await read();
  if (rows.length === 0) {
    await next;
    ({ rows } = await read());
  }
  return compress(Buffer.from(JSON.stringify(rows.map(({ n, id, body: text }) => [Number(n), id, text]))));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 }));
});
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
