/** A complaint from F9 at the counter to its printed receipt; and what happens to it when the power goes in the middle. */
import { expect, type Page, test } from '@playwright/test';
import { type Language, languages } from '../../shared/domain/values.ts';
import { chronology, confirm, expectSaved, field, fillIn, type Officer, openComplaint, stepButton, toNext } from './fixtures/complaint.ts';
import { currentNumber, quick, serveNext } from './fixtures/desk.ts';
import { keyboard, touch } from './fixtures/hands.ts';
import { logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { type Program, startProgram } from './fixtures/program.ts';
import { wordsIn } from './fixtures/words.ts';

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

/** A visitor is being served. @returns her number. */
async function serve(staff: Page): Promise<string> {
  const kiosk = await program.open('kiosk');
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  return serveNext(staff);
}

async function speak(staff: Page, language: Language): Promise<void> {
  if (language === 'en') await staff.getByRole('button', { name: 'EN', exact: true }).click();
}

for (const language of languages) {
  for (const hands of [keyboard, touch]) {
    test(`from a running ticket to the receipt by ${hands.name} alone, ${language}`, async () => {
      const words = wordsIn(language);
      const staff = await program.open('staff', { hasTouch: hands.name === 'touch' });
      const visitor = await serve(staff);
      await speak(staff, language);
      const officer: Officer = { staff, hands, words };

      await openComplaint(officer);
      await expect(staff.getByText(words('complaintForm.ticket', { number: visitor }))).toBeVisible();
      await fillIn(officer);
      await expectSaved(staff);
      const number = await confirm(officer);

      await hands.use(staff.getByRole('link', { name: words('complaintForm.toCounter') }));
      await expect(currentNumber(staff)).toHaveText(visitor);
      await staff.getByRole('tab', { name: words('counter.list.papers') }).click();
      await expect(staff.getByRole('tabpanel')).toContainText(number);
    });
  }
}

test('a reload in the middle reopens the form where it was: step, field and every word', async () => {
  const staff = await program.open('staff');
  await serve(staff);
  const officer: Officer = { staff, hands: keyboard, words: wordsIn('id') };
  await openComplaint(officer);
  await staff.keyboard.type(chronology);
  await toNext(officer, 'identity');
  await field(staff, 'Alamat (boleh kosong)').fill('Jalan Melati 5');
  await expectSaved(staff);
  await staff.reload();
  await expect(field(staff, 'Alamat (boleh kosong)')).toBeFocused();
  await expect(field(staff, 'Alamat (boleh kosong)')).toHaveValue('Jalan Melati 5');
  await stepButton(staff, 'Dengarkan').click();
  await expect(field(staff, 'Kronologi, seperti yang diceritakan')).toHaveValue(chronology);
});

test('a power cut in the middle loses nothing: the draft waits where it was left', async () => {
  const staff = await program.open('staff');
  await serve(staff);
  const officer: Officer = { staff, hands: keyboard, words: wordsIn('id') };
  await openComplaint(officer);
  await staff.keyboard.type(chronology);
  await toNext(officer, 'identity');
  await staff.getByRole('textbox', { name: 'Nama' }).fill('Siti Rahmawati');
  await expectSaved(staff);
  const { dataDir } = program;
  await program.kill();
  program = await startProgram({ demo: true, dataDir });

  const again = await program.open('staff');
  await logIn(again, 'Sari Wulandari', quick);
  await again.goto(new URL('/pengaduan/baru', again.url()).href);
  await again.getByRole('button', { name: /^Lanjutkan/u }).click();
  await expect(again.getByRole('textbox', { name: 'Nama' })).toHaveValue('Siti Rahmawati');
  await expect(again.getByRole('textbox', { name: 'Nama' })).toBeFocused();
  await stepButton(again, 'Dengarkan').click();
  await expect(field(again, 'Kronologi, seperti yang diceritakan')).toHaveValue(chronology);
});

test('behind the lock the form waits; another officer does not see the draft', async () => {
  const staff = await program.open('staff');
  await serve(staff);
  await openComplaint({ staff, hands: keyboard, words: wordsIn('id') });
  await staff.keyboard.type(chronology);
  await staff.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(staff.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  await staff.getByLabel('PIN atau kata sandi', { exact: true }).fill('246810');
  await staff.getByRole('button', { name: 'Buka kunci' }).click();
  await expect(field(staff, 'Kronologi, seperti yang diceritakan')).toHaveValue(chronology);
  await expectSaved(staff);

  const other = await program.open('staff');
  await logIn(other, 'Budi Santoso', quick);
  await other.goto(new URL('/pengaduan/baru', other.url()).href);
  await expect(other.getByText('Tidak ada draf yang belum selesai.')).toBeVisible();
  await other.goto(staff.url());
  await expect(other.getByText('Draf ini tidak ada lagi')).toBeVisible();
});

test('attachments: a photo is stored and comes back, a program in disguise is refused', async () => {
  const staff = await program.open('staff');
  await serve(staff);
  const officer: Officer = { staff, hands: keyboard, words: wordsIn('id') };
  await openComplaint(officer);
  await staff.keyboard.type(chronology);
  await stepButton(staff, 'Uraian').click();
  const picker = staff.locator('input[type="file"]');
  await picker.setInputFiles([
    { name: 'layar.png', mimeType: 'image/png', buffer: await staff.screenshot() },
    { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is no picture') },
  ]);
  const list = staff.getByRole('list', { name: 'Lampiran' });
  await expect(list.getByText('layar.png')).toBeVisible();
  await expect(list.getByText(/bukti\.jpg tidak diterima: bukan JPEG, PNG, WebP, atau PDF/u)).toBeVisible();
  await expectSaved(staff);
  await staff.reload();
  await expect(list.getByText('layar.png')).toBeVisible();
  await list.getByRole('button', { name: 'Hapus lampiran layar.png' }).click();
  await expect(list.getByText('layar.png')).toBeHidden();
});

test('the short form records what was answered on the spot', async () => {
  const staff = await program.open('staff');
  await logIn(staff, 'Sari Wulandari', quick);
  await staff.goto(new URL('/pengaduan/baru', staff.url()).href);
  await staff.getByRole('button', { name: /Formulir singkat/u }).click();
  await expect(field(staff, 'Kronologi, seperti yang diceritakan')).toBeFocused();
  await staff.keyboard.type('Antre lama sekali.');
  await staff.getByRole('button', { name: /^Pakai: Antre lama/u }).click();
  await field(staff, 'Jawaban atau solusi yang diberikan').fill('Dijelaskan dan didahulukan');
  await staff.keyboard.press('Control+Enter');
  await expect(staff.getByTestId('complaint-number')).toHaveText(/^P-\d{4}-\d{6}$/u);
});
