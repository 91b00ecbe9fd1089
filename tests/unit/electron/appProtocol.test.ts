import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAppHandler } from '../../../electron/appProtocol.ts';
import { createPapers, type Papers } from '../../../electron/papers.ts';

const secret = 'OUTSIDE THE ROOT';
let base: string;
let papers: Papers;
let handle: (request: Request) => Promise<Response>;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'loket-app-'));
  const root = join(base, 'out', 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__" />');
  writeFileSync(join(root, 'assets', 'main-1.js'), 'export {};');
  writeFileSync(join(root, 'assets', 'font.woff2'), 'font');
  writeFileSync(join(root, 'assets', 'unknown.xyz'), 'bytes');
  writeFileSync(join(root, 'a b é.txt'), 'text');
  for (const name of ['secret.txt', 'station.db', 'out/secret.txt', 'out/main.js']) writeFileSync(join(base, name), secret);
  symlinkSync(join(base, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(base, join(root, 'outside'));
  symlinkSync('../../secret.txt', join(root, 'assets', 'relative.txt'));
  papers = createPapers(() => 'paper-1');
  handle = createAppHandler(root, papers);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => handle({ url, method } as Request);

describe('what is served', () => {
  test.each(['/', '/loket', '/kios', '/papan', '/pengaturan/staf', '/index.html', '/loket/0195f3a1-7c1e-7d3a-9f4e-0c5a1b2c3d4e'])(
    'the deep link %s gives the page with a fresh nonce in it and in its policy',
    async (path) => {
      const [first, second] = [await get(`app://loket${path}`), await get(`app://loket${path}`)];
      const nonceOf = async (response: Response) => /content="([^"]+)"/u.exec(await response.text())?.[1] ?? '';
      const nonces = [await nonceOf(first), await nonceOf(second)];
      expect(nonces[0]).not.toBe(nonces[1]);
      expect(first.headers.get('content-security-policy')).toContain(`'nonce-${nonces[0]}'`);
      expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
    },
  );

  test.each([
    ['/assets/main-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/font.woff2', 'font/woff2'],
    ['/assets/unknown.xyz', 'application/octet-stream'],
    ['/a%20b%20%C3%A9.txt', 'text/plain; charset=utf-8'],
  ])('%s is served as %s with every protecting header', async (path, type) => {
    const response = await get(`app://loket${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|\*/u);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not served', async (method) => {
    expect((await get('app://loket/', method)).status).toBe(405);
  });

  test.each(['app://other/', 'app://loket.attacker/', 'app://loket:80/', 'app://attacker@loket.x/', 'app:///index.html'])(
    '%s is another host and empty',
    async (url) => expect((await get(url)).status).toBe(404),
  );

  test('a paper is served once, from another origin, without script', async () => {
    const url = papers.put('<style>b{color:red}</style><b>A-012</b>');
    expect(url).toBe('app://paper/paper-1');
    const response = await get(url);
    expect(await response.text()).toContain('A-012');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /u);
    expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src|connect-src/u);
    expect((await get(url)).status).toBe(404);
  });

  test('a paper cannot be had from the page’s origin', async () => {
    papers.put('<b>A-013</b>');
    expect(await (await get('app://loket/paper-1')).text()).not.toContain('A-013');
  });
});

/** The ways in which paths have left their root in other programs, mixed with honest parts. */
const piece = fc.oneof(
  fc.constantFrom('..', '.', '...', '%2e%2e', '%2E%2E', '.%2e', '%252e%252e', '%c0%ae%c0%ae', '%uff0e', '..;', '..\u0000'),
  fc.constantFrom('/', '//', '\\', '%2f', '%5c', '%252f', '%c0%af', ':', '%00', '\u0000', '%0a', '?', '#', '%', '%zz'),
  fc.constantFrom('secret.txt', 'station.db', 'out', 'main.js', 'link.txt', 'outside', 'assets', 'relative.txt', 'index.html', 'renderer'),
  fc.constantFrom('etc', 'passwd', 'C:', 'C%3a', '~', 'proc', 'self', 'environ', '??', 'UNC', 'server', 'c$', 'CON', 'app.asar', 'file:'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const lead = fc.constantFrom('', '/', '//', '\\\\', '/assets/', '/outside/', '/%2e%2e/', '/..%5c', '///server/share/', '/link.txt/');

test('RELIABILITY 5: of 10,000 fuzzed paths none leads outside the root', { timeout: 120_000 }, async () => {
  let served = 0;
  await fc.assert(
    fc.asyncProperty(lead, fc.array(piece, { maxLength: 9 }), async (start, parts) => {
      const response = await get(`app://loket${start}${parts.join('')}`);
      const body = await response.text();
      served += 1;
      expect(body).not.toContain(secret);
      expect(body).not.toContain('root:');
      expect([200, 400, 404]).toContain(response.status);
    }),
    { numRuns: 10_000 },
  );
  expect(served).toBeGreaterThanOrEqual(10_000);
});

test.each(['/link.txt', '/outside/secret.txt', '/outside/station.db', '/assets/relative.txt'])(
  'the symbolic link %s is not followed',
  async (path) => {
    const response = await get(`app://loket${path}`);
    expect(response.status).toBe(404);
  },
);
