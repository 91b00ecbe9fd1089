import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { textLabel } from '../../../shared/sync/protocol.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { paperModel } from '../../../electron/host/printing/models.ts';
import { placeOrder } from '../../../server/orders.ts';
import { agencyUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, type NewTestOffice, startCentral } from '../../fixtures/central.ts';
import { filledForm, marked, register, registerInput, words } from '../../fixtures/complaints.ts';
import { pdf } from '../../fixtures/pictures.ts';
import { readAll, saveDraft, uploaded } from '../../fixtures/uploads.ts';
import { openFile } from '../../../server/files/files.ts';
import { startDemoHost, staffWindow } from '../../fixtures/demoOffice.ts';
import { enrolHost, whenever, whenSent } from '../../fixtures/enrolled.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';

const unitId = defaultComplaintRules.units[0]?.id ?? '';
let central: Central;
let made: NewTestOffice;
let office: TestHost;
let officer: TestWindow;
let nth = 0;

beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.stop());
beforeEach(async () => {
  nth += 1;
  made = await central.newOffice(`kantor-${nth}`);
  office = await startDemoHost({ ports: createSystemPorts() });
  await enrolHost(office, central, made);
  officer = await staffWindow(office, 'petugas');
});
afterEach(() => office.end());

const rows = (sql: string) => asOwner(central.database.url, async (client) => (await client.query(sql, [made.officeId])).rows);
const order = (given: Parameters<typeof placeOrder>[2], actor = `agency:${v7()}`) => {
  const { db, changes, now } = central.server.services;
  return db
    .inOffice(made.officeId, (tx) => placeOrder(tx, made.officeId, given, { actor, now: now() }))
    .then((orderId) => {
      changes.announce(made.officeId);
      return orderId;
    });
};

test('everything that happened is on the server, chain by chain, and nothing personal in clear', async () => {
  const { complaintId } = await register(officer);
  await officer.done('complaint.verify', { complaintId, ...words('Bertemu zebrawarna'), tag: 'procedural' });
  await whenSent(office);
  const heads = office.host.services.events.heads();
  expect(
    await rows('SELECT origin, origin_seq::int AS "originSeq", encode(hash, \'hex\') AS hash FROM chain_head WHERE office_id = $1'),
  ).toEqual(heads);
  const everything = await asOwner(central.database.url, async (client) => {
    const { rows: tables } = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    const found = [];
    for (const { name } of tables)
      found.push(JSON.stringify((await client.query(`SELECT row_to_json(t)::text AS row FROM ${name} AS t`)).rows));
    return found.join('\n');
  });
  const secrets = [marked.name, marked.nik, marked.phone, marked.email, marked.chronology, marked.title, 'zebrawarna'];
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
});

test('the words of a complaint come when a unit must read them, sealed for the agency', async () => {
  const { complaintId } = await register(officer);
  await whenSent(office);
  const kinds = async () => (await rows('SELECT kind FROM sealed_text WHERE office_id = $1 ORDER BY kind')).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['contact']);
  await officer.done('complaint.verify', { complaintId, ...words(''), tag: 'procedural' });
  await officer.done('complaint.assign', { complaintId, ...words(''), unitId, staffId: null });
  await whenSent(office);
  expect(await kinds()).toEqual(['complaint', 'contact']);
  const [row] = await rows("SELECT key_id, ephemeral, content FROM sealed_text WHERE office_id = $1 AND kind = 'complaint'");
  const opened = await central.server.services.secrets.open(central.agencyId, textLabel(complaintId), { keyId: row.key_id, ...row });
  expect(JSON.parse(opened.toString('utf8'))).toMatchObject({ title: marked.title, chronology: marked.chronology });
});

test("a unit's answer reaches the complaint at the counter, and its outcome the server", async () => {
  const { complaintId } = await register(officer);
  await whenSent(office);
  const orderId = await order({ kind: 'complaint.answer', complaintId, textId: v7(), text: 'KTP Anda sudah jadi.' });
  await whenever(office, async () => (await officer.ask('complaint.view', { complaintId })).stage === 'answered');
  const { timeline } = await officer.ask('complaint.view', { complaintId });
  expect(timeline.at(-1)).toMatchObject({ kind: 'answered', text: 'KTP Anda sudah jadi.', by: 'unit', staffName: '' });
  await whenSent(office);
  expect(await rows('SELECT order_id, outcome FROM central_order WHERE office_id = $1')).toEqual([{ order_id: orderId, outcome: 'done' }]);
  expect(await rows("SELECT kind FROM sealed_text WHERE office_id = $1 AND kind = 'answer'")).toEqual([{ kind: 'answer' }]);
});

test('a rating stands in the history with its words, and the letter of a unit’s answer is signed by a unit', async () => {
  const { complaintId } = await register(officer);
  await officer.done('complaint.verify', { complaintId, ...words(''), tag: 'procedural' });
  await officer.done('complaint.assign', { complaintId, ...words(''), unitId, staffId: null });
  await whenSent(office);
  await order({ kind: 'complaint.answer', complaintId, textId: v7(), text: 'KTP Anda sudah jadi.' });
  const rating = { subject: 'complaint', subjectId: complaintId, score: 4, skm: null, textId: v7(), text: 'Cepat' } as const;
  await order({ kind: 'service.rate', ...rating }, 'public');
  const timeline = async () => (await officer.ask('complaint.view', { complaintId })).timeline;
  await whenever(office, async () => (await timeline()).some(({ kind }) => kind === 'rated'));
  expect((await timeline()).at(-1)).toMatchObject({ kind: 'rated', score: 4, text: 'Cepat', by: 'complainant' });
  const { services } = office.host;
  const letter = paperModel(services, { kind: 'complaintLetter', subjectId: complaintId, copy: 1 });
  expect(letter).toMatchObject({ signedAs: { id: 'Unit penjawab', en: 'Answering unit' } });
  expect(letter !== null && 'staffName' in letter ? letter.staffName : '').toBe(defaultComplaintRules.units[0]?.title.id);
});

