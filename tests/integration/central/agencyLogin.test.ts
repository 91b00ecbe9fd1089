import { afterAll, beforeAll, expect, test } from 'vitest';
import { Secret } from 'otpauth';
import { agencyBrowser, agencyUser, codeAt, type TestUser } from '../../fixtures/agency.ts';
import { type Central, startCentral } from '../../fixtures/central.ts';

const minute = 60_000;
let central: Central;
let moved = 0;
const now = () => Date.now() + moved;

beforeAll(async () => {
  central = await startCentral({ now });
});
afterAll(() => central.stop());

const loggedOut = (options: Partial<Parameters<typeof agencyUser>[1]> = {}) =>
  agencyUser(central, { role: 'pengamat', isLoggedIn: false, ...options });
const enter = async ({ browser, login, password }: TestUser) => browser.post('/masuk', { nama: login, sandi: password });
const isIn = async ({ browser }: TestUser) => (await browser.get('')).status === 200;

test('name and password, then a code of the authenticator, which works once', async () => {
  const user = await loggedOut();
  const first = await enter(user);
  expect(first).toMatchObject({ status: 303, location: '/instansi/kota-uji/dua-langkah' });
  const half = user.browser.cookie();
  expect((await user.browser.get('')).location).toBe('/instansi/kota-uji/dua-langkah');
  await user.browser.get('/dua-langkah');
  const code = codeAt(user.secret, now());
  expect((await user.browser.post('/dua-langkah', { kode: '000000' === code ? '111111' : '000000' })).status).toBe(401);
  expect(await user.browser.post('/dua-langkah', { kode: code })).toMatchObject({ status: 303, location: '/instansi/kota-uji' });
  expect(await isIn(user)).toBe(true);
  // The token that only had the password behind it is worth nothing now.
  expect(user.browser.cookie()).not.toBe(half);

  const replayed = agencyBrowser(central.url, 'kota-uji');
  await enter({ ...user, browser: replayed });
  await replayed.get('/dua-langkah');
  expect((await replayed.post('/dua-langkah', { kode: code })).status).toBe(401);
});

test('the telephone’s clock may be half a minute off, not two', async () => {
  const user = await loggedOut();
  await enter(user);
  await user.browser.get('/dua-langkah');
  expect((await user.browser.post('/dua-langkah', { kode: codeAt(user.secret, now() - 2 * minute) })).status).toBe(401);
  expect((await user.browser.post('/dua-langkah', { kode: codeAt(user.secret, now() + 2 * minute) })).status).toBe(401);
  expect((await user.browser.post('/dua-langkah', { kode: codeAt(user.secret, now() - 30_000) })).status).toBe(303);
});

test('at the first login the second step is set up, ten codes are told once, and the given password is changed', async () => {
  const user = await loggedOut({ role: 'admin', hasSecondFactor: false, mustChange: true });
  await enter(user);
  const setUp = await user.browser.get('/dua-langkah');
  expect(setUp.text).toContain('<svg class="qr"');
  const typed = /<p class="secret"><code>([A-Z2-7 ]+)<\/code>/u.exec(setUp.text)?.[1]?.replaceAll(' ', '') ?? '';
  const secret = Secret.fromBase32(typed).bytes;
  expect(secret).toHaveLength(20);
  expect((await user.browser.get('/dua-langkah')).text).toContain(typed.slice(0, 4));
  expect((await user.browser.post('/dua-langkah/pasang', { kode: codeAt(secret, now() - 5 * minute) })).status).toBe(401);
  const done = await user.browser.post('/dua-langkah/pasang', { kode: codeAt(secret, now()) });
  const codes = [...done.text.matchAll(/<li><code>([^<]+)<\/code>/gu)].map(([, code]) => code ?? '');
  expect(new Set(codes).size).toBe(10);

  expect((await user.browser.get('')).location).toBe('/instansi/kota-uji/sandi');
  await user.browser.get('/sandi');
  const change = (lama: string, baru: string, ulang = baru) => user.browser.post('/sandi', { lama, baru, ulang });
  expect((await change(user.password, 'pendek', 'pendek')).status).toBe(422);
  expect((await change(user.password, user.password)).status).toBe(422);
  expect((await change(user.password, 'aaaaaaaaaaaaaa')).status).toBe(422);
  expect((await change(user.password, 'tiga gajah di sawah', 'dua gajah di sawah')).status).toBe(422);
  expect((await change(user.password, 'tiga gajah di sawah')).status).toBe(303);
  expect(await isIn(user)).toBe(true);

  // A recovery code stands in for the telephone, once, however it is typed.
  const used = codes[3]?.toUpperCase().replaceAll('-', ' ') ?? '';
  const again = { ...user, password: 'tiga gajah di sawah', browser: agencyBrowser(central.url, 'kota-uji') };
  await enter(again);
  await again.browser.get('/dua-langkah');
  expect((await again.browser.post('/dua-langkah', { kode: used })).status).toBe(303);
  expect((await again.browser.get('/akun')).text).toContain('tersisa: 9 dari 10');
  const third = { ...again, browser: agencyBrowser(central.url, 'kota-uji') };
  await enter(third);
  await third.browser.get('/dua-langkah');
  expect((await third.browser.post('/dua-langkah', { kode: used })).status).toBe(401);
});

