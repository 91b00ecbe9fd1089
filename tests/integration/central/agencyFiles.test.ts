/** Attachments in the agency view: for whoever may read the complaint's words, recorded, and harmless. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileSender, type FileToSend } from '../../../electron/host/central/files.ts';
import { createCentralNetwork } from '../../../electron/host/central/network.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { defaultComplaintRules } from '../../../shared/domain/complaints/rules.ts';
import { agencyUser, type TestUser } from '../../fixtures/agency.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { toldOffice, type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const [counterUnit = '', itUnit = ''] = defaultComplaintRules.units.map(({ id }) => id);
let central: Central;
let office: WrittenOffice;
let inCharge: TestUser;

beforeAll(async () => {
  central = await startCentral();
  office = await writtenOffice(central, await central.newOffice('dukcapil-uji'));
  await office.push({ office: toldOffice('Dukcapil Uji') });
  inCharge = await agencyUser(central, { role: 'pejabat', seesUnits: [itUnit] });
});
afterAll(() => central.stop());

const { clock } = createSystemPorts();
const send = (file: FileToSend) =>
  createFileSender({
    ...{ network: createCentralNetwork(), clock, url: central.url, identity: office.identity },
    ...{ agencyKey: () => office.agencyKey, whenIdle: async () => {} },
  }).send(file);

/** A complaint of the unit with an attachment that has arrived. */
async function withFile(mediaType = 'image/jpeg', more: Parameters<WrittenOffice['complaint']>[0] = {}) {
  const made = await office.complaint(more);
  const { complaintId } = made;
  await office.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  office.write(`complaint/${complaintId}`, 'complaintAssigned.v1', { complaintId, textId: null, unitId: itUnit, staffId: null });
  await office.push();
  const file = { attachmentId: v7(), subjectId: complaintId, mediaType, content: randomBytes(1_234_567) };
  await send(file);
  const path = `/pengaduan/dukcapil-uji/${complaintId}`;
  return { ...made, path, file, filePath: `${path}/lampiran/${file.attachmentId}` };
}

/** As a browser asks for it: the bytes. */
async function open({ browser }: TestUser, path: string) {
  const answer = await fetch(`${central.url}/instansi/kota-uji${path}`, {
    headers: { cookie: `loket-instansi=${browser.cookie() ?? ''}` },
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const reads = (subject: string) =>
  asOwner(central.database.url, async (client) => {
    const { rows } = await client.query<{ user_id: string; detail: string }>(
      "SELECT user_id, detail FROM agency_audit WHERE office_id = $1 AND what = 'fileRead' AND subject = $2",
      [central.agencyId, subject],
    );
    return rows;
  });

test('an officer of the unit sees a photo and opens it as it was attached, and that is recorded', async () => {
  const { path, file, filePath, number } = await withFile();
  const { text } = await inCharge.browser.get(path);
  expect(text).toContain(`href="/instansi/kota-uji${filePath}"`);
  expect(text).toContain('foto JPEG');
  expect(text).toContain('1,2 MB');
  expect((await inCharge.browser.get(`${path}?lang=en`)).text).toContain('JPEG photo');
  expect(await reads(number)).toEqual([]);
  const { status, headers, bytes } = await open(inCharge, filePath);
  expect(status).toBe(200);
  expect(bytes.equals(file.content)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="lampiran-${number}-1.jpg"`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  expect(await reads(number)).toEqual([{ user_id: inCharge.userId, detail: file.attachmentId }]);
});

test('what could run is only saved, and a type that nobody knows is none', async () => {
  for (const [mediaType, type, extension] of [
    ['application/pdf', 'application/pdf', 'pdf'],
    ['image/svg+xml', 'application/octet-stream', 'bin'],
    ['text/html', 'application/octet-stream', 'bin'],
  ]) {
    const { filePath, number } = await withFile(mediaType);
    const { headers } = await open(inCharge, filePath);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="lampiran-${number}-1.${extension}"`);
  }
});

test('nobody else opens it, and is told alike that there is nothing', async () => {
  const { path, filePath, number, file } = await withFile();
  const other = await withFile();
  const otherUnit = await agencyUser(central, { role: 'pejabat', seesUnits: [counterUnit] });
  const otherOffice = await agencyUser(central, { role: 'pejabat', seesOffices: [(await central.newOffice('kecamatan-uji')).officeId] });
  const reader = await agencyUser(central, { role: 'pengamat' });
  for (const user of [otherUnit, otherOffice]) expect((await open(user, filePath)).status).toBe(404);
  expect((await open(reader, filePath)).status).toBeGreaterThanOrEqual(400);
  expect((await reader.browser.get(path)).text).not.toContain('lampiran/');
  for (const wrong of [`${path}/lampiran/${v7()}`, `${path}/lampiran/x`, `${other.path}/lampiran/${file.attachmentId}`])
    expect((await open(inCharge, wrong)).status).toBe(404);
  const stranger = await fetch(`${central.url}/instansi/kota-uji${filePath}`, { redirect: 'manual' });
  expect(stranger.status).toBe(303);
  await central.newAgency('kota-lain');
  const elsewhere = await fetch(`${central.url}/instansi/kota-lain${filePath}`, {
    headers: { cookie: `loket-instansi=${inCharge.browser.cookie() ?? ''}` },
    redirect: 'manual',
  });
  expect(elsewhere.status).toBe(303);
  expect(await reads(number)).toEqual([]);
});

test('of a confidential complaint it is the officer in charge alone, not the administrator', async () => {
  const { path, filePath } = await withFile('image/png', { confidential: true });
  const admin = await agencyUser(central, { role: 'admin' });
  expect((await admin.browser.get(path)).text).not.toContain('lampiran/');
  expect((await open(admin, filePath)).status).toBe(404);
  expect((await open(inCharge, filePath)).status).toBe(200);
});

test('one that is still coming is named and not opened; without any that is said', async () => {
  const { path, file, filePath } = await withFile();
  await asOwner(central.database.url, (client) =>
    client.query('UPDATE file_upload SET finished_at = NULL, received = 1000 WHERE attachment_id = $1', [file.attachmentId]),
  );
  const { text } = await inCharge.browser.get(path);
  expect(text).toContain('masih dikirim kantor');
  expect(text).not.toContain('lampiran/');
  expect((await open(inCharge, filePath)).status).toBe(404);
  await asOwner(central.database.url, (client) => client.query('DELETE FROM file_upload WHERE attachment_id = $1', [file.attachmentId]));
  expect((await inCharge.browser.get(path)).text).toContain('Tidak ada lampiran');
});

test('one that does not open says so in words; one that was erased is gone', async () => {
  const { path, file, filePath } = await withFile();
  await asOwner(central.database.url, (client) =>
    client.query(
      'UPDATE file_part SET content = set_byte(content, 900, get_byte(content, 900) # 1) WHERE attachment_id = $1 AND first_byte = 0',
      [file.attachmentId],
    ),
  );
  const damaged = await inCharge.browser.get(filePath);
  expect(damaged.status).toBe(422);
  expect(damaged.text).toContain('Lampiran aslinya aman di kantor');
  expect((await inCharge.browser.get(`${filePath}?lang=en`)).text).toContain('The original is safe at the office');
  const erased = await withFile();
  office.write(`person/${erased.personId}`, 'personErased.v1', {
    personId: erased.personId,
    noteIds: [erased.complaintId],
    reason: 'asked',
  });
  await office.push({ erased: [erased.complaintId] });
  expect((await open(inCharge, erased.filePath)).status).toBe(404);
  expect((await inCharge.browser.get(erased.path)).text).not.toContain('lampiran/');
});
