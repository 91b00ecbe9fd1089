import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { agencyRoutes } from '../../../server/agency/routes/index.ts';
import { type AgencyRole, agencyRoles } from '../../../server/agency/roles.ts';
import { agencyBrowser, agencyUser, type TestUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';

let central: Central;
const users = new Map<AgencyRole, TestUser>();

beforeAll(async () => {
  central = await startCentral();
  await central.newOffice('kantor-rute');
  for (const role of agencyRoles) users.set(role, await agencyUser(central, { role }));
});
afterAll(() => central.stop());

const addressOf = (path: string) =>
  path
    .replace(':office', 'kantor-rute')
    .replace(':act', 'note')
    .replaceAll(/:\w+/gu, () => v7());
const ask = (browser: TestUser['browser'], method: string, path: string) =>
  method === 'GET' ? browser.get(addressOf(path)) : browser.post(addressOf(path));

/** Routes of the whole program under a path, out of Fastify's own tree of them. */
function registeredUnder(start: string): readonly string[] {
  const found: string[] = [];
  const path: string[] = [];
  for (const line of central.server.app.printRoutes().split('\n')) {
    const [, indent = '', part = '', methods] = /^((?:│ {3}| {4})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? [];
    path.splice(indent.length / 4, path.length, part);
    const url = path.join('');
    for (const method of methods?.split(', ') ?? []) if (method !== 'HEAD' && url.startsWith(start)) found.push(`${method} ${url}`);
  }
  return found;
}

test('nothing under /instansi is registered past the table of routes and roles', () => {
  const known = agencyRoutes.map(({ method, path }) => `${method} /instansi/:agency${path}`);
  expect(registeredUnder('/instansi').toSorted()).toEqual(known.toSorted());
});

const wayIn = [200, 401];
/** What whoever may ask for a thing that is not there, or sends an empty form, is answered with. */
const letIn = [200, 303, 400, 404, 422];

function expectedOf({ access }: (typeof agencyRoutes)[number], role: AgencyRole): readonly number[] {
  if (access === 'anybody') return wayIn;
  if (access === 'half') return [303];
  return access.roles.includes(role) ? letIn : [403];
}

describe.each(agencyRoutes.filter(({ path }) => path !== '/keluar'))('$method $path', (route) => {
  test('nobody comes in without a session', async () => {
    const { status, location } = await ask(agencyBrowser(central.url, 'kota-uji'), route.method, route.path);
    expect(route.access === 'anybody' ? wayIn : ['/instansi/kota-uji/masuk']).toContain(route.access === 'anybody' ? status : location);
  });

  test.each(agencyRoles)('%s', async (role) => {
    const user = users.get(role);
    if (user === undefined) throw new Error('no such user');
    await user.browser.get('');
    expect(expectedOf(route, role)).toContain((await ask(user.browser, route.method, route.path)).status);
  });
});

describe.each(agencyRoutes.filter(({ method, access }) => method === 'POST' && typeof access === 'object'))('POST $path', ({ path }) => {
  test('is refused from another site, without a word on its origin, and without the session’s token', async () => {
    const { browser } = await agencyUser(central, { role: 'admin' });
    await browser.get('');
    const address = addressOf(path);
    expect((await browser.post(address, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post(address, {}, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await browser.post(address, { tanda: 'x'.repeat(43) })).status).toBe(403);
    expect((await browser.post(address, { tanda: [] })).status).toBe(403);
    expect((await browser.get('')).status).toBe(200);
  });
});

test('where browsers send no Sec-Fetch-Site, the origin must be this server', async () => {
  const { browser } = await agencyUser(central, { role: 'admin' });
  await browser.get('');
  const body = new URLSearchParams({ tanda: /value="([^"]+)"/u.exec((await browser.get('/kunci')).text)?.[1] ?? '' });
  const send = (headers: Record<string, string>) =>
    fetch(`${central.url}/instansi/kota-uji/akun/kode`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: `loket-instansi=${browser.cookie() ?? ''}`, ...headers },
    });
  // Node's fetch sends neither of the two by itself.
  expect((await send({})).status).toBe(403);
  expect((await send({ origin: 'https://jahat.contoh' })).status).toBe(403);
  expect((await send({ origin: 'null' })).status).toBe(403);
  expect((await send({ origin: central.url })).status).toBe(200);
});

test('the token of one session does nothing in another', async () => {
  const [one, other] = [await agencyUser(central, { role: 'admin' }), await agencyUser(central, { role: 'admin' })];
  const page = await one.browser.get('/kunci');
  const token = /name="tanda" value="([^"]+)"/u.exec(page.text)?.[1] ?? '';
  expect((await other.browser.post('/kunci', { tanda: token })).status).toBe(403);
  expect((await one.browser.post('/kunci', { tanda: token })).status).toBe(303);
});

test('every page is complete in both languages and says whose language it is', async () => {
  const user = await agencyUser(central, { role: 'admin' });
  for (const { method, path, access } of agencyRoutes) {
    if (method !== 'GET' || access === 'half' || /:(?:complaint|user|webhook)/u.test(path)) continue;
    const address = addressOf(path).replace(/\/layanan\/.+/u, '/layanan/baru');
    for (const language of ['id', 'en']) {
      const { text, status } = await user.browser.get(`${address}?lang=${language}`);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).not.toMatch(/undefined|\[object|NaN/u);
      expect(text).not.toContain('<script');
    }
  }
});

test('the audit takes lines and gives none back: the application may not change or delete one', async () => {
  const { db } = central.server.services;
  for (const statement of [
    'UPDATE agency_audit SET what = $2 WHERE office_id = $1',
    'DELETE FROM agency_audit WHERE office_id = $1 AND what <> $2',
  ])
    await expect(db.inOffice(central.agencyId, (tx) => tx.query(statement, [central.agencyId, 'x']))).rejects.toThrow(/permission denied/u);
});

test('every table of the agency view is guarded', async () => {
  const rows = await asOwner(central.database.url, async (client) => {
    const found = await client.query<{ name: string; safe: boolean; policies: number }>(
      `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS safe,
         (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE 'agency\\_%'`,
    );
    return found.rows;
  });
  expect(rows.length).toBe(7);
  for (const row of rows) expect(row).toMatchObject({ safe: true, policies: 1 });
});
