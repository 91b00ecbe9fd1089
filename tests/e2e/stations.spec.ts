/**
 * Two computers become one office: the second joins the first with the code from its screen, is renamed, gets and gives the
 * security call, and is revoked. Both are real processes with windows of their own, linked over TLS.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { languages } from '../../shared/domain/values.ts';
import { quick } from './fixtures/desk.ts';
import { createEyes } from './fixtures/inspector.ts';
import { goToStations, join, showCode } from './fixtures/joining.ts';
import { logIn, openCounter } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { lookAtStations } from './screens/stations.ts';

test.skip(hostKind === 'electron', 'two desktop programs on one computer; the path of its keys is tested with a host process');

let lead: Program;
let second: Program;
test.beforeEach(async () => {
  [lead, second] = await Promise.all([startProgram({ demo: true }), startProgram({ demo: false })]);
});
test.afterEach(async () => {
  await Promise.all([lead.end(), second.end()]);
});

const alert = (page: Page): Locator => page.getByRole('alertdialog');
const panic = async (page: Page) => {
  await page.keyboard.press('F12');
  await page.keyboard.press('F12');
};

async function administrator(): Promise<Page> {
  const page = await lead.open('staff');
  await logIn(page, 'Ratna Admin', quick);
  await goToStations(page);
  return page;
}

test('joined by code, renamed, the security call both ways, revoked', async () => {
  const admin = await administrator();
  const fresh = await second.open('staff');
  await fresh.getByRole('button', { name: 'Gabung ke kantor yang sudah ada' }).click();
  const given = await showCode(admin, 'Loket dua');

  // A wrong code first: nothing joins, and both ends say so.
  const wrong = given.code.endsWith('2') ? `${given.code.slice(0, -1)}3` : `${given.code.slice(0, -1)}2`;
  await join(fresh, { ...given, code: wrong });
  await expect(fresh.getByText(/Kode ini salah ketik/u)).toBeVisible();
  await join(fresh, given);
  // The whole office comes over the link: its staff may log in here at once.
  await expect(fresh.getByRole('button', { name: 'Budi Santoso' })).toBeVisible();
  await expect(admin.getByText('Loket dua sudah bergabung dengan huruf seri A.')).toBeVisible();
  await expect(admin.getByRole('link', { name: /Loket dua.*tersambung/u })).toBeVisible();

  await admin.getByRole('link', { name: /Loket dua/u }).click();
  await admin.getByLabel('Nama stasiun').fill('Pos depan');
  await admin.getByRole('checkbox', { name: /Pos keamanan/u }).check({ force: true });
  await admin.getByRole('button', { name: 'Simpan' }).click();
  await expect(admin.getByRole('heading', { name: 'Pos depan', exact: true })).toBeVisible();

  const sari = await lead.open('staff');
  await logIn(sari, 'Sari Wulandari', quick);
  await openCounter(sari, 'Loket 1', quick);
  await expect(sari.getByText('1 dari 1 stasiun lain tersambung')).toBeVisible();
  await panic(sari);
  await expect(alert(fresh)).toContainText('Loket 1', { timeout: 3000 });
  await expect(alert(fresh)).toContainText('Ditekan oleh Sari Wulandari');
  await expect(sari.getByRole('region', { name: 'Panggilan keamanan' }).getByRole('button', { name: /Diterima/u })).toBeVisible();
  await alert(admin).getByRole('button', { name: 'Selesai …' }).click();
  await alert(admin).getByRole('button', { name: 'Keadaan tenang kembali' }).click();
  await alert(admin).getByRole('button', { name: 'Akhiri panggilan' }).click();
  await expect(alert(fresh)).toBeHidden();
  await panic(fresh);
  await expect(alert(sari)).toBeVisible({ timeout: 3000 });
  await alert(admin).getByRole('button', { name: 'Selesai …' }).click();
  await alert(admin).getByRole('button', { name: 'Keadaan tenang kembali' }).click();
  await alert(admin).getByRole('button', { name: 'Akhiri panggilan' }).click();
  await expect(alert(sari)).toBeHidden();

  const kiosk = await second.open('kiosk');
  const board = await second.open('board');
  await admin.getByRole('button', { name: 'Cabut stasiun ini' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Cabut stasiun ini' }).click();
  await expect(fresh.getByRole('heading', { name: 'Stasiun ini sudah dicabut dari kantor' })).toBeVisible({ timeout: 5000 });
  await expect(kiosk.getByText('Kios ini sudah dicabut dari kantor')).toBeVisible();
  await expect(board.getByText('Papan ini sudah dicabut dari kantor')).toBeVisible();
  await panic(sari);
  await expect(alert(admin)).toBeVisible();
  await expect(alert(fresh)).toBeHidden();
});

for (const language of languages) {
  test(`the screens of joining and of the stations, ${language}`, async () => {
    test.setTimeout(180_000);
    const eyes = createEyes(language);
    await lookAtStations(lead, second, eyes);
    expect(eyes.faults).toEqual([]);
  });
}
