import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { agencyUser, type TestUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { serviceId, toldOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let moved = 0;
let admin: TestUser;

beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + moved });
  admin = await agencyUser(central, { role: 'admin' });
});
afterAll(() => central.stop());

const secretIn = (text: string) => /class="secret"><code>([^<]+)<\/code>/u.exec(text)?.[1] ?? '';
const enrolled = async (code: string) => {
  const office = await writtenOffice(central, await central.newOffice(code));
  await office.push({ office: toldOffice(`Kantor ${code}`) });
  return office;
};
const sealed = (officeId: string, subjectIds: readonly string[]) =>
  asOwner(central.database.url, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM sealed_text WHERE office_id = $1 AND subject_id = ANY ($2::uuid[])', [
      officeId,
      subjectIds,
    ]);
    return rowCount;
  });

test('an administrator adds an office, and its code enrols it', async () => {
  await admin.browser.get('');
  expect((await admin.browser.post('/kantor', { nama: 'X', kode: 'Tidak Boleh!', zona: 'Asia/Jakarta' })).status).toBe(422);
  const form = { nama: 'Dinas Baru', kode: 'dinas-baru', zona: 'Asia/Makassar' };
  expect((await admin.browser.post('/kantor', form)).location).toBe('/instansi/kota-uji/kantor/dinas-baru');
  expect((await admin.browser.post('/kantor', form)).text).toContain('Kode itu sudah dipakai');
  const enrolmentCode = secretIn((await admin.browser.post('/kantor/dinas-baru/kode')).text);
  const office = await writtenOffice(central, { code: 'dinas-baru', enrolmentCode });
  await office.complaint();
  expect((await admin.browser.get('/kantor/dinas-baru')).text).toContain(office.identity.keyId);
  // Closed: cut off at the next request, out of the lists; and back with a new code only.
  await admin.browser.post('/kantor/dinas-baru/tutup');
  await expect(office.push()).rejects.toMatchObject({ refusal: 'revoked' });
  expect((await admin.browser.get('/pengaduan')).text).not.toContain('Dinas Baru');
  await admin.browser.post('/kantor/dinas-baru/buka');
  expect((await admin.browser.get('/pengaduan')).text).toContain('Dinas Baru');
  await expect(office.push()).rejects.toMatchObject({ refusal: 'revoked' });
});

test('offices live: what was heard, and what may be old is marked old', async () => {
  const office = await enrolled('hidup');
  await office.push({
    now: {
      at: Date.now(),
      isOpen: true,
      openCounters: 3,
      services: [{ serviceId, waiting: 17, estimate: null, lastCalled: 'A-012' }],
    },
  });
  office.write('complaint/x', 'complaintSang.v9', {});
  await office.push();
  const row = async () => {
    const { text } = await admin.browser.get('');
    return /<tr>\s*<th scope="row"><a href="[^"]*\/kantor\/hidup">[\s\S]*?<\/tr>/u.exec(text)?.[0] ?? '';
  };
  const fresh = await row();
  expect(fresh).toContain('baru saja');
  expect(fresh).toContain('buka');
  expect(fresh).toMatch(/>17</u);
  expect(fresh).toContain('<a class="tag bad" href="/instansi/kota-uji/karantina">1</a>');
  expect(fresh).not.toContain('terakhir diketahui');
  moved += 20 * 60_000;
  const stale = await row();
  moved = 0;
  expect(stale).toContain('20 menit lalu');
  expect(stale).toContain('lama tidak terdengar');
  expect(stale).toContain('terakhir diketahui');
  expect((await admin.browser.get('?auto=1')).headers.get('refresh')).toBe('30');
});

