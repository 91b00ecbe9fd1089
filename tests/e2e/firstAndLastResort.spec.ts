/** The two ends of a data directory's life: the set-up of an empty one, and one that was damaged on disk. */
import { closeSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { loket } from './fixtures/commandLine.ts';
import { quick, serveNext } from './fixtures/desk.ts';
import { demoPin, logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { type Program, startProgram } from './fixtures/program.ts';

let program: Program;
test.afterEach(() => program.end());

test('from an empty data directory to the first ticket', async () => {
  program = await startProgram({ demo: false });
  const [staff, kiosk, board] = [await program.open('staff'), await program.open('kiosk'), await program.open('board')];
  await expect(kiosk.getByRole('heading', { name: 'Kios belum disiapkan' })).toBeVisible();
  await expect(board.getByRole('heading', { name: 'Papan belum disiapkan' })).toBeVisible();
  await setUp(staff);
  await logIn(staff, 'Nur Aini', quick);
  await openAtAnyHour(staff);
  await expect(kiosk.getByRole('heading', { name: 'Pelayanan belum dibuka' })).toBeVisible();
  await openCounter(staff, 'Loket 1', quick);
  const number = await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  expect(number).toBe('A-001');
  expect(await serveNext(staff)).toBe(number);
  await expect(board.getByText(number).first()).toBeVisible();
  await expect(board.getByText('Kantor Baru')).toBeVisible();
});

/** The hours of the set-up are a working day's, and this day may be over: on a day without hours nothing limits. */
async function openAtAnyHour(staff: Page): Promise<void> {
  await staff.goto(new URL('/pengaturan/jam', staff.url()).href);
  for (const day of ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat']) await staff.getByRole('switch', { name: day }).uncheck({ force: true });
  await staff.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(staff.getByText('Tersimpan pukul')).toBeVisible();
  await staff.getByRole('link', { name: 'Loket', exact: true }).first().click();
}

async function setUp(staff: Page): Promise<void> {
  const next = staff.getByRole('button', { name: 'Lanjut', exact: true });
  await expect(staff.getByRole('heading', { name: 'Tentang kantor' })).toBeVisible();
  await next.click();
  await expect(staff.getByText('Isi kolom ini.')).toBeVisible();
  await staff.getByLabel('Nama kantor').fill('Kantor Baru');
  await next.click();
  await next.click();
  await expect(staff.getByText('Pilih paling sedikit satu layanan.')).toBeVisible();
  await staff.getByRole('button', { name: 'Pilih semua' }).click();
  // What was typed survives a reload.
  await staff.reload();
  await expect(staff.getByRole('heading', { name: 'Layanan yang dibuka' })).toBeVisible();
  await next.click();
  await next.click();
  await staff.getByLabel('Nama Anda').fill('Nur Aini');
  await staff.getByLabel('PIN atau kata sandi baru').fill(demoPin);
  await staff.getByLabel('Ketik sekali lagi').fill(demoPin);
  await next.click();
  await expect(staff.getByText('Kantor Baru')).toBeVisible();
  await staff.getByRole('button', { name: 'Siapkan kantor ini' }).click();
  await expect(staff.getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeVisible();
}

/** A-001 is in the backup, A-002 came after it; the program has ended. Returns how many events there are. */
async function dayWithBackup(): Promise<number> {
  program = await startProgram({ demo: true });
  const admin = await program.open('staff');
  const kiosk = await program.open('kiosk');
  await logIn(admin, 'Ratna Admin', quick);
  await openCounter(admin, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await admin.goto(new URL('/pengaturan/sistem', admin.url()).href);
  await admin.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await expect(admin.getByText('Cadangan selesai dan sudah diperiksa')).toBeVisible();
  expect(await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-002');
  await program.stop();
  return eventsIn(program.dataDir);
}

test('a damaged database: the program starts, says what it recovered, and a supervisor takes note of it', async () => {
  const events = await dayWithBackup();
  invert(join(program.dataDir, 'station.db'), [0.3, 0.5, 0.8], 64);
  expect(loket('verify', program.dataDir).code).toBe(1);

  program = await startProgram({ demo: false, dataDir: program.dataDir });
  const staff = await program.open('staff');
  await logIn(staff, 'Sari Wulandari', quick);
  const facts = await readReport(staff, async (report) => {
    await expect(report.getByRole('button', { name: 'Saya sudah membaca' })).toHaveCount(0);
    await expect(report).toContainText('Pengawas atau administrator dapat menutup pemberitahuan ini.');
  });
  expect(facts['Kerusakan']).toBe('halaman berubah di luar program');
  expect(existsSync(join(program.dataDir, facts['Berkas rusak disimpan sebagai'] ?? '?'))).toBe(true);
  expect(facts['Cadangan yang dipakai']).toMatch(/^\w+, \d+ \w+ \d{4}$/u);
  const counts = ['Kejadian dari cadangan', 'Kejadian sesudah cadangan', 'Kejadian hilang'].map((name) => Number(facts[name]));
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(events);

  await staff.getByRole('button', { name: 'Akun Sari Wulandari' }).click();
  await staff.getByRole('menuitem', { name: 'Keluar' }).click();
  await logIn(staff, 'Dewi Lestari', quick);
  await readReport(staff, (report) => report.getByRole('button', { name: 'Saya sudah membaca' }).click());
  await expect(staff.getByText('Basis data rusak dan sudah dipulihkan')).toBeHidden();
  await staff.reload();
  await expect(staff.getByRole('button', { name: 'Akun Dewi Lestari' })).toBeVisible();
  await expect(staff.getByText('Basis data rusak dan sudah dipulihkan')).toHaveCount(0);

  // Work goes on behind the numbers that were handed out.
  expect(await takeNumber(await program.open('kiosk'), 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-003');
  await program.stop();
  expect(loket('verify', program.dataDir)).toMatchObject({ code: 0 });
});

test('a database that nothing can be read from: the backup is taken, and what came after it is named as lost', async () => {
  const events = await dayWithBackup();
  invert(join(program.dataDir, 'station.db'), [0], Number.MAX_SAFE_INTEGER);
  program = await startProgram({ demo: false, dataDir: program.dataDir });
  const officer = await program.open('staff');
  await logIn(officer, 'Sari Wulandari', quick);
  await expect(officer.getByRole('alert')).toContainText('Kejadian yang tidak dapat dipulihkan: 1.');
  const facts = await readReport(officer, (report) =>
    expect(report).toContainText('Bandingkan karcis dan tanda terima terakhir di meja dengan layar'),
  );
  expect(facts).toMatchObject({ 'Kejadian dari cadangan': String(events - 1), 'Kejadian sesudah cadangan': '0', 'Kejadian hilang': '1' });

  // A-002 is lost here but on paper in a visitor's hand: it is not given again.
  expect(await takeNumber(await program.open('kiosk'), 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-003');
});

/** The facts of the recovery report as the dialog shows them. */
async function readReport(page: Page, look: (report: Locator) => Promise<void>): Promise<Readonly<Record<string, string>>> {
  await expect(page.getByRole('alert').filter({ hasText: 'Basis data rusak dan sudah dipulihkan' })).toBeVisible();
  await page.getByRole('button', { name: 'Lihat laporan' }).click();
  const report = page.getByRole('dialog');
  await expect(report.locator('dt').first()).toBeVisible();
  const names = await report.locator('dt').allTextContents();
  const values = await report.locator('dd').allTextContents();
  await look(report);
  if (await report.isVisible()) await page.keyboard.press('Escape');
  await expect(report).toBeHidden();
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function eventsIn(dataDir: string): number {
  const { out } = loket('verify', dataDir);
  return Number(/hash chain of (\d+) events/u.exec(out)?.[1]);
}

/** Inverts so many bytes at these parts of a file, as a failing disk does. */
function invert(file: string, parts: readonly number[], count: number): void {
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  for (const part of parts) {
    const at = Math.floor(size * part);
    const bytes = Buffer.alloc(Math.min(count, size - at));
    readSync(handle, bytes, 0, bytes.length, at);
    writeSync(
      handle,
      bytes.map((byte) => 255 - byte),
      0,
      bytes.length,
      at,
    );
  }
  closeSync(handle);
}
