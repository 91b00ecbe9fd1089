/** What a window may do and show: the content security policy, the surfaces, personal data, login and lock. */
import { expect, type Page, test } from '@playwright/test';
import { methodNames, methods, type CommandMethod, type QueryMethod } from '../../shared/rpc/contract.ts';
import type { Surface } from '../../shared/rpc/roles.ts';
import { type ContractWindow, oneWindowEach, openContractWindow, staffContract } from './fixtures/contractWindow.ts';
import { action, goToCheck, preview, quick, register, serveNext, tick } from './fixtures/desk.ts';
import { demoPin, logIn, openCounter, takeNumber } from './fixtures/office.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { type Watch, watch } from './fixtures/watch.ts';

const settingsPages = [
  'kantor',
  'jam',
  'libur',
  'pengaduan',
  'teks',
  'stasiun',
  'sinkronisasi',
  'layanan',
  'loket',
  'prioritas',
  'buku-padam',
  'petugas',
  'pin',
  'data-pribadi',
  'kartu-tenang',
  'skenario',
  'keamanan',
  'printer',
  'layar',
  'bahasa',
  'sistem',
];
const staffPages = [
  'pengaduan',
  'pengaduan/laporan-status',
  'pengaduan/berulang',
  'pengaduan/baru',
  'kejadian',
  'latihan',
  'keamanan',
  'lantai',
  'induk',
  'buku-padam',
  'berkas',
];
const paths = [
  '/',
  '/loket',
  '/kios',
  '/papan',
  '/pengaturan',
  '/nothing',
  ...staffPages.map((page) => `/${page}`),
  ...settingsPages.map((slug) => `/pengaturan/${slug}`),
];

const applicant = { name: 'Siti Rahmawati', nik: '3273014505600001', phone: '081234567890' };
/** However somebody writes them down. */
const fullForms = [applicant.nik, applicant.phone, '0812 3456 7890', '0812-3456-7890', '+6281234567890'];

let program: Program;
test.beforeEach(async () => {
  program = await startProgram({ demo: true });
});
test.afterEach(() => program.end());

