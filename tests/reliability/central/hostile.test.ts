/** Bodies that are too large, swell, trickle or never come: refused or dropped, while everybody else is answered. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { batchType, maxBatchBytes, syncPath } from '../../../shared/sync/protocol.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { sendSigned, signatureOf } from '../../fixtures/signedRequest.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let office: WrittenOffice;
beforeAll(async () => {
  central = await startCentral({
    log: createLog({ level: 'silent' }),
    limits: { headersMs: 1000, silenceMs: 60_000, bodies: { graceMs: 1000, bytesPerSecond: 512, checkEveryMs: 100 } },
  });
  office = await writtenOffice(central, await central.newOffice('bandel'));
});
afterAll(() => central.stop());

const by = () => ({ officeId: office.officeId, keyId: office.identity.keyId, key: office.identity.signingKey });
const post = (body: Uint8Array, more: object = {}) =>
  sendSigned(central.url, { ...by(), method: 'POST', path: `${syncPath}/events`, body, headers: { 'content-type': batchType }, ...more });
const address = () => ({ host: '127.0.0.1', port: Number(new URL(central.url).port) });

/** Sends bytes as they are and waits for the other end to close. @returns what it said, and how long it took, ms. */
async function spoken(text: string, trickle?: string): Promise<{ readonly said: string; readonly ms: number }> {
  const socket = connect(address());
  const began = performance.now();
  let said = '';
  socket.on('data', (data) => void (said += data.toString('latin1')));
  // How it ends is what is looked at: a reset is an end.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  socket.write(text);
  const timer = trickle === undefined ? undefined : setInterval(() => socket.write(trickle), 100);
  await closed;
  clearInterval(timer);
  return { said, ms: performance.now() - began };
}
const requestLines = (length: number, more = '') =>
  `POST ${syncPath}/events HTTP/1.1\r\nhost: loket\r\ncontent-type: ${batchType}\r\ncontent-length: ${length}\r\n${more}\r\n`;
const signedLines = () => {
  const signature = signatureOf({ ...by(), method: 'POST', path: `${syncPath}/events` });
  return `authorization: ${signature}\r\nloket-office: ${office.officeId}\r\n`;
};

test('zstd of a gigabyte of zeros costs neither the memory nor the time of one', async () => {
  const bomb = zstdCompressSync(Buffer.alloc(1024 ** 3));
  expect(bomb.length).toBeLessThan(200_000);
  const before = process.memoryUsage.rss();
  const began = performance.now();
  for (let n = 0; n < 3; n += 1) expect(await post(bomb)).toMatchObject({ status: 400, refusal: 'badRequest' });
  expect(performance.now() - began).toBeLessThan(5000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 ** 2);
});

test('a batch of nothing but lines is read no further than a batch may be long', async () => {
  const header = JSON.stringify({
    format: 1,
    count: 0,
    origins: [],
    texts: [],
    pins: [],
    erased: [],
    office: null,
    now: null,
    position: null,
  });
  const lines = zstdCompressSync(Buffer.concat([Buffer.from(header), Buffer.alloc(maxBatchBytes - 1000, '\n')]));
  const began = performance.now();
  expect(await post(lines)).toMatchObject({ status: 400, refusal: 'badRequest' });
  expect(performance.now() - began).toBeLessThan(3000);
});

test('what is longer than a batch may be is refused by its length, before it comes', async () => {
  const { said } = await spoken(requestLines(maxBatchBytes + 1, `${signedLines()}connection: close\r\n`));
  expect(said).toMatch(/^HTTP\/1\.1 413 /u);
  expect(said).toContain('"refusal":"tooLarge"');
  // A length that lies is cut where it ends.
  const { said: chunked } = await spoken(
    `POST /nothing HTTP/1.1\r\nhost: loket\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n`,
  );
  expect(chunked).toMatch(/^HTTP\/1\.1 400 /u);
});

test('the body of a stranger is not even waited for', async () => {
  const { said } = await spoken(requestLines(maxBatchBytes, 'connection: close\r\n'));
  expect(said).toMatch(/^HTTP\/1\.1 401 /u);
});

test('random bytes, bad UTF-8 and half a batch are refused', async () => {
  const whole = zstdCompressSync(randomBytes(2000));
  for (const body of [
    randomBytes(500),
    whole.subarray(0, 900),
    zstdCompressSync(Buffer.from([0xff, 0xfe, 0x0a, 0xc3, 0x28])),
    Buffer.alloc(0),
  ])
    expect(await post(body)).toMatchObject({ status: 400, refusal: 'badRequest' });
  const json = Buffer.concat([Buffer.from('{"code":"'), Buffer.from([0xc3, 0x28, 0x00]), Buffer.from('"}')]);
  expect(await post(json, { path: `${syncPath}/enrol` })).toMatchObject({ status: 400, refusal: 'badRequest' });
  const nul = Buffer.from(
    JSON.stringify({ code: 'k\u0000x.7K2M9-QXZ34-7K2M9-QXZ34', signingKey: 'A'.repeat(43), sealingKey: 'A'.repeat(43) }),
  );
  expect(await post(nul, { path: `${syncPath}/enrol` })).toMatchObject({ status: 403, refusal: 'codeUnknown' });
});

test('a batch that cannot be read, behind one that takes long, ends nothing but itself', async () => {
  const events = Array.from({ length: 3000 }, (_, n) => office.write('queue/2026-11-28', 'ticketCalled.v1', { n }));
  const slow = post(await encodeBatch(events));
  const bad = await Promise.all(Array.from({ length: 5 }, () => post(Buffer.from('no batch'))));
  expect(bad.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  expect((await slow).status).toBe(200);
});

test('slow loris: headers that do not end and bodies that trickle are dropped, and the others are answered meanwhile', async () => {
  const headers = Array.from({ length: 30 }, () => spoken('GET /health HTTP/1.1\r\nhost: loket\r\n', 'x'));
  const bodies = Array.from({ length: 30 }, () => spoken(requestLines(1_000_000, signedLines()), 'y'));
  const silent = Array.from({ length: 5 }, () => spoken(''));
  const answered: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    const began = performance.now();
    expect((await fetch(`${central.url}/ready`)).status).toBe(200);
    answered.push(performance.now() - began);
  }
  const dropped = await Promise.all([...headers, ...bodies, ...silent]);
  expect(Math.max(...answered)).toBeLessThan(1000);
  expect(Math.max(...dropped.map(({ ms }) => ms))).toBeLessThan(5000);
  expect((await fetch(`${central.url}/health`)).status).toBe(200);
});

test('a slow uplink that is still faster than that is waited for', async () => {
  const batch = Buffer.concat([zstdCompressSync(Buffer.from('no batch')), Buffer.alloc(3000)]);
  const signature = signatureOf({ ...by(), method: 'POST', path: `${syncPath}/events`, body: batch });
  const socket = connect(address());
  await once(socket, 'connect');
  socket.write(requestLines(batch.length, `authorization: ${signature}\r\nloket-office: ${office.officeId}\r\n`));
  const answer = once(socket, 'data') as Promise<[Buffer]>;
  // 1,500 bytes a second, for two seconds: twice as long as a body may be silent.
  for (let sent = 0; sent < batch.length; sent += 150) {
    socket.write(batch.subarray(sent, sent + 150));
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  expect((await answer)[0].toString('latin1')).toMatch(/^HTTP\/1\.1 400 /u);
  socket.destroy();
});
