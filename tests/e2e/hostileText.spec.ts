/** RELIABILITY 6: payloads through every text field, shown on every screen and every paper: text, and nothing but text. */
import { expect, type Page, test } from '@playwright/test';
import { v7 } from 'uuid';
import type { Counter, Service } from '../../shared/domain/office/types.ts';
import { type ContractWindow, oneWindowEach, staffContract } from './fixtures/contractWindow.ts';
import { preview, quick } from './fixtures/desk.ts';
import { logIn } from './fixtures/office.ts';
import { hostileText, payloads } from './fixtures/payloads.ts';
import { hostKind, type Program, startProgram } from './fixtures/program.ts';
import { type Watch, watch } from './fixtures/watch.ts';

const both = (text: string) => ({ id: text, en: `${text} en` });
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

let program: Program;
let admin: ContractWindow;
const watches: Watch[] = [];

test.skip(hostKind === 'electron', oneWindowEach);
test.beforeAll(async () => {
  program = await startProgram({ demo: true });
  admin = await staffContract(program, 'Ratna Admin');
  await admin.done('queue.openDay', {});
});
test.afterAll(() => program.end());
test.afterEach(() => {
  for (const { expectNothing } of watches.splice(0)) expectNothing();
});

const open = async (surface: 'staff' | 'kiosk' | 'board', path?: string): Promise<Page> => {
  const page = await program.open(surface);
  watches.push(await watch(page));
  if (surface !== 'staff' || path === undefined) return page;
  await logIn(page, 'Ratna Admin', quick);
  await page.goto(new URL(path, page.url()).href);
  return page;
};

const shows = (page: Page, text: string) => expect(page.locator('body')).toContainText(text);

test('payload by payload through all that an office says about itself and its visitors', async () => {
  test.setTimeout(240_000);
  const [kiosk, board, door] = [await open('kiosk'), await open('board'), await open('staff')];
  const accounts = await open('staff', '/pengaturan/petugas');
  const office = await admin.ask('office.configuration', {});
  const [counter] = office.counters;
  const service = office.services.find(({ id }) => id === counter?.serviceIds[0]);
  if (counter === undefined || service === undefined) throw new Error('the demo office has counters and services');
  const guard = (await admin.ask('staff.list', {})).find(({ name }) => name === 'Agus Prasetyo');
  if (guard === undefined) throw new Error('the demo office has a guard');
  await admin.done('queue.openCounter', { counterId: counter.id });
  const desk = await open('staff', `/loket/${counter.id}`);
  await desk.getByRole('tab', { name: 'Cetakan' }).click();

  for (const n of payloads.keys()) {
    const text = (max: number, field: string) => hostileText(n, max, field);
    await admin.done('office.saveProfile', { ...office.profile, name: text(120, 'kantor'), address: text(300, 'alamat') });
    await admin.done('office.saveTexts', {
      runningText: both(text(450, 'berjalan')),
      ticketFooter: both(text(190, 'kaki')),
      contact: text(200, 'hubungi'),
    });
    await admin.done('staff.change', { ...guard, name: text(80, 'nama') });
    await admin.done('office.saveCounter', { ...counter, name: text(40, '') });
    await admin.done('office.saveService', hostileService(service, n));

    await shows(kiosk, text(120, 'kantor'));
    await shows(kiosk, text(110, 'layanan'));
    await shows(board, text(120, 'kantor'));
    await shows(board, text(450, 'berjalan'));
    await shows(board, text(40, ''));
    await shows(door, text(120, 'kantor'));
    await shows(door, text(80, 'nama'));
    await shows(accounts, text(80, 'nama'));
    // Somebody sits there: on a slow machine nobody would have touched this window for as long as it takes to lock it.
    await accounts.keyboard.press('Shift');
    await visit(desk, counter, service, n);
  }
});

/** One visitor from ticket to slip at the counter, with her papers looked at. */
async function visit(desk: Page, counter: Counter, service: Service, n: number): Promise<void> {
  const text = (max: number, field: string) => hostileText(n, max, field);
  const ticketId = v7();
  const at = { counterId: counter.id, ticketId, serviceId: service.id };
  const { number } = await admin.done('queue.issue', { ticketId, visitId: v7(), serviceId: service.id, ground: null });
  await admin.done('queue.callTicket', { counterId: counter.id, ticketId });
  await admin.done('queue.startServing', { counterId: counter.id, ticketId });
  await admin.done('queue.note', { ticketId, text: text(2000, 'catatan') });
  const [first, ...others] = service.requirements.map(({ id }) => id);
  await admin.done('queue.setRequirements', { counterId: counter.id, ticketId, receivedRequirementIds: others });
  const shortfallId = v7();
  await admin.done('documents.recordShortfall', { ...at, shortfallId, missingRequirementIds: [first ?? ''] });
  const documentId = v7();
  const registered = await admin.done('documents.register', {
    ...at,
    documentId,
    personId: v7(),
    applicant: { name: text(120, 'pemohon'), nik: '', phone: '' },
    receivedRequirementIds: service.requirements.map(({ id }) => id),
  });
  await admin.done('queue.setStep', { counterId: counter.id, ticketId, step: n % 2 === 0 ? 'close' : 'check' });
  for (const [kind, subjectId] of [
    ['ticket', ticketId],
    ['documentReceipt', documentId],
    ['shortfallSlip', shortfallId],
  ] as const) {
    await admin.done('printing.print', { jobId: v7(), kind, subjectId, printerId: null });
  }

  await expect(desk.getByTestId('current-number')).toHaveText(number);
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(text(40, ''));
  await shows(desk, text(120, 'kantor'));
  await shows(desk, text(110, 'layanan'));
  await shows(desk, n % 2 === 0 ? `Pemohon: ${text(120, 'pemohon')}` : text(190, 'syarat'));
  await expect(desk.getByLabel('Catatan kunjungan')).toHaveValue(text(2000, 'catatan'));

  const everywhere = [text(120, 'kantor'), text(300, 'alamat'), text(110, 'layanan')];
  const papers = [
    [`Pratinjau Karcis ${number}`, [...everywhere, text(190, 'kaki')]],
    [
      `Pratinjau Tanda terima berkas ${registered.number}`,
      [...everywhere, text(120, 'pemohon'), text(190, 'syarat'), text(200, 'hubungi'), text(40, '')],
    ],
    [`Pratinjau Slip kekurangan ${number}`, [...everywhere, text(190, 'syarat'), text(190, 'tempat')]],
  ] as const;
  for (const [name, texts] of papers) {
    await preview(desk, desk.getByRole('tabpanel').getByRole('button', { name, exact: true }), async (paper) => {
      for (const expected of texts) await expect(paper).toContainText(expected);
    });
  }
  await admin.done('queue.finish', { counterId: counter.id, ticketId });
}