test('two agencies never see each other', async () => {
  const here = await enrolled('milik-sini');
  const { complaintId, number } = await here.complaint();
  const otherAgency = await central.newAgency('kota-lain');
  const stranger = await agencyUser(central, { role: 'admin', agencyId: otherAgency });
  expect((await stranger.browser.get('')).text).not.toContain('milik-sini');
  for (const path of ['/kantor/milik-sini', `/pengaduan/milik-sini/${complaintId}`, `/pengguna/${admin.userId}`])
    expect({ path, status: (await stranger.browser.get(path)).status }).toEqual({ path, status: 404 });
  for (const path of [
    '/kantor/milik-sini/kode',
    '/kantor/milik-sini/tutup',
    `/pengaduan/milik-sini/${complaintId}/note`,
    `/pengguna/${admin.userId}/sandi`,
  ])
    expect({ path, status: (await stranger.browser.post(path, { id: v7(), teks: 'x' })).status }).toEqual({ path, status: 404 });
  expect((await stranger.browser.get(`/penghapusan?kantor=milik-sini&nomor=${number}`)).text).not.toContain('milik-sini');
  await stranger.browser.post('/pengumuman', {
    'judul-id': 'a',
    'judul-en': 'a',
    'isi-id': 'a',
    'isi-en': 'a',
    sampai: '2099-01-01',
    kantor: here.officeId,
  });
  expect(await here.orders()).toEqual([]);
  // A session of one agency is none of the other, whatever the browser sends.
  const crossed = await agencyUser(central, { role: 'admin', isLoggedIn: false });
  crossed.browser.setCookie(stranger.browser.cookie());
  expect((await crossed.browser.get('')).location).toBe('/instansi/kota-uji/masuk');
  // Not even an office id of another agency among those that a user may see opens it.
  const trick = await agencyUser(central, { role: 'pejabat', agencyId: otherAgency, seesOffices: [here.officeId] });
  expect((await trick.browser.get(`/pengaduan/milik-sini/${complaintId}`)).status).toBe(404);
});

test('an announcement, a service and the holidays reach the offices as orders, and their outcome comes back', async () => {
  const [one, other] = [await enrolled('satu'), await enrolled('dua')];
  await central.newOffice('belum-terhubung');
  await admin.browser.get('/pengumuman');
  const announcement = { 'judul-id': 'Listrik padam', 'judul-en': 'Power cut', 'isi-id': 'Besok pukul 10.', 'isi-en': 'Tomorrow at 10.' };
  expect((await admin.browser.post('/pengumuman', { ...announcement, sampai: '2020-01-01' })).status).toBe(422);
  const sent = await admin.browser.post('/pengumuman', { ...announcement, sampai: '2099-12-31', kantor: one.officeId });
  expect(sent.location).toContain('kirim=1');
  const [order] = await one.orders();
  expect(order).toMatchObject({
    actor: `agency:${admin.userId}`,
    order: { kind: 'announce', title: { id: 'Listrik padam', en: 'Power cut' }, until: '2099-12-31' },
  });
  expect(await other.orders()).toEqual([]);
  await one.decide(order?.orderId ?? '');
  expect((await admin.browser.get('/pengumuman')).text).toContain('Diterima 1 kantor, belum diputuskan 0.');

  const page = (await admin.browser.get(`/layanan/${serviceId}`)).text;
  expect(page).toContain('Surat kehilangan dari polisi');
  const service = {
    'nama-id': 'KTP-el hilang',
    'nama-en': 'Lost identity card',
    huruf: 'a',
    berkas: ['', ''],
    'berkas-id': ['Kartu keluarga', ''],
    'berkas-en': ['Family card', ''],
    'tempat-id': ['', ''],
    'tempat-en': ['', ''],
    lama: '10',
    satuan: 'workingDays',
    biaya: '0',
    rata: '8',
    target: '15',
    kantor: [one.officeId, other.officeId],
  };
  expect((await admin.browser.post(`/layanan/${serviceId}`, { ...service, 'berkas-en': ['', ''] })).status).toBe(422);
  expect((await admin.browser.post(`/layanan/${serviceId}`, { ...service, biaya: 'gratis' })).status).toBe(422);
  expect((await admin.browser.post(`/layanan/${serviceId}`, service)).location).toContain('kirim=2');
  const saved = (await other.orders())[0]?.order;
  expect(saved).toMatchObject({
    kind: 'office.saveService',
    service: { id: serviceId, prefix: 'A', requirements: [{ title: { id: 'Kartu keluarga' } }] },
  });
  expect((await admin.browser.get(`/layanan/${serviceId}`)).text).toContain('terkirim, belum diputuskan');

  const holidays = { tahun: '2027', tanggal: ['2027-01-01', ''], nama: ['Tahun Baru', ''], jenis: ['national', 'national'] };
  expect((await admin.browser.get('/hari-libur?tahun=2027')).text).toContain('value="2027-01-01"');
  expect((await admin.browser.post('/hari-libur', { ...holidays, tanggal: ['2028-01-01', ''] })).status).toBe(422);
  const spread = await admin.browser.post('/hari-libur', holidays);
  expect(spread.location).toContain('lewati=');
  expect((await admin.browser.get(`/hari-libur?${spread.location?.split('?')[1] ?? ''}`)).text).toContain('Kantor belum-terhubung');
  expect((await other.orders()).map(({ order: { kind } }) => kind)).toEqual(['office.saveService', 'office.saveHolidays']);
});