test('an order that does not fit is refused in the words of the office and blocks nothing behind it', async () => {
  const { complaintId } = await register(officer);
  await whenSent(office);
  await order({ kind: 'complaint.reopen', complaintId, textId: v7(), text: 'Buka lagi' });
  await order({ kind: 'complaint.note', complaintId, textId: v7(), text: 'Catatan unit' });
  await whenever(office, async () => (await officer.ask('complaint.view', { complaintId })).timeline.some(({ kind }) => kind === 'noted'));
  await whenSent(office);
  expect(await rows('SELECT kind, outcome FROM central_order WHERE office_id = $1 ORDER BY order_id')).toEqual([
    { kind: 'complaint.reopen', outcome: 'complaintInOtherStage' },
    { kind: 'complaint.note', outcome: 'done' },
  ]);
  const { orders } = await officer.ask('central.status', {});
  expect(orders.refused).toMatchObject([{ kind: 'complaint.reopen', refusal: 'complaintInOtherStage' }]);
});

test('an erasure order destroys what the office has and what the server has', async () => {
  const { complaintId } = await register(officer);
  await whenSent(office);
  const [{ person_id: personId }] = await rows('SELECT person_id FROM complaint WHERE office_id = $1');
  await order({ kind: 'person.erase', personId });
  await whenever(office, async () => (await officer.ask('complaint.view', { complaintId })).content === null);
  await whenSent(office);
  expect(await rows('SELECT 1 FROM sealed_text WHERE office_id = $1')).toEqual([]);
});

test('an office that starts again goes on where it was, and rotated keys replace the old ones', async () => {
  await register(officer);
  await whenSent(office);
  const administrator = await staffWindow(office, 'admin');
  const before = (await officer.ask('central.status', {})).enrolment?.keyId;
  await administrator.done('central.rotateKey', {});
  office = await office.restart();
  officer = await staffWindow(office, 'petugas');
  await register(officer);
  await whenSent(office);
  const after = (await officer.ask('central.status', {})).enrolment?.keyId;
  expect(after).not.toBe(before);
  expect(await rows('SELECT key_id, revoked_at IS NULL AS good FROM office_key WHERE office_id = $1 ORDER BY created_at')).toEqual([
    { key_id: before, good: false },
    { key_id: after, good: true },
  ]);
  expect(await rows('SELECT count(*)::int AS n FROM complaint WHERE office_id = $1')).toEqual([{ n: 2 }]);
});

test('the files of a complaint follow when a unit must see them, and the agency reads them as they were attached', async () => {
  const draftId = await saveDraft(officer, filledForm());
  const picture = pdf();
  const attached = await uploaded(officer, draftId, picture, 'bukti.pdf');
  const form = filledForm((empty) => ({ ...empty, description: { ...empty.description, attachments: [attached] } }));
  await officer.done('complaint.register', registerInput(form, draftId));
  await whenSent(office);
  expect((await officer.ask('central.status', {})).waiting.files).toBe(0);
  await officer.done('complaint.verify', { complaintId: draftId, ...words(''), tag: 'procedural' });
  await officer.done('complaint.assign', { complaintId: draftId, ...words(''), unitId, staffId: null });
  const stored = () => openFile(central.server.services, central.agencyId, made.officeId, attached.attachmentId);
  await whenever(office, async () => (await stored()) !== null);
  expect(await stored()).toMatchObject({ mediaType: 'application/pdf', bytes: await readAll(officer, attached.attachmentId) });
  const { browser } = await agencyUser(central, { role: 'pejabat' });
  const page = await browser.get(`/pengaduan/${made.code}/${draftId}`);
  expect(page.text).toContain(`/lampiran/${attached.attachmentId}" target="_blank" rel="noopener">bukti.pdf</a>`);
  expect(
    (await browser.get(`/pengaduan/${made.code}/${draftId}/lampiran/${attached.attachmentId}`)).headers.get('content-disposition'),
  ).toContain('filename="bukti.pdf"');
  await whenever(office, async () => (await officer.ask('central.status', {})).waiting.files === 0);
});

test('the files of an anonymous complaint stay in the office, with their names: they may show who made it', async () => {
  const draftId = await saveDraft(officer, filledForm());
  const attached = await uploaded(officer, draftId, pdf(), 'surat-dari-merakbiru.pdf');
  const form = filledForm((empty) => ({
    ...empty,
    identity: { ...empty.identity, anonymous: true },
    description: { ...empty.description, attachments: [attached] },
  }));
  await officer.done('complaint.register', registerInput(form, draftId));
  await officer.done('complaint.verify', { complaintId: draftId, ...words(''), tag: 'procedural' });
  await officer.done('complaint.assign', { complaintId: draftId, ...words(''), unitId, staffId: null });
  await whenSent(office);
  expect((await officer.ask('central.status', {})).waiting.files).toBe(0);
  const { browser } = await agencyUser(central, { role: 'pejabat' });
  const { text } = await browser.get(`/pengaduan/${made.code}/${draftId}`);
  expect(text).toContain('Tetap di kantor: pengaduan ini anonim');
  expect(text).toContain(marked.title);
  expect(text).not.toContain('merakbiru');
  expect((await browser.get(`/pengaduan/${made.code}/${draftId}/lampiran/${attached.attachmentId}`)).status).toBe(404);
});
