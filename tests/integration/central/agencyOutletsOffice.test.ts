/** What an administrator sees and sets of one office: its public page, what is in quarantine; and the agency's own key. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { isEventType } from '../../../shared/sync/eventTypes.ts';
import { textLabel } from '../../../shared/sync/protocol.ts';
import { reopenDaysOf } from '../../../server/public/settings.ts';
import { createSealer } from '../../../sync/seal.ts';
import { type AgencyBrowser, agencyUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const unknown = new Set<string>();
let central: Central;
let browser: AgencyBrowser;
let moved = 0;
beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + moved, understands: (type) => isEventType(type) && !unknown.has(type) });
  browser = (await agencyUser(central, { role: 'admin' })).browser;
});
afterAll(() => central.stop());

const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const rows = (sql: string, officeId: string) => asOwner(central.database.url, async (client) => (await client.query(sql, [officeId])).rows);

test('for how many days a complaint can be opened again', async () => {
  const { officeId } = await office('p-satu');
  const days = () => central.server.services.db.inOffice(officeId, (tx) => reopenDaysOf(tx, officeId));
  expect((await browser.get('/kantor/p-satu')).text).toMatch(/name="hari"\s+type="number"\s+value="30"/u);
  expect((await browser.post('/kantor/p-satu/publik', { hari: '14' })).location).toBe('/instansi/kota-uji/kantor/p-satu?tersimpan=1');
  expect(await days()).toBe(14);
  expect((await browser.get('/kantor/p-satu')).text).toMatch(/value="14"/u);
  for (const hari of ['', '-1', '366', '1e1', '7.5']) {
    const refused = await browser.post('/kantor/p-satu/publik', { hari });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Tuliskan angka dari 0 sampai 365.');
  }
  expect(await days()).toBe(14);
  expect((await browser.get('/jejak')).text).toContain('mengubah pengaturan halaman publik: 14');
});

test('quarantine: by office with reason and detail; what is known by now is taken in', async () => {
  const written = await office('q-satu');
  await browser.get('/karantina');
  unknown.add('complaintVerified.v1');
  const { complaintId } = await written.complaint();
  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  written.write('complaint/x', 'complaint<b>Sang</b>.v9', { song: 1 });
  await written.push();
  const page = await browser.get('/karantina');
  expect(page.text).toContain('Kantor q-satu');
  expect(page.text).toContain('unknown type complaintVerified.v1');
  expect(page.text).toContain('Tidak dipahami: 2 peristiwa.');
  expect(page.text).toContain('complaint&lt;b&gt;Sang');
  expect((await browser.get('')).text).toContain('href="/instansi/kota-uji/karantina">2<');
  expect((await browser.post('/karantina/q-satu/ulang')).location).toContain('dicoba=0&paham=0');

  unknown.clear();
  const tried = await browser.post('/karantina/q-satu/ulang');
  expect(tried.location).toContain('dicoba=1&paham=1');
  expect((await browser.get('/karantina?dicoba=1&paham=1')).text).toContain('1 dicoba lagi, 1 kini dipahami.');
  expect((await rows('SELECT stage FROM complaint WHERE office_id = $1', written.officeId))[0]).toEqual({ stage: 'verified' });
  expect((await browser.get('/karantina')).text).toContain('Tidak dipahami: 1 peristiwa.');
  expect((await browser.get('/jejak')).text).toContain('mencoba lagi karantina: 1/1');
});

test('an administrator of some offices sees and tries only what is of them', async () => {
  const [own, other] = [await office('q-dua'), await office('q-tiga')];
  for (const one of [own, other]) {
    one.write('complaint/x', 'complaintSang.v9', { song: 1 });
    await one.push();
  }
  const limited = (await agencyUser(central, { role: 'admin', seesOffices: [own.officeId] })).browser;
  const page = await limited.get('/karantina');
  expect(page.text).toContain('Kantor q-dua');
  expect(page.text).not.toContain('Kantor q-tiga');
  expect((await limited.post('/karantina/q-tiga/ulang')).status).toBe(404);
  expect((await limited.post('/karantina/q-dua/ulang')).status).toBe(303);
});

test('a new key of the agency reaches the offices with their next question, at every process, and old words still open', async () => {
  const written = await office('kunci-satu');
  const { complaintId } = await written.complaint();
  const before = written.seal(v7(), complaintId, 'complaint', 'Ditulis sebelum diganti.');
  await written.push({ texts: [before] });
  const another = await central.another();
  await another.services.secrets.agencyKey(central.agencyId);
  const old = (await written.client.orders(0)).agencyKey;
  expect(old.keyId).toBe(before.sealed.keyId);

  await browser.get('/kunci');
  expect((await browser.post('/kunci')).status).toBe(303);
  const fresh = (await written.client.orders(0)).agencyKey;
  expect(fresh.keyId).not.toBe(old.keyId);
  // Another process remembers a key for a minute.
  moved += 61_000;
  expect((await another.services.secrets.agencyKey(central.agencyId)).keyId).toBe(fresh.keyId);

  const textId = v7();
  const sealed = createSealer(Buffer.from(fresh.publicKey, 'base64url'), randomBytes)(
    textLabel(textId),
    Buffer.from('Ditulis sesudahnya.'),
  );
  const late = written.seal(v7(), complaintId, 'reply', 'Disegel untuk kunci lama, dikirim sesudahnya.');
  await written.push({
    texts: [{ textId, subjectId: complaintId, kind: 'answer', sealed: { keyId: fresh.keyId, ...texts(sealed) } }, late],
  });
  const opened = await Promise.all([before.textId, textId, late.textId].map((one) => openAt(another.services.secrets, written, one)));
  expect(opened).toEqual(['Ditulis sebelum diganti.', 'Ditulis sesudahnya.', 'Disegel untuk kunci lama, dikirim sesudahnya.']);
});

const texts = ({ ephemeral, content }: { readonly ephemeral: Buffer; readonly content: Buffer }) => ({
  ephemeral: ephemeral.toString('base64url'),
  content: content.toString('base64'),
});

async function openAt(secrets: Central['server']['services']['secrets'], { officeId }: WrittenOffice, textId: string): Promise<string> {
  const [row] = await asOwner(
    central.database.url,
    async (client) =>
      (await client.query('SELECT key_id, ephemeral, content FROM sealed_text WHERE office_id = $1 AND text_id = $2', [officeId, textId]))
        .rows,
  );
  const { key_id: keyId, ephemeral, content } = row;
  return (await secrets.open(central.agencyId, textLabel(textId), { keyId, ephemeral, content })).toString('utf8');
}

test('whoever is erased at the office leaves no words here: not about her documents, not what a unit wrote', async () => {
  const written = await office('hapus-satu');
  const { complaintId, personId } = await written.complaint();
  const { documentId } = await written.document({ personId });
  const other = await written.complaint();
  await written.push({
    texts: [
      written.seal(v7(), documentId, 'answer', 'Tentang berkasnya'),
      written.seal(v7(), other.complaintId, 'complaint', 'Orang lain'),
    ],
  });
  const officer = (await agencyUser(central, { role: 'pejabat' })).browser;
  await officer.get(`/pengaduan/hapus-satu/${complaintId}`);
  const sent = await officer.post(`/pengaduan/hapus-satu/${complaintId}/note`, { id: v7(), teks: 'Catatan unit tentang orang ini.' });
  expect(sent.status).toBe(303);
  const kinds = async () =>
    (await rows('SELECT kind FROM sealed_text WHERE office_id = $1 ORDER BY kind', written.officeId)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['answer', 'complaint', 'contact', 'contact', 'sent']);
  written.write(`person/${personId}`, 'personErased.v1', { personId, noteIds: [] });
  await written.push();
  expect(await kinds()).toEqual(['complaint', 'contact']);
});
