import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { createLog } from '../../../electron/host/log.ts';
import { logInAs, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { openDesk, serveVisitor } from '../../fixtures/visits.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

/** Nothing of this may be readable in any file (RELIABILITY 31). */
const personal = {
  names: ['Zulaikha', 'Pramudhawardani'],
  nik: '3273015708640077',
  phone: '081277665544',
  note: 'berkas tertinggal di rumah kontrakan mertua',
};
const secrets = ['kata sandi rahasia ratna', '975310864'];
const applicant = { name: personal.names.join(' '), nik: personal.nik, phone: '+62 812-7766-5544' };

let root: string;
let office: TestHost;
const temporary = { TMPDIR: process.env['TMPDIR'], SQLITE_TMPDIR: process.env['SQLITE_TMPDIR'] };

/** Every file below the root with its bytes. */
function files(directory = root): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => ({ name: name.slice(root.length + 1), bytes: readFileSync(name) }));
}

/** The forms in which a text can stand in a file; base64 differs by where in a group of three bytes the text begins. */
const forms = (text: string) => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text).toString('hex')),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(
      Buffer.from(`${'.'.repeat(offset)}${text}`)
        .toString('base64')
        .slice(offset === 0 ? 0 : 4, -4),
    ),
  ),
];

const hits = (texts: readonly string[]) =>
  files().flatMap(({ name, bytes }) =>
    texts.filter((text) => forms(text).some((form) => bytes.includes(form))).map((text) => `${text} in ${name}`),
  );

const needles = [
  ...personal.names,
  personal.nik,
  personal.phone,
  '81277665544',
  '812-7766-5544',
  'tertinggal di rumah',
  'kontrakan mertua',
];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'loket-privacy-'));
  mkdirSync(join(root, 'tmp'));
  // What SQLite or the program puts into temporary files lies below the root too.
  process.env['TMPDIR'] = join(root, 'tmp');
  process.env['SQLITE_TMPDIR'] = join(root, 'tmp');
  office = await startDemoHost({
    dataDir: join(root, 'data'),
    log: createLog({ file: join(root, 'data', 'logs', 'loket.log'), level: 'debug' }),
  });
  await live();
}, 60_000);

