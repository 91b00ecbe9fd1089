import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPin } from '../../../electron/host/demo.ts';
import { createLog } from '../../../electron/host/log.ts';
import { logInAs, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import type { ComplaintForm } from '../../../shared/domain/complaints/form.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { emptyReport } from '../../../shared/domain/incidents/types.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import { openAlarmWindow, settle } from '../../fixtures/alarmWindow.ts';
import { filledForm, registerInput } from '../../fixtures/complaints.ts';
import { pdf } from '../../fixtures/pictures.ts';
import { saveDraft, uploaded } from '../../fixtures/uploads.ts';
import { openDesk, serveVisitor } from '../../fixtures/visits.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';

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

  await complain(visit);

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

/** A complaint with her data in every field that can hold it, a draft that stays, what followed, and a conflict. */
async function complain({ ticketId, personId }: { readonly ticketId: string; readonly personId: string }) {
  const window = await staffWindow(office, 'pengawas');
  const words = `${personal.note} ${personal.names.join(' ')} ${personal.nik} ${personal.phone}`;
  const form = filledForm((each) => ({
    ...each,
    listen: { chronology: words, notes: [{ at: 1, text: words }], gist: words },
    identity: { ...each.identity, ...applicant, personId, address: words, email: 'zulaikha@contoh.example' },
    description: { ...each.description, title: words, what: words, place: words, who: words, loss: words, settlement: words },
    solution: { ...each.solution, temporary: words },
  }));
  const complaintId = await saveDraft(window, form);
  const attachment = await uploaded(window, complaintId, pdf({ content: words }), `${personal.names[0]}.pdf`);
  const whole = { ...form, description: { ...form.description, attachments: [attachment] } };
  await window.done('complaint.register', { ...registerInput(whole, complaintId), ticketId });
  await saveDraft(window, form);
  const text = { complaintId, textId: v7(), text: words };
  await window.done('complaint.verify', { ...text, tag: 'procedural' });
  await window.done('complaint.recordStatusReport', { ...text, textId: v7(), channel: 'whatsapp' });
  await window.done('complaint.answer', { ...text, textId: v7(), written: true });
  await window.ask('complaint.list', { filters: { ...noFilters, text: 'kontrakan' }, sort: 'due', offset: 0, limit: 10 });
  await window.ask('complaint.view', { complaintId });
  await window.ask('printing.paper', { kind: 'complaintLetter', subjectId: complaintId, paper: 'a4', copy: 0 });
  await window.client.command('complaint.note', { ...text, textId: personal.nik });
  await followUp(window, form, complaintId, words);
  const incidentId = v7();
  await window.done('incident.open', { incidentId, counterId: null, ticketId, source: 'card', level: 'angry' });
  await window.done('incident.saveReport', { incidentId, report: { ...emptyReport, person: words, buildUp: words, affected: words } });
  await window.ask('printing.paper', { kind: 'incidentReport', subjectId: incidentId, paper: 'a4', copy: 0 });
  const presser = openAlarmWindow(office.host.alarm, { name: 'Sari Wulandari' });
  await settle();
  presser.act(presser.press('threat'), 'withdrawn', 'tersenggol');
  await settle();
}

/** Every other step that takes words, a view and a proposal with them, a look-up, and a call that fails while it holds them. */
async function followUp(window: TestWindow, form: ComplaintForm, firstId: string, words: string) {
  const complaintId = await saveDraft(window, form);
  await window.done('complaint.register', registerInput(form, complaintId));
  const text = () => ({ complaintId, textId: v7(), text: words });
  await window.done('complaint.note', text());
  await window.done('complaint.requestCompletion', text());
  await window.done('complaint.recordCompletion', text());
  await window.done('complaint.askComplainant', text());
  await window.done('complaint.recordReply', { ...text(), satisfied: true });
  await window.done('complaint.refer', text());
  await window.done('complaint.reopen', text());
  await window.done('complaint.verify', { ...text(), tag: 'behaviour' });
  await window.done('complaint.assign', { ...text(), unitId: defaultComplaintRules.units[0]?.id ?? '', staffId: null });
  await window.done('complaint.recordMeasure', text());
  await window.done('complaint.close', { ...text(), outcome: 'withdrawn' });
  await window.done('complaint.proposeStructural', { proposalId: v7(), groupKey: 'x', complaintIds: [firstId, complaintId], text: words });
  await window.done('complaint.saveView', {
    viewId: v7(),
    name: personal.names[0] ?? '',
    filters: { ...noFilters, text: words.slice(0, 60) },
    sort: 'due',
  });
  await window.ask('person.lookup', { by: 'nik', value: personal.nik });
  await window.ask('complaint.similar', { text: words, serviceId: null, unitId: null });
  await window.ask('complaint.statusDue', { limit: 50 });
  await window.ask('complaint.groups', { days: 90 });
  for (const kind of ['complaintReceipt', 'complaintLetter'] as const)
    await window.ask('printing.paper', { kind, subjectId: firstId, paper: 'a5', copy: 0 });
  office.host.services.db.exec('ALTER TABLE complaint_text RENAME TO complaint_text_away');
  const failing = await window.client.command('complaint.note', { ...text(), complaintId: firstId });
  office.host.services.db.exec('ALTER TABLE complaint_text_away RENAME TO complaint_text');
  if (failing.kind !== 'failed') throw new Error('the step should have failed');
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
    expect(seen).toContain('Sari Wulandari in data/alarm/journal.log');
    const names = files().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['data/vault.db', 'data/vault.db-wal']));
    expect(names.filter((name) => /^data\/(?:backups\/)?attachments\/[\da-f]{64}$/u.test(name))).toHaveLength(2);
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
