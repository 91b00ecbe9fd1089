/** The life of a complaint after its receipt: from F9 to its closing and reopening, and what others may see and do. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeViolations } from './fixtures/axe.ts';
import { confirm, fillIn, type Officer, openComplaint } from './fixtures/complaint.ts';
import { oneWindowEach } from './fixtures/contractWindow.ts';
import { quick, serveNext } from './fixtures/desk.ts';
import { keyboard, touch } from './fixtures/hands.ts';
import { logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { wordsIn } from './fixtures/words.ts';

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

const row = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text }).getByRole('link');
const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

async function expectAccessible(page: Page): Promise<void> {
  expect((await axeViolations(page)).map(({ words }) => words)).toEqual([]);
}

/** One step of the complaint that is open: its button, what is chosen and written, and the button of the dialog. */
async function step(officer: Officer, action: Parameters<Officer['words']>[0], text: string, choose?: (dialog: Locator) => Promise<void>) {
  const { staff, hands, words } = officer;
  await hands.use(staff.getByRole('button', { name: words(action), exact: true }));
  const dialog = staff.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await choose?.(dialog);
  if (text !== '') await hands.type(dialog.getByRole('textbox').last(), text);
  await hands.use(dialog.locator('form').getByRole('button', { name: words(action), exact: true }));
  await expect(dialog).toBeHidden();
}

for (const [hands, language] of [
  [keyboard, 'id'],
  [touch, 'en'],
] as const) {
  test(`from F9 to the receipt, the letter, closing and reopening by ${hands.name}, ${language}`, async () => {
    test.setTimeout(180_000);
    const words = wordsIn(language);
    const staff = await program.open('staff', { hasTouch: hands.name === 'touch' });
    const kiosk = await program.open('kiosk');
    await logIn(staff, 'Sari Wulandari', quick);
    await openCounter(staff, 'Loket 1', quick);
    await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
    await serveNext(staff);
    if (language === 'en') await staff.getByRole('button', { name: 'EN', exact: true }).click();
    const officer: Officer = { staff, hands, words };
    await openComplaint(officer);
    await fillIn(officer);
    const number = await confirm(officer);

    await goTo(staff, '/pengaduan');
    await hands.use(row(staff, number));
    await expect(staff.getByRole('heading', { name: number })).toBeVisible();
    await expectAccessible(staff);
    await step(officer, 'complaintAction.verify', '', (dialog) =>
      hands.use(dialog.getByRole('radio', { name: words('complaintTag.behaviour') })),
    );
    await step(officer, 'complaintAction.assign', '', async (dialog) => {
      await dialog
        .getByRole('combobox', { name: words('complaintAction.unit') })
        .or(dialog.getByLabel(words('complaintAction.unit')))
        .first()
        .click();
      await staff.getByRole('option', { name: language === 'id' ? 'Kepegawaian' : 'Personnel' }).click();
    });
    await step(officer, 'complaintAction.recordMeasure', 'Petugas sudah meminta maaf kepada ibu pengadu.');
    await step(officer, 'complaintAction.answer', 'Kami meminta maaf. Petugas dibina dan KTP dicetak hari ini.', (dialog) =>
      hands.use(dialog.getByRole('checkbox', { name: words('complaintAction.answer.written') })),
    );
    await expect(staff.getByText(words('complaintStage.answered'), { exact: true }).first()).toBeVisible();
    await hands.use(staff.getByRole('button', { name: words('complaintDetail.letter') }));
    await step(officer, 'complaintAction.recordReply', 'Terima kasih, sudah cukup.');
    await step(officer, 'complaintAction.close', '');
    await expect(staff.getByText(words('complaintStage.closed'), { exact: true }).first()).toBeVisible();
    await step(officer, 'complaintAction.reopen', 'KTP belum juga dicetak.');
    await expect(staff.getByText(words('complaintStage.reopened'), { exact: true }).first()).toBeVisible();
    await expect(staff.getByText('Petugas sudah meminta maaf kepada ibu pengadu.')).toBeVisible();

    await goTo(staff, '/loket');
    await staff.getByRole('article', { name: 'Loket 1' }).getByRole('button').last().click();
    await staff.getByRole('tab', { name: words('counter.list.papers') }).click();
    await expect(staff.getByRole('tabpanel')).toContainText(words('paperKind.complaintLetter'));
    await expect(staff.getByRole('tabpanel')).toContainText(words('paperKind.complaintReceipt'));
  });
}