afterAll(() => {
  office.host.close();
  for (const [name, value] of Object.entries(temporary)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(root, { recursive: true });
});

/** A morning in which the known data passes through every field that can hold it, rightly and wrongly. */
async function live() {
  const desk = await openDesk(office);
  const visit = await serveVisitor(office, desk, { applicant, note: personal.note });
  await serveVisitor(office, desk, { applicant: { ...applicant, nik: '', phone: '' }, note: '' });
  const { window } = desk;
  await window.done('queue.note', { ticketId: visit.ticketId, text: `${personal.note} ${personal.nik}` });
  await window.ask('documents.checkNik', { nik: personal.nik });
  await window.ask('documents.recent', { search: personal.phone, limit: 10 });
  await window.ask('documents.ofTicket', { ticketId: visit.ticketId });
  await window.ask('queue.ticket', { ticketId: visit.ticketId });
  await window.done('printing.print', { jobId: v7(), kind: 'documentReceipt', subjectId: visit.documentId, printerId: null });
  await window.ask('printing.paper', { kind: 'documentReceipt', subjectId: visit.documentId, paper: 'a5', copy: 0 });

  const admin = await staffWindow(office, 'admin');
  await admin.ask('people.find', { by: 'nik', value: personal.nik });
  await admin.ask('people.find', { by: 'phone', value: personal.phone });
  const { exportId } = await admin.done('people.export', { personId: visit.personId, reason: 'subjectRequest' });
  await admin.ask('people.exported', { exportId });
  await admin.done('access.changeSecret', { current: demoPin, next: secrets[0] ?? '' });
  await logIn(secrets[1] ?? '');

  // Typed into the wrong field, or by a broken screen: refused, and not echoed anywhere.
  const wrong = { applicant, nik: personal.nik, text: personal.note, name: applicant.name };
  for (const method of ['documents.register', 'queue.issue', 'queue.note', personal.nik] as const) {
    await window.client.command(method as 'queue.issue', wrong as never);
  }
  // The host itself fails in the middle of a call that carries the data.
  office.host.services.db.exec('ALTER TABLE document RENAME TO document_away');
  const failing = await window.client.query('documents.ofTicket', { ticketId: visit.ticketId });
  office.host.services.db.exec('ALTER TABLE document_away RENAME TO document');
  if (failing.kind !== 'failed') throw new Error('the call should have failed');
  await admin.done('system.backUpNow', {});
}

async function logIn(secret: string) {
  const staffId = office.host.engine.states.office.staff[1]?.id ?? '';
  await office.window().client.command('access.logIn', { staffId, secret });
}

describe('while the program runs', () => {
  test('the scan sees into databases, their logs, backups and the log: what is not personal is found there', () => {
    const seen = hits(['Sari Wulandari', 'documentReceived.v1', 'call failed']).join('\n');
    expect(seen).toMatch(/Sari Wulandari in data\/station\.db/u);
    expect(seen).toMatch(/documentReceived\.v1 in data\/backups\/.*station\.db/u);
    expect(seen).toContain('call failed in data/logs/loket.log');
    expect(files().map(({ name }) => name)).toEqual(expect.arrayContaining(['data/vault.db', 'data/vault.db-wal']));
  });

  test('nothing personal is readable in any file', () => {
    expect(hits(needles)).toEqual([]);
  });

  test('no secret and no token is readable in any file', async () => {
    const window = office.window();
    const token = await logInAs(office, window, 'petugas');
    expect(hits([...secrets, token])).toEqual([]);
  });

  test('keys stand nowhere but in their own files', () => {
    const { keyStore } = office.host.services;
    const keys = (['officeKey', 'indexKey', 'pepper'] as const).map((name) => Buffer.from(keyStore.key(name)));
    const where = files().filter(({ bytes }) => keys.some((key) => bytes.includes(key)));
    expect(where.map(({ name }) => name).toSorted()).toEqual(['data/keys/indexKey.key', 'data/keys/officeKey.key', 'data/keys/pepper.key']);
  });
});

describe('after a restart', () => {
  test('nothing personal is readable in any file, and it is all still there', async () => {
    office = await office.restart();
    expect(hits(needles)).toEqual([]);
    const admin = office.window();
    const staffId = office.host.engine.states.office.staff[0]?.id ?? '';
    await admin.done('access.logIn', { staffId, secret: secrets[0] ?? '' });
    const found = await admin.ask('people.find', { by: 'nik', value: personal.nik });
    expect(found).toMatchObject([{ name: applicant.name, nik: '3273••••••••0077', documents: 1 }]);
  });
});

describe('what screens and papers show', () => {
  test('NIK and phone only masked, but for an export', async () => {
    const pengawas = await staffWindow(office, 'pengawas');
    const documents = await pengawas.ask('documents.recent', { search: '', limit: 100 });
    const { html } = await pengawas.ask('printing.paper', {
      kind: 'documentReceipt',
      subjectId: documents[0]?.documentId ?? '',
      paper: '80mm',
      copy: 0,
    });
    const found = await pengawas.ask('people.find', { by: 'nik', value: personal.nik });
    const shown = JSON.stringify([documents, html, found]);
    expect(shown).toContain('0077');
    expect(shown).not.toContain(personal.nik);
    expect(shown.replaceAll(/[\s-]/gu, '')).not.toContain('81277665544');
  });

  test('the board and the kiosk show nothing of a person', async () => {
    const shown = JSON.stringify([
      await office.window('board').ask('queue.board', {}),
      await office.window('kiosk').ask('queue.kiosk', {}),
    ]);
    expect(needles.filter((text) => shown.includes(text))).toEqual([]);
  });
});