test('erasing a person deletes her words here at once, and asks the office to destroy the key', async () => {
  const office = await enrolled('hapus');
  const { complaintId, number, personId } = await office.complaint();
  await office.push({ texts: [office.seal(v7(), complaintId, 'complaint', { title: 'rahasia' })] });
  const untouched = await office.complaint();
  expect(await sealed(office.officeId, [personId, complaintId])).toBe(2);
  const found = await admin.browser.get(`/penghapusan?kantor=hapus&nomor=${number}`);
  expect(found.text).toContain('1 pengaduan dan 0 berkas');
  const form = { kantor: 'hapus', pengaduan: complaintId, alasan: 'request', surat: '12/X/2026' };
  expect((await admin.browser.post('/penghapusan', { ...form, alasan: '' })).status).toBe(400);
  expect((await admin.browser.post('/penghapusan', form)).location).toContain('selesai=1');
  expect(await sealed(office.officeId, [personId, complaintId])).toBe(0);
  expect(await sealed(office.officeId, [untouched.personId])).toBe(1);
  expect((await office.orders()).map(({ order }) => order)).toEqual([{ kind: 'person.erase', personId }]);
  expect((await admin.browser.get('/jejak')).text).toContain(`${number} (12/X/2026)`);
});

test('a new key of the agency is used at every process, and the old one still opens what was sealed for it', async () => {
  const office = await enrolled('kunci');
  const { complaintId } = await office.complaint({ unitId: null });
  const words = { title: 'Sebelum ganti', chronology: '', place: '', occurredOn: '', who: '', loss: '', settlement: '' };
  await office.push({ texts: [office.seal(v7(), complaintId, 'complaint', words)] });
  const other = await central.another();
  const before = await other.services.secrets.agencyKey(central.agencyId);
  await admin.browser.get('/kunci');
  expect((await admin.browser.post('/kunci')).status).toBe(303);
  const { agencyKey } = await office.client.orders(0);
  expect(agencyKey.keyId).not.toBe(before.keyId);
  moved += 61_000;
  expect((await other.services.secrets.agencyKey(central.agencyId)).keyId).toBe(agencyKey.keyId);
  moved = 0;
  expect((await admin.browser.get(`/pengaduan/kunci/${complaintId}`)).text).toContain('Sebelum ganti');
});

test('who was limited to an office stays so when it is closed and somebody saves the form', async () => {
  const office = await enrolled('sempit');
  const user = await agencyUser(central, { role: 'pejabat', seesOffices: [office.officeId], seesUnits: ['unit-lama'] });
  await admin.browser.get('');
  await admin.browser.post('/kantor/sempit/tutup');
  const { text } = await admin.browser.get(`/pengguna/${user.userId}`);
  const ticked = (name: string) =>
    [...text.matchAll(new RegExp(`name="${name}" value="([^"]+)" checked`, 'gu'))].map(([, value]) => value ?? '');
  expect(ticked('kantor')).toEqual([office.officeId]);
  expect(ticked('unit')).toEqual(['unit-lama']);
});

test('a new user gets a password once, which opens the way to a second step and a password of her own', async () => {
  await admin.browser.get('/pengguna');
  const form = { nama: 'budi.santoso', lengkap: 'Budi Santoso', peran: 'pejabat' };
  expect((await admin.browser.post('/pengguna', { ...form, nama: 'Budi Santoso!' })).status).toBe(422);
  const made = await admin.browser.post('/pengguna', form);
  const password = /class="secret"><code>([^<]+)<\/code>/u.exec(made.text)?.[1] ?? '';
  expect(password).toMatch(/^(?:\w{4}-){3}\w{4}$/u);
  expect((await admin.browser.post('/pengguna', form)).text).toContain('sudah dipakai');
  // An office that does not exist is not left out, for without any all would be his.
  expect((await admin.browser.post('/pengguna', { ...form, nama: 'budi2', kantor: v7() })).status).toBe(400);
  const { browser } = await agencyUser(central, { role: 'pengamat', isLoggedIn: false });
  await browser.post('/masuk', { nama: 'budi.santoso', sandi: password });
  expect((await browser.get('/dua-langkah')).text).toContain('Pasang langkah kedua');
});
