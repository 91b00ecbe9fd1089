/** The day as the README tells it, once by the keyboard alone and once by touch alone. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type Hands, keyboard, touch } from './fixtures/hands.ts';
import { heardOnBoard, logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { type Program, startProgram } from './fixtures/program.ts';

const root = join(import.meta.dirname, '../..');

for (const hands of [keyboard, touch]) {
  test(`from morning to closing by ${hands.name} alone`, async () => {
    const program = await startProgram({ demo: true });
    try {
      await tellTheDay(program, hands);
      await program.stop();
      verifyData(program.dataDir);
    } finally {
      await program.end();
    }
  });
}

async function tellTheDay(program: Program, hands: Hands): Promise<void> {
  const screen = { hasTouch: hands.name === 'touch' };
  const staff = await program.open('staff', screen);
  const kiosk = await program.open('kiosk', screen);
  const board = await program.open('board', { viewport: { width: 1920, height: 1080 } });

  await test.step('the office opens', async () => {
    await expect(kiosk.getByRole('heading', { name: 'Pelayanan belum dibuka' })).toBeVisible();
    await logIn(staff, 'Sari Wulandari', hands);
    await openCounter(staff, 'Loket 1', hands);
  });

  const regular = await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', hands);
  const elderly = await takeNumber(kiosk, 'KTP-el rusak', 'Lansia', hands);
  expect([regular, elderly]).toEqual(['A-001', 'B-001']);

  await test.step('the first visitor brings all papers', async () => {
    const number = await callNext(staff, hands);
    await heardOnBoard(board, number);
    await act(staff, 'F3', 'Panggil ulang', hands);
    await expect(staff.getByText('dipanggil ulang 1×')).toBeVisible();
    await act(staff, 'Enter', 'Mulai layani', hands);
    await expect(staff.getByText('Sedang dilayani')).toBeVisible();
    await expect(staff.getByText(/Selamat (?:pagi|siang|sore), Bapak\/Ibu\. Selamat datang di/u)).toBeVisible();
    await goToCheck(staff, hands);
    for (const paper of await staff.getByRole('checkbox').all()) {
      await hands.use(paper);
      await expect(paper).toBeChecked();
    }
    await hands.use(staff.getByRole('button', { name: 'Lengkap', exact: true }));
    await hands.type(staff.getByLabel('Nama pemohon'), 'Siti Rahmawati');
    await hands.type(staff.getByLabel('NIK (boleh kosong)'), '3273014505600001');
    await expect(staff.getByText(/Lahir 5 Mei 1960/u)).toBeVisible();
    await hands.type(staff.getByLabel('Nomor HP (boleh kosong)'), '0812 3456 7890');
    await hands.use(staff.getByRole('button', { name: 'Daftarkan dan cetak tanda terima' }));
    await expect(staff.getByText(/B-\d{4}-000001/u).first()).toBeVisible();
    await act(staff, 'F8', 'Selesai', hands);
  });

  await test.step('the second visitor lacks one and waits aside', async () => {
    const number = await callNext(staff, hands);
    await heardOnBoard(board, number);
    await act(staff, 'Enter', 'Mulai layani', hands);
    await act(staff, 'F6', 'Tahan', hands);
    await hands.use(staff.getByRole('button', { name: `Lanjutkan ${number}` }));
    await expect(staff.getByTestId('current-number')).toHaveText(number);
    await goToCheck(staff, hands);
    await hands.use(staff.getByRole('checkbox').first());
    await hands.use(staff.getByRole('button', { name: 'Kurang', exact: true }));
    await hands.use(staff.getByRole('button', { name: 'Catat dan cetak slip' }));
    await expect(staff.getByText(/Slip kekurangan pukul/u)).toBeVisible();
    await act(staff, 'F8', 'Selesai', hands);
  });

  await test.step('a third is not there, comes back, and goes to another service', async () => {
    const number = await takeNumber(kiosk, 'KK perubahan data', 'Tidak ada', hands);
    expect(await callNext(staff, hands)).toBe(number);
    await act(staff, 'F4', 'Tidak hadir', hands);
    await hands.use(staff.getByRole('tab', { name: /Tak hadir/u }));
    await hands.use(staff.getByRole('button', { name: `Kembalikan ${number} ke antrean` }));
    await hands.use(staff.getByRole('menuitem', { name: 'Di depan antrean' }));
    expect(await callNext(staff, hands)).toBe(number);
    await act(staff, 'F7', 'Alihkan', hands);
    await hands.use(staff.getByRole('radio', { name: /Akta kelahiran/u }));
    await hands.use(staff.getByRole('dialog').getByRole('button', { name: 'Alihkan' }));
    await expect(staff.getByRole('heading', { name: 'Tidak ada yang menunggu untuk loket ini.' })).toBeVisible();
  });

  await test.step('the office closes; the one who still waits expires with it', async () => {
    await hands.use(staff.getByRole('button', { name: 'Menu loket' }));
    await hands.use(staff.getByRole('menuitem', { name: 'Tutup kantor' }));
    const dialog = staff.getByRole('dialog');
    await hands.use(dialog.getByRole('button', { name: 'Tutup kantor' }));
    await hands.use(dialog.getByRole('button', { name: 'Tutup dan hanguskan 1 karcis' }));
    await expect(kiosk.getByRole('heading', { name: 'Pelayanan hari ini sudah selesai' })).toBeVisible();
    // After the last announcement has been made to its end.
    await expect(board.getByText('Pelayanan hari ini sudah selesai')).toBeVisible({ timeout: 60_000 });
  });
}

/** Calls the next visitor: the number and the reason why it is her turn. */
async function callNext(staff: Page, hands: Hands): Promise<string> {
  await expect(staff.getByRole('heading', { name: /Siap memanggil/u })).toBeVisible();
  await act(staff, 'F2', 'Panggil berikutnya', hands);
  const number = staff.getByTestId('current-number');
  await expect(number).toBeVisible();
  await expect(staff.getByText('Alasan dipanggil')).toBeVisible();
  return (await number.textContent()) ?? '';
}

/** An action of the row: by its key, or by tapping its button. */
async function act(staff: Page, key: string, name: string, hands: Hands): Promise<void> {
  const button = staff.getByRole('toolbar', { name: 'Tindakan' }).getByRole('button', { name: new RegExp(`^${name}`, 'u') });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  if (hands.name === 'touch') return hands.use(button);
  if (key === 'Enter') return hands.use(button);
  await staff.keyboard.press(key);
}

async function goToCheck(staff: Page, hands: Hands): Promise<void> {
  await hands.use(staff.getByRole('button', { name: /Periksa berkas/u }));
  await expect(staff.getByText('Izinkan saya memeriksa dokumen-dokumen ini terlebih dahulu.')).toBeVisible();
}

/** What the day left behind is sound: structure, hash chain, pages. */
function verifyData(dataDir: string): void {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'electron/host/cli/loket.ts'), 'verify', '--data', dataDir], {
    encoding: 'utf8',
  });
  expect(stdout).not.toBe('');
  expect(status).toBe(0);
}
