/** Attachments on the agency's pages: listed and opened by whoever may read the complaint's words, and by nobody else. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../electron/host/log.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import type { ComplaintWords } from '../../../shared/sync/contents.ts';
import { type AgencyBrowser, agencyBrowser, agencyUser, type TestUserOptions } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { jpeg, pdf, png } from '../../fixtures/pictures.ts';
import { sendFile } from '../../fixtures/sentFile.ts';
import { toldOffice, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const [counterUnit = '', itUnit = ''] = defaultComplaintRules.units.map(({ id }) => id);
const logged: { readonly line: object; readonly text: unknown }[] = [];
let central: Central;
let office: WrittenOffice;

beforeAll(async () => {
  const log = createLog({ level: 'warn' });
  const note = (line: object, text: unknown) => void logged.push({ line, text });
  const told: Logger = Object.assign(Object.create(log) as Logger, { warn: note, error: note });
  central = await startCentral({ log: told });
  office = await writtenOffice(central, await central.newOffice('dukcapil-uji'));
  await office.push({ office: toldOffice('Dukcapil Uji') });
});
afterAll(() => central.stop());

interface File {
  readonly attachmentId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
const file = (name: string, mediaType: string, content: Buffer): File => ({ attachmentId: v7(), name, mediaType, content });
const photo = () => file('foto antrean “pagi”.jpg', 'image/jpeg', jpeg());

const words: ComplaintWords = {
  ...{ title: 'Antre tiga jam', chronology: 'Saya datang pukul tujuh.', place: '', occurredOn: '', who: '', loss: '', settlement: '' },
};

/** A complaint of a unit with its words, whose files were announced; those in `sent` came. */
async function complaintWith(files: readonly File[], sent: readonly File[] = files, more: Parameters<WrittenOffice['complaint']>[0] = {}) {
  const attachments = files.map(({ attachmentId, mediaType, content }) => ({ attachmentId, mediaType, bytes: content.length }));
  const made = await office.complaint({ ...more, attachments: attachments as never });
  const { complaintId } = made;
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  office.write(`complaint/${complaintId}`, 'complaintAssigned.v1', { complaintId, textId: null, unitId: itUnit, staffId: null });
  const named = files.map(({ attachmentId, name }) => ({ attachmentId, name }));
  await office.push({ texts: [office.seal(complaintId, complaintId, 'complaint', { ...words, files: named })] });
  for (const one of sent) await sendFile(central, office, { ...one, subjectId: complaintId });
  const path = `/pengaduan/dukcapil-uji/${complaintId}`;
  return { ...made, path, fileAt: ({ attachmentId }: Pick<File, 'attachmentId'>) => `${path}/lampiran/${attachmentId}` };
}

