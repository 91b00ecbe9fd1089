/**
 * A complaint from the counter through the central server and back, as the three people see it who have to do with it: the
 * officer in the office, the complainant on a telephone without scripts, the unit's officer in the agency view. And what the
 * settings say about a server that is there, is not there, and is there again.
 */
import { type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test';
import { databaseFile } from '../../electron/host/database/files.ts';
import { openReader } from '../../electron/host/database/open.ts';
import { demoCode, demoPassword } from '../../server/agency/demoUsers.ts';
import type { Language } from '../../shared/domain/values.ts';
import { type CentralServer, startCentralServer } from './fixtures/centralServer.ts';
import { chromiumOfThisWorker } from './fixtures/chromium.ts';
import { screensNow } from './fixtures/computerClock.ts';
import { confirm, fillIn, type Officer, openComplaint } from './fixtures/complaint.ts';
import { oneWindowEach } from './fixtures/contractWindow.ts';
import { preview, quick, serveNext } from './fixtures/desk.ts';
import { createEyes, type Eyes } from './fixtures/inspector.ts';
import { logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { wordsIn } from './fixtures/words.ts';
import { staffAs } from './screens/counterDesk.ts';

let server: CentralServer;
let program: Program;
test.skip(hostKind === 'electron', oneWindowEach);

/** Both on one clock. @param startAt what it says, ms; else the day is today. */
async function start(startAt?: number): Promise<void> {
  const moment = startAt === undefined ? {} : { startAt };
  [server, program] = await Promise.all([startCentralServer(startAt), startProgram({ demo: true, ...moment })]);
}
test.afterEach(() => Promise.all([server.end(), program.end()]));

const goTo = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);

/** Looks again until it is there: the pages of the server have no script that would. */
const reloadUntil = (page: Page, locator: Locator) =>
  expect(async () => {
    await page.reload();
    await expect(locator).toBeVisible({ timeout: 100 });
  }).toPass();

async function enrol(admin: Page, language: Language): Promise<void> {
  const words = wordsIn(language);
  await goTo(admin, '/pengaturan/sinkronisasi');
  await admin.getByLabel(words('settings.sync.url')).fill(server.url);
  await admin.getByLabel(words('settings.sync.code')).fill(server.enrolmentCode);
  await admin.getByRole('button', { name: words('settings.sync.enrol.submit') }).click();
  await expect(admin.getByRole('status').filter({ hasText: words('settings.sync.done') })).toBeVisible();
}

/** One step of the complaint that is open on a staff screen: its button, what is chosen and written, the button of the dialog. */
async function step({ staff, words }: Officer, action: Parameters<Officer['words']>[0], choose?: (dialog: Locator) => Promise<void>) {
  await staff.getByRole('button', { name: words(action), exact: true }).click();
  const dialog = staff.getByRole('dialog');
  await choose?.(dialog);
  await dialog
    .locator('form')
    .getByRole('button', { name: words(action), exact: true })
    .click();
  await expect(dialog).toBeHidden();
}

/** A page of the server in a browser that shares nothing with the office. */
async function elsewhere(options: BrowserContextOptions): Promise<Page> {
  const context = await (await chromiumOfThisWorker()).newContext({ locale: 'id-ID', javaScriptEnabled: false, ...options });
  return context.newPage();
}

const answer = 'Kami mohon maaf. Petugas sudah dibina dan KTP ibu Anda dicetak hari ini.';
const reply = 'Terima kasih, KTP sudah kami terima.';

test('from the counter to the public, to the unit, back to the counter, closed and rated', async () => {
  await start();
  const words = wordsIn('id');
  const admin = await program.open('staff');
  await logIn(admin, 'Ratna Admin', quick);
  await enrol(admin, 'id');

  const staff = await program.open('staff');
  const kiosk = await program.open('kiosk');
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await serveNext(staff);
  const officer: Officer = { staff, hands: quick, words };
  await openComplaint(officer);
  await fillIn(officer);
  const number = await confirm(officer);
  const pin = (await staff.getByTestId('complaint-pin').textContent()) ?? '';
  await staff.getByRole('link', { name: words('complaintForm.toCounter') }).click();
  await staff.getByRole('tab', { name: words('counter.list.papers') }).click();
  let followed = '';
  await preview(staff, staff.getByRole('tabpanel').getByRole('button', { name: /^Pratinjau/u }), async (paper) => {
    await expect(paper).toContainText(number);
    await expect(paper).toContainText(pin);
    await expect(paper.locator('.qr-code svg, svg').first()).toBeVisible();
    followed = /Lacak di (\S+)/u.exec(await paper.innerText())?.[1] ?? '';
  });

  const citizen = await elsewhere({ viewport: { width: 360, height: 740 } });
  await citizen.goto(`${followed}?n=${number}`);
  await citizen.locator('#pin').fill(pin);
  await citizen.getByRole('button', { name: 'Lihat status' }).click();
  await expect(citizen.getByRole('heading', { name: number })).toBeVisible();
  await expect(citizen.getByText('Diterima, menunggu pemeriksaan')).toBeVisible();

  await goTo(staff, '/pengaduan');
  await staff.getByRole('listitem').filter({ hasText: number }).getByRole('link').click();
  await step(officer, 'complaintAction.verify', (dialog) => dialog.getByRole('radio', { name: words('complaintTag.behaviour') }).click());
  await step(officer, 'complaintAction.assign', async (dialog) => {
    await dialog.getByLabel(words('complaintAction.unit')).first().click();
    await staff.getByRole('option', { name: 'Kepegawaian' }).click();
  });

  const unit = await elsewhere({ viewport: { width: 1366, height: 768 } });
  await unit.goto(`${server.url}/instansi/contoh`);
  await unit.getByLabel('Nama pengguna').fill('pejabat');
  await unit.getByLabel('Kata sandi').fill(demoPassword);
  await unit.getByRole('button', { name: 'Masuk' }).click();
  await unit.getByLabel('Kode').fill(demoCode(server.now()));
  await unit.getByRole('button', { name: 'Lanjut' }).click();
  await unit.getByRole('link', { name: 'Pengaduan', exact: true }).click();
  await unit.getByLabel('Nomor pengaduan').fill(number);
  await unit.getByRole('button', { name: 'Saring' }).click();
  await unit.getByRole('link', { name: number }).click();
  await reloadUntil(unit, unit.getByText('Petugas membentak ibu saya', { exact: false }).first());
  await unit.getByLabel('Tanggapan untuk pengadu').fill(answer);
  await unit.getByRole('button', { name: 'Kirim ke kantor' }).first().click();

  await expect(staff.getByText(answer)).toBeVisible();
  await expect(staff.getByText(words('complaintStage.answered'), { exact: true }).first()).toBeVisible();
  await reloadUntil(unit, unit.getByText('Dilaksanakan kantor'));

  await reloadUntil(citizen, citizen.getByText(answer));
  await citizen.getByLabel('Ya, sudah selesai').check();
  await citizen.getByLabel('Keterangan Anda').fill(reply);
  await citizen.getByRole('button', { name: 'Kirim balasan' }).click();

  await expect(staff.getByText(reply)).toBeVisible();
  await step(officer, 'complaintAction.close');
  await expect(staff.getByText(words('complaintStage.closed'), { exact: true }).first()).toBeVisible();

  await reloadUntil(citizen, citizen.getByText('Pengaduan ditutup'));
  await citizen.getByRole('link', { name: 'Nilai pelayanan' }).click();
  await citizen.getByLabel('5 – sangat puas').check();
  await citizen.getByRole('button', { name: 'Kirim penilaian' }).click();
  await reloadUntil(citizen, citizen.getByText('Terima kasih, penilaian Anda sudah dicatat.'));

  await Promise.all([citizen, unit].map((page) => page.context().close()));
  // What is asked of the server does not keep the program from ending.
  await test.step('the program ends', () => program.stop(), { timeout: 10_000 });
  expect(ratings(program.dataDir)).toEqual([expect.objectContaining({ subject: 'complaint', score: 5 })]);
});

/** What an office that has ended knows of how it was rated. */
function ratings(dataDir: string): unknown[] {
  const db = openReader(databaseFile(dataDir, 'station'));
  try {
    const rows = db.prepare<[], string>("SELECT data FROM event WHERE type = 'serviceRated.v1'").pluck().all();
    return rows.map((data) => JSON.parse(data));
  } finally {
    db.close();
  }
}

for (const language of ['id', 'en'] as const) {
  test(`the settings say how it stands with the server, ${language}`, async () => {
    await start(screensNow);
    const eyes = createEyes(language);
    await serverComesAndGoes(eyes);
    expect(eyes.faults).toEqual([]);
  });
}

async function serverComesAndGoes(eyes: Eyes): Promise<void> {
  const { words, look, language } = eyes;
  const admin = await staffAs(program, 'Ratna Admin', eyes);
  await goTo(admin, '/pengaturan/sinkronisasi');
  await expect(admin.getByRole('heading', { name: words('settings.sync.enrol') })).toBeVisible();
  await look(admin, 'sync-notEnrolled');
  await enrol(admin, language);
  const line = admin.getByRole('contentinfo');
  await expect(line).toContainText(words('staff.central.done'));
  await look(admin, 'sync-done');

  await server.stop();
  const unreachable = admin.getByRole('alert').filter({ hasText: words('settings.sync.problem.unreachable') });
  // Also when nothing waits to be sent.
  await expect(unreachable).toContainText(words('settings.sync.problem.unreachable.text'));
  // Nobody waits for it: the office opens, and what it writes stays here.
  const officer = await staffAs(program, 'Sari Wulandari', eyes);
  await officer.getByRole('button', { name: words('counter.day.open.button') }).click();
  await expect(officer.getByRole('article', { name: 'Loket 1' }).getByRole('button')).toBeVisible();
  await expect(admin.getByText(/^[1-9]\d* (?:catatan, yang tertua dari|to send, the oldest of)/u)).toBeVisible();
  await expect(line).toContainText(words('staff.central.problem.unreachable'));
  await look(admin, 'sync-unreachable');

  await server.start();
  // In one language somebody presses the button, in the other one nobody does anything.
  if (language === 'id') await admin.getByRole('button', { name: words('settings.sync.tryNow') }).click();
  await expect(unreachable).toBeHidden({ timeout: 30_000 });
  await expect(admin.getByRole('main').getByText(words('settings.sync.done'), { exact: true })).toBeVisible();
  await expect(line).toContainText(words('staff.central.done'));
}
