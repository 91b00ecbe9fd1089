import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import type { ComplaintWords } from '../../../shared/sync/contents.ts';
import { agencyUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { toldOffice, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const [counterUnit = '', itUnit = ''] = defaultComplaintRules.units.map(({ id }) => id);
const day = 24 * 60 * 60 * 1000;
let central: Central;
let office: WrittenOffice;

beforeAll(async () => {
  central = await startCentral();
  office = await writtenOffice(central, await central.newOffice('dukcapil-uji'));
  await office.push({ office: toldOffice('Dukcapil Uji') });
});
afterAll(() => central.stop());

const words: ComplaintWords = {
  title: 'Antre tiga jam',
  chronology: 'Saya datang pukul tujuh.\nDipanggil pukul sepuluh <b>lewat</b>.',
  place: 'Loket 2',
  occurredOn: '2026-11-20',
  who: '',
  loss: 'Tidak masuk kerja',
  settlement: '',
};

/** A complaint that was assigned to a unit, with its words. */
async function assigned(unitId: string, more: Parameters<WrittenOffice['complaint']>[0] = {}, at?: number) {
  const made = await office.complaint(more, at);
  const { complaintId } = made;
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  office.write(`complaint/${complaintId}`, 'complaintAssigned.v1', { complaintId, textId: null, unitId, staffId: null });
  await office.push({ texts: [office.seal(v7(), complaintId, 'complaint', words)] });
  return { ...made, path: `/pengaduan/dukcapil-uji/${complaintId}` };
}
const formId = (text: string) => /name="id" value="([^"]+)"/u.exec(text)?.[1] ?? '';
const auditOf = (what: string) =>
  asOwner(central.database.url, async (client) => {
    const { rows } = await client.query<{ user_id: string; subject: string; detail: string | null }>(
      'SELECT user_id, subject, detail FROM agency_audit WHERE office_id = $1 AND what = $2 ORDER BY audit_id',
      [central.agencyId, what],
    );
    return rows;
  });

test('an officer reads, answers, and sees her answer come back from the office', async () => {
  const { browser, userId } = await agencyUser(central, { role: 'pejabat', seesUnits: [itUnit] });
  const { path, number, complaintId } = await assigned(itUnit);
  const before = await browser.get(path);
  expect(before.text).toContain('Antre tiga jam');
  expect(before.text).toContain('&lt;b&gt;lewat&lt;/b&gt;');
  expect(await auditOf('complaintRead')).toContainEqual({ user_id: userId, subject: number, detail: null });

  const id = formId(before.text);
  const answer = 'Mulai Senin loket 2 dibantu\nsatu petugas lagi.';
  // Browsers send line breaks as two characters, and people paste tabulators.
  const typed = ` ${answer.replace('\n', '\r\n').replace('loket 2', 'loket\t2')} `;
  expect(await browser.post(`${path}/answer`, { id, teks: typed })).toMatchObject({
    status: 303,
    location: `/instansi/kota-uji${path}?terkirim=baru`,
  });
  // The browser's back button and another click: still one order.
  expect((await browser.post(`${path}/answer`, { id, teks: answer })).location).toContain('terkirim=sudah');
  const pending = await browser.get(path);
  expect(pending.text).toContain('Terkirim, belum diputuskan kantor.');
  expect(pending.text).toContain(answer);

  const orders = (await office.orders()).filter(({ order }) => 'complaintId' in order && order.complaintId === complaintId);
  expect(orders).toEqual([
    { orderId: orders[0]?.orderId, actor: `agency:${userId}`, order: { kind: 'complaint.answer', complaintId, textId: id, text: answer } },
  ]);
  // The office decides as it would: it answers the complaint, and tells both.
  office.write(`complaint/${complaintId}`, 'complaintAnswered.v1', {
    complaintId,
    textId: id,
    letterOwed: false,
    closesAt: Date.now() + day,
  });
  await office.push({ texts: [office.seal(id, complaintId, 'answer', answer)] });
  await office.decide(orders[0]?.orderId ?? '');
  const after = await browser.get(path);
  expect(after.text).toContain('Dilaksanakan kantor');
  expect(after.text).toContain('<strong>Ditanggapi</strong>');
  expect(after.text).not.toContain('belum diputuskan');
  expect(await auditOf('complaintActed')).toContainEqual({ user_id: userId, subject: number, detail: 'answer' });
});