const as = async (options: TestUserOptions): Promise<AgencyBrowser> => (await agencyUser(central, options)).browser;
const unitOfficer = () => as({ role: 'pejabat', seesUnits: [itUnit] });
/** The page's section of attachments; empty: it has none. */
const section = (text: string) => /<section aria-labelledby="files">(.*?)<\/section>/su.exec(text)?.[1]?.replaceAll(/\s+/gu, ' ') ?? '';
async function download(
  browser: AgencyBrowser,
  path: string,
): Promise<{ readonly status: number; readonly bytes: Buffer; readonly headers: Headers }> {
  const answer = await fetch(`${central.url}/instansi/kota-uji${path}`, {
    headers: { cookie: `loket-instansi=${browser.cookie() ?? ''}` },
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}
const openings = (number: string) =>
  asOwner(central.database.url, async (client) => {
    const { rows } = await client.query<{ user_id: string; of_office: string; detail: string }>(
      "SELECT user_id, of_office, detail FROM agency_audit WHERE what = 'attachmentOpened' AND subject = $1 ORDER BY audit_id",
      [number],
    );
    return rows;
  });

test('an officer of the unit sees what is attached and opens it byte for byte, and that is recorded', async () => {
  const [picture, scan, letter] = [photo(), file('bukti.png', 'image/png', png()), file('surat <b>.pdf', 'application/pdf', pdf())];
  const { path, fileAt, number } = await complaintWith([picture, scan, letter]);
  const { browser, userId } = await agencyUser(central, { role: 'pejabat', seesUnits: [itUnit] });
  const page = await browser.get(path);
  const id = section(page.text);
  expect(id).toContain(`<a href="/instansi/kota-uji${fileAt(picture)}" target="_blank" rel="noopener">foto antrean “pagi”.jpg</a>`);
  expect(id).toContain('surat &lt;b&gt;.pdf</a>');
  for (const said of ['Gambar JPEG', 'Gambar PNG', 'Dokumen PDF', ' kB</p>', 'Diterima ', 'dicatat dalam jejak', '(3)'])
    expect(id).toContain(said);
  expect(section((await browser.get(`${path}?lang=en`)).text)).toMatch(/Attachments.*JPEG picture.*Received .*recorded in the audit/u);
  expect(await openings(number)).toEqual([]);

  for (const one of [picture, scan, letter]) {
    const { status, bytes, headers } = await download(browser, fileAt(one));
    expect({ status, same: bytes.equals(one.content) }).toEqual({ status: 200, same: true });
    expect(headers.get('content-type')).toBe(one.mediaType);
    expect(headers.get('content-length')).toBe(String(one.content.length));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/u);
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe-eval/u);
  }
  const { headers } = await download(browser, fileAt(picture));
  expect(headers.get('content-disposition')).toBe(
    `inline; filename="foto antrean _pagi_.jpg"; filename*=UTF-8''foto%20antrean%20%E2%80%9Cpagi%E2%80%9D.jpg`,
  );
  expect(headers.get('content-security-policy')).toMatch(/^sandbox;/u);
  expect(await openings(number)).toEqual(
    [1, 2, 3, 1].map((n) => ({
      ...{ user_id: userId, of_office: office.officeId },
      detail: `${n} (${[picture, scan, letter][n - 1]?.attachmentId ?? ''})`,
    })),
  );
  const admin = await as({ role: 'admin' });
  expect((await admin.get('/jejak')).text).toMatch(new RegExp(`membuka lampiran: 1 .${picture.attachmentId}`, 'su'));
  expect((await admin.get('/jejak?lang=en')).text).toContain('opened an attachment');
});

test('whoever may not read the words is told that there is no such thing, and nothing is recorded', async () => {
  const [picture, other] = [photo(), photo()];
  const { path, fileAt, number, complaintId } = await complaintWith([picture]);
  const elsewhere = await complaintWith([other]);
  await central.newOffice('kecamatan-uji');
  const otherAgency = await central.newAgency('kota-tetangga');
  const officer = await unitOfficer();
  const notFound = (await officer.get(`${path}/lampiran/${v7()}`)).text;

  const denied = async (browser: AgencyBrowser, at: string) => {
    const { status, text } = await browser.get(at);
    expect({ at, status }).toEqual({ at, status: 404 });
    expect(text).toContain('Tidak ditemukan');
    expect(text).not.toContain(number);
  };
  for (const options of [
    { role: 'pejabat', seesUnits: [counterUnit] },
    { role: 'pejabat', seesOffices: [] },
    { role: 'admin', seesOffices: [] },
  ] as const)
    await denied(await as(options), fileAt(picture));
  // Of another complaint, of another office, and what is no id at all.
  for (const at of [
    elsewhere.fileAt(picture),
    fileAt(other),
    `/pengaduan/dukcapil-uji/${v7()}/lampiran/${picture.attachmentId}`,
    `/pengaduan/kecamatan-uji/${complaintId}/lampiran/${picture.attachmentId}`,
    `${path}/lampiran/x`,
    `${path}/lampiran/..%2f..`,
  ])
    await denied(officer, at);
  // An id that is nobody's answers as one that is somebody else's, but for whose page it is.
  const without = (text: string) => text.replaceAll(/[\da-f]{8}-[\da-f-]{27}/gu, '');
  expect(without((await officer.get(elsewhere.fileAt(picture))).text)).toBe(without(notFound));

  const reader = await as({ role: 'pengamat' });
  expect((await reader.get(fileAt(picture))).status).toBe(403);
  expect((await reader.get(`${path}/lampiran/${v7()}`)).status).toBe(403);
  expect(section((await reader.get(path)).text)).toBe('');
  expect((await agencyBrowser(central.url, 'kota-uji').get(fileAt(picture))).location).toBe('/instansi/kota-uji/masuk');
  // With a session of another agency, at its own address and at this one's.
  const neighbour = await as({ role: 'admin', agencyId: otherAgency });
  expect((await neighbour.get(fileAt(picture))).status).toBe(404);
  const intruder = agencyBrowser(central.url, 'kota-uji');
  intruder.setCookie(neighbour.cookie());
  expect((await intruder.get(fileAt(picture))).location).toBe('/instansi/kota-uji/masuk');
  expect(await openings(number)).toEqual([]);
});

