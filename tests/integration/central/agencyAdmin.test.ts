import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAdmin } from '../../../server/agency/adminCommands.ts';
import { demoPassword } from '../../../server/agency/demoUsers.ts';
import { createPasswords } from '../../../server/agency/passwords.ts';
import { seedDemo } from '../../../server/demo.ts';
import { createServerKeys } from '../../../server/keys.ts';
import { takeTry, triesUntilLock, windowMs } from '../../../server/public/tries.ts';
import { agencyBrowser, agencyUser } from '../../fixtures/agency.ts';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

const program = join(import.meta.dirname, '../../../server/admin.ts');
const run = promisify(execFile);
let central: Central;
let moved = 0;

beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + moved });
});
afterAll(() => central.stop());

const admin = (command: string, values: Parameters<typeof runAdmin>[2]) => runAdmin(central.server.services, command, values);

test('an agency and its first administrator are made at the terminal, with a password that is changed at the first login', async () => {
  expect(await admin('create-agency', { code: 'kota-baru', name: 'Kota Baru', zone: 'Asia/Makassar' })).toMatchObject({ ok: true });
  expect((await admin('create-agency', { code: 'kota-baru', name: 'Kota Baru', zone: 'Asia/Makassar' })).said).toContain('taken');
  expect((await admin('create-admin', { agency: 'kota-lama', login: 'siti', name: 'Siti' })).said).toContain('no agency');
  const made = await admin('create-admin', { agency: 'kota-baru', login: 'siti', name: 'Siti Contoh' });
  const password = /password (\S+)/u.exec(made.said)?.[1] ?? '';
  const browser = agencyBrowser(central.url, 'kota-baru');
  expect((await browser.post('/masuk', { nama: 'siti', sandi: password })).location).toBe('/instansi/kota-baru/dua-langkah');
  expect((await admin('create-admin', { agency: 'kota-baru', login: 'siti', name: 'Lain' })).ok).toBe(false);
});

test('the command line says what is wrong, and works beside a running server', async () => {
  const environment = { ...process.env, DATABASE_URL: central.database.url, LOKET_SERVER_KEY: '11'.repeat(32) };
  const node = (...args: readonly string[]) => run(process.execPath, [program, ...args], { env: environment });
  await expect(node('create-agency', '--code', 'X')).rejects.toMatchObject({ code: 1 });
  await expect(node('make-coffee')).rejects.toMatchObject({ code: 1 });
  const { stdout } = await node('create-agency', '--code', 'kota-terminal', '--name', 'Kota Terminal');
  expect(stdout).toContain('Kota Terminal');
  expect((await agencyBrowser(central.url, 'kota-terminal').get('/masuk')).status).toBe(200);
});

test('the demo has one person of each role, and its code is told at the terminal', async () => {
  await seedDemo(central.server.services);
  const again = await seedDemo(central.server.services);
  expect(again.told.join('\n')).toContain(demoPassword);
  const browser = agencyBrowser(central.url, 'contoh');
  await browser.post('/masuk', { nama: 'pejabat', sandi: demoPassword });
  await browser.get('/dua-langkah');
  const { stdout } = await run(process.execPath, [program, 'demo-code']);
  expect((await browser.post('/dua-langkah', { kode: stdout.trim() })).location).toBe('/instansi/contoh');
});

test('passwords of a stolen database are nothing without the server’s key', async () => {
  const user = await agencyUser(central, { role: 'admin' });
  const { rows } = await central.server.services.db.inOffice(central.agencyId, (tx) =>
    tx.query<{ password: string; totp: Buffer }>('SELECT password, totp FROM agency_user WHERE office_id = $1 AND user_id = $2', [
      central.agencyId,
      user.userId,
    ]),
  );
  expect(rows[0]?.password).toMatch(/^scrypt\$/u);
  expect(rows[0]?.password).not.toContain(user.password);
  expect(rows[0]?.totp.includes(user.secret)).toBe(false);
  const stranger = createServerKeys(Buffer.alloc(32, 7));
  expect(() => stranger.unwrap(`totp:${user.userId}`, rows[0]?.totp ?? Buffer.alloc(0))).toThrow();
});

test('where nothing else is said a password costs 128 MB and a third of a second, and only the server’s key checks it', async () => {
  const { keys } = central.server.services;
  const stored = await createPasswords({ keys }).hash('kata sandi kuat');
  expect(stored).toMatch(/^scrypt\$17\$8\$1\$/u);
  expect(await createPasswords({ keys }).verify('kata sandi kuat', stored)).toBe(true);
  expect(await createPasswords({ keys: createServerKeys(Buffer.alloc(32, 7)) }).verify('kata sandi kuat', stored)).toBe(false);
});

test('a quiet office that asks for orders is heard of', async () => {
  const { browser } = await agencyUser(central, { role: 'pengamat' });
  const office = await writtenOffice(central, await central.newOffice('sepi'));
  const row = async () => /<tr>\s*<th scope="row">Kantor sepi[\s\S]*?<\/tr>/u.exec((await browser.get('')).text)?.[0] ?? '';
  expect(await row()).toContain('belum pernah');
  await office.client.orders(0);
  expect(await row()).toContain('baru saja');
  moved += 3 * 60_000;
  expect(await row()).toContain('3 menit lalu');
  await office.client.orders(0);
  expect(await row()).toContain('baru saja');
  moved = 0;
});

test('a number that is locked on the public page is opened again by an administrator', async () => {
  const { browser } = await agencyUser(central, { role: 'admin' });
  const office = await writtenOffice(central, await central.newOffice('terkunci'));
  const { number, complaintId } = await office.complaint();
  const { db, keys } = central.server.services;
  const { officeId } = office;
  for (let tries = 0; tries < triesUntilLock; tries += 1)
    await db.inOffice(officeId, (tx) => takeTry(tx, keys, { officeId, number, subjectId: complaintId }, Date.now() + tries * windowMs));
  const page = await browser.get('/kantor/terkunci');
  expect(page.text).toContain(`${number}, terakhir dicoba`);
  expect((await browser.post('/kantor/terkunci/percobaan', { nomor: number })).status).toBe(303);
  expect((await browser.get('/kantor/terkunci?terbuka=1')).text).toContain('Tidak ada nomor yang terkunci.');
});
