import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportComplaints, type ExportFilter, listExports, maxExported, maxExportedADay } from '../../../server/export/exportComplaints.ts';
import type { ExportFormat } from '../../../server/export/files.ts';
import { columns } from '../../../server/export/columns.ts';
import { agencyBrowser, agencyUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { toldOffice, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const hour = 60 * 60 * 1000;
const reason = 'Pemindahan ke SP4N-LAPOR!';
let later = 0;
let central: Central;
let written: WrittenOffice;
beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + later });
  written = await writtenOffice(central, await central.newOffice('e-satu'));
  await written.push({ office: toldOffice('Kantor Satu') });
});
afterAll(() => central.stop());

const services = () => central.server.services;
const everything: ExportFilter = { from: 0, to: Date.now() + 365 * 24 * hour, officeIds: null, stages: null };
const of = (office: WrittenOffice): ExportFilter => ({ ...everything, officeIds: [office.officeId] });

async function exported(filter: ExportFilter, format: ExportFormat = 'json'): Promise<string> {
  const made = await exportComplaints(services(), central.agencyId, filter, { reason, by: 'pengguna-uji', format });
  if (!made.ok) throw new Error(made.error.type);
  const parts: Buffer[] = [];
  for await (const part of made.value.file) parts.push(Buffer.from(part as string));
  return Buffer.concat(parts).toString('utf8');
}

/** Written by a complainant who knows spreadsheets. */
const words = {
  title: '=HYPERLINK("http://jahat.contoh";"klik")',
  chronology: 'Senin saya antre.\nLalu, "petugas" pergi; kembali siang.',
  place: '  +62 Loket 3',
  occurredOn: '2026-11-20',
  who: '@petugas',
  loss: '-5 jam',
  settlement: 'KTP-el dicetak',
};

async function complaintWithWords(office: WrittenOffice, more: Parameters<WrittenOffice['complaint']>[0] = {}, at?: number) {
  const made = await office.complaint(
    { categoryId: '0199c0de-0000-7000-8000-000000000101', unitId: '0199c0de-0000-7000-8000-000000000202', ...more },
    at,
  );
  await office.push({ texts: [office.seal(made.complaintId, made.complaintId, 'complaint', words)] });
  return made;
}

test('JSON: the fields of the form, deadlines and the answer, opened from what the office sealed', async () => {
  const at = Date.UTC(2026, 10, 20, 1, 30);
  const { complaintId, number } = await complaintWithWords(written, { anonymous: true }, at);
  await written.step(
    complaintId,
    'complaintAnswered.v1',
    { letterOwed: false, closesAt: at },
    { kind: 'answer', words: 'Jawaban lama' },
    at + hour,
  );
  await written.step(
    complaintId,
    'complaintReopened.v1',
    { deadlines: { firstResponse: at, verify: at, answer: at, ceiling: at }, reportDueAt: at },
    { kind: 'reopening', words: 'Belum selesai' },
    at + 2 * hour,
  );
  await written.step(
    complaintId,
    'complaintAnswered.v1',
    { letterOwed: false, closesAt: at },
    { kind: 'answer', words: 'KTP-el siap.' },
    at + 3 * hour,
  );
  const [row] = JSON.parse(await exported(of(written)));
  expect(Object.keys(row)).toEqual([...columns]);
  expect(row).toMatchObject({
    nomor: number,
    kantor: 'Kantor Satu',
    kanal: 'Loket',
    diterima_pada: '2026-11-20T08:30:00+07:00',
    judul: words.title,
    kronologi: words.chronology,
    tanggal_kejadian: '2026-11-20',
    tempat_kejadian: words.place,
    kerugian: words.loss,
    penyelesaian_diminta: words.settlement,
    unit_tujuan: 'Seksi teknologi informasi',
    kategori: 'Administrasi kependudukan',
    klasifikasi: 'Pengaduan tidak berkadar pengawasan',
    anonim: true,
    rahasia: false,
    status: 'Ditanggapi',
    ditanggapi_pada: '2026-11-20T11:30:00+07:00',
    jawaban: 'KTP-el siap.',
    selesai_pada: null,
    keterangan: 'lengkap',
  });
  expect(JSON.stringify(row)).not.toContain('siti');
});