test('of a confidential complaint only the officer in charge opens attachments', async () => {
  const picture = photo();
  const { path, fileAt } = await complaintWith([picture], [picture], { confidential: true });
  const admin = await as({ role: 'admin' });
  expect(section((await admin.get(path)).text)).toBe('');
  expect((await admin.get(fileAt(picture))).status).toBe(404);
  expect((await download(await unitOfficer(), fileAt(picture))).bytes.equals(picture.content)).toBe(true);
});

test('what has not arrived says so and is no link; without attachments the page says that', async () => {
  const [here, waits] = [photo(), file('rekaman.pdf', 'application/pdf', pdf())];
  const { path, fileAt } = await complaintWith([here, waits], [here]);
  const officer = await unitOfficer();
  const shown = section((await officer.get(path)).text);
  expect(shown).toContain('<span class="name">rekaman.pdf</span>');
  expect(shown).toContain('Belum sampai dari kantor.');
  expect(shown).not.toContain(waits.attachmentId);
  expect(section((await officer.get(`${path}?lang=en`)).text)).toContain('has not arrived from the office yet');
  expect((await officer.get(fileAt(waits))).status).toBe(404);

  // A part of it came.
  await asOwner(central.database.url, (client) =>
    client.query('UPDATE file_upload SET finished_at = NULL, received = bytes / 2 WHERE attachment_id = $1', [here.attachmentId]),
  );
  await officer.get('?lang=id');
  expect(section((await officer.get(path)).text)).toMatch(/Masih dikirim kantor: (?:49|50)%/u);
  expect((await officer.get(fileAt(here))).status).toBe(404);

  const none = await complaintWith([]);
  expect(section((await officer.get(none.path)).text)).toContain('Tidak ada lampiran.');
  // Not assigned yet: words and files are still at the office.
  const early = { attachmentId: v7(), mediaType: 'image/png' as const, bytes: 1_234_567 };
  const { complaintId } = await office.complaint({ attachments: [early] });
  const toAdmin = section((await (await as({ role: 'admin' })).get(`/pengaduan/dukcapil-uji/${complaintId}`)).text);
  expect(toAdmin).toContain('Lampiran 1');
  expect(toAdmin).toContain('1,2 MB');
  expect(toAdmin).toContain('begitu pengaduan didisposisikan');
});

test.each(['the office', 'the agency'])('erased by %s, a complaint’s file is gone', async (who) => {
  const picture = photo();
  const personId = v7();
  const { path, fileAt, complaintId } = await complaintWith([picture], [picture], { personId });
  const officer = await unitOfficer();
  expect((await download(officer, fileAt(picture))).status).toBe(200);
  if (who === 'the office') {
    office.write(`person/${personId}`, 'personErased.v1', { personId, noteIds: [picture.attachmentId], reason: 'asked' });
    await office.push();
  } else {
    const admin = await as({ role: 'admin' });
    await admin.get('/penghapusan');
    const form = { kantor: 'dukcapil-uji', pengaduan: complaintId, alasan: 'request', surat: '' };
    await admin.post('/penghapusan', form);
  }
  expect((await officer.get(fileAt(picture))).status).toBe(404);
  const shown = section((await officer.get(path)).text);
  expect(shown).toContain('Sudah dihapus');
  expect(shown).not.toContain('foto antrean');
  const { rows } = await asOwner(central.database.url, (client) =>
    client.query('SELECT 1 FROM file_part WHERE attachment_id = $1', [picture.attachmentId]),
  );
  expect(rows).toEqual([]);
});