test.describe('content security policy', () => {
  test('every page comes with the strict policy, which holds and is seen when it does', async () => {
    const staff = await program.open('staff');
    const policies = await staff.evaluate(
      (asked) => Promise.all(asked.map(async (path) => [path, (await fetch(path)).headers.get('content-security-policy')] as const)),
      paths,
    );
    for (const [path, policy] of policies) {
      const directives = new Map((policy ?? '').split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
      expect([path, directives.get('default-src')]).toEqual([path, ["'none'"]]);
      expect([path, directives.get('script-src')]).toEqual([path, ["'self'"]]);
      expect([path, directives.get('object-src')]).toEqual([path, ["'none'"]]);
      expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    }
    expect(policies).toHaveLength(paths.length);

    const seen = await watch(staff);
    await staff.evaluate(() => {
      const scope = globalThis as unknown as { ran: number };
      scope.ran = 0;
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.ran += 1';
      document.body.append(inline);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.ran += 1');
      document.body.append(button);
      button.click();
      // oxlint-disable-next-line typescript/no-implied-eval -- this is what the policy must refuse
      setTimeout('globalThis.ran += 1', 0);
    });
    await expect.poll(() => seen.seen.filter((what) => what.includes('policy script-src')).length).toBeGreaterThanOrEqual(3);
    expect(await staff.evaluate(() => (globalThis as unknown as { ran: number }).ran)).toBe(0);
    const abroad = await staff.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(abroad).toBe('refused');
  });

  test('a tour of every screen breaks no policy and logs no error', async () => {
    const watches: Watch[] = [];
    const opened = async (surface: Surface): Promise<Page> => {
      const page = await program.open(surface);
      watches.push(await watch(page));
      return page;
    };
    const staff = await opened('staff');
    const kiosk = await opened('kiosk');
    const board = await opened('board');
    await logIn(staff, 'Ratna Admin', quick);
    await openCounter(staff, 'Loket 1', quick);
    const number = await takeNumber(kiosk, 'KTP-el hilang', 'Lansia', quick);
    await takeNumber(kiosk, 'KTP-el rusak', 'Tidak ada', quick);
    await serveNext(staff);
    await expect(board.getByText(number).first()).toBeVisible();
    await goToCheck(staff);
    await register(staff, applicant);
    for (const size of ['58 mm', '80 mm', 'A5']) {
      await preview(staff, staff.getByRole('button', { name: /^Pratinjau Tanda terima/u }), async (paper) => {
        await staff.getByRole('dialog').getByText(size).click();
        await expect(paper).toContainText(applicant.name);
      });
    }
    await action(staff, 'Alihkan').click();
    await expect(staff.getByRole('dialog')).toBeVisible();
    await staff.keyboard.press('Escape');
    await expect(staff.getByRole('dialog')).toBeHidden();
    await action(staff, 'Selesai').click();
    for (const tab of [/Tak hadir/u, /Riwayat/u, /Cetakan/u]) await staff.getByRole('tab', { name: tab }).click();
    await staff.getByRole('link', { name: 'Pengaturan', exact: true }).click();
    const sections = staff.getByRole('navigation', { name: 'Bagian pengaturan' }).getByRole('link');
    await expect(sections).toHaveCount(settingsPages.length);
    for (const section of await sections.all()) {
      await section.click();
      await expect(staff.getByRole('heading', { level: 1 })).toBeVisible();
    }
    for (const page of staffPages) {
      await staff.goto(new URL(`/${page}`, staff.url()).href);
      await expect(staff.getByRole('heading', { level: 1 }).first()).toBeVisible();
    }
    for (const seen of watches) seen.expectNothing();
  });
});

test.describe('surfaces', () => {
  test('a kiosk or board window is refused every method that it does not need', async () => {
    for (const surface of ['kiosk', 'board'] as const) {
      const answers = await answersTo(await openContractWindow(program, surface));
      const expected = methodNames.map((method) => [method, methods[method].roles.includes(surface) ? 'invalidInput' : 'forbidden']);
      expect(answers).toEqual(Object.fromEntries(expected));
      const allowed = methodNames.filter((method) => answers[method] === 'invalidInput' && methods[method].kind === 'command');
      expect(allowed).toEqual(surface === 'board' ? [] : ['queue.issue', 'printing.print', 'printing.report']);
    }
  });

  test('from a kiosk or a board no way leads to another screen, also not by an address below it', async () => {
    const staff = await program.open('staff');
    await logIn(staff, 'Sari Wulandari', quick);
    await staff.getByRole('button', { name: 'Buka kantor' }).click();
    const pages = [
      [await program.open('kiosk'), '/kios', 'Sentuh layanan yang Anda perlukan'],
      [await program.open('board'), '/papan', 'Belum ada panggilan'],
    ] as const;
    for (const [page, path, words] of pages) {
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.locator('a[href], area[href], form, iframe')).toHaveCount(0);
      for (const key of ['F2', 'F10', 'Alt+ArrowLeft', 'Alt+Home', 'Tab', 'Escape']) await page.keyboard.press(key);
      expect(new URL(page.url()).pathname).toBe(path);
      await page.goto(new URL(`${path}/loket`, page.url()).href);
      await expect(page.getByText(words)).toBeVisible();
      await expect(page.getByText('Siapa yang bertugas?')).toHaveCount(0);
    }
  });

  test('a browser without the cookie sees nothing', async () => {
    test.skip(hostKind === 'electron', 'the desktop program serves its own windows only');
    const known = await program.open('staff');
    const stranger = await known.context().browser()?.newContext();
    const page = await stranger?.newPage();
    if (stranger === undefined || page === undefined) throw new Error('no browser');
    for (const path of paths) {
      const response = await page.goto(new URL(path, known.url()).href);
      expect([path, response?.status()]).toEqual([path, 401]);
      await expect(page.getByRole('heading', { name: 'Jendela ini belum dikenal' })).toBeVisible();
      await expect(page.getByText('Dinas Kependudukan')).toHaveCount(0);
      await expect(page.locator('script')).toHaveCount(0);
    }
    const socket = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const asked = new WebSocket(`ws://${window.location.host}/rpc?surface=staff`);
          asked.addEventListener('open', () => resolve('open'));
          asked.addEventListener('error', () => resolve('refused'));
        }),
    );
    expect(socket).toBe('refused');
    await stranger.close();
  });
});

/** What the window is answered to each method of the contract. No method takes the input: one that is let through changes nothing. */
async function answersTo({ client }: ContractWindow): Promise<Readonly<Record<string, string>>> {
  const input = { notAnInput: true } as never;
  const answers: Record<string, string> = {};
  for (const method of methodNames) {
    const isQuery = methods[method].kind === 'query';
    const reply = await (isQuery ? client.query(method as QueryMethod, input) : client.command(method as CommandMethod, input));
    answers[method] = reply.kind === 'failed' ? reply.failure.type : reply.kind;
  }
  return answers;
}

test('NIK and phone stand nowhere in full once they are registered', async () => {
  const [staff, kiosk, board] = [await program.open('staff'), await program.open('kiosk'), await program.open('board')];
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await serveNext(staff);
  await goToCheck(staff);
  await register(staff, applicant);
  for (const size of ['58 mm', '80 mm', 'A5']) {
    await preview(staff, staff.getByRole('button', { name: /^Pratinjau Tanda terima/u }), async (paper) => {
      await staff.getByRole('dialog').getByText(size).click();
      await expect(paper).toContainText('3273••••••••0001');
      await expect(paper).toContainText('0812••••••90');
      await expectHidden(staff, fullForms);
    });
  }
  for (const page of [kiosk, board]) await expectHidden(page, [...fullForms, applicant.name, 'Rahmawati']);
  await expectHidden(staff, fullForms);
  await staff.reload();
  await expect(staff.getByText(`Pemohon: ${applicant.name}`)).toBeVisible();
  await expectHidden(staff, fullForms);
});

