import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeOfficeKey } from '../../../server/offices.ts';
import { setReopenDays } from '../../../server/public/settings.ts';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { visitor } from '../../fixtures/visitor.ts';
import { toldOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const day = 24 * 60 * 60 * 1000;
const friday = Date.parse('2026-11-27T03:00:00Z');
let now = friday;
let central: Central;
beforeAll(async () => {
  central = await startCentral({ now: () => now });
});
afterAll(() => central.stop());

const deadlines = { firstResponse: friday + day, verify: friday + 3 * day, answer: friday + 14 * day, ceiling: friday + 60 * day };
const standing = ['verify', 'answer'];
const waits = 'menunggu dicatat';

/** An office with a complaint that somebody follows. */
async function followed(code: string) {
  const written = await writtenOffice(central, await central.newOffice(code));
  await written.push({ office: toldOffice(`Kantor ${code}`) });
  const receipt = await written.complaint({}, friday);
  const browser = visitor(central.url);
  await browser.follow(code, receipt);
  const status = `/k/${code}/status`;
  return { written, browser, ...receipt, status, see: async () => (await browser.get(status)).text };
}
const answer = (at = friday) => ({ letterOwed: false, closesAt: at + 14 * day });

test('a reply to an answer, satisfied or not, is an order; it waits until the office recorded it', async () => {
  const { written, browser, complaintId, status, see } = await followed('b-balas');
  expect(await see()).not.toContain('name="satisfied"');
  await written.step(complaintId, 'complaintAnswered.v1', answer(), { kind: 'answer', words: 'Selesai.' }, friday);
  expect(await see()).toContain('Tanpa balasan, pengaduan ditutup pada Jumat, 11 Desember 2026.');
  const sent = await browser.submit(`${status}/reply`, { satisfied: 'no', text: '  Belum,\r\nKTP\tsaya salah. ' });
  expect(sent.text).toContain(`Balasan Anda terkirim ke kantor, ${waits}`);
  expect(sent.text).not.toContain('name="satisfied"');
  const [order, ...more] = await written.orders();
  expect(more).toEqual([]);
  expect(order).toMatchObject({
    actor: 'public',
    order: { kind: 'complaint.recordReply', complaintId, satisfied: false, text: 'Belum,\nKTP saya salah.' },
  });
  await written.step(complaintId, 'replyRecorded.v1', { satisfied: false, deadlines }, { kind: 'reply', words: 'Belum' });
  await written.decide(order?.orderId ?? '');
  const after = await see();
  expect(after).not.toContain(waits);
  expect(after).toContain('Balasan Anda dicatat');
  await written.step(complaintId, 'complaintAnswered.v1', answer(), { kind: 'answer', words: 'Sudah diganti.' });
  await browser.submit(`${status}/reply`, { satisfied: 'yes', text: 'Terima kasih' });
  expect((await written.orders()).map((one) => one.order)).toMatchObject([{ satisfied: true, text: 'Terima kasih' }]);
});

test('a question is answered, missing facts are completed', async () => {
  const { written, browser, complaintId, status, see } = await followed('b-lengkap');
  await written.step(complaintId, 'complainantAsked.v1', { standing }, { kind: 'question', words: 'Kapan?' });
  await browser.submit(`${status}/reply`, { text: 'Hari Senin.' });
  const [first] = await written.orders();
  expect(first?.order).toMatchObject({ kind: 'complaint.recordReply', complaintId, satisfied: false, text: 'Hari Senin.' });
  await written.step(complaintId, 'replyRecorded.v1', { satisfied: false, deadlines }, { kind: 'reply', words: 'Hari Senin.' });
  await written.decide(first?.orderId ?? '');
  await written.step(complaintId, 'completionRequested.v1', { standing }, { kind: 'completionRequest', words: 'Mohon salinan KK.' });
  expect(await see()).toContain('Mohon salinan KK.');
  await browser.submit(`${status}/completion`, { text: 'Nomor KK ada di loket 2.' });
  const [second] = await written.orders();
  expect(second?.order).toMatchObject({ kind: 'complaint.recordCompletion', complaintId, text: 'Nomor KK ada di loket 2.' });
  expect(await see()).toContain(`Keterangan Anda terkirim ke kantor, ${waits}`);
});

test('opened again within the period that the office set, and not after it', async () => {
  const { written, browser, complaintId, status, see, number, pin } = await followed('b-buka');
  await written.step(complaintId, 'complaintAnswered.v1', answer(), { kind: 'answer', words: 'Selesai.' }, friday);
  written.write(`complaint/${complaintId}`, 'complaintClosed.v1', { complaintId, textId: null, outcome: 'noReply' }, friday);
  await written.push();
  expect(await see()).toContain('Dapat dibuka kembali sampai');
  expect(await see()).toContain('Minggu, 27 Desember 2026');
  const { db } = central.server.services;
  await db.inOffice(written.officeId, (tx) => setReopenDays(tx, written.officeId, 3));
  expect(await see()).toContain('Senin, 30 November 2026');
  now = Date.parse('2026-11-30T17:00:00Z');
  await browser.follow('b-buka', { number, pin });
  expect(await see()).not.toContain('Buka kembali pengaduan');
  const late = await browser.post(`${status}/reopen`, { text: 'Masih salah.' });
  expect(late.status).toBe(422);
  expect(late.text).toContain('tidak cocok lagi');
  expect(late.text).toContain('Masih salah.');
  now -= 1;
  await browser.submit(`${status}/reopen`, { text: 'Masih salah.' });
  expect((await written.orders()).map(({ order }) => order)).toMatchObject([
    { kind: 'complaint.reopen', complaintId, text: 'Masih salah.' },
  ]);
  now = friday;
});

test('what the office refuses is told in words, and can be sent again', async () => {
  const { written, browser, complaintId, status, see } = await followed('b-tolak');
  await written.step(complaintId, 'complainantAsked.v1', { standing }, { kind: 'question', words: 'Kapan?' });
  for (const [outcome, words] of [
    ['complaintInOtherStage', 'sudah berubah sebelum kiriman Anda sampai'],
    ['notUnderstood', 'belum mengenal kiriman seperti itu'],
    ['somethingElse', 'Kantor tidak dapat mencatatnya'],
  ] as const) {
    await browser.submit(`${status}/reply`, { text: 'Senin' });
    const [order] = await written.orders();
    await written.decide(order?.orderId ?? '', outcome);
    const text = await see();
    expect(text).toContain('Balasan Anda tidak dicatat.');
    expect(text).toContain(words);
    expect(text).toContain('Jawab pertanyaan kantor');
  }
  expect((await see()).match(/Balasan Anda tidak dicatat/gu)).toHaveLength(1);
});

test('rated once: 1–5 and the nine elements, blank ones stay blank', async () => {
  const { written, browser, complaintId, status, see } = await followed('b-nilai');
  expect((await browser.get(`${status}/nilai`)).status).toBe(303);
  await written.step(complaintId, 'complaintAnswered.v1', answer(), { kind: 'answer', words: 'Selesai.' });
  expect(await see()).toContain('Nilai pelayanan');
  const form = await browser.get(`${status}/nilai`);
  for (const words of ['Sangat mahal', 'Gratis', 'Dikelola dengan baik', 'Berfungsi kurang maksimal', 'Sangat sopan dan ramah', 'Buruk'])
    expect(form.text).toContain(words);
  const empty = await browser.post(`${status}/rate`, { u1: '3', text: 'Cepat' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Pilih salah satu jawaban.');
  expect(empty.text).toMatch(/name="u1"\s+value="3"\s+checked/u);
  expect(await written.orders()).toEqual([]);
  const sent = await browser.submit(`${status}/rate`, { score: '4', u1: '3', u2: '', u4: '4', u9: '1', text: '' });
  expect(sent.text).toContain(`Penilaian Anda terkirim ke kantor, ${waits}`);
  expect((await browser.post(`${status}/rate`, { score: '1' })).status).toBe(303);
  const [order, ...more] = await written.orders();
  expect(more).toEqual([]);
  expect(order?.order).toMatchObject({
    ...{ kind: 'service.rate', subject: 'complaint', subjectId: complaintId, score: 4, text: '' },
    skm: [3, null, null, 4, null, null, null, null, 1],
  });
  written.write('ratings', 'serviceRated.v1', { subjectId: complaintId, score: 4, skm: [3, null, null, 4, null, null, null, null, 1] });
  await written.decide(order?.orderId ?? '');
  expect(await see()).toContain('penilaian Anda sudah dicatat');
  expect(await see()).not.toContain('/nilai"');
  await browser.post(`${status}/rate`, { score: '1' });
  expect(await written.orders()).toEqual([]);
  for (const score of ['0', '6', 'x', '4.5']) expect((await browser.post(`${status}/rate`, { score })).status).toBe(400);
});

test('documents are rated once they are ready, and nothing else can be sent about them', async () => {
  const { written, browser } = await followed('b-berkas');
  const receipt = await written.document({}, friday);
  await browser.follow('b-berkas', receipt);
  const status = '/k/b-berkas/status';
  await browser.post(`${status}/rate`, { score: '5' });
  expect(await written.orders()).toEqual([]);
  written.write(`document/${receipt.documentId}`, 'documentReady.v1', { documentId: receipt.documentId });
  await written.push();
  await browser.submit(`${status}/rate`, { score: '5', text: 'Ramah' });
  expect((await written.orders()).map(({ order }) => order)).toMatchObject([
    { kind: 'service.rate', subject: 'document', subjectId: receipt.documentId, score: 5, skm: null, text: 'Ramah' },
  ]);
  expect((await browser.post(`${status}/reply`, { text: 'Halo' })).status).toBe(422);
});

test('a button pressed many times at once sends one order', async () => {
  const { written, browser, complaintId, status } = await followed('b-berkali');
  await written.step(complaintId, 'complainantAsked.v1', { standing }, { kind: 'question', words: 'Kapan?' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser.post(`${status}/reply`, { text: 'Senin' })));
  expect(answers.filter(({ status: code }) => code !== 303 && code !== 422)).toEqual([]);
  expect(await written.orders()).toHaveLength(1);
});

test('nothing written, too much, nothing chosen, too often: said on the page, with what was written', async () => {
  const { written, browser, complaintId, status } = await followed('b-salah');
  await written.step(complaintId, 'complaintAnswered.v1', answer(), { kind: 'answer', words: 'Selesai.' });
  const send = (form: Record<string, string>) => browser.post(`${status}/reply`, form);
  expect((await send({ satisfied: 'yes', text: ' \u0007 ' })).text).toContain('Tulis dahulu keterangannya.');
  const long = await send({ satisfied: 'no', text: `panjang${'a'.repeat(4000)}` });
  expect(long.status).toBe(422);
  expect(long.text).toContain('paling banyak 4.000 huruf');
  expect(long.text).toContain('panjangaaa');
  expect(long.text).toMatch(/value="no" required\s+checked/u);
  expect((await send({ text: 'Hmm' })).text).toContain('Pilih salah satu jawaban.');
  expect((await send({ satisfied: 'perhaps', text: 'Hmm' })).status).toBe(400);
  expect(await written.orders()).toEqual([]);
  for (let n = 0; n < 20; n += 1) {
    expect((await send({ satisfied: 'no', text: `Ke-${n}` })).status).toBe(303);
    const [order] = await written.orders();
    await written.decide(order?.orderId ?? '', 'complaintInOtherStage');
  }
  const tooMany = await send({ satisfied: 'no', text: 'Ke-21' });
  expect(tooMany.text).toContain('Terlalu banyak kiriman dalam satu hari');
  expect(tooMany.text).toContain('Ke-21');
});

test('who wrote for longer than 30 minutes finds her words on the form that asks for the PIN again', async () => {
  const { browser, status } = await followed('b-lama');
  now = friday + 31 * 60 * 1000;
  const ended = await browser.post(`${status}/reopen`, { text: 'Tulisan yang panjang' });
  expect(ended.status).toBe(401);
  expect(ended.text).toContain('Tulisan yang panjang');
  expect(ended.text).toContain('name="pin"');
  now = friday;
});

test('an office whose key was revoked cannot be sent anything; what was written stays', async () => {
  const { written, browser, complaintId, status } = await followed('b-putus');
  await written.step(complaintId, 'complainantAsked.v1', { standing }, { kind: 'question', words: 'Kapan?' });
  await revokeOfficeKey(central.server.services.db, written.officeId, written.identity.keyId, 'test', now);
  const answered = await browser.post(`${status}/reply`, { text: 'Senin pagi' });
  expect(answered.status).toBe(422);
  expect(answered.text).toContain('sedang tidak menerima kiriman');
  expect(answered.text).toContain('Senin pagi');
});
