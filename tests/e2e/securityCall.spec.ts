/**
 * The security call with real windows: pressed by key and by finger, behind the lock and before any login, over a host
 * that dies and comes back; seen, answered and ended at another window.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { quick } from './fixtures/desk.ts';
import { logIn, openCounter } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';

test.skip(hostKind === 'electron', 'the desktop program has one staff window; its path is tested with a host process');

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

const panic = async (page: Page) => {
  await page.keyboard.press('F12');
  await page.keyboard.press('F12');
};
const sign = (page: Page, words: RegExp | string): Locator =>
  page.getByRole('region', { name: 'Panggilan keamanan' }).getByRole('button', { name: words });
const alert = (page: Page): Locator => page.getByRole('alertdialog');

async function officer(): Promise<Page> {
  const page = await program.open('staff');
  await logIn(page, 'Sari Wulandari', quick);
  await openCounter(page, 'Loket 1', quick);
  return page;
}

async function guard(): Promise<Page> {
  const page = await program.open('staff');
  await logIn(page, 'Agus Prasetyo', quick);
  await expect(page.getByRole('heading', { name: 'Pos keamanan' })).toBeVisible();
  await expect(page.getByRole('list').getByText('Agus Prasetyo')).toBeVisible();
  return page;
}

async function end(page: Page): Promise<void> {
  await alert(page).getByRole('button', { name: 'Selesai …' }).click();
  await alert(page).getByRole('button', { name: 'Keadaan tenang kembali' }).click();
  await alert(page).getByRole('button', { name: 'Akhiri panggilan' }).click();
  await expect(alert(page)).toBeHidden();
}

test('F12 twice: covert here, loud there, answered, arrived, ended by a person, and the report opens', async () => {
  const sari = await officer();
  const agus = await guard();
  const errors: string[] = [];
  for (const page of [sari, agus]) page.on('pageerror', ({ message }) => errors.push(message));
  await panic(sari);
  await expect(alert(agus)).toBeVisible({ timeout: 3000 });
  await expect(alert(agus)).toContainText('Loket 1');
  await expect(alert(agus)).toContainText('Ditekan oleh Sari Wulandari');
  await expect(sign(sari, 'Diterima: Agus Prasetyo')).toBeVisible();
  await expect(alert(sari)).toBeHidden();

  await sign(sari, /Diterima/u).click();
  await sari.getByRole('button', { name: 'Kekerasan' }).click();
  await expect(alert(agus).getByText('Kekerasan')).toBeVisible();

  await alert(agus).getByRole('button', { name: 'Menuju lokasi' }).click();
  await expect(sign(sari, 'Agus Prasetyo menuju ke sini')).toBeVisible();
  await alert(agus).getByRole('button', { name: 'Tiba' }).click();
  await expect(sign(sari, 'Agus Prasetyo sudah tiba')).toBeVisible();
  await alert(agus).getByRole('button', { name: 'Perlu polisi' }).click();
  await expect(alert(agus)).toContainText('Telepon 112 sekarang');
  const report = sari.waitForURL(/\/kejadian\/[0-9a-f-]{36}/u);
  await end(agus);
  await report;
  const row = agus.getByRole('table').getByRole('row', { name: /Kekerasan/u });
  await expect(row).toContainText('Keadaan tenang kembali (Agus Prasetyo)');
  expect(errors).toEqual([]);
});

test('by a finger held on the button, above a dialog and behind the lock; with nobody logged in', async () => {
  const agus = await guard();
  const sari = await officer();
  const hold = async (page: Page) => {
    const button = page.getByRole('button', { name: 'Panggil keamanan: tahan satu detik' });
    const box = await button.boundingBox();
    if (box === null) throw new Error('The button is not on the screen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await expect(button).toHaveAttribute('data-holding', 'true');
    await expect(button).toHaveAttribute('data-holding', 'false', { timeout: 3000 });
    await page.mouse.up();
    return box;
  };
  const answered = async (place: string) => {
    await expect(alert(agus)).toContainText(place);
    await end(agus);
  };

  await sari.getByRole('button', { name: 'Karcis baru' }).click();
  await expect(sari.getByRole('dialog')).toBeVisible();
  const above = await hold(sari);
  await answered('Loket 1');
  await sari.goto(new URL('/loket', sari.url()).href);

  await sari.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(sari.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  expect(await hold(sari)).toEqual(above);
  await answered('Loket 1');

  const nobody = await program.open('staff');
  await expect(nobody.getByText('Siapa yang bertugas?')).toBeVisible();
  expect(await hold(nobody)).toEqual(above);
  await answered('Tempat tidak disebut');
});

test('withdrawn with a reason, and still in the history', async () => {
  const agus = await guard();
  const sari = await officer();
  await panic(sari);
  await sign(sari, /Diterima/u).click();
  await sari.getByRole('button', { name: 'Batalkan panggilan' }).click();
  await sari.getByLabel('Mengapa dibatalkan?').fill('tersenggol');
  await sari.getByRole('button', { name: 'Batalkan panggilan' }).click();
  await expect(alert(agus)).toBeHidden();
  await expect(agus.getByRole('table')).toContainText('Dibatalkan: tersenggol (Sari Wulandari)');
});

test('nobody received: BELUM DITERIMA with the number within three seconds, and it keeps trying', async () => {
  const sari = await officer();
  await panic(sari);
  await expect(sign(sari, /BELUM DITERIMA\. Telepon 112/u)).toBeVisible({ timeout: 3000 });
  const late = await program.open('staff');
  await expect(alert(late)).toContainText('Loket 1');
  await expect(sign(sari, /Diterima/u)).toBeVisible();
});

test('pressed while the host is dead, reloaded meanwhile: it goes out as soon as the host is back', async () => {
  const agus = await guard();
  const sari = await officer();
  await program.loseHost?.();
  await expect(sari.getByRole('alert').filter({ hasText: 'Sambungan terputus' })).toBeVisible();
  await expect(agus.getByText(/terputus dari stasiun/u).first()).toBeVisible();
  await panic(sari);
  await expect(sign(sari, /BELUM DITERIMA\. Telepon 112.*Host tidak menjawab/u)).toBeVisible({ timeout: 3000 });
  await program.returnHost?.();
  await expect(alert(agus)).toContainText('Loket 1', { timeout: 20_000 });
  await expect(sign(sari, 'Diterima: Agus Prasetyo')).toBeVisible();

  // Killed half-way: the journal brings the call back, and what was pressed meanwhile arrives.
  await program.loseHost?.();
  await expect(alert(agus).getByText(/terputus dari stasiun/u)).toBeVisible();
  await alert(agus).getByRole('button', { name: 'Menuju lokasi' }).click();
  await program.returnHost?.();
  await expect(sign(sari, 'Agus Prasetyo menuju ke sini')).toBeVisible({ timeout: 20_000 });
  await sari.reload();
  await expect(sign(sari, 'Agus Prasetyo menuju ke sini')).toBeVisible();
  await expect(alert(sari)).toBeHidden();
  await end(agus);
});

test('the lock does not cover a call, and a call is answered above the lock', async () => {
  const sari = await officer();
  const budi = await program.open('staff');
  await logIn(budi, 'Budi Santoso', quick);
  await panic(sari);
  await expect(alert(budi)).toContainText('Loket 1');
  await budi.keyboard.press('Escape');
  await alert(budi).getByRole('button', { name: 'Menuju lokasi' }).click();
  await alert(budi).getByRole('button', { name: 'Kecilkan dan lanjut bekerja' }).click();
  await budi.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(budi.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  await budi.getByRole('region', { name: 'Panggilan keamanan berjalan' }).getByRole('button', { name: 'Buka' }).click();
  await alert(budi).getByRole('button', { name: 'Tiba' }).click();
  await expect(sign(sari, 'Budi Santoso sudah tiba')).toBeVisible();
});

test('a drill is marked, and a real call wins over it', async () => {
  const agus = await guard();
  const sari = await officer();
  await agus.getByRole('button', { name: 'Mulai latihan' }).click();
  await expect(alert(sari)).toContainText('LATIHAN');
  await expect(alert(sari)).toHaveAttribute('data-drill', 'true');
  await panic(sari);
  await expect(alert(agus)).toContainText('Loket 1');
  await expect(alert(agus)).not.toContainText('LATIHAN');
  await expect(alert(sari)).toBeHidden();
});

test('a call that was put small covers no button of the counter: work goes on by touch', async () => {
  const sari = await officer();
  const agus = await guard();
  await panic(agus);
  await alert(sari).getByRole('button', { name: 'Menuju lokasi' }).click();
  await alert(sari)
    .getByRole('button', { name: /Kecilkan/u })
    .click();
  const banner = sari.getByRole('region', { name: 'Panggilan keamanan berjalan' });
  for (const [width, height] of [
    [1366, 768],
    [768, 1024],
  ] as const) {
    await sari.setViewportSize({ width, height });
    const [bar, call] = [await sari.getByRole('toolbar', { name: 'Tindakan' }).boundingBox(), await banner.boundingBox()];
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(call?.y ?? 0);
    await expect(banner).toBeInViewport({ ratio: 1 });
  }
});