function hostileService(service: Service, n: number): Service {
  const text = (max: number, field: string) => both(hostileText(n, max, field));
  return {
    ...service,
    title: text(110, 'layanan'),
    procedure: text(990, 'langkah'),
    product: text(190, 'hasil'),
    requirements: service.requirements.map(({ id }) => ({ id, title: text(190, 'syarat'), whereToGet: text(190, 'tempat') })),
  };
}

test('typed by hand into the forms and saved', async () => {
  const staff = await open('staff', '/pengaturan/kantor');
  for (const n of [0, 3, 14, 33]) {
    await staff.getByLabel('Nama kantor').fill(hostileText(n, 120));
    await staff.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(staff.getByText('Tersimpan pukul')).toBeVisible();
    await expect(staff.getByRole('banner')).toContainText(hostileText(n, 120));
  }
});

test('lists full of them: services, counters, printers, holidays', async () => {
  test.setTimeout(120_000);
  const office = await admin.ask('office.configuration', {});
  const [model] = office.services;
  if (model === undefined) throw new Error('the demo office has services');
  const prefix = (n: number) => `${n < 26 ? 'X' : 'Y'}${letters[n % 26]}`;
  const services = payloads.map((_, n): Service => ({ ...hostileService(model, n), id: v7(), prefix: prefix(n) }));
  for (const [n, service] of services.entries()) {
    await admin.done('office.saveService', service);
    await admin.done('office.saveCounter', { id: v7(), number: 50 + n, name: hostileText(n, 40), serviceIds: [service.id] });
    await admin.done('office.savePrinter', {
      id: v7(),
      name: hostileText(n, 60),
      paper: '80mm',
      connection: { kind: 'system', deviceName: hostileText(n, 200) },
      uses: [],
    });
  }
  const days = payloads.map((_, n) => ({
    date: `2027-0${1 + Math.floor(n / 28)}-${String((n % 28) + 1).padStart(2, '0')}`,
    name: hostileText(n, 120),
    kind: 'office' as const,
  }));
  await admin.done('office.saveHolidays', { year: 2027, confirmed: true, days });

  const staff = await open('staff', '/pengaturan/layanan');
  for (const n of payloads.keys()) await shows(staff, hostileText(n, 110, 'layanan'));
  for (const n of [0, 14, 35]) {
    await staff.goto(new URL(`/pengaturan/layanan/${services[n]?.id}`, staff.url()).href);
    await expect(staff.getByLabel('Bahasa Indonesia').first()).toHaveValue(hostileText(n, 110, 'layanan'));
  }
  await staff.goto(new URL('/pengaturan/loket', staff.url()).href);
  for (const n of payloads.keys()) await shows(staff, hostileText(n, 40));
  await staff.goto(new URL('/pengaturan/printer', staff.url()).href);
  for (const n of payloads.keys()) await shows(staff, hostileText(n, 60));
  await staff.goto(new URL('/pengaturan/libur/2027', staff.url()).href);
  await expect(staff.getByRole('textbox').first()).toBeVisible();
  const inputs = await staff.locator('input').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
  for (const [n] of payloads.entries()) expect(inputs).toContain(hostileText(n, 120));
  await staff.goto(new URL('/loket', staff.url()).href);
  for (const n of payloads.keys()) await expect(staff.getByRole('article', { name: hostileText(n, 40), exact: true }).last()).toBeVisible();

  const kiosk = await open('kiosk');
  const seen: string[] = [];
  for (let page = 1; page <= 4; page += 1) {
    await expect(kiosk.getByText(`Halaman ${page} dari 4`)).toBeVisible();
    seen.push((await kiosk.getByRole('main').textContent()) ?? '');
    if (page < 4) await kiosk.getByRole('button', { name: 'Layanan lain' }).click();
  }
  for (const n of payloads.keys()) expect(seen.join(' ')).toContain(hostileText(n, 110, 'layanan'));
});
