/**
 * Anything at all, sent to every route that there is: never an answer of 500 or above, never a word of how the server is
 * built, always in time. And events that say anything at all: whatever is in them, what comes behind them is taken.
 * LOKET_FUZZ sets how many requests each route gets (default 25).
 */
import fc from 'fast-check';
import { Agent, request } from 'node:http';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { type RegisteredRoute, routesOf } from '../../../server/plugins/registeredRoutes.ts';
import { batchType, syncPath } from '../../../shared/sync/protocol.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { signatureOf } from '../../fixtures/signedRequest.ts';
import { type WrittenEvent, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const runs = Number(process.env['LOKET_FUZZ'] ?? 25);
let central: Central;
let office: WrittenOffice;
beforeAll(async () => {
  central = await startCentral({ log: createLog({ level: 'silent' }) });
  office = await writtenOffice(central, await central.newOffice('sasaran'));
  await office.complaint();
});
afterAll(() => central.stop());

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    '%00',
    '..',
    '../../etc/passwd',
    "' OR 1=1 --",
    '<script>',
    '\ud800',
    '9'.repeat(400),
    'NaN',
    '-1',
    '1e309',
    '__proto__',
  ),
  fc.uuid(),
  fc.constantFrom('sasaran', 'kota-uji', 'P-2026-000001'),
);
/** Never a number that a route would wait for. */
const query = fc.array(
  fc.tuple(
    fc.oneof(
      fc.constantFrom('wait', 'after', 'limit', 'id', 'q', 'lang', 'page', 'service_request_id', 'jurisdiction_id'),
      fc.string({ maxLength: 8 }),
    ),
    nasty.filter((text) => !/^\d/u.test(text)),
  ),
  { maxLength: 4 },
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.json({ maxDepth: 6 }).map((text) => Buffer.from(text)),
  fc.constantFrom('{"__proto__":{"a":1}}', '{"a":', 'null', '['.repeat(50_000), '\ufeff{}').map((text) => Buffer.from(text)),
  fc
    .array(fc.tuple(fc.constantFrom('code', 'pin', 'email', 'password', 'number', 'text', 'score', '__proto__'), nasty), { maxLength: 6 })
    .map((pairs) =>
      Buffer.from(pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`).join('&')),
    ),
);
const type = fc.constantFrom(
  ...[
    'application/json',
    'application/x-www-form-urlencoded',
    batchType,
    'text/xml',
    'multipart/form-data; boundary=x',
    'application/offset+octet-stream',
    '',
    ';;',
  ],
);
const header = fc.tuple(
  fc.constantFrom(
    'cookie',
    'accept',
    'accept-language',
    'x-forwarded-for',
    'origin',
    'upload-offset',
    'upload-length',
    'upload-metadata',
    'tus-resumable',
  ),
  // What a header may hold at all.
  fc.oneof(
    fc.stringMatching(/^[\x20-\x7e\xa0-\xff]{0,60}$/u),
    fc.constantFrom('-1', '1.0.0', '12', 'null', 'x=y; x=y', 'attachmentId AA=='),
  ),
);
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

interface Sent {
  readonly method: string;
  /** As it stands on the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

const send = ({ method, target, headers, body: bytes }: Sent) =>
  new Promise<{ readonly status: number; readonly text: string; readonly ms: number }>((resolve, reject) => {
    const began = performance.now();
    const sent = request(central.url, { method, path: target, agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('latin1'), ms: performance.now() - began }),
      );
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      // A refused body leaves the connection closed while it is still being sent.
      error.code === 'ECONNRESET' || error.code === 'EPIPE'
        ? resolve({ status: 400, text: '', ms: performance.now() - began })
        : reject(error),
    );
    sent.end(bytes ?? undefined);
  });

/** Words that only the inside of the server knows. */
const inside = /node_modules|node:internal|\.ts:\d+|at async |SQLSTATE|PostgresError|syntax error at|violates |ZodError/u;

function wrongWith({ status, text, ms }: Awaited<ReturnType<typeof send>>): string | null {
  if (status >= 500) return `HTTP ${status}: ${text.slice(0, 300)}`;
  if (inside.test(text)) return `it tells: ${text.slice(0, 300)}`;
  return ms > 5000 ? `it took ${Math.round(ms)} ms` : null;
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
const targetOf = ({ path }: RegisteredRoute, values: readonly string[], pairs: readonly (readonly [string, string])[]) => {
  let n = 0;
  const filled = path.replaceAll(/:\w+|\*/gu, () => encoded(values[n++] ?? 'x'));
  const asked = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
  return asked === '' ? filled : `${filled}?${asked}`;
};

test('every route, by a stranger and by an office that signs', async () => {
  const routes = routesOf(central.server.app).filter(({ path }) => path !== '/metrics');
  expect(routes.length).toBeGreaterThan(8);
  const values = fc.array(
    nasty.filter((text) => text !== ''),
    { minLength: 3, maxLength: 3 },
  );
  for (const route of routes)
    await fc.assert(
      fc.asyncProperty(
        values,
        query,
        body,
        type,
        fc.array(header, { maxLength: 4 }),
        fc.boolean(),
        async (parts, pairs, bytes, contentType, more, signs) => {
          const target = targetOf(route, parts, pairs);
          const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(route.method);
          const signature = signatureOf({
            ...{ officeId: office.officeId, keyId: office.identity.keyId, key: office.identity.signingKey },
            ...{ method: route.method, path: target, ...(hasBody ? { body: bytes } : {}) },
          });
          const wrong = wrongWith(
            await send({
              method: route.method,
              target,
              headers: {
                ...Object.fromEntries(more),
                ...(signs ? { authorization: signature, 'loket-office': office.officeId } : {}),
                ...(hasBody ? { 'content-type': contentType } : {}),
              },
              body: hasBody ? bytes : null,
            }),
          );
          if (wrong !== null) throw new Error(`${route.method} ${target}: ${wrong}`);
        },
      ),
      { numRuns: runs },
    );
});

test('paths and methods that are none', async () => {
  const targets = [
    '/%',
    '/%ff',
    '/%00',
    '//',
    '/..%2f..%2fetc/passwd',
    '/assets/../cli.ts',
    `/${'a'.repeat(9000)}`,
    '/?%=%',
    '*',
    '/sync/v1/',
    '/k/%c3%28',
  ];
  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])
    for (const target of targets) {
      const answer = await send({ method, target, headers: { 'content-length': '0' }, body: null });
      expect([method, target, wrongWith(answer)]).toEqual([method, target, null]);
    }
});

/** What one event may say, beside what the program writes: types that exist with data that do not fit, and texts that are none. */
const eventText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom('\0', 'a\0b', '\ud800x', 'complaint/\0', `complaint/${v7()}`, 'document/x', '\u202e', '😀'),
);
const knownType = fc.constantFrom(
  ...[
    'complaintReceived.v1',
    'complaintVerified.v1',
    'complaintAssigned.v1',
    'complaintAnswered.v1',
    'complaintClosed.v1',
    'complaintMerged.v1',
  ],
  ...['documentReceived.v1', 'documentReady.v1', 'orderDecided.v1', 'serviceRated.v1', 'personErased.v1', 'complaintReclassified.v1'],
);
const oddValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'a\0b',
    '\ud800',
    -1,
    2 ** 53,
    1e300,
    '2026-02-30',
    '0000-01-01',
    [],
    {},
    'x'.repeat(5000),
    [[[]]],
    true,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
const received = { complaintId: v7(), number: 'P-1', channel: 'counter', class: 'ordinary', type: null, categoryId: null, unitId: null };
const more = { serviceId: null, priority: 'low', personId: null, anonymous: false, confidential: false, reportDueAt: 1 };
const deadlines = { firstResponse: 1, verify: 2, answer: 3, ceiling: 4 };
const document = {
  documentId: v7(),
  personId: v7(),
  number: 'D-1',
  serviceId: v7(),
  serviceTitle: { id: 'a', en: 'b' },
  readyOn: '2026-12-01',
};
const fields = {
  ...received,
  ...more,
  deadlines,
  ...document,
  orderId: v7(),
  outcome: 'done',
  subjectId: v7(),
  score: 3,
  skm: null,
  noteIds: [],
};
const dataText = fc.oneof(
  fc.constantFrom(
    '',
    'no JSON',
    '{"a":"\\u0000"}',
    '{"a":"\\ud800"}',
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    '1e999',
    '{"a":1,"a":2}',
  ),
  fc.json({ maxDepth: 4 }).map((text) => text.replaceAll('\n', ' ')),
  // Everything as it should be, but for two fields.
  fc
    .array(fc.tuple(fc.constantFrom(...Object.keys(fields)), oddValue), { minLength: 0, maxLength: 2 })
    .map((changes) => JSON.stringify({ ...fields, complaintId: v7(), documentId: v7(), ...Object.fromEntries(changes) })),
);
const event = fc.record({
  stream: fc.oneof(fc.constantFrom(`complaint/${received.complaintId}`, 'central/orders', 'documents'), eventText),
  type: fc.oneof({ weight: 4, arbitrary: knownType }, { weight: 1, arbitrary: eventText }),
  data: dataText,
});

test('events that say anything at all are taken, and so is what comes behind them', async () => {
  let sequence = 100;
  const all = new Map<string, WrittenEvent>();
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (events) => {
      const written = events.map(({ stream, type: kind, data }) => office.write(stream, kind, data));
      for (const one of written) all.set(one.id, one);
      sequence += 1;
      const { number } = await office.complaint({ number: `P-BAIK-${sequence}` });
      const { heads } = await office.client.heads();
      expect(heads.find(({ origin }) => origin === office.origin)?.originSeq).toBe((written.at(-1)?.originSeq ?? 0) + 1);
      await asOwner(central.database.url, async (client) => {
        const { rowCount } = await client.query('SELECT 1 FROM complaint WHERE office_id = $1 AND number = $2', [office.officeId, number]);
        expect(rowCount).toBe(1);
      });
    }),
    { numRuns: runs * 4 },
  );
  // What is stored is, to the letter, what the hash covers.
  const columnsOf = ({ stream, type: kind, data }: Pick<WrittenEvent, 'stream' | 'type' | 'data'>) => [stream, kind, data];
  const { events } = await office.client.pull(0, 5000, 0);
  const known = events.filter(({ id }) => all.has(id));
  expect(known.length).toBeGreaterThan(runs);
  for (const one of known) expect(columnsOf(one)).toEqual(columnsOf(all.get(one.id) ?? one));
});

test('batches that were changed on their way are refused, or taken for what they are', async () => {
  const whole = await encodeBatch([office.write('queue/2026-11-28', 'ticketCalled.v1', { n: 1 })]);
  await office.push();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      const by = { officeId: office.officeId, keyId: office.identity.keyId, key: office.identity.signingKey };
      const target = `${syncPath}/events`;
      const authorization = signatureOf({ ...by, method: 'POST', path: target, body: bytes });
      const headers = { authorization, 'loket-office': office.officeId, 'content-type': batchType };
      expect(wrongWith(await send({ method: 'POST', target, headers, body: bytes }))).toBeNull();
    }),
    { numRuns: runs },
  );
});
