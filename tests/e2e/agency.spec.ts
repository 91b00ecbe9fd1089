/** The agency view in a real browser without scripts, on a real server: an officer's morning, and every page clean in both languages. */
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import { setNoticeChannel } from '../../server/notices/channels.ts';
import { webhookKinds } from '../../server/outbox/changes.ts';
import { createWebhook } from '../../server/webhooks/subscriptions.ts';
import { defaultComplaintRules } from '../../shared/domain/complaints/rules.ts';
import { agencyUser, codeAt, type TestUser } from '../fixtures/agency.ts';
import { type Central, startCentral } from '../fixtures/central.ts';
import { sendFile } from '../fixtures/sentFile.ts';
import { serviceId, toldOffice, type WrittenOffice, writtenOffice } from '../fixtures/writtenOffice.ts';
import { axeViolations } from './fixtures/axe.ts';
import { chromiumOfThisWorker } from './fixtures/chromium.ts';

const day = 24 * 60 * 60 * 1000;
const [, itUnit = ''] = defaultComplaintRules.units.map(({ id }) => id);

let central: Central;
let office: WrittenOffice;
let browser: Browser;
let complaintPath: string;
let webhookPath: string;

test.beforeAll(async () => {
  central = await startCentral({ privateHosts: ['127.0.0.1'], outbox: { pollMs: 50 } });
  browser = await chromiumOfThisWorker();
  office = await writtenOffice(central, await central.newOffice('dukcapil-contoh'));
  const now = {
    at: Date.now(),
    isOpen: true,
    openCounters: 3,
    services: [{ serviceId, waiting: 12, estimate: null, lastCalled: 'A-012' }],
  };
  await office.push({ office: toldOffice('Dinas Dukcapil'), now });
  await central.newOffice('kecamatan-contoh');
  const at = Date.now();
  const deadlines = (answer: number) => ({ firstResponse: at + answer, verify: at + answer, answer: at + answer, ceiling: at + 60 * day });
  for (let n = 0; n < 4; n += 1)
    await office.complaint({ deadlines: deadlines((n * 3 - 3) * day), priority: n === 0 ? 'urgent' : 'medium' });
  const picture = { attachmentId: v7(), mediaType: 'image/png' as const, content: await screenOf(await browser.newPage()) };
  const bytes = picture.content.length;
  const named = [picture, { attachmentId: v7(), mediaType: 'application/pdf' as const }];
  const attachments = named.map(({ attachmentId, mediaType }) => ({ attachmentId, mediaType, bytes }));
  const { complaintId } = await office.complaint({ confidential: false, attachments });
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'technical' });
  office.write(`complaint/${complaintId}`, 'complaintAssigned.v1', { complaintId, textId: null, unitId: itUnit, staffId: null });
  const words = {
    title: 'Mesin antrean mati sejak Senin',
    chronology: 'Saya datang pukul 07.30. Layar kosong, dan tidak ada yang tahu giliran siapa.\nPetugas memanggil dengan suara saja.',
    place: 'Ruang tunggu lantai 1',
    occurredOn: '2026-11-23',
    who: '',
    loss: 'Setengah hari kerja',
    settlement: 'Layar diperbaiki',
    files: named.map(({ attachmentId }, n) => ({ attachmentId, name: `Layar_antrean_yang_mati_di_ruang_tunggu_${n}.png` })),
  };
  await office.push({ texts: [office.seal(v7(), complaintId, 'complaint', words)] });
  await sendFile(central, office, { ...picture, subjectId: complaintId });
  complaintPath = `/pengaduan/dukcapil-contoh/${complaintId}`;
  webhookPath = await outlets();
});
test.afterAll(() => central.stop());

/** Any picture that a browser can show. */
async function screenOf(page: Page): Promise<Buffer> {
  const shown = await page.screenshot();
  await page.close();
  return shown;
}

/** A webhook and a gateway that nobody answers, and what is set aside of an office. @returns the webhook's page. */
async function outlets(): Promise<string> {
  const { services } = central.server;
  const by = 'Siti Rahmawati';
  const made = await createWebhook(services, central.agencyId, { url: 'http://127.0.0.1:9/kantor/loket', kinds: webhookKinds, by });
  if (!made.ok) throw new Error(made.error);
  const template = { to: '{{phone}}', text: '{{text}}' };
  await setNoticeChannel(services, central.agencyId, { channel: 'gateway', url: 'http://127.0.0.1:9/kirim', template }, by);
  const { complaintId } = await office.complaint();
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  office.write('complaint/x', 'complaintSang.v9', { song: 1 });
  office.write('complaint/y', 'complaintReceived.v1', { nothing: 'of it fits' });
  await office.push();
  return `/webhook/${made.value.webhookId}`;
}

const address = (path: string) => `${central.url}/instansi/kota-uji${path}`;

