/**
 * Boards and kiosks that are plain browsers on the LAN, in two languages: an administrator turns them on and makes a link for
 * each; browsers that know nothing of this station open them; a call is seen, a number is given; a link is revoked.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { Language } from '../../shared/domain/values.ts';
import { axeViolations } from './fixtures/axe.ts';
import { chromiumOfThisWorker } from './fixtures/chromium.ts';
import { awayFromMidnight, shiftedDate } from './fixtures/computerClock.ts';
import { action, quick } from './fixtures/desk.ts';
import { layoutFaults } from './fixtures/layoutFaults.ts';
import { demoPin, heardOnBoard, logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { type Program, startProgram } from './fixtures/program.ts';
import { type Words, wordsIn } from './fixtures/words.ts';

let program: Program;
const devices: BrowserContext[] = [];
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(async () => {
  await Promise.all(devices.splice(0).map((context) => context.close()));
  await program.end();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A browser that was never at this station. */
async function device(viewport: { width: number; height: number }): Promise<Page> {
  const context = await (await chromiumOfThisWorker()).newContext({ locale: 'id-ID', viewport });
  if (awayFromMidnight !== null) await context.addInitScript(shiftedDate(awayFromMidnight));
  context.setDefaultTimeout(15_000);
  devices.push(context);
  return context.newPage();
}

async function administrator(language: Language): Promise<Page> {
  const page = await program.open('staff');
  await page.getByRole('button', { name: 'Ratna Admin' }).click();
  await page.getByLabel('PIN atau kata sandi', { exact: true }).fill(demoPin);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Akun Ratna Admin' })).toBeVisible();
  if (language === 'en')
    await page
      .getByRole('button', { name: 'English' })
      .or(page.getByText('EN', { exact: true }))
      .first()
      .click();
  const t = wordsIn(language);
  await page.getByRole('link', { name: t('staff.nav.settings'), exact: true }).click();
  await page.getByRole('link', { name: t('settings.screens.title'), exact: true }).click();
  await expect(page.getByTestId('screens-state')).toHaveAttribute('data-state', 'off');
  return page;
}

/** Turns the listener on, and waits until it is. On a computer without a network a link still opens on the computer itself. */
async function turnOn(page: Page, t: Words): Promise<void> {
  await page.getByRole('radio', { name: `${t('settings.screens.switch.on')} ${t('settings.screens.switch.on.hint')}` }).check();
  await page.getByLabel(t('settings.screens.port'), { exact: true }).fill(String(await freePort()));
  await page.getByRole('button', { name: t('common.save'), exact: true }).click();
  await expect(page.getByTestId('screens-state')).toHaveAttribute('data-state', /^(?:listening|noNetwork)$/u);
}

async function makeLink(page: Page, t: Words, surface: 'board' | 'kiosk', name: string): Promise<string> {
  await page.getByRole('radio', { name: `${t(`settings.screens.${surface}`)} ${t(`settings.screens.${surface}.hint`)}` }).check();
  await page.getByLabel(t('settings.screens.name')).fill(name);
  await page.getByRole('button', { name: t('settings.screens.make') }).click();
  const dialog = page.getByRole('dialog');
  const url = await dialog.getByLabel(t('settings.screens.address.url'), { exact: true }).inputValue();
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: t('settings.screens.address.done') }).click();
  return url;
}

for (const language of ['id', 'en'] as const) {
  test(`a television and a tablet on the LAN, ${language}`, async () => {
    test.setTimeout(120_000);
    const t = wordsIn(language);
    const admin = await administrator(language);
    expect(await axeViolations(admin)).toEqual([]);
    await turnOn(admin, t);
    const boardUrl = await makeLink(admin, t, 'board', 'TV 1');
    const kioskUrl = await makeLink(admin, t, 'kiosk', 'Tablet 1');

    const board = await device({ width: 1920, height: 1080 });
    await board.goto(boardUrl);
    expect(new URL(board.url()).pathname).toBe('/papan');
    const kiosk = await device({ width: 768, height: 1024 });
    await kiosk.goto(kioskUrl);
    expect(new URL(kiosk.url()).pathname).toBe('/kios');

    const staff = await program.open('staff');
    await logIn(staff, 'Sari Wulandari', quick);
    await openCounter(staff, 'Loket 1', quick);
    const number = await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
    // Pressed before she stands on the officer's screen, the key would only say that nobody waits.
    await expect(action(staff, 'Panggil berikutnya')).toBeEnabled();
    await staff.keyboard.press('F2');
    await heardOnBoard(board, number);
    for (const screen of [board, kiosk]) expect(await axeViolations(screen)).toEqual([]);

    const list = admin.getByRole('list', { name: t('settings.screens.links') });
    await expect(list.getByRole('listitem').filter({ hasText: 'TV 1' })).toContainText(
      t('settings.screens.connected', { count: 1, address: '' }).trim().slice(0, 12),
    );
    expect(await axeViolations(admin)).toEqual([]);
    for (const [width, height] of [
      [768, 1024],
      [1920, 1080],
      [1366, 768],
    ] as const) {
      await admin.setViewportSize({ width, height });
      await expect.poll(() => layoutFaults(admin, { smallestText: 14, smallestTarget: 44 })).toEqual([]);
    }
    await admin.getByRole('button', { name: t('settings.screens.revokeOf', { name: 'TV 1' }) }).click();
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: t('settings.screens.revoke'), exact: true })
      .click();
    await expect(board.getByRole('heading', { name: 'Layar ini belum terhubung' })).toBeVisible({ timeout: 5000 });
    expect(await axeViolations(board)).toEqual([]);
    expect((await board.goto(boardUrl))?.status()).toBe(401);
    // The other device goes on.
    await expect(kiosk.getByRole('heading', { name: 'Sentuh layanan yang Anda perlukan' })).toBeVisible();
  });
}

test('given the station is started again, then its screens come back by themselves', async () => {
  const { loseHost, returnHost } = program;
  test.skip(loseHost === undefined || returnHost === undefined, 'the desktop program starts its host again by itself');
  test.setTimeout(120_000);
  const t = wordsIn('id');
  const admin = await administrator('id');
  await turnOn(admin, t);
  const board = await device({ width: 1280, height: 720 });
  await board.goto(await makeLink(admin, t, 'board', 'TV 1'));
  await expect(board.getByRole('heading', { name: 'Loket', exact: true }).or(board.getByText('Loket 1')).first()).toBeVisible();
  // Nobody hangs up when a station loses its power: it only falls silent.
  program.freezeHost?.();
  await expect(board.getByRole('alert')).toContainText('Sambungan terputus', { timeout: 20_000 });
  await loseHost?.();
  await returnHost?.();
  await expect(board.getByRole('alert')).toBeHidden({ timeout: 30_000 });
});