test('a colleague sees the open ones, of a confidential one neither who nor what', async () => {
  const budi = await program.open('staff');
  await logIn(budi, 'Budi Santoso', quick);
  await goTo(budi, '/pengaduan');
  await expect(row(budi, 'Aplikasi antrean menolak NIK saya')).toBeVisible();
  await expect(budi.getByText('Petugas membentak ibu saya')).toHaveCount(0);
  await expect(budi.getByText('Rahmat Hidayat')).toHaveCount(0);
  await row(budi, 'Rahasia').click();
  await expect(budi.getByText('Isi dan identitas dirahasiakan.', { exact: false })).toBeVisible();
  await expect(budi.getByText('Rahmat Hidayat')).toHaveCount(0);
  await expect(budi.getByText('0812 5550 1004')).toHaveCount(0);
  await goTo(budi, '/pengaduan');
  await budi.getByRole('searchbox').fill('membentak');
  await expect(budi.getByRole('heading', { name: 'Tidak ada yang cocok' })).toBeVisible();
});

test('a supervisor finds by a word of what followed, saves a view, merges, reports and proposes', async () => {
  test.skip(hostKind === 'electron', oneWindowEach);
  const words = wordsIn('id');
  const dewi = await program.open('staff');
  await logIn(dewi, 'Dewi Lestari', quick);
  await goTo(dewi, '/pengaduan');
  await expect(row(dewi, 'Blanko KTP habis lagi')).toBeVisible();
  await expectAccessible(dewi);
  await dewi.keyboard.press('/');
  await dewi.keyboard.type('kecamatan');
  await expect(dewi.locator('a[data-row]')).toHaveCount(1);
  await expect(row(dewi, 'KTP-el belum jadi setelah lima minggu')).toBeVisible();
  await dewi.getByRole('searchbox').fill('');
  await expect(row(dewi, 'Blanko KTP habis lagi')).toBeVisible();

  const [into = ''] = /P-\d{4}-\d{6}/u.exec((await row(dewi, 'Blanko KTP habis tanpa pemberitahuan').textContent()) ?? '') ?? [];
  await dewi.getByRole('button', { name: /^Diterima/u }).click();
  await expect(dewi.locator('a[data-row]')).toHaveCount(4);
  await dewi.getByRole('button', { name: words('complaintList.views.save') }).click();
  await dewi.getByRole('dialog').getByRole('textbox').fill('Baru masuk');
  await dewi
    .getByRole('dialog')
    .getByRole('button', { name: words('complaintList.views.saveNow') })
    .click();
  await expect(dewi.getByRole('button', { name: 'Baru masuk', exact: true })).toBeVisible();

  await dewi.keyboard.press('j');
  await expect(dewi.locator('a[data-row]').first()).toBeFocused();
  await dewi.keyboard.press('j');
  await expect(dewi.locator('a[data-row]').nth(1)).toBeFocused();
  await row(dewi, 'Blanko KTP habis lagi').click();
  const officer: Officer = { staff: dewi, hands: quick, words };
  await step(officer, 'complaintAction.recordStatusReport', 'Pengaduan sedang kami kerjakan.');
  await expect(dewi.getByText('Pengaduan sedang kami kerjakan.')).toBeVisible();
  await step(officer, 'complaintAction.merge', into);
  await expect(dewi.getByRole('link', { name: new RegExp(into, 'u') }).first()).toBeVisible();
  await expectAccessible(dewi);

  await goTo(dewi, '/pengaduan/berulang');
  await expect(dewi.getByRole('button', { name: words('complaintGroups.propose') })).toBeVisible();
  await expectAccessible(dewi);
  await dewi.getByRole('button', { name: words('complaintGroups.propose') }).click();
  await dewi.getByRole('dialog').getByRole('textbox').fill('Stok blanko diumumkan setiap pagi di pintu.');
  await dewi
    .getByRole('dialog')
    .getByRole('button', { name: words('complaintGroups.proposal.save') })
    .click();
  await expect(dewi.getByText('Stok blanko diumumkan setiap pagi di pintu.')).toBeVisible();
  await goTo(dewi, '/pengaduan/laporan-status');
  await expect(dewi.getByRole('heading', { level: 1, name: words('complaintReports.title') })).toBeVisible();
  await expectAccessible(dewi);
});