test('words that no key of the agency opens are told as such, and the page stands', async () => {
  const { browser } = await agencyUser(central, { role: 'pejabat' });
  const { complaintId } = await office.complaint();
  const sealed = office.seal(v7(), complaintId, 'complaint', words);
  await office.push({ texts: [{ ...sealed, sealed: { ...sealed.sealed, keyId: v7() } }] });
  const page = await browser.get(`/pengaduan/dukcapil-uji/${complaintId}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('tidak dapat dibuka dengan kunci instansi');
});

test('what the office refuses is told in words, and the officer has her text again', async () => {
  const { browser } = await agencyUser(central, { role: 'pejabat' });
  const { path } = await assigned(itUnit);
  await browser.post(`${path}/recordMeasure`, { id: formId((await browser.get(path)).text), teks: 'Kabel jaringan diganti.' });
  await office.decide((await office.orders())[0]?.orderId ?? '', 'complaintInOtherStage');
  const { text } = await browser.get(path);
  expect(text).toContain('Tidak dilaksanakan kantor');
  expect(text).toContain('tahap pengaduan sudah berubah');
  expect(text).toContain('Kabel jaringan diganti.');
  expect((await browser.get(`${path}?lang=en`)).text).toContain('the complaint has moved on');
});

test('an officer sees only complaints of her units and offices', async () => {
  const other = await writtenOffice(central, await central.newOffice('kecamatan-uji'));
  const elsewhere = await other.complaint();
  const mine = await assigned(counterUnit);
  const theirs = await assigned(itUnit);
  const unassigned = await office.complaint();
  const { browser } = await agencyUser(central, { role: 'pejabat', seesOffices: [office.officeId], seesUnits: [counterUnit] });
  const list = (await browser.get('/pengaduan')).text;
  expect(list).toContain(mine.number);
  for (const { number } of [theirs, unassigned]) expect(list).not.toContain(number);
  expect((await browser.get(mine.path)).status).toBe(200);
  for (const path of [
    theirs.path,
    `/pengaduan/dukcapil-uji/${unassigned.complaintId}`,
    `/pengaduan/kecamatan-uji/${elsewhere.complaintId}`,
    `/pengaduan/dukcapil-uji/${elsewhere.complaintId}`,
  ]) {
    const [read, sent] = [await browser.get(path), await browser.post(`${path}/note`, { id: v7(), teks: 'x' })];
    expect({ path, read: read.status, sent: sent.status }).toEqual({ path, read: 404, sent: 404 });
  }
  expect((await browser.get('')).text).not.toContain('kecamatan-uji');
});

test('a confidential complaint is read by the officer in charge alone; a reader reads no words at all', async () => {
  const { path, number } = await assigned(itUnit, { confidential: true });
  const open = await assigned(itUnit);
  const inCharge = await agencyUser(central, { role: 'pejabat', seesUnits: [itUnit] });
  const admin = await agencyUser(central, { role: 'admin' });
  const reader = await agencyUser(central, { role: 'pengamat' });
  expect((await inCharge.browser.get(path)).text).toContain('Antre tiga jam');
  const toAdmin = await admin.browser.get(path);
  expect(toAdmin.text).not.toContain('Antre tiga jam');
  expect(toAdmin.text).toContain('rahasia. Isinya hanya dibaca');
  expect((await admin.browser.post(`${path}/answer`, { id: v7(), teks: 'x' })).status).toBe(404);
  // Passing it on needs no look into it.
  expect((await admin.browser.post(`${path}/assign`, { id: v7(), teks: 'Mohon ditangani.', unit: counterUnit })).status).toBe(303);
  expect((await reader.browser.get(path)).status).toBe(404);
  expect((await reader.browser.get('/pengaduan?nomor=' + number)).text).not.toContain(`>${number}</a>`);
  const toReader = await reader.browser.get(open.path);
  expect(toReader.status).toBe(200);
  expect(toReader.text).not.toContain('Antre tiga jam');
});

test('a step that fits the stage no more, without words or without a unit is not sent, and what was written stays', async () => {
  const { browser } = await agencyUser(central, { role: 'admin' });
  const { complaintId } = await office.complaint();
  const path = `/pengaduan/dukcapil-uji/${complaintId}`;
  const send = (act: string, form: Record<string, string>) => browser.post(`${path}/${act}`, { id: v7(), ...form });
  const page = await browser.get(path);
  expect(page.text).toContain('Isi pengaduan ini tidak ada di server pusat.');
  const before = (await office.orders()).length;
  const measure = await send('recordMeasure', { teks: 'Sudah dikerjakan' });
  expect(measure.status).toBe(422);
  expect(measure.text).toContain('tidak cocok lagi dengan tahap');
  expect((await send('answer', { teks: '   ' })).text).toContain('Tuliskan isinya.');
  expect((await send('verify', { teks: 'Sudah diperiksa', tag: 'lain' })).status).toBe(400);
  expect((await send('verify', { teks: 'Sudah diperiksa', tag: 'technical' })).status).toBe(303);
  expect((await office.orders()).length).toBe(before + 1);
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'technical' });
  const assign = await send('assign', { teks: 'Mohon ditangani.', unit: '' });
  expect(assign.status).toBe(422);
  expect(assign.text).toContain('Mohon ditangani.</textarea');
});

test('what is due first stands first, what is late is said in words, and filters and pages hold', async () => {
  const busy = await writtenOffice(central, await central.newOffice('ramai'));
  await busy.push({ office: toldOffice('Kantor Ramai') });
  const at = Date.now();
  const deadlines = (answer: number) => ({ firstResponse: at + answer, verify: at + answer, answer: at + answer, ceiling: at + 60 * day });
  const late = await busy.complaint({ deadlines: deadlines(-20 * day) }, at - 30 * day);
  const soon = await busy.complaint({ deadlines: deadlines(20 * day) });
  for (let n = 0; n < 41; n += 1) await busy.complaint({ deadlines: deadlines((30 + n) * day) });
  const { browser } = await agencyUser(central, { role: 'pengamat' });
  const { text } = await browser.get('/pengaduan?kantor=ramai');
  const order = [...text.matchAll(/>(P-2026-\d+)<\/a>/gu)].map(([, number]) => number);
  expect(order.slice(0, 2)).toEqual([late.number, soon.number]);
  expect(order).toHaveLength(40);
  expect(text).toMatch(/lewat \d+ hari kerja/u);
  expect(text).toMatch(/\d+ hari kerja lagi/u);
  expect(text).toContain('1–40 dari 43');
  expect((await browser.get('/pengaduan?kantor=ramai&halaman=2')).text).toContain('41–43 dari 43');
  expect((await browser.get('/pengaduan?kantor=ramai&lewat=1')).text).toContain('1–1 dari 1');
  expect((await browser.get(`/pengaduan?kantor=ramai&nomor=${soon.number.toLowerCase()}`)).text).toContain('1–1 dari 1');
  expect((await browser.get('/pengaduan?kantor=ramai&tahap=closed')).text).toContain('Tidak ada pengaduan yang cocok.');
  expect((await browser.get("/pengaduan?kantor=ramai&tahap=' OR 1=1 --&halaman=x")).status).toBe(200);
  const overview = (await browser.get('')).text;
  expect(overview).toMatch(/kantor=ramai&#?\w*;?lewat=1|kantor=ramai&amp;lewat=1/u);
});

test('an office that never enrolled cannot be asked, and says so; nothing is kept', async () => {
  const { browser } = await agencyUser(central, { role: 'admin' });
  const revoked = await writtenOffice(central, await central.newOffice('putus'));
  const { complaintId } = await revoked.complaint();
  await browser.get('/kantor/putus');
  await browser.post('/kantor/putus/cabut', { kunci: revoked.identity.keyId, alasan: 'laptop hilang' });
  await expect(revoked.push()).rejects.toMatchObject({ refusal: 'revoked' });
  const answer = await browser.post(`/pengaduan/putus/${complaintId}/note`, { id: v7(), teks: 'Catatan yang tidak terkirim' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('belum terhubung dengan server pusat');
  const kept = await asOwner(central.database.url, (client) =>
    client.query('SELECT 1 FROM sealed_text WHERE office_id = $1 AND subject_id = $2', [revoked.officeId, complaintId]),
  );
  expect(kept.rowCount).toBe(0);
});