test.each([
  ['csv', ','],
  ['csvSemicolon', ';'],
] as const)('%s: no cell is a formula, lines and quotes survive', async (format, delimiter) => {
  const text = await exported(of(written), format);
  expect(text.startsWith('\uFEFF"nomor"')).toBe(true);
  expect(text).toContain(`\r\n`);
  const [head, line] = parseCsv(text.slice(1), delimiter);
  expect(head).toEqual([...columns]);
  const row = Object.fromEntries(columns.map((name, index) => [name, line?.[index] ?? '']));
  expect(row['judul']).toBe(`'${words.title}`);
  expect(row['tempat_kejadian']).toBe("'+62 Loket 3");
  expect(row['pihak_terkait']).toBe("'@petugas");
  expect(row['kerugian']).toBe("'-5 jam");
  expect(row['kronologi']).toBe(words.chronology);
  expect(row['anonim']).toBe('ya');
  for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/u);
});

/** RFC 4180. */
function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${delimiter}\r\n]*))(${delimiter}|\r\n|$)`, 'gu');
  for (const [all, quoted, plain, end] of text.matchAll(cell)) {
    if (all === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter(({ length }) => length > 0);
}

test('of a confidential complaint nothing that was written leaves; what cannot be opened says so', async () => {
  const office = await writtenOffice(central, await central.newOffice('e-dua'));
  const secret = await complaintWithWords(office, { confidential: true }, Date.now() - 3 * hour);
  const silent = await office.complaint({}, Date.now() - 2 * hour);
  const foreign = await office.complaint({}, Date.now() - hour);
  const sealed = office.seal(foreign.complaintId, foreign.complaintId, 'complaint', words);
  await office.push({ texts: [{ ...sealed, sealed: { ...sealed.sealed, keyId: crypto.randomUUID() } }] });
  const text = await exported(of(office));
  const rows = JSON.parse(text) as { nomor: string; judul: string | null; rahasia: boolean; keterangan: string }[];
  expect(rows.map(({ nomor, keterangan }) => [nomor, keterangan])).toEqual([
    [secret.number, 'rahasia'],
    [silent.number, 'teks tidak ada'],
    [foreign.number, 'teks tidak dapat dibuka'],
  ]);
  expect(rows[0]).toMatchObject({ rahasia: true, judul: null, kronologi: null, jawaban: null });
  expect(text).not.toContain('HYPERLINK');
});

test('several pages over several offices, each complaint once, within the dates alone', async () => {
  const office = await writtenOffice(central, await central.newOffice('e-tiga'));
  const at = Date.UTC(2026, 5, 1);
  const ids = Array.from({ length: 450 }, () => crypto.randomUUID());
  const { complaintId } = await office.complaint({}, at);
  // Many received in the same millisecond: pages must not lose or repeat any.
  await asOwner(central.database.url, (client) =>
    client.query(
      `INSERT INTO complaint SELECT (jsonb_populate_record(c, jsonb_build_object('complaint_id', id, 'number', 'P-' || row))).*
       FROM complaint c, unnest($2::uuid[]) WITH ORDINALITY AS ids (id, row) WHERE c.complaint_id = $1`,
      [complaintId, ids],
    ),
  );
  const june = { ...everything, from: at, to: at + 1 };
  const rows = JSON.parse(await exported(june)) as { nomor: string }[];
  expect(rows).toHaveLength(451);
  expect(new Set(rows.map(({ nomor }) => nomor)).size).toBe(451);
  expect(JSON.parse(await exported({ ...june, officeIds: [written.officeId] }))).toEqual([]);
  expect(JSON.parse(await exported({ ...june, stages: ['closed'] }))).toEqual([]);
  expect((await exported({ ...june, stages: ['closed'] }, 'csv')).split('\r\n')).toHaveLength(2);
});

test('no export without a reason; each is recorded before it leaves and cannot be changed; both limits hold', async () => {
  const attempt = (why: string) => exportComplaints(services(), central.agencyId, of(written), { reason: why, by: 'u-1', format: 'json' });
  expect(await attempt('  karena   ')).toEqual({ ok: false, error: { type: 'reasonMissing' } });
  const before = await listExports(services(), central.agencyId);
  const made = await attempt('Permintaan ombudsman 12/2026');
  expect(made.ok).toBe(true);
  if (made.ok) made.value.file.destroy();
  const [last] = await listExports(services(), central.agencyId);
  expect(last).toMatchObject({ by: 'u-1', reason: 'Permintaan ombudsman 12/2026', format: 'json', complaints: 1 });
  expect(await listExports(services(), central.agencyId)).toHaveLength(before.length + 1);
  for (const change of ["UPDATE complaint_export SET reason = 'x'", 'DELETE FROM complaint_export'])
    await expect(services().db.inOffice(central.agencyId, (tx) => tx.query(change))).rejects.toThrow('permission denied');

  const office = await writtenOffice(central, await central.newOffice('e-empat'));
  const { complaintId } = await office.complaint();
  await asOwner(central.database.url, (client) =>
    client.query(
      `INSERT INTO complaint SELECT (jsonb_populate_record(c, jsonb_build_object('complaint_id', gen_random_uuid()))).*
       FROM complaint c, generate_series(1, $2) WHERE c.complaint_id = $1`,
      [complaintId, maxExported],
    ),
  );
  expect(await exportComplaints(services(), central.agencyId, of(office), { reason, by: 'u-1', format: 'json' })).toEqual({
    ok: false,
    error: { type: 'tooMany', complaints: maxExported + 1 },
  });
  const today = (await listExports(services(), central.agencyId, 1000)).reduce((sum, { complaints }) => sum + complaints, 0);
  await asOwner(central.database.url, (client) =>
    client.query(
      `INSERT INTO complaint_export (office_id, export_id, at, by_user, reason, format, filter, complaints)
       VALUES ($1, gen_random_uuid(), now(), 'u-2', 'sebelumnya hari ini', 'csv', '{}', $2)`,
      [central.agencyId, maxExportedADay - today],
    ),
  );
  expect(await attempt(reason)).toEqual({ ok: false, error: { type: 'tooMuchToday', left: 0 } });
  later = 25 * hour;
  expect((await attempt(reason)).ok).toBe(true);
  later = 0;
});

test('the page: only for administrators and their offices, in both languages; the file comes as a download and is audited', async () => {
  const other = await central.newAgency('kota-ekspor');
  const office = await writtenOffice(central, await central.newOffice('e-lima', other));
  await complaintWithWords(office);
  const hiddenOffice = await writtenOffice(central, await central.newOffice('e-enam', other));
  await hiddenOffice.complaint();
  const { browser, userId } = await agencyUser(central, { role: 'admin', agencyId: other, seesOffices: [office.officeId] });
  const officer = await agencyUser(central, { role: 'pejabat', agencyId: other, seesOffices: [office.officeId] });
  const send = (fields: Record<string, string>) =>
    browser.post('/ekspor', { from: '2020-01-01', to: '2099-01-01', office: '', format: 'csv', reason, ...fields });
  expect((await agencyBrowser(central.url, 'kota-ekspor').get('/ekspor')).location).toBe('/instansi/kota-ekspor/masuk');
  expect((await officer.browser.get('/ekspor')).status).toBe(403);
  expect((await officer.browser.get('')).text).not.toContain('/ekspor"');
  expect((await browser.get('')).text).toContain('href="/instansi/kota-ekspor/ekspor"');

  const indonesian = await browser.get('/ekspor');
  expect(indonesian.text).toContain('Ekspor pengaduan');
  expect(indonesian.text).toContain('Kantor e-lima');
  expect(indonesian.text).not.toContain('Kantor e-enam');
  expect((await browser.get('/ekspor?lang=en')).text).toContain('Export of complaints');
  await browser.get('/ekspor?lang=id');

  const refused = await send({ reason: '<b>ya</b>' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Tulis alasan ekspor');
  expect(refused.text).toContain('&lt;b&gt;ya');
  expect((await send({ to: '2019-01-01' })).status).toBe(400);
  expect((await send({ office: 'e-enam' })).status).toBe(400);
  expect((await browser.post('/ekspor', { reason }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(await listExports(services(), other)).toEqual([]);

  const file = await send({});
  expect(file.status).toBe(200);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="pengaduan-kota-ekspor-2020-01-01-2099-01-01.csv"',
    'cache-control': 'no-store',
  });
  // The first character, the mark of UTF-8, is taken off by whoever reads it as text.
  expect(parseCsv(file.text, ',')).toHaveLength(2);
  const after = await browser.get('/ekspor');
  expect(after.text).toContain(reason);
  expect(after.text).toContain('Orang admin-');
  expect(await listExports(services(), other)).toMatchObject([{ by: userId, complaints: 1 }]);
  expect((await browser.get('/jejak')).text).toContain('mengekspor pengaduan: 1');
});
