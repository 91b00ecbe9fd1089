/**
 * The public pages of a real central server in a browser without scripts: what a citizen does with her receipt, and every
 * page in both languages by day and by night, held to axe, to the sizes of old phones, and to the keyboard.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Language, languages } from '../../shared/domain/values.ts';
import { axeViolations } from './fixtures/axe.ts';
import { chromiumOfThisWorker } from './fixtures/chromium.ts';
import { layoutFaults } from './fixtures/layoutFaults.ts';
import { type PublicSite, type Receipt, startPublicSite } from './fixtures/publicSite.ts';

const phone = { width: 360, height: 740 };
const desk = { width: 1366, height: 768 };
const { LOKET_PICTURES: pictures } = process.env;

let site: PublicSite;
test.beforeAll(async () => {
  site = await startPublicSite();
});
test.afterAll(() => site.stop());

async function withoutScripts(run: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await (await chromiumOfThisWorker()).newContext({ javaScriptEnabled: false, viewport: phone, locale: 'id-ID' });
  try {
    await run(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Follows a receipt from the address in its QR code. */
async function follow(page: Page, { number, pin }: Receipt, language: Language = 'id'): Promise<void> {
  await page.goto(`${site.url}/k/${site.code}/status?n=${number}&lang=${language}`);
  await page.locator('#pin').fill(pin);
  await page.locator('main form button').first().click();
  await page.locator('h1', { hasText: number }).waitFor();
}

test('from the QR code on the receipt to a reply that waits at the office, without a script', async () => {
  await withoutScripts(async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await follow(page, site.answered);
    await expect(page.getByText('KTP-el Anda sudah dicetak ulang')).toBeVisible();
    await expect(page.getByText('Tanpa balasan, pengaduan ditutup pada Jumat, 11 Desember 2026.')).toBeVisible();
    // A page and its stylesheet, and no address with the PIN in it.
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([]);
    expect(requests.filter((url) => url.includes(site.answered.pin))).toEqual([]);
    await page.getByLabel('Ya, sudah selesai').check();
    await page.getByLabel('Keterangan Anda').fill('Terima kasih.\nSudah benar.');
    await page.getByRole('button', { name: 'Kirim balasan' }).click();
    await expect(page.getByText('Balasan Anda terkirim ke kantor, menunggu dicatat.')).toBeVisible();
    const [order] = await site.office.orders();
    expect(order?.order).toMatchObject({ kind: 'complaint.recordReply', satisfied: true, text: 'Terima kasih.\nSudah benar.' });
    await page.reload();
    await expect(page.getByRole('button', { name: 'Kirim balasan' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Nilai pelayanan' }).click();
    await page.getByLabel('5 – sangat puas').check();
    await page.getByRole('group', { name: '1. Bagaimana pendapat' }).getByLabel('Sangat sesuai').check();
    await page.getByRole('button', { name: 'Kirim penilaian' }).click();
    await expect(page.getByText('Penilaian Anda terkirim ke kantor, menunggu dicatat.')).toBeVisible();
    expect((await site.office.orders()).map((one) => one.order.kind)).toEqual(['complaint.recordReply', 'service.rate']);
    for (const { orderId } of await site.office.orders()) await site.office.decide(orderId, 'complaintInOtherStage');
    await page.reload();
    await expect(page.getByText('Balasan Anda tidak dicatat.')).toBeVisible();
    await page.getByRole('button', { name: 'Tutup status di peramban ini' }).click();
    await expect(page.getByText('Halaman status sudah ditutup')).toBeVisible();
    await page.goBack();
    await page.goto(`${site.url}/k/${site.code}/status`);
    await expect(page.locator('#pin')).toBeVisible();
  });
});

test('from the front page to the status with the keyboard alone', async () => {
  await withoutScripts(async (page) => {
    await page.goto(`${site.url}/?lang=en`);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('#office')).toBeFocused();
    await page.keyboard.type('Kantor');
    await page.keyboard.press('Tab');
    await page.keyboard.type(site.late.number.toLowerCase());
    await page.keyboard.press('Tab');
    await page.keyboard.type('aaaa aaaa');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('This number and PIN cannot be opened.');
    await expect(page.locator('#number')).toHaveValue(site.late.number.toLowerCase());
    await page.locator('#pin').focus();
    await page.keyboard.type(site.late.pin);
    await page.keyboard.press('Enter');
    await expect(page.getByText('We are late and apologise')).toBeVisible();
  });
});

for (const language of languages) {
  test(`every page is readable by everybody, ${language}`, async () => {
    test.setTimeout(180_000);
    const context = await (await chromiumOfThisWorker()).newContext({ viewport: phone, locale: language === 'id' ? 'id-ID' : 'en-GB' });
    const page = await context.newPage();
    const faults: string[] = [];
    try {
      const office = `/k/${site.code}`;
      const go = async (path: string) => void (await page.goto(`${site.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`));
      const shown: readonly (readonly [name: string, open: () => Promise<void>])[] = [
        ['home', () => go('/')],
        ['search', () => go('/?q=tidak-ada')],
        ['office', () => go(office)],
        ['agency', () => go('/k/kota-uji')],
        ['notFound', () => go('/k/tidak-ada')],
        ['queue', () => go(`${office}/antrean?diam=1`)],
        ['standards', () => go(`${office}/maklumat`)],
        ['figures', () => go(`${office}/angka`)],
        ['form', () => go(`${office}/status?n=P-2026-000123`)],
        ['refused', () => refused(page, language)],
        ['answered', () => follow(page, site.answered, language)],
        ['failed', () => failed(page)],
        ['rate', () => go(`${office}/status/nilai`)],
        ['closed', () => follow(page, site.closed, language)],
        ['waiting', () => follow(page, site.waiting, language)],
        ['late', () => follow(page, site.late, language)],
        ['document', () => follow(page, site.document, language)],
      ];
      for (const [name, open] of shown) {
        await open();
        faults.push(...(await look(page, name, language)).map((fault) => `${name}: ${fault}`));
      }
    } finally {
      await context.close();
    }
    expect(faults).toEqual([]);
  });
}

async function refused(page: Page, language: Language): Promise<void> {
  await page.goto(`${site.url}/k/${site.code}/status?n=P-2026-999999&lang=${language}`);
  await page.locator('#pin').fill('AAAA-AAAA');
  await page.locator('main form button').click();
  await page.getByRole('alert').waitFor();
}

/** A reply without an answer to its question, past the browser's own check. */
async function failed(page: Page): Promise<void> {
  await page.locator('form[action$="/reply"]').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
  await page.locator('#reply-text').fill('Belum selesai.');
  await page.locator('form[action$="/reply"] button').click();
  await page.locator('#reply-problem').waitFor();
}

/** Each language is looked at by one scheme: colours do not change with the language, nor labels with the scheme. */
const axeIn = { id: 'light', en: 'dark' } as const;

/** What is wrong with a page as it stands, on a phone and on a desk. LOKET_PICTURES names a directory for pictures of it. */
async function look(page: Page, name: string, language: Language): Promise<readonly string[]> {
  const faults: string[] = [];
  const scheme = axeIn[language];
  await page.emulateMedia({ colorScheme: scheme });
  for (const [size, viewport] of Object.entries({ desk, phone })) {
    await page.setViewportSize(viewport);
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `public-${name}-${language}-${scheme}-${size}.png`), fullPage: true });
    }
    faults.push(...(await layoutFaults(page, { smallestText: 14, smallestTarget: 44 })).map((fault) => `${size}: ${fault}`));
  }
  return [...faults, ...(await axeViolations(page)).map(({ words }) => `${scheme}: ${words}`)];
}
