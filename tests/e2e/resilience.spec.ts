/** What a person finds again after a reload, a power cut, a lost host; and two officers who press at the same moment. */
import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import { oneWindowEach, openContractWindow, outputOf, staffContract } from './fixtures/contractWindow.ts';
import { action, currentNumber, goToCheck, quick, serveNext, tick } from './fixtures/desk.ts';
import { logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

/** Sari serves the first visitor at counter 1, is at the checklist and has ticked two papers. Returns the number. */
async function atChecklist(staff: Page, kiosk: Page): Promise<string> {
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  const number = await takeNumber(kiosk, 'KTP-el hilang', 'Lansia', quick);
  await serveNext(staff);
  await goToCheck(staff);
  await tick(staff, 2);
  return number;
}

/** The counter stands where `atChecklist` left it. */
async function expectAtChecklist(staff: Page, number: string): Promise<void> {
  await expect(currentNumber(staff)).toHaveText(number);
  await expect(staff.getByText('Sedang dilayani')).toBeVisible();
  await expect(staff.getByText('Izinkan saya memeriksa dokumen-dokumen ini terlebih dahulu.')).toBeVisible();
  await expect(staff.getByText(/^Persyaratan\s*2 dari/u)).toBeVisible();
  await expect(staff.getByRole('checkbox', { checked: true })).toHaveCount(2);
}

test('a reload and a deep link keep login, counter, step and ticked papers', async () => {
  const staff = await program.open('staff');
  const kiosk = await program.open('kiosk');
  const number = await atChecklist(staff, kiosk);
  const counterPath = new URL(staff.url()).pathname;
  const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

  await staff.reload();
  await expectAtChecklist(staff, number);
  await goTo(staff, '/pengaturan/bahasa');
  await expect(staff.getByRole('heading', { name: 'Bahasa dan tampilan' })).toBeVisible();
  await expect(staff.getByRole('button', { name: 'Akun Sari Wulandari' })).toBeVisible();
  await goTo(staff, counterPath);
  await expectAtChecklist(staff, number);
  await staff.goBack();
  await expect(staff.getByRole('heading', { name: 'Bahasa dan tampilan' })).toBeVisible();

  // A link leads through the login to where it points.
  await staff.getByRole('button', { name: 'Akun Sari Wulandari' }).click();
  await staff.getByRole('menuitem', { name: 'Keluar' }).click();
  await goTo(staff, counterPath);
  await logIn(staff, 'Dewi Lestari', quick);
  await expectAtChecklist(staff, number);

  await kiosk.reload();
  expect(await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-002');
});

test('after a power cut the counter stands where it stood and no number comes twice', async () => {
  const number = await atChecklist(await program.open('staff'), await program.open('kiosk'));
  await program.kill();
  program = await startProgram({ demo: false, dataDir: program.dataDir });

  const board = await program.open('board');
  await expect(board.getByText(number).first()).toBeVisible();
  const staff = await program.open('staff');
  await logIn(staff, 'Sari Wulandari', quick);
  const tile = staff.getByRole('article', { name: 'Loket 1' });
  await expect(tile).toContainText(`Melayani ${number}`);
  await tile.getByRole('button', { name: 'Lanjutkan' }).click();
  await expectAtChecklist(staff, number);
  expect(await takeNumber(await program.open('kiosk'), 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-002');
  await action(staff, 'Selesai').click();
  expect(await serveNext(staff)).toBe('A-002');
});

test('while the host is away every screen says so; what was under way is done once when it is back', async () => {
  test.skip(program.loseHost === undefined, 'the desktop program starts its host again by itself; see its own tests');
  const [staff, kiosk, board] = [await program.open('staff'), await program.open('kiosk'), await program.open('board')];
  const number = await atChecklist(staff, kiosk);
  await takeNumber(kiosk, 'Akta kelahiran', 'Tidak ada', quick);
  const idleKiosk = await program.open('kiosk');
  await expect(idleKiosk.getByRole('button', { name: 'KTP-el hilang' })).toBeVisible();
  const other = await program.open('staff');
  await logIn(other, 'Budi Santoso', quick);
  await other.getByRole('article', { name: 'Loket 2' }).getByRole('button', { name: 'Buka loket' }).click();
  await expect(action(other, 'Panggil berikutnya')).toHaveAttribute('aria-disabled', 'false');
  await staff.getByRole('button', { name: 'Catatan' }).click();
  await staff.getByLabel('Catatan kunjungan').fill('belum disimpan');
  await kiosk.getByRole('button', { name: 'KTP-el hilang' }).click();

  // Two commands leave their windows and meet no answer.
  program.freezeHost?.();
  await kiosk.getByRole('button', { name: 'Tidak ada' }).click();
  await expect(kiosk.getByRole('heading', { name: 'Mengambil nomor Anda …' })).toBeVisible();
  await action(other, 'Panggil berikutnya').click();
  await program.loseHost?.();

  const since = /\d{2}\.\d{2}/u;
  await expect(staff.getByRole('alert').filter({ hasText: 'Sambungan terputus' })).toContainText(since);
  await expect(staff.getByLabel('Keadaan stasiun')).toContainText(/Data terakhir \d{2}\.\d{2}/u);
  await expect(board.getByRole('alert')).toContainText(/Sambungan terputus sejak \d{2}\.\d{2}/u);
  await expect(board.getByText(number).first()).toBeVisible();
  await expect(idleKiosk.getByRole('heading', { name: 'Kios sedang tidak terhubung' })).toBeVisible();
  await expect(idleKiosk.getByRole('button', { name: 'KTP-el hilang' })).toHaveCount(0);
  const actions = staff.getByRole('toolbar', { name: 'Tindakan' }).getByRole('button');
  // All but one: the calm card needs no host.
  await expect(staff.locator('[data-action][aria-disabled="true"]')).toHaveCount((await actions.count()) - 1);
  await staff.keyboard.press('F10');
  await expect(staff.getByRole('dialog').getByText('Dengarkan sampai selesai')).toBeVisible();
  await staff.keyboard.press('Escape');
  for (const box of await staff.getByRole('checkbox').all()) await expect(box).toBeDisabled();
  for (const name of ['Simpan catatan', 'Kurang']) await expect(staff.getByRole('button', { name, exact: true })).toBeDisabled();
  await staff.keyboard.press('F8');
  await expect(staff.getByRole('alert').filter({ hasText: 'Sambungan terputus. Tunggu sampai tersambung lagi.' })).toBeVisible();

  await program.returnHost?.();
  await expect(kiosk.getByTestId('issued-number')).toHaveText('A-002', { timeout: 20_000 });
  await expect(currentNumber(other)).toHaveText('D-001', { timeout: 20_000 });
  await expect(staff.getByText('Sambungan terputus')).toBeHidden({ timeout: 20_000 });
  await expect(board.getByRole('alert')).toBeHidden({ timeout: 20_000 });
  await expect(idleKiosk.getByRole('heading', { name: 'Sentuh layanan yang Anda perlukan' })).toBeVisible({ timeout: 20_000 });
  await expectAtChecklist(staff, number);
  await expect(staff.getByLabel('Catatan kunjungan')).toHaveValue('belum disimpan');
  await staff.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(staff.getByText('Tersimpan', { exact: true })).toBeVisible();
  expect(await takeNumber(idleKiosk, 'KTP-el hilang', 'Tidak ada', quick)).toBe('A-003');
});

test('data that the disk withholds: every window says so and can call for help, and goes on by itself when it is back', async () => {
  test.skip(program.loseHost === undefined, 'the desktop program starts its host again by itself; see its own tests');
  const staff = await program.open('staff');
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  await program.loseHost?.();
  const giveBack = withhold(program.dataDir);
  const back = program.returnHost?.();

  await expect(staff.getByRole('alert').filter({ hasText: 'Sambungan terputus' })).toContainText('minta teknisi', {
    timeout: 20_000,
  });
  const other = await program.open('staff');
  await expect(other.getByRole('heading', { name: 'Data kantor belum dapat dibuka' })).toBeVisible();
  await staff.keyboard.press('F12');
  await staff.keyboard.press('F12');
  await expect(other.getByRole('alertdialog')).toContainText('Loket 1');

  giveBack();
  await back;
  await expect(other.getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeAttached({ timeout: 20_000 });
  await expect(other.getByRole('alertdialog')).toContainText('Loket 1');
  await expect(staff.getByText('Sambungan terputus')).toBeHidden({ timeout: 20_000 });
});

/** Puts a directory where the database should be: it can be neither opened nor taken for damaged. Returns the way back. */
function withhold(dataDir: string): () => void {
  const file = join(dataDir, 'station.db');
  renameSync(file, `${file}.away`);
  mkdirSync(file);
  return () => {
    rmdirSync(file);
    renameSync(`${file}.away`, file);
  };
}

test('a form that is saved while the host is away is saved when it is back', async () => {
  test.skip(program.loseHost === undefined, 'the desktop program starts its host again by itself; see its own tests');
  const staff = await program.open('staff');
  await logIn(staff, 'Ratna Admin', quick);
  await staff.goto(new URL('/pengaturan/kantor', staff.url()).href);
  await staff.getByLabel('Nama kantor').fill('Kantor Sesudah Putus');
  await program.loseHost?.();
  await expect(staff.getByText('Sambungan terputus')).toBeVisible();
  await staff.getByRole('button', { name: 'Simpan', exact: true }).click();
  await program.returnHost?.();
  await expect(staff.getByText('Tersimpan pukul')).toBeVisible({ timeout: 20_000 });
  await staff.reload();
  await expect(staff.getByRole('banner')).toContainText('Kantor Sesudah Putus');
  await expect(staff.getByLabel('Nama kantor')).toHaveValue('Kantor Sesudah Putus');
});

test('two officers who call at the same moment never get the same visitor', async () => {
  test.skip(hostKind === 'electron', oneWindowEach);
  const rounds = 30;
  const kiosk = await openContractWindow(program, 'kiosk');
  const board = await openContractWindow(program, 'board');
  const sari = await staffContract(program, 'Sari Wulandari');
  const budi = await staffContract(program, 'Budi Santoso');
  await sari.done('queue.openDay', {});
  const { counters } = await sari.ask('queue.counters', {});
  // Counter 4 takes every service, so both draw from the same line.
  const desks = [sari, budi].map((officer, index) => ({ officer, counterId: counters[index === 0 ? 0 : 3]?.id ?? '' }));
  const serviceId = counters[0]?.serviceIds[0] ?? '';
  for (const { officer, counterId } of desks) await officer.done('queue.openCounter', { counterId });
  for (let n = 0; n < rounds * 2; n += 1) {
    await kiosk.done('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: n % 5 === 0 ? 'lansia' : null });
  }

  const called: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const replies = await Promise.all(desks.map(({ officer, counterId }) => officer.client.command('queue.callNext', { counterId })));
    const tickets = replies.map((reply) => outputOf('queue.callNext', reply));
    called.push(...tickets.map(({ number }) => number));
    const shown = (await board.ask('queue.board', {})).counters.filter(({ ticketNumber }) => ticketNumber !== null);
    const expected = desks.map(({ counterId }, index) => [counterId, tickets[index]?.number]);
    expect(shown.map(({ counterId, ticketNumber }) => [counterId, ticketNumber])).toEqual(expected);
    for (const [index, { officer, counterId }] of desks.entries()) {
      await officer.done('queue.markNoShow', { counterId, ticketId: tickets[index]?.ticketId ?? '' });
    }
  }
  expect(new Set(called).size).toBe(rounds * 2);

  await kiosk.done('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: null });
  const last = await Promise.all(desks.map(({ officer, counterId }) => officer.client.command('queue.callNext', { counterId })));
  expect(last.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
  expect(last.find(({ kind }) => kind === 'refused')).toEqual({ kind: 'refused', refusal: { type: 'nobodyWaiting' } });
});