test('an unknown name, a wrong password and a switched-off account are answered alike, and wait alike at every process', async () => {
  const user = await loggedOut();
  const off = await loggedOut();
  await central.server.services.db.inOffice(central.agencyId, (tx) =>
    tx.query('UPDATE agency_user SET active = false WHERE office_id = $1 AND user_id = $2', [central.agencyId, off.userId]),
  );
  const other = await central.another();
  const shapes = await Promise.all(
    [
      [user.login, 'bukan kata sandinya'],
      ['tidak-ada', 'bukan kata sandinya'],
      [off.login, off.password],
    ].map(async ([nama = '', sandi = '']) => {
      const answers: (readonly [number, string])[] = [];
      for (let tries = 0; tries < 6; tries += 1) {
        const { status, text } = await agencyBrowser(tries % 2 === 0 ? central.url : other.url, 'kota-uji').post('/masuk', { nama, sandi });
        answers.push([status, text]);
      }
      return answers;
    }),
  );
  expect(shapes[0]?.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(shapes[1]).toEqual(shapes[0]);
  expect(shapes[2]).toEqual(shapes[0]);
  // While it waits, the right password is not even looked at; afterwards it is.
  expect((await enter(user)).status).toBe(429);
  moved += minute;
  expect((await enter(user)).status).toBe(303);
});

test('wrong codes make the second step wait, and the right password does not take that back', async () => {
  const user = await loggedOut();
  await enter(user);
  await user.browser.get('/dua-langkah');
  for (let tries = 0; tries < 5; tries += 1) expect((await user.browser.post('/dua-langkah', { kode: `00000${tries}` })).status).toBe(401);
  const again = { ...user, browser: agencyBrowser(central.url, 'kota-uji') };
  await enter(again);
  await again.browser.get('/dua-langkah');
  expect((await again.browser.post('/dua-langkah', { kode: codeAt(user.secret, now()) })).status).toBe(429);
  moved += minute;
  expect((await again.browser.post('/dua-langkah', { kode: codeAt(user.secret, now()) })).status).toBe(303);
});

test('a session ends after 30 idle minutes and after eight hours, and a page that asks by itself keeps none open', async () => {
  const [idle, watching, busy] = [
    await agencyUser(central, { role: 'admin' }),
    await agencyUser(central, { role: 'admin' }),
    await agencyUser(central, { role: 'admin' }),
  ];
  const later = async (minutes: number) => {
    moved += minutes * minute;
    expect(await isIn(busy)).toBe(true);
    await watching.browser.get('?auto=1');
  };
  await later(25);
  await later(25);
  expect(await isIn(idle)).toBe(false);
  expect(await isIn(watching)).toBe(false);
  for (let passed = 75; passed < 8 * 60; passed += 25) await later(25);
  moved += 25 * minute;
  expect(await isIn(busy)).toBe(false);
});

test('whose second step is owed has ten minutes', async () => {
  const user = await loggedOut();
  await enter(user);
  await user.browser.get('/dua-langkah');
  moved += 10 * minute;
  expect((await user.browser.post('/dua-langkah', { kode: codeAt(user.secret, now()) })).location).toBe('/instansi/kota-uji/masuk');
});

test('logging out, another role, a reset and switching off end sessions at once, also at another process', async () => {
  const admin = await agencyUser(central, { role: 'admin' });
  const other = await central.another();
  const leaves = await agencyUser(central, { role: 'pejabat' });
  await leaves.browser.get('');
  await leaves.browser.post('/keluar');
  expect(leaves.browser.cookie()).toBe(null);
  await admin.browser.get('/pengguna');
  const ends = {
    '': { lengkap: 'Orang Baru', peran: 'pengamat' },
    '/sandi': {},
    '/dua-langkah': {},
    '/status': {},
  };
  for (const [path, form] of Object.entries(ends)) {
    const user = await agencyUser(central, { role: 'pejabat' });
    const there = user.browser.at(other.url);
    expect((await there.get('')).status).toBe(200);
    expect((await admin.browser.post(`/pengguna/${user.userId}${path}`, form)).status).toBeLessThan(400);
    expect({ path, location: (await there.get('')).location }).toEqual({ path, location: '/instansi/kota-uji/masuk' });
  }
  // Nobody leaves an agency without an administrator by accident.
  expect((await admin.browser.post(`/pengguna/${admin.userId}`, { lengkap: 'Saya', peran: 'pengamat' })).status).toBe(422);
  expect((await admin.browser.post(`/pengguna/${admin.userId}/status`)).status).toBe(400);
  expect(await isIn(admin)).toBe(true);
});