test('a damaged file and one for a key that is not here are told in words and in the log, without a word of anybody', async () => {
  const [damaged, cut, foreign] = [photo(), photo(), photo()];
  const { path, fileAt, number } = await complaintWith([damaged, cut, foreign], [damaged, cut]);
  const otherKey = { keyId: v7(), publicKey: office.agencyKey.publicKey };
  const complaintId = path.split('/').at(-1) ?? '';
  await sendFile(central, { identity: office.identity, agencyKey: otherKey }, { ...foreign, subjectId: complaintId });
  await asOwner(central.database.url, async (client) => {
    await client.query('UPDATE file_part SET content = set_byte(content, 100, get_byte(content, 100) # 1) WHERE attachment_id = $1', [
      damaged.attachmentId,
    ]);
    await client.query('DELETE FROM file_part WHERE attachment_id = $1', [cut.attachmentId]);
  });
  const officer = await unitOfficer();
  logged.length = 0;
  for (const one of [damaged, cut]) {
    const page = await officer.get(fileAt(one));
    expect(page.status).toBe(500);
    expect(page.text).toContain('Lampiran rusak');
    expect(page.text).toContain(`href="/instansi/kota-uji${path}"`);
  }
  const unreadable = await officer.get(fileAt(foreign));
  expect(unreadable.status).toBe(422);
  expect(unreadable.text).toContain('kunci yang tidak ada pada instansi ini');
  expect((await officer.get(`${fileAt(foreign)}?lang=en`)).text).toContain('cannot be opened');
  expect((await officer.get(`${fileAt(damaged)}?lang=en`)).text).toContain('The attachment is damaged');
  expect(logged.map(({ text }) => text)).toEqual([
    'an attachment is damaged',
    'an attachment is damaged',
    'an attachment of an office does not open',
    'an attachment of an office does not open',
    'an attachment is damaged',
  ]);
  expect(JSON.stringify(logged)).toContain(damaged.attachmentId);
  expect(JSON.stringify(logged)).not.toMatch(new RegExp(`foto antrean|Antre tiga|${number}`, 'u'));
});

test('what is neither picture nor PDF is only saved, whatever it says it is; a name that nobody knows is a number', async () => {
  const page = file('kartu.html', 'image/png', Buffer.from('<script>alert(1)</script>'));
  const drawn = file('', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'));
  const noise = file('', 'text/html', randomBytes(600_000));
  const { fileAt, path, number } = await complaintWith([page, drawn, noise]);
  const officer = await unitOfficer();
  for (const [one, name] of [
    [page, 'kartu.html.bin'],
    [drawn, `${number}-Lampiran-2.bin`],
    [noise, `${number}-Lampiran-3.bin`],
  ] as const) {
    const { bytes, headers } = await download(officer, fileAt(one));
    expect(bytes.equals(one.content)).toBe(true);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const shown = section((await officer.get(path)).text);
  expect(shown).toContain('Lampiran 2</a>');
  expect(shown).toContain('Berkas jenis lain');
});

test('words without names, as an older office sends them, are read as ever', async () => {
  const picture = photo();
  const { complaintId, path, fileAt } = await complaintWith([picture]);
  await office.push({ texts: [office.seal(complaintId, complaintId, 'complaint', words)] });
  const officer = await unitOfficer();
  const { text } = await officer.get(path);
  expect(text).toContain('Saya datang pukul tujuh.');
  expect(section(text)).toContain('Lampiran 1</a>');
  expect((await download(officer, fileAt(picture))).bytes.equals(picture.content)).toBe(true);
});
