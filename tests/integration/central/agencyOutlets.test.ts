/** What an administrator sets up for what leaves the server: webhooks and notices. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listDeliveries } from '../../../server/webhooks/deliveries.ts';
import { listNotices, type NoticeState } from '../../../server/notices/notices.ts';
import { agencyUser, type AgencyBrowser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { type MailServer, startMailServer } from '../../fixtures/mailServer.ts';
import { type Receiver, startReceiver } from '../../fixtures/receiver.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let browser: AgencyBrowser;
const running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  central = await startCentral({ privateHosts: ['127.0.0.1'], outbox: { pollMs: 20 } });
  browser = (await agencyUser(central, { role: 'admin' })).browser;
});
afterAll(() => central.stop());
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function receiver(...args: Parameters<typeof startReceiver>): Promise<Receiver> {
  const started = await startReceiver(...args);
  running.push(started);
  return started;
}
async function mailServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const started = await startMailServer(options);
  running.push(started);
  return started;
}
const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const stored = (sql: string) => asOwner(central.database.url, async (client) => (await client.query(sql)).rows);
const audited = async () => (await browser.get('/jejak')).text;

const emailForm = (port: number, more: Record<string, string | string[]> = {}) => ({
  ...{ server: '127.0.0.1', port: String(port), aman: 'none', pengguna: 'loket', rahasia: 'sandi-uji', nama: 'Kota Uji' },
  ...{ dari: 'loket@kota-uji.go.id', langkah: ['received', 'answered'] },
  ...more,
});

test('a webhook: its secret is shown once, it is switched off and on, what failed is sent again, and it is removed', async () => {
  let status = 410;
  const target = await receiver(() => ({ status }));
  await browser.get('/webhook');
  expect((await browser.get('/webhook')).text).toContain('Belum ada webhook.');
  const made = await browser.post('/webhook', { alamat: target.url, peristiwa: ['complaint.received'] });
  const secret = /<p class="secret"><code>(whsec_[^<]+)<\/code>/u.exec(made.text)?.[1] ?? '';
  expect(secret).toMatch(/^whsec_.{40,}/u);
  const list = await browser.get('/webhook');
  expect(list.text).toContain(target.url);
  expect(list.text).not.toContain('whsec_');
  const path = /href="\/instansi\/kota-uji(\/webhook\/[^"]+)"/u.exec(list.text)?.[1] ?? '';
  expect((await browser.get(path)).text).not.toContain('whsec_');

  const written = await office('o-satu');
  await written.complaint();
  await target.next();
  await expect.poll(async () => (await browser.get(path)).text, { timeout: 8000, interval: 20 }).toContain('server tujuan menjawab 410');
  const [dead] = await listDeliveries(central.server.services, central.agencyId, { state: 'dead' });
  status = 204;
  expect(await browser.post(`${path}/ulang`, { kiriman: dead?.deliveryId ?? '' })).toMatchObject({
    status: 303,
    location: `/instansi/kota-uji${path}?ulang=1`,
  });
  await target.next();
  await expect.poll(async () => (await browser.get(path)).text, { timeout: 8000, interval: 20 }).toContain('tersampaikan');
  expect((await browser.post(`${path}/ulang`)).location).toContain('?ulang=0');
  expect((await browser.post(`${path}/ulang`, { kiriman: 'x' })).status).toBe(400);

  await browser.post(`${path}/status`);
  expect((await browser.get(path)).text).toContain('dimatikan');
  await written.complaint();
  expect(target.received).toHaveLength(2);
  await browser.post(`${path}/status`);
  await written.complaint();
  await target.next();
  expect(target.received).toHaveLength(3);
  expect((await browser.post(`${path}/hapus`)).status).toBe(303);
  expect((await browser.get(path)).status).toBe(404);
  const trail = await audited();
  for (const line of ['menambah webhook', 'mencoba lagi webhook', 'mematikan webhook', 'mengaktifkan webhook', 'menghapus webhook'])
    expect(trail).toContain(line);
  // The rest of an address may be a secret.
  expect(trail).not.toContain('/hook');
});

test('an address that leads inside, is not https or is none, and no event at all, are refused in words', async () => {
  const refused = async (alamat: string, peristiwa: readonly string[] = ['complaint.received']) => {
    const { status, text } = await browser.post('/webhook', { alamat, peristiwa });
    expect(status).toBe(422);
    return text;
  };
  expect(await refused('http://contoh.go.id/x')).toContain('Alamat harus dimulai dengan https://.');
  expect(await refused('https://10.1.2.3/x')).toContain('menuju ke dalam jaringan server');
  expect(await refused('bukan alamat')).toContain('Itu bukan alamat.');
  expect(await refused('https://contoh.go.id/x', ['tidak.ada'])).toContain('Centang sekurang-kurangnya satu peristiwa.');
  expect(await refused('"><b>x')).toContain('&quot;&gt;&lt;b&gt;x');
  expect(await stored('SELECT 1 FROM webhook')).toEqual([]);
});

test('another agency’s webhook is not there', async () => {
  const target = await receiver();
  await browser.get('/webhook');
  await browser.post('/webhook', { alamat: target.url, peristiwa: ['complaint.received'] });
  const [row] = await stored('SELECT webhook_id FROM webhook');
  const stranger = await agencyUser(central, { role: 'admin', agencyId: await central.newAgency('kota-asing') });
  await stranger.browser.get('/webhook');
  expect((await stranger.browser.get('/webhook')).text).not.toContain(target.url);
  expect((await stranger.browser.get(`/webhook/${row.webhook_id}`)).status).toBe(404);
  expect((await stranger.browser.post(`/webhook/${row.webhook_id}/hapus`)).status).toBe(404);
  expect(await stored('SELECT 1 AS one FROM webhook')).toHaveLength(1);
  await browser.post(`/webhook/${row.webhook_id}/hapus`);
});

test('e-mail: set, tested to an address that is kept nowhere, and its password is never shown nor sent elsewhere', async () => {
  const server = await mailServer();
  await browser.get('/pemberitahuan');
  expect((await browser.get('/pemberitahuan')).text).toContain('belum diatur');
  const set = (more: Record<string, string | string[]>) => browser.post('/pemberitahuan/saluran/email', emailForm(server.port, more));
  expect((await set({ dari: 'bukan alamat' })).text).toContain('Itu bukan alamat surel.');
  expect((await set({ server: 'smtp.contoh.go.id' })).text).toContain('Tanpa pengamanan hanya boleh');
  expect((await set({ port: 'abc' })).status).toBe(422);
  expect(await stored('SELECT 1 FROM notice_channel')).toEqual([]);
  expect((await set({})).location).toBe('/instansi/kota-uji/pemberitahuan?tersimpan=1');
  const shown = await browser.get('/pemberitahuan?tersimpan=1');
  expect(shown.text).toContain('loket@kota-uji.go.id');
  expect(shown.text).not.toContain('sandi-uji');

  const tested = await browser.post('/pemberitahuan/saluran/email/uji', { kepada: 'petugas@contoh.id' });
  expect(tested.location).toBe('/instansi/kota-uji/pemberitahuan?uji=sent');
  const mail = await server.next();
  expect(mail).toMatchObject({ to: ['petugas@contoh.id'], user: 'loket' });
  expect(mail.source).toContain('Pesan uji dari');
  expect((await browser.get('/pemberitahuan?uji=sent')).text).toContain('Lihat apakah sampai.');
  expect((await browser.post('/pemberitahuan/saluran/email/uji', { kepada: 'bukan alamat' })).location).toContain('uji=badAddress');
  expect(await audited()).toContain('mengirim pesan uji');
  expect(await audited()).not.toContain('petugas@contoh.id');
  expect(await stored('SELECT 1 FROM notice')).toEqual([]);

  // The stored password stays with the server that it was typed for.
  expect((await set({ rahasia: '', langkah: ['closed'] })).status).toBe(303);
  const elsewhere = await set({ rahasia: '', server: 'jahat.contoh.id', aman: 'tls' });
  expect(elsewhere.status).toBe(422);
  expect(elsewhere.text).toContain('ketik rahasianya lagi');
  const [row] = await stored("SELECT settings->>'host' AS host, steps FROM notice_channel");
  expect(row).toEqual({ host: '127.0.0.1', steps: ['closed'] });
  await browser.post('/pemberitahuan/saluran/email/hapus');
  expect((await browser.post('/pemberitahuan/saluran/email/uji', { kepada: 'petugas@contoh.id' })).status).toBe(404);
});

test('why a test message did not get there is said in words', async () => {
  const server = await mailServer({ refuse: () => ({ code: 550, message: 'no such mailbox of Siti' }) });
  await browser.get('/pemberitahuan');
  await browser.post('/pemberitahuan/saluran/email', emailForm(server.port));
  const refused = await browser.post('/pemberitahuan/saluran/email/uji', { kepada: 'petugas@contoh.id' });
  expect(refused.location).toContain('uji=smtp550');
  expect((await browser.get('/pemberitahuan?uji=smtp550')).text).toContain('server tujuan menjawab 550');
  await browser.post('/pemberitahuan/saluran/email', emailForm(server.port, { rahasia: 'salah' }));
  expect((await browser.post('/pemberitahuan/saluran/email/uji', { kepada: 'petugas@contoh.id' })).location).toMatch(
    /uji=(?:EAUTH|smtp535)$/u,
  );
  expect((await browser.get('/pemberitahuan?uji=%3Cb%3E')).text).not.toContain('Pesan uji tidak terkirim');
  await browser.post('/pemberitahuan/saluran/email/hapus');
});

test('a gateway: its template and headers as they were typed; a notice that was refused is sent again', async () => {
  let status = 422;
  const target = await receiver(() => ({ status, body: '{"id":"G-1"}' }));
  await browser.get('/pemberitahuan');
  const form = {
    ...{ alamat: target.url, isi: '{"to":"{{phoneDigits}}","text":"{{text}}"}', letak: 'id', langkah: ['received'] },
    rahasia: 'Authorization: Bearer kunci-uji\r\nX-Pengirim: LOKET',
  };
  const set = (more: Record<string, string>) => browser.post('/pemberitahuan/saluran/gateway', { ...form, ...more });
  expect((await set({ isi: '{"to":' })).text).toContain('Isi harus JSON yang benar');
  expect((await set({ isi: '{"to":"{{phone}}"}' })).text).toContain('Isi harus JSON yang benar');
  expect((await set({ rahasia: 'tanpa titik dua' })).text).toContain('Tuliskan seperti');
  expect((await set({})).status).toBe(303);
  expect((await browser.get('/pemberitahuan')).text).not.toContain('kunci-uji');
  expect((await set({ rahasia: '', alamat: 'https://lain.contoh.id/x' })).text).toContain('ketik rahasianya lagi');

  const written = await office('o-dua');
  const { number } = await written.complaint();
  const { headers, body } = await target.next();
  expect(headers).toMatchObject({ authorization: 'Bearer kunci-uji', 'x-pengirim': 'LOKET' });
  expect(JSON.parse(body)).toMatchObject({ to: '6281234567890' });
  const states = async () => (await listNotices(central.server.services, central.agencyId)).map(({ state }) => state);
  await expect.poll(states, { timeout: 8000, interval: 20 }).toEqual(['failed'] satisfies NoticeState[]);
  const page = await browser.get('/pemberitahuan?keadaan=failed');
  expect(page.text).toContain(number);
  expect(page.text).toContain('server tujuan menjawab 422');
  expect(page.text).toContain('0812••••••90');
  expect(page.text).not.toContain('081234567890');
  expect((await browser.get('/pemberitahuan?keadaan=sent')).text).not.toContain(number);
  status = 200;
  expect((await browser.post('/pemberitahuan/ulang')).location).toContain('ulang=1');
  await target.next();
  await expect.poll(states, { timeout: 8000, interval: 20 }).toEqual(['sent'] satisfies NoticeState[]);
  await browser.post('/pemberitahuan/saluran/gateway/hapus');
  expect((await browser.post('/pemberitahuan/saluran/burung/hapus')).status).toBe(404);
});