async function open(options: Parameters<Browser['newContext']>[0] = {}, user?: TestUser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1366, height: 768 }, ...options });
  if (user !== undefined)
    await context.addCookies([
      { name: 'loket-instansi', value: user.browser.cookie() ?? '', domain: '127.0.0.1', path: '/instansi/kota-uji' },
    ]);
  return { context, page: await context.newPage() };
}

test('an officer comes in with password and code, answers a complaint of hers, and sees what the office made of it', async () => {
  const user = await agencyUser(central, { role: 'pejabat', seesUnits: [itUnit], isLoggedIn: false });
  const { context, page } = await open({ javaScriptEnabled: false });
  await page.goto(address(''));
  await page.getByLabel('Nama pengguna').fill(user.login);
  await page.getByLabel('Kata sandi').fill('bukan ini');
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByRole('alert')).toContainText('salah');
  await page.getByLabel('Nama pengguna').fill(user.login);
  await page.getByLabel('Kata sandi').fill(user.password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByLabel('Kode').fill(codeAt(user.secret, Date.now()));
  await page.getByRole('button', { name: 'Lanjut' }).click();

  await page.getByRole('link', { name: 'Pengaduan', exact: true }).click();
  await page.getByRole('link', { name: /^P-2026-/u }).click();
  await expect(page.getByText('Mesin antrean mati sejak Senin')).toBeVisible();
  await page.getByLabel('Tanggapan untuk pengadu').fill('Layar sudah');
  const [attachment] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /^Layar_antrean/u }).click()]);
  await attachment.waitForLoadState();
  await expect(attachment.locator('img')).toHaveJSProperty('complete', true);
  expect(await attachment.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
  await attachment.close();
  await expect(page.getByText('Belum sampai dari kantor.')).toBeVisible();
  await expect(page.getByLabel('Tanggapan untuk pengadu')).toHaveValue('Layar sudah');
  await page.getByLabel('Tanggapan untuk pengadu').fill('Layar sudah diganti hari ini. Mohon maaf atas waktu Anda yang terbuang.');
  await page.getByRole('button', { name: 'Kirim ke kantor' }).first().click();
  await expect(page.getByRole('status')).toContainText('Terkirim ke kantor');
  await expect(page.getByText('Terkirim, belum diputuskan kantor.')).toBeVisible();

  const [order] = await office.orders();
  await office.decide(order?.orderId ?? '');
  await page.reload();
  await expect(page.getByText('Dilaksanakan kantor')).toBeVisible();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page.getByText('Anda sudah keluar.')).toBeVisible();
  await page.goto(address(complaintPath));
  await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible();
  await context.close();
});

test('a first login sets the second step up with the code on the screen', async () => {
  const user = await agencyUser(central, { role: 'admin', hasSecondFactor: false, isLoggedIn: false });
  const { context, page } = await open();
  await page.goto(address('/masuk?lang=en'));
  await page.getByLabel('User name').fill(user.login);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  const { Secret } = await import('otpauth');
  const typed = (await page.locator('.secret code').textContent())?.replaceAll(' ', '') ?? '';
  await page.getByLabel('Then type the six-digit code').fill(codeAt(Secret.fromBase32(typed).bytes, Date.now()));
  await page.getByRole('button', { name: 'Set up' }).click();
  await expect(page.getByRole('heading', { name: 'Recovery codes' })).toBeVisible();
  await expect(page.locator('.codes code')).toHaveCount(10);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'I have kept them, continue' }).click();
  await expect(page.getByRole('heading', { name: 'Offices' })).toBeVisible();
  await context.close();
});

const pages = () => [
  '/masuk',
  '',
  '/kantor/dukcapil-contoh',
  '/pengaduan',
  complaintPath,
  '/pengumuman',
  '/layanan',
  `/layanan/${serviceId}`,
  '/hari-libur?tahun=2027',
  '/penghapusan?kantor=dukcapil-contoh&nomor=P-2026-000001',
  '/ekspor',
  '/pemberitahuan',
  '/webhook',
  webhookPath,
  '/karantina',
  '/pengguna',
  '/kunci',
  '/jejak',
  '/akun',
  '/sandi',
];
const views = [
  { language: 'id', colorScheme: 'light', viewport: { width: 1366, height: 768 } },
  { language: 'en', colorScheme: 'dark', viewport: { width: 768, height: 1024 } },
  { language: 'id', colorScheme: 'dark', viewport: { width: 1366, height: 768 } },
  { language: 'en', colorScheme: 'light', viewport: { width: 360, height: 740 } },
] as const;

for (const { language, colorScheme, viewport } of views)
  test(`every page is clean: ${language}, ${colorScheme}, ${viewport.width} wide`, async () => {
    const user = await agencyUser(central, { role: 'admin' });
    const { context, page } = await open({ colorScheme, viewport }, user);
    for (const path of pages()) {
      await page.goto(address(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      for (const details of await page.locator('details').all()) await details.evaluate((one) => one.setAttribute('open', ''));
      expect(await axeViolations(page), path).toEqual([]);
      // Tables scroll in themselves; a page never does sideways.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), path).toBe(true);
    }
    await context.close();
  });
