import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { pino } from 'pino';
import { builtPages } from '../../../electron/host/http/pages.ts';
import { createHttpServer, type HttpServer, PortTakenError } from '../../../electron/host/http/server.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { startTestHost, type TestHost } from '../../fixtures/testHost.ts';

const ports = createSystemPorts();
const log = pino({ level: 'silent' });
const windowKey = ports.random.bytes(32);
let directory: string;
let http: HttpServer;
let running: TestHost;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'loket-http-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Loket</title>');
  writeFileSync(join(directory, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(directory, '..', 'outside-loket.txt'), 'outside');
  running = await startTestHost();
  http = await createHttpServer({ port: 0, pages: builtPages(directory), windowKey, ports, log });
});
afterAll(async () => {
  await http.close();
  await running.end();
  rmSync(directory, { recursive: true });
  rmSync(join(directory, '..', 'outside-loket.txt'));
});

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A raw request, so that Host, Origin and the path go out exactly as given. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: http.port, path, method, headers: { host: `127.0.0.1:${http.port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      );
    })
      .on('error', reject)
      .end();
  });
}

async function cookie(): Promise<string> {
  const url = new URL(http.startUrl('staff'));
  const got = await get(url.pathname + url.search);
  return got.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** `open`, or the HTTP status with which the upgrade was refused. */
function upgrade(headers: Record<string, string>, path = '/rpc?surface=staff'): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}${path}`, { headers });
    onTestFinished(() => socket.terminate());
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

describe('the start URL', () => {
  it('gives a cookie once, and redirects to the same address without the token', async () => {
    const url = new URL(http.startUrl('kiosk'));
    const first = await get(url.pathname + url.search);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/kios');
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/u);
    const second = await get(url.pathname + url.search);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it.each(['', 'x', 'A'.repeat(43), '%00', '../../etc'])('refuses the token %j', async (token) => {
    expect((await get(`/loket?token=${token}`)).status).toBe(401);
  });

  it('forgets the oldest of more than a hundred unused tokens', async () => {
    const [oldest, ...rest] = Array.from({ length: 101 }, () => new URL(http.startUrl('staff')));
    expect((await get(`${oldest?.pathname}${oldest?.search}`)).status).toBe(401);
    expect((await get(`${rest[0]?.pathname}${rest[0]?.search}`)).status).toBe(303);
  });
});

describe('pages', () => {
  it('show nothing of the program without a cookie, and say what to do', async () => {
    const got = await get('/loket');
    expect(got.status).toBe(401);
    expect(got.body).toContain('Jendela ini belum dikenal');
    expect(got.body).not.toContain('csp-nonce');
  });

  it('ask to wait until somebody serves, then the program on every path', async () => {
    const known = await cookie();
    const early = await get('/loket', { cookie: known });
    expect(early.status).toBe(503);
    expect(early.body).toContain('Menyiapkan data');
    http.serve(running.host.router);
    for (const path of ['/', '/loket', '/kios', '/pengaturan/layanan', '/loket?x=1']) {
      const got = await get(path, { cookie: known });
      expect([path, got.status]).toEqual([path, 200]);
      const nonce = /content="([^"]+)"/u.exec(got.body)?.[1];
      expect(got.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(got.headers['content-security-policy']).not.toMatch(/unsafe/u);
    }
  });

  it('never reuse a nonce', async () => {
    const known = await cookie();
    const [a, b] = await Promise.all([get('/', { cookie: known }), get('/', { cookie: known })]);
    expect(a.body).not.toBe(b.body);
  });

  it('serve the renderer’s files and nothing else', async () => {
    const known = await cookie();
    expect((await get('/assets/main.js', { cookie: known })).body).toBe('export {};');
    const hostile = [
      '/../outside-loket.txt',
      '/assets/../../outside-loket.txt',
      '/%2e%2e/outside-loket.txt',
      '/..%2foutside-loket.txt',
      '/assets/%00.js',
      '/nothing.js',
      '/.env',
    ];
    for (const path of hostile) {
      const got = await get(path, { cookie: known });
      expect([path, got.body.includes('outside')]).toEqual([path, false]);
    }
    expect((await get('/nothing.js', { cookie: known })).status).toBe(404);
  });

  it.each(['//', '//evil.example', '///', '//?token=x'])('refuse %j, which is no path, and the program goes on', async (path) => {
    expect((await get(path)).status).toBe(400);
    expect(await upgrade({ origin: `http://127.0.0.1:${http.port}` }, path)).toBe(400);
    expect((await get('/loket', { cookie: await cookie() })).status).not.toBe(400);
  });

  it('refuse a foreign Host, a foreign Origin and every method but GET and HEAD', async () => {
    const known = await cookie();
    expect((await get('/', { cookie: known, host: 'evil.example' })).status).toBe(403);
    expect((await get('/', { cookie: known, host: `evil.example:${http.port}` })).status).toBe(403);
    expect((await get('/', { cookie: known, origin: 'http://evil.example' })).status).toBe(403);
    expect((await get('/', { cookie: known, origin: 'null' })).status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', { cookie: known }, method)).status).toBe(405);
  });

  it.each([
    ['forged', (good: string) => `${good.slice(0, -4)}AAAA`],
    ['of another key', (good: string) => good.replace(/\.[^.]+$/u, '.c2lnbmF0dXJl')],
    ['empty', (good: string) => `${good.split('=')[0]}=`],
    ['a later date', (good: string) => good.replace(/=\d+/u, '=99999999999999')],
  ])('refuse a cookie that is %s', async (_kind, spoil) => {
    expect((await get('/', { cookie: spoil(await cookie()) })).status).toBe(401);
  });
});

describe('the WebSocket', () => {
  const own = () => ({ origin: `http://127.0.0.1:${http.port}` });

  it('opens with cookie, own Origin and a known surface', async () => {
    http.serve(running.host.router);
    expect(await upgrade({ ...own(), cookie: await cookie() })).toBe('open');
  });

  it('stays shut without one of them', async () => {
    http.serve(running.host.router);
    const known = await cookie();
    expect(await upgrade(own())).toBe(403);
    expect(await upgrade({ cookie: known })).toBe(403);
    expect(await upgrade({ cookie: known, origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade({ ...own(), cookie: known, host: 'evil.example' })).toBe(403);
    expect(await upgrade({ ...own(), cookie: known }, '/rpc?surface=admin')).toBe(403);
    expect(await upgrade({ ...own(), cookie: known }, '/rpc')).toBe(403);
    expect(await upgrade({ ...own(), cookie: known }, '/other')).toBe(404);
  });

  it('closes on a frame larger than any message, and the server goes on', async () => {
    http.serve(running.host.router);
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}/rpc?surface=board`, { headers: { ...own(), cookie: await cookie() } });
    await new Promise((resolve) => socket.once('open', resolve));
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.send('x'.repeat(2 * 1024 * 1024));
    await gone;
    expect(await upgrade({ ...own(), cookie: await cookie() })).toBe('open');
  });
});

it('says when the port is taken', async () => {
  await expect(createHttpServer({ port: http.port, pages: builtPages(directory), windowKey, ports, log })).rejects.toThrow(PortTakenError);
});
