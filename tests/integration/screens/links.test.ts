/** Links: opening one, what it opens and what not, and its end. Over real sockets, as a browser or a stranger would. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { createLog } from '../../../electron/host/log.ts';
import { linkEndedCode, type LinkSurface, linkSurfaces } from '../../../shared/rpc/linkMethods.ts';
import { staffIdOf, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import {
  cardAt,
  fakeRenderer,
  get,
  homeOf,
  linkWindow,
  listening,
  makeLink,
  opened,
  type OpenedLink,
  openSocket,
  portsWithCards,
} from '../../fixtures/screens.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';

let rendererDirectory: string;
let office: TestHost;
let admin: TestWindow;
let origin: string;
let skip: (ms: number) => void;
let links: Record<LinkSurface, OpenedLink>;

beforeAll(async () => {
  rendererDirectory = fakeRenderer();
  const { ports, skip: skipMs } = portsWithCards(cardAt('127.0.0.5'));
  skip = skipMs;
  const dataDir = mkdtempSync(join(tmpdir(), 'loket-links-'));
  const log = createLog({ file: join(dataDir, 'logs', 'loket.log'), level: 'debug' });
  office = await startDemoHost({ ports, rendererDirectory, dataDir, log });
  admin = await staffWindow(office, 'admin');
  origin = await listening(office);
  links = { board: await makeLink(admin, 'board'), kiosk: await makeLink(admin, 'kiosk') };
});
// Time was let pass by some, and locks a session.
beforeEach(async () => {
  admin = await staffWindow(office, 'admin');
});
afterAll(async () => {
  await office.end();
  rmSync(rendererDirectory, { recursive: true });
});

const otherOf = { board: 'kiosk', kiosk: 'board' } as const;

describe.each(linkSurfaces)('the link of a %s', (surface) => {
  const files = {
    board: ['index.js', 'shared.js', 'en.js', 'board.js', 'board.css', 'chime.ogg', 'boardWords.js'],
    kiosk: ['index.js', 'shared.js', 'en.js', 'kiosk.js', 'kioskWords.js'],
  };

  test('is opened by its address: a cookie that no script reads, and the address without the token', async () => {
    const { path, token } = links[surface];
    const got = await get(origin, path);
    expect([got.status, got.headers.location]).toEqual([303, homeOf(surface)]);
    const [cookie = ''] = got.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/u);
    expect(cookie).toContain(token);
    expect(`${got.headers.location}${got.body}`).not.toContain(token);
    expect(got.headers['referrer-policy']).toBe('no-referrer');
    expect(got.headers['cache-control']).toBe('no-store');
    // However it was typed.
    expect((await get(origin, `/s/${token.toUpperCase().replaceAll('0', 'O')}`)).status).toBe(303);
  });

  test('shows its screen, with the strict policy and a fresh nonce', async () => {
    const { cookie } = links[surface];
    const [first, second] = [await get(origin, homeOf(surface), { cookie }), await get(origin, homeOf(surface), { cookie })];
    for (const got of [first, second]) {
      expect(got.status).toBe(200);
      const nonce = /content="([^"]+)"/u.exec(got.body)?.[1];
      expect(got.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
      expect(got.headers['content-security-policy']).not.toMatch(/unsafe/u);
      expect(got.headers['x-content-type-options']).toBe('nosniff');
    }
    expect(first.body).not.toBe(second.body);
    expect((await get(origin, '/', { cookie })).headers.location).toBe(homeOf(surface));
  });

  test('gives the files of its screen and no other', async () => {
    const { cookie } = links[surface];
    const all = ['staff.js', ...Object.values(files).flat()];
    const given = await Promise.all(all.map(async (name) => [name, (await get(origin, `/assets/${name}`, { cookie })).status] as const));
    expect(
      given
        .filter(([, status]) => status === 200)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual([...new Set(all)].flatMap((name) => all.filter((other) => other === name && files[surface].includes(name))).toSorted());
    expect(given.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
  });

  test('opens no other screen and no other way in', async () => {
    const { cookie } = links[surface];
    const paths = [
      '/loket',
      '/pengaturan/layar',
      homeOf(otherOf[surface]),
      `${homeOf(surface)}/x`,
      '/index.html',
      '/.vite/manifest.json',
      '/rpc',
    ];
    for (const path of paths) expect([path, (await get(origin, path, { cookie })).status]).toEqual([path, 404]);
    for (const other of [otherOf[surface], 'staff', 'admin', ''])
      expect([other, await openSocket(links[surface], other)]).toEqual([other, 403]);
    expect(await openSocket(links[surface], surface, {}, '/other')).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await get(origin, homeOf(surface), { cookie }, method)).status).toBe(405);
  });

  test('serves by every name of this computer, and by no other', async () => {
    const { cookie } = links[surface];
    const { port } = new URL(origin);
    for (const host of [`127.0.0.5:${port}`, `127.0.0.1:${port}`, `localhost:${port}`, `loket-1.local:${port}`, `LOKET-1.LOCAL:${port}`]) {
      expect([host, (await get(origin, homeOf(surface), { cookie, host })).status]).toEqual([host, 200]);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `evil.local:${port}`,
      '127.0.0.5',
      `127.0.0.5:${Number(port) + 1}`,
      `127.0.0.6:${port}`,
    ]) {
      expect([host, (await get(origin, homeOf(surface), { cookie, host })).status]).toEqual([host, 403]);
      expect([host, await openSocket(links[surface], surface, { host })]).toEqual([host, 403]);
    }
  });

  test('lets no foreign page speak through it', async () => {
    const { cookie } = links[surface];
    for (const foreign of ['http://evil.example', 'null', `https://${new URL(origin).host}`, 'http://127.0.0.5']) {
      expect([foreign, (await get(origin, homeOf(surface), { cookie, origin: foreign })).status]).toEqual([foreign, 403]);
      expect([foreign, await openSocket(links[surface], surface, { origin: foreign })]).toEqual([foreign, 403]);
    }
  });
});

describe('without a link', () => {
  const guesses = ['', 'x', '0'.repeat(26), 'z'.repeat(26), '%00', '..%2f..', `${'0'.repeat(25)}%30`, 'A'.repeat(5000)];

  test.each(guesses)('nothing opens for the token %j', async (guess) => {
    const cookie = `loket_layar_${new URL(origin).port}=${guess}`;
    expect((await get(origin, `/s/${guess}`)).status).toBe(401);
    for (const path of ['/', '/papan', '/kios', '/loket', '/assets/index.js']) {
      const got = await get(origin, path, { cookie });
      expect([path, got.status]).toEqual([path, 401]);
      expect(got.body).not.toContain('csp-nonce');
    }
    for (const surface of linkSurfaces) expect(await openSocket({ ...links[surface], cookie }, surface)).toBe(401);
  });

  test('it is said what to do, in both languages', async () => {
    const { body } = await get(origin, '/papan');
    expect(body).toContain('Minta administrator membuat tautan');
    expect(body).toContain('Ask an administrator for a link');
  });

  test('a cookie of browser mode’s own windows opens nothing here', async () => {
    const cookie = `loket_4717=1.abc.def; loket_${new URL(origin).port}=1.abc.def`;
    expect((await get(origin, '/papan', { cookie })).status).toBe(401);
  });
});

test('2,000 fuzzed requests: nothing but the screen’s own files, and the program goes on', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '%2e%2e',
      '%00',
      'assets',
      'index.js',
      'board.js',
      'staff.js',
      'papan',
      'kios',
      'loket',
      '.vite',
      'manifest.json',
      's',
      'rpc',
      '',
      '%5c',
      '\\',
      '?',
      '%zz',
      '@',
    ),
    fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '9', '-', '_', '.', '~', '%', '/', ':', ';'), maxLength: 12 }),
  );
  const path = fc.array(piece, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
  const allowed = new Set([
    '/papan',
    ...['index.js', 'shared.js', 'en.js', 'board.js', 'board.css', 'chime.ogg', 'boardWords.js'].map((name) => `/assets/${name}`),
  ]);
  const { cookie } = links.board;
  const deviations: string[] = [];
  let served = 0;
  await fc.assert(
    fc.asyncProperty(path, fc.boolean(), async (asked, known) => {
      // A stranger's second; what comes faster is refused with 429, which another test shows.
      skip(1000);
      const got = await get(origin, asked, known ? { cookie } : {});
      if (got.status === 200) {
        served += 1;
        if (!known || !allowed.has(new URL(asked, 'http://x').pathname)) deviations.push(`${asked} → 200`);
      }
      if (got.body.includes('the code of the staff') || got.status >= 500) deviations.push(`${asked} → ${got.status}`);
    }),
    { seed: 20261128, numRuns: 2000 },
  );
  expect(deviations).toEqual([]);
  expect(served).toBeGreaterThan(0);
  expect((await get(origin, '/papan', { cookie })).status).toBe(200);
});

test('a flood of requests from one address is refused, and passes', async () => {
  skip(60_000);
  const statuses: number[] = [];
  // No more at a time than one address may hold connections.
  for (let n = 0; n < 13; n += 1)
    statuses.push(...(await Promise.all(Array.from({ length: 40 }, () => get(origin, '/').then(({ status }) => status)))));
  expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(400);
  expect(statuses).toContain(429);
  skip(60_000);
  expect((await get(origin, '/')).status).toBe(401);
});

describe('revoking', () => {
  test('cuts a running connection off within 5 s and is for ever, also after a restart', async () => {
    const link = await makeLink(admin, 'board');
    const board = await linkWindow(link, 'board');
    expect((await board.client.query('queue.board', {})).kind).toBe('done');
    const before = performance.now();
    await admin.done('screens.revokeLink', { linkId: link.linkId });
    expect(await board.closed).toBe(linkEndedCode);
    expect(performance.now() - before).toBeLessThan(5000);
    const refused = async () => [
      (await get(origin, link.path)).status,
      (await get(origin, '/papan', { cookie: link.cookie })).status,
      await openSocket(link, 'board'),
    ];
    expect(await refused()).toEqual([401, 401, 401]);
    expect(await admin.client.command('screens.revokeLink', { linkId: link.linkId })).toMatchObject({
      kind: 'refused',
      refusal: { type: 'linkUnknown' },
    });
    const { port } = new URL(origin);
    await office.host.services.screens.listen({ on: true, port: Number(port) });
    office = await office.restart();
    await expect.poll(() => office.host.services.screens.status().state).toBe('listening');
    expect(await refused()).toEqual([401, 401, 401]);
    // The others survived.
    expect((await get(origin, '/papan', { cookie: links.board.cookie })).status).toBe(200);
  });

  test('drops what a kiosk still says while it is cut off', async () => {
    await admin.client.command('queue.openDay', {});
    const link = await makeLink(admin, 'kiosk');
    const kiosk = await linkWindow(link, 'kiosk');
    const serviceId = office.host.engine.states.office.services[0]?.id ?? '';
    const issued = () => Number(office.host.services.db.prepare('SELECT count(*) AS n FROM ticket').pluck().get());
    const before = issued();
    const [connection] = office.host.services.screens.links.of(link.linkId)?.connections ?? [];
    if (connection === undefined) throw new Error('not connected');
    // The frame is on its way when the link is revoked.
    for (let n = 0; n < 3; n += 1) void kiosk.client.command('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: null });
    office.host.services.screens.links.revoke(office.host.services.screens.links.of(link.linkId) ?? fail());
    await kiosk.closed;
    expect(issued()).toBe(before);
  });

  test('a new address cuts the former one off', async () => {
    const link = await makeLink(admin, 'board');
    const board = await linkWindow(link, 'board');
    const renewed = opened((await admin.done('screens.renewLink', { linkId: link.linkId })).addresses);
    expect(await board.closed).toBe(linkEndedCode);
    expect(await openSocket(link, 'board')).toBe(401);
    expect((await linkWindow(renewed, 'board')).socket.readyState).toBe(1);
  });
});

describe('what is kept of a link', () => {
  test('is its hash: neither settings, databases nor logs hold the token', async () => {
    const dataDir = office.dataDir;
    const { token } = await makeLink(admin, 'board');
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dataDir, name))
      .filter((name) => statSync(name).isFile());
    expect(files.some((name) => name.endsWith('settings.json'))).toBe(true);
    expect(files.filter((name) => readFileSync(name).includes(token))).toEqual([]);
  });

  test('is who made, renewed and revoked it, and who turned the listener on; never its name', async () => {
    const link = await makeLink(admin, 'kiosk');
    await admin.done('screens.renewLink', { linkId: link.linkId });
    await admin.done('screens.revokeLink', { linkId: link.linkId });
    const rows = office.host.services.db
      .prepare<[], { type: string; actor: string; data: string }>(
        "SELECT type, actor, data FROM event WHERE type LIKE 'screen%' ORDER BY rowid DESC LIMIT 3",
      )
      .all();
    expect(rows.map(({ type }) => type)).toEqual(['screenLinkRevoked.v1', 'screenLinkRenewed.v1', 'screenLinkAdded.v1']);
    for (const { actor, data } of rows) {
      expect(actor).toContain(staffIdOf(office, 'admin'));
      expect(data).toContain(link.linkId);
      expect(data).not.toContain('Tablet');
    }
  });

  test('is seen by the administrator: connected, then when and from where it was last seen', async () => {
    const link = await makeLink(admin, 'board');
    const view = async () => (await admin.ask('screens.overview', {})).links.find(({ linkId }) => linkId === link.linkId);
    expect(await view()).toMatchObject({ connected: 0, lastSeenAt: null, lastAddress: null });
    const changed = new Promise<void>((resolve) => void admin.client.onChanged((topics) => topics.includes('screens') && resolve()));
    const board = await linkWindow(link, 'board');
    await changed;
    expect(await view()).toMatchObject({ connected: 1, lastAddress: expect.stringMatching(/^127\./u) });
    board.socket.close();
    await expect.poll(async () => (await view())?.connected).toBe(0);
    expect((await view())?.lastSeenAt).toBeGreaterThan(0);
  });

  test('is given once: the same command again gets the same address, and no second link', async () => {
    const input = { linkId: v7(), link: { surface: 'board', name: 'TV' } } as const;
    const commandId = v7();
    const first = await admin.done('screens.addLink', input, commandId);
    const count = (await admin.ask('screens.overview', {})).links.length;
    expect(await admin.done('screens.addLink', input, commandId)).toEqual(first);
    expect((await admin.ask('screens.overview', {})).links).toHaveLength(count);
    expect(await admin.client.command('screens.addLink', input)).toMatchObject({ kind: 'refused', refusal: { type: 'linkExists' } });
  });

  test('ends at fifty', async () => {
    let reply = await admin.client.command('screens.addLink', { linkId: v7(), link: { surface: 'board', name: 'TV' } });
    for (let n = 0; n < 60 && reply.kind === 'done'; n += 1)
      reply = await admin.client.command('screens.addLink', { linkId: v7(), link: { surface: 'board', name: 'TV' } });
    expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'tooManyLinks', most: 50 } });
  });
});

function fail(): never {
  throw new Error('there is no such link');
}