/** In the source of the window and of every frame in it, attributes included. */
async function expectHidden(page: Page, secrets: readonly string[]): Promise<void> {
  const sources = await Promise.all(page.frames().map((frame) => frame.content()));
  expect(secrets.filter((secret) => sources.some((source) => source.includes(secret)))).toEqual([]);
}

test('after five wrong PINs an account waits, by a countdown that survives a restart of the program', async () => {
  const staff = await program.open('staff');
  await staff.getByRole('button', { name: 'Budi Santoso' }).click();
  for (let failures = 1; failures <= 4; failures += 1) {
    await tryPin(staff, '000000');
    await expect(staff.getByRole('alert')).toContainText(`percobaan gagal: ${failures}`);
  }
  await tryPin(staff, '000000');
  await expectDelay(staff);

  await program.stop();
  program = await startProgram({ demo: false, dataDir: program.dataDir });
  const again = await program.open('staff');
  await again.getByRole('button', { name: 'Budi Santoso' }).click();
  await tryPin(again, demoPin);
  await expectDelay(again);
  await again.getByRole('button', { name: 'Ganti nama' }).click();
  await logIn(again, 'Sari Wulandari', quick);
});

async function tryPin(staff: Page, pin: string): Promise<void> {
  await staff.getByLabel('PIN atau kata sandi', { exact: true }).fill(pin);
  await staff.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** The wait is shown, grows shorter, and the right PIN helps as little as a wrong one meanwhile. */
async function expectDelay(staff: Page): Promise<void> {
  const alert = staff.getByRole('alert');
  await expect(alert).toContainText(/Terlalu banyak percobaan gagal\. Coba lagi dalam 0:[0-3]\d/u);
  const before = (await alert.textContent()) ?? '';
  await expect(alert).not.toHaveText(before);
  await expect(alert).toContainText('Terlalu banyak percobaan gagal');
  await staff.getByLabel('PIN atau kata sandi', { exact: true }).fill(demoPin);
  await expect(staff.getByRole('button', { name: 'Masuk', exact: true })).toBeDisabled();
}

test('the lock is the host’s: it refuses the session everywhere, and keeps the work below', async () => {
  test.skip(hostKind === 'electron', oneWindowEach);
  const staff = await program.open('staff');
  const kiosk = await program.open('kiosk');
  await logIn(staff, 'Sari Wulandari', quick);
  await openCounter(staff, 'Loket 1', quick);
  await takeNumber(kiosk, 'KTP-el hilang', 'Tidak ada', quick);
  await serveNext(staff);
  await goToCheck(staff);
  await tick(staff, 'all');
  await staff.getByRole('button', { name: 'Lengkap', exact: true }).click();
  await staff.getByLabel('Nama pemohon').fill(applicant.name);

  // The same session on another connection, as a script in the window could open one.
  const other = await openContractWindow(program, 'staff');
  const token = await staff.evaluate(() => sessionStorage.getItem('loket.session') ?? '');
  await other.done('access.resume', { token });
  await other.ask('queue.counters', {});
  const told = new Promise((resolve) => other.client.onSession(resolve));

  await staff.getByRole('button', { name: 'Kunci layar' }).click();
  await expect(staff.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  expect(await told).toBe('locked');
  const locked = { kind: 'failed', failure: { type: 'locked' } };
  expect(await other.client.query('queue.counters', {})).toEqual(locked);
  expect(await other.client.query('office.configuration', {})).toEqual(locked);
  expect(await other.client.command('queue.openDay', {})).toEqual(locked);
  expect(await other.client.command('access.touch', {})).toEqual(locked);

  // Neither Escape nor a reload nor taking the lock away from the page opens anything.
  await staff.keyboard.press('Escape');
  await staff.keyboard.press('F8');
  await expect(staff.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  const { day, counters } = await (await staffContract(program, 'Dewi Lestari')).ask('queue.counters', {});
  expect([day.status, counters[0]?.current?.status]).toEqual(['open', 'serving']);

  await staff.getByLabel('PIN atau kata sandi', { exact: true }).fill(demoPin);
  await staff.getByRole('button', { name: 'Buka kunci' }).click();
  await expect(staff.getByRole('heading', { name: 'Layar terkunci' })).toBeHidden();
  await expect(staff.getByLabel('Nama pemohon')).toHaveValue(applicant.name);
  await other.ask('queue.counters', {});

  await staff.getByRole('button', { name: 'Kunci layar' }).click();
  await staff.reload();
  await expect(staff.getByRole('heading', { name: 'Layar terkunci' })).toBeVisible();
  await expect(staff.getByTestId('current-number')).toHaveCount(0);
});
