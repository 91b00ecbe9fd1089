import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Central, startCentral } from '../../fixtures/central.ts';
import { hostileTexts } from '../../fixtures/hostileTexts.ts';
import { type Visitor, visitor } from '../../fixtures/visitor.ts';
import { toldOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const day = 24 * 60 * 60 * 1000;
/** Friday, 27 November 2026, 10.00 WIB. */
const friday = Date.parse('2026-11-27T03:00:00Z');
let now = friday;
let central: Central;
beforeAll(async () => {
  central = await startCentral({ now: () => now });
});
afterAll(() => central.stop());

const office = async (code: string) => {
  const written = await writtenOffice(central, await central.newOffice(code));
  await written.push({ office: toldOffice(`Kantor ${code}`) });
  return written;
};
const newVisitor = (): Visitor => visitor(central.url);
const unitId = '0199c0de-0000-7000-8000-000000000202';
const answered = { letterOwed: false, closesAt: friday + 14 * day };

test('number and PIN show the steps with dates, the words of the office, the unit, and what comes next', async () => {
  const written = await office('s-satu');
  const { complaintId, number, pin } = await written.complaint({ unitId }, friday);
  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' }, undefined, friday + 60_000);
  await written.step(
    complaintId,
    'statusReported.v1',
    { channel: 'whatsapp', reportDueAt: friday + 7 * day },
    {
      kind: 'statusReport',
      words: 'Kami menunggu jawaban dari pusat.',
    },
  );
  const browser = newVisitor();
  const asked = await browser.get(`/k/s-satu/status?n=${number}`);
  expect(asked.text).toContain(`value="${number}"`);
  const shown = await browser.follow('s-satu', {
    number: ` ${number.toLowerCase().replaceAll('-', ' ')} `,
    pin: pin.toLowerCase().replace('-', ''),
  });
  expect(shown.status).toBe(200);
  for (const words of [
    `Pengaduan ${number}`,
    'Si*** Ra***',
    'Seksi teknologi informasi',
    'Kami menunggu jawaban dari pusat.',
    'Pengaduan diperiksa',
    'Jumat, 27 November 2026, 10.00 WIB',
    'Berikutnya: jawaban',
    'paling lambat Jumat, 11 Desember 2026, 10.00 WIB',
  ])
    expect(shown.text).toContain(words);
  // Reloading needs no PIN; another receipt does.
  expect((await browser.get('/k/s-satu/status')).text).toContain('Kami menunggu jawaban dari pusat.');
  const other = await browser.get('/k/s-satu/status?n=P-2026-000999');
  expect(other.text).toContain('name="pin"');
  expect(other.text).not.toContain('Kami menunggu');
});

test('the same in English, remembered from page to page', async () => {
  const written = await office('s-dua');
  const receipt = await written.complaint({}, friday);
  const browser = newVisitor();
  await browser.follow('s-dua', receipt);
  const english = await browser.get('/k/s-dua/status?lang=en');
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain('Friday, 27 November 2026, 10:00 WIB');
  expect(english.text).toContain('href="/k/s-dua/status?lang=id"');
  expect((await browser.get('/k/s-dua')).text).toContain('Check the status of a complaint');
  expect((await newVisitor().get('/k/s-dua', { 'accept-language': 'en-US,en' })).text).toContain('<html lang="en">');
});

test('what was followed ends after 30 minutes, when it is closed, and with a changed cookie', async () => {
  const written = await office('s-tiga');
  const receipt = await written.complaint({}, friday);
  const browser = newVisitor();
  const isShown = async () => (await browser.get('/k/s-tiga/status')).text.includes(`Pengaduan ${receipt.number}`);
  await browser.follow('s-tiga', receipt);
  const [, cookie = ''] = /follow=([^;]*)/u.exec(browser.cookiesFor('/k/s-tiga/status')) ?? [];
  now = friday + 30 * 60 * 1000 - 1;
  expect(await isShown()).toBe(true);
  now = friday + 30 * 60 * 1000;
  expect(await isShown()).toBe(false);
  now = friday;
  const [text = '', signature = ''] = cookie.split('.');
  const longer = Buffer.from(
    Buffer.from(text, 'base64url')
      .toString()
      .replace(/"until":\d+/u, `"until":${friday + day}`),
  ).toString('base64url');
  for (const changed of [`${longer}.${signature}`, `${text}.`, text, `${text}.${signature}.x`, '.', '%00']) {
    browser.setCookie('follow', changed, '/k/s-tiga');
    expect(await isShown()).toBe(false);
  }
  browser.setCookie('follow', cookie, '/k/s-tiga');
  expect(await isShown()).toBe(true);
  expect((await browser.submit('/k/s-tiga/status/tutup', {})).text).toContain('sudah ditutup di peramban ini');
  expect(await isShown()).toBe(false);
});

test('a number opens nothing at another office, nor does what is followed there', async () => {
  const [here, there] = [await office('s-sini'), await office('s-sana')];
  const receipt = await here.complaint({ number: 'P-2026-004444' }, friday);
  const browser = newVisitor();
  expect((await browser.follow('s-sana', receipt)).status).toBe(403);
  await browser.follow('s-sini', receipt);
  const [, cookie = ''] = /follow=([^;]*)/u.exec(browser.cookiesFor('/k/s-sini/status')) ?? [];
  browser.setCookie('follow', cookie, '/k/s-sana');
  expect((await browser.get('/k/s-sana/status')).text).toContain('name="pin"');
  expect((await browser.post('/k/s-sana/status/reopen', { text: 'Buka' })).status).toBe(401);
  expect(await there.orders()).toEqual([]);
});

test('a server process beside it knows who follows what', async () => {
  const written = await office('s-dua-proses');
  const receipt = await written.complaint({}, friday);
  const other = await central.another();
  const browser = newVisitor();
  await browser.follow('s-dua-proses', receipt);
  const elsewhere = visitor(other.url);
  const [, cookie = ''] = /follow=([^;]*)/u.exec(browser.cookiesFor('/k/s-dua-proses/status')) ?? [];
  elsewhere.setCookie('follow', cookie, '/k/s-dua-proses');
  expect((await elsewhere.get('/k/s-dua-proses/status')).text).toContain(receipt.number);
});

test('who is anonymous has no name on it, and what is said in confidence shows the answers alone', async () => {
  const written = await office('s-rahasia');
  const receipt = await written.complaint({ anonymous: true, confidential: true }, friday);
  const { complaintId } = receipt;
  const words = written.seal(complaintId, complaintId, 'complaint', { title: 'Pungutan liar di loket 3', chronology: 'Diminta uang' });
  const own = written.seal('0199c0de-0000-7000-8000-00000000beef', complaintId, 'reply', 'Nama saya Budi');
  await written.push({ texts: [words, own] });
  written.write(`complaint/${complaintId}`, 'complaintNoted.v1', { complaintId, textId: '0199c0de-0000-7000-8000-00000000beee' });
  await written.step(complaintId, 'complaintAnswered.v1', answered, { kind: 'answer', words: 'Petugas sudah ditegur.' });
  const { text } = await newVisitor().follow('s-rahasia', receipt);
  expect(text).toContain('Anonim');
  expect(text).toContain('Petugas sudah ditegur.');
  for (const secret of ['Si*** Ra***', 'siti@contoh.id', '0812', 'Pungutan', 'Diminta', 'Budi']) expect(text).not.toContain(secret);
});

test('an erased person leaves the steps and no words', async () => {
  const written = await office('s-hapus');
  const receipt = await written.complaint({}, friday);
  await written.step(receipt.complaintId, 'complaintAnswered.v1', answered, { kind: 'answer', words: 'Yth. Ibu Siti, KTP Anda selesai.' });
  const browser = newVisitor();
  expect((await browser.follow('s-hapus', receipt)).text).toContain('Yth. Ibu Siti');
  written.write(`person/${receipt.personId}`, 'personErased.v1', { personId: receipt.personId, noteIds: [] });
  await written.push({ erased: [receipt.personId] });
  const { text } = await browser.get('/k/s-hapus/status');
  expect(text).toContain('Kantor menjawab');
  expect(text).toContain('tidak (lagi) tersimpan di sini');
  for (const erased of ['Yth. Ibu Siti', 'Si*** Ra***']) expect(text).not.toContain(erased);
});

test('what is due late is told, and what waits for the complainant stands still', async () => {
  const written = await office('s-terlambat');
  const receipt = await written.complaint({}, friday - 20 * day);
  const late = await newVisitor().follow('s-terlambat', receipt);
  expect(late.text).toContain('Kami terlambat dan mohon maaf');
  await written.step(
    receipt.complaintId,
    'complainantAsked.v1',
    { standing: ['verify', 'answer'] },
    { kind: 'question', words: 'Kapan tepatnya?' },
  );
  const waiting = await newVisitor().follow('s-terlambat', receipt);
  expect(waiting.text).toContain('Menunggu Anda');
  expect(waiting.text).toContain('Kapan tepatnya?');
  expect(waiting.text).not.toContain('Kami terlambat');
});

test('a complaint that was merged says how the other one stands, without its number', async () => {
  const written = await office('s-gabung');
  const into = await written.complaint({}, friday);
  const receipt = await written.complaint({}, friday);
  await written.step(into.complaintId, 'measureRecorded.v1');
  await written.step(receipt.complaintId, 'complaintMerged.v1', { intoId: into.complaintId });
  const { text } = await newVisitor().follow('s-gabung', receipt);
  expect(text).toContain('Pengaduan itu sekarang: Sedang ditindaklanjuti.');
  expect(text).not.toContain(into.number);
});

test('documents: received, promised, late, ready, collected', async () => {
  const written = await office('s-berkas');
  const receipt = await written.document({}, friday);
  const browser = newVisitor();
  const first = await browser.follow('s-berkas', receipt);
  for (const words of [`Berkas ${receipt.number}`, 'KTP-el hilang', 'Bu*** Sa***', 'Dijanjikan selesai Jumat, 18 Desember 2026.'])
    expect(first.text).toContain(words);
  const see = async () => (await browser.get('/k/s-berkas/status')).text;
  now = Date.parse('2026-12-19T03:00:00Z');
  await browser.follow('s-berkas', receipt);
  expect(await see()).toContain('Kami terlambat');
  written.write(`document/${receipt.documentId}`, 'documentReady.v1', { documentId: receipt.documentId }, now);
  await written.push();
  expect(await see()).toContain('Siap diambil');
  written.write(`document/${receipt.documentId}`, 'documentCollected.v1', { documentId: receipt.documentId }, now);
  await written.push();
  expect(await see()).toContain('Sudah diambil');
  now = friday;
});

test('whatever was written anywhere is words on the page, never markup', async () => {
  const written = await writtenOffice(central, await central.newOffice('s-xss'));
  const printable = hostileTexts.filter((text) => !text.includes('\u0000'));
  const told = toldOffice(printable.join(' ').slice(0, 119));
  const [service] = told.services;
  if (service === undefined) throw new Error('no service');
  await written.push({
    office: {
      ...told,
      contact: '"><script>alert(1)</script>',
      services: printable.slice(0, 20).map((text, n) => ({
        ...service,
        id: `0199c0de-0000-7000-8000-${String(n).padStart(12, '0')}`,
        title: { id: text, en: text },
        procedure: { id: text, en: text },
        requirements: [{ id: service.id, title: { id: text, en: text }, whereToGet: { id: text, en: text } }],
      })),
    },
  });
  const receipt = await written.complaint({}, friday);
  for (const words of hostileTexts)
    await written.step(receipt.complaintId, 'statusReported.v1', { channel: 'sms', reportDueAt: friday }, { kind: 'statusReport', words });
  const browser = newVisitor();
  await browser.follow('s-xss', receipt);
  const pages = ['', '/status', '/status?hal=2', '/antrean', '/maklumat', '/maklumat?hal=2', '/angka', '/status?n=%22%3E%3Cscript%3E'];
  const texts = [
    ...(await Promise.all(pages.map(async (page) => (await browser.get(`/k/s-xss${page}`)).text))),
    (await browser.get('/?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E')).text,
    (await browser.post('/k/s-xss/status', { number: '"><svg/onload=alert(1)>', pin: "'><script>" })).text,
    (await browser.post('/k/s-xss/status/reopen', { text: '</textarea><script>alert(1)</script>' })).text,
  ];
  for (const text of texts) {
    const { document } = new JSDOM(text).window;
    const elements = [...document.querySelectorAll('*')];
    expect(elements.length).toBeGreaterThan(20);
    // Every element and attribute is the templates' own.
    const strange = 'script, svg, img, iframe, base, style, video, math, details, object, embed, meta[http-equiv]';
    expect([...document.querySelectorAll(strange)].map(({ localName }) => localName)).toEqual([]);
    const attributes = elements.flatMap((element) => element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`));
    expect(attributes.filter((one) => /^on|^autofocus|^(?:href|action|src)=(?!\/|#|\?|data:,$)/iu.test(one))).toEqual([]);
  }
});

test('an office that is not there, an agency, and an address that leads nowhere', async () => {
  await office('s-ada');
  const browser = newVisitor();
  for (const path of [
    '/k/s-tidak-ada',
    '/k/s-tidak-ada/status',
    '/k/s-tidak-ada/antrean',
    '/k/s-ada/lain',
    '/k/kota-uji/status',
    '/k/%3Cscript%3E/angka',
  ]) {
    const { status, text } = await browser.get(path);
    expect([path, status]).toEqual([path, 404]);
    expect(text).toContain('Halaman tidak ditemukan');
  }
  expect((await browser.post('/status', { office: 's-tidak-ada', number: 'P-2026-000001', pin: 'x' })).status).toBe(404);
  const agency = await browser.get('/k/kota-uji');
  expect(agency.text).toContain('href="/k/s-ada"');
  const found = await browser.get('/?q=s-ada+uji');
  expect(found.text).toContain('href="/k/s-ada"');
  expect(found.text).not.toContain('href="/k/s-satu"');
  expect((await browser.get('/?q=%25')).text).toContain('Tidak ada kantor dengan kata itu');
});

test('a long life is dealt out to pages of at most 30 kB', async () => {
  const written = await office('s-panjang');
  const receipt = await written.complaint({}, friday);
  for (let n = 0; n < 12; n += 1)
    await written.step(
      receipt.complaintId,
      'statusReported.v1',
      { channel: 'sms', reportDueAt: friday + day },
      { kind: 'statusReport', words: `${n} ${'kabar '.repeat(650)}` },
    );
  const browser = newVisitor();
  const first = await browser.follow('s-panjang', receipt);
  const style = (await browser.get('/assets/style.css')).text;
  expect(Buffer.byteLength(first.text) + Buffer.byteLength(style)).toBeLessThan(31_000);
  expect(first.text).toContain('11 kabar');
  expect(first.text).not.toContain('"0 kabar');
  const last = await browser.get('/k/s-panjang/status?hal=4');
  expect(last.text).toContain('Pengaduan diterima');
});

test('a form that another site sends is refused', async () => {
  const written = await office('s-asal');
  const receipt = await written.complaint({}, friday);
  const browser = newVisitor();
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://example.org' },
    { origin: 'null' },
  ])
    expect((await browser.post('/k/s-asal/status', receipt, headers)).status).toBe(403);
  expect((await browser.post('/k/s-asal/status', receipt, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  expect((await browser.post('/k/s-asal/status', receipt, { origin: central.url })).status).toBe(303);
});
