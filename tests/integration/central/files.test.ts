/** Attachments on their way to the server: whole or not at all, from where they stand, and never in front of anything else. */
import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileSender, type FileSenderOptions, type FileToSend } from '../../../electron/host/central/files.ts';
import { type CentralNetwork, type CentralRequest, createCentralNetwork } from '../../../electron/host/central/network.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { filesOf, openFile } from '../../../server/files/files.ts';
import { uploadValidMs } from '../../../server/files/store.ts';
import { maxFileBytes, syncPath } from '../../../shared/sync/protocol.ts';
import { sealFile } from '../../../sync/fileSeal.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { sendSigned } from '../../fixtures/signedRequest.ts';
import { startTcpProxy } from '../../fixtures/tcpProxy.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let office: WrittenOffice;
let now = Date.now();
beforeAll(async () => {
  central = await startCentral({ now: () => now });
  office = await writtenOffice(central, await central.newOffice('berkas'));
});
afterAll(() => central.stop());

const { clock } = createSystemPorts();
const newFile = (bytes = 900_000): FileToSend => ({
  attachmentId: v7(),
  subjectId: v7(),
  mediaType: 'image/jpeg',
  content: randomBytes(bytes),
});
const opened = (file: FileToSend, agencyId = central.agencyId) =>
  openFile(central.server.services, agencyId, office.officeId, file.attachmentId);

const listed = (complaintId: string) =>
  central.server.services.db.inOffice(office.officeId, (tx) => filesOf(tx, office.officeId, complaintId, now));

/** A sender whose requests are told: method, and where its part begins. */
function sender(more: Partial<FileSenderOptions> = {}, onRequest: (request: CentralRequest) => void = () => {}) {
  const told: string[] = [];
  const real = createCentralNetwork();
  const network: CentralNetwork = {
    request(request) {
      told.push([request.method, request.headers['upload-offset']].filter((word) => word !== undefined).join(' '));
      onRequest(request);
      return real.request(request);
    },
  };
  const files = createFileSender({
    ...{ network, clock: { ...clock, now: () => now }, url: central.url, identity: office.identity },
    ...{ agencyKey: () => office.agencyKey, whenIdle: async () => {} },
    ...more,
  });
  return { files, told };
}
const part = 256 * 1024;

test('a file arrives in parts, and the agency reads it as it was attached', async () => {
  const { files, told } = sender();
  const file = newFile();
  expect(await files.send(file)).toBe('there');
  expect(told).toEqual(['HEAD', 'POST', 'PATCH 0', `PATCH ${part}`, `PATCH ${2 * part}`, `PATCH ${3 * part}`]);
  const found = await opened(file);
  expect(found?.bytes.equals(file.content)).toBe(true);
  expect(found).toMatchObject({ mediaType: 'image/jpeg', subjectId: file.subjectId });
  expect(await listed(file.subjectId)).toEqual([
    { attachmentId: file.attachmentId, mediaType: 'image/jpeg', bytes: file.content.length, state: { is: 'here', arrivedAt: now } },
  ]);
  // Nobody else's: not another agency's, not in clear on the disk of the server.
  expect(await opened(file, await central.newAgency('kota-lain'))).toBeNull();
  const stored = await asOwner(central.database.url, async (client) => (await client.query('SELECT content FROM file_part')).rows);
  expect(Buffer.concat(stored.map(({ content }) => content)).includes(Buffer.from(file.content).subarray(1000, 1032))).toBe(false);
});

test('what is there already is asked for once and not sent again, and never replaced', async () => {
  const file = newFile(5000);
  await sender().files.send(file);
  const { files, told } = sender();
  expect(await files.send(file)).toBe('there');
  expect(await files.send({ ...file, content: randomBytes(5000) })).toBe('there');
  expect(told).toEqual(['HEAD', 'HEAD']);
  expect((await opened(file))?.bytes.equals(file.content)).toBe(true);
});

test('a connection cut in the middle: it goes on where it stood, from another station and through another server', async () => {
  const proxy = await startTcpProxy(new URL(central.url).host);
  const file = newFile();
  const url = `http://${proxy.address}`;
  const cut = sender({ url }, ({ headers }) => {
    if (headers['upload-offset'] === String(2 * part)) proxy.cutAfter(part / 2);
  });
  await expect(cut.files.send(file)).rejects.toMatchObject({ failure: 'unreachable' });
  expect(await opened(file)).toBeNull();

  const second = await central.another();
  const { files, told } = sender({ url: second.url });
  expect(await files.send(file)).toBe('there');
  expect(told[0]).toBe('HEAD');
  expect(told).not.toContain('POST');
  expect(told).not.toContain('PATCH 0');
  expect((await opened(file))?.bytes.equals(file.content)).toBe(true);
  proxy.close();
});

test('two stations that send the same file at once make one of it', async () => {
  const file = newFile();
  const second = await central.another();
  const outcomes = await Promise.all([sender().files.send(file), sender({ url: second.url }).files.send(file)]);
  expect(outcomes).toEqual(['there', 'there']);
  expect((await opened(file))?.bytes.equals(file.content)).toBe(true);
});

/** A request of tus as another program would make it. */
const tus = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
  sendSigned(central.url, {
    ...{ officeId: office.officeId, keyId: office.identity.keyId, key: office.identity.signingKey, at: now },
    ...{ method, path: `${syncPath}/files${path}`, headers: { 'tus-resumable': '1.0.0', ...headers } },
    ...(body === undefined ? {} : { body }),
  });
const metadataOf = (values: Record<string, string>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
const begin = (file: FileToSend, sha256: string, length: number, more: Record<string, string> = {}) =>
  tus('POST', '', {
    'upload-length': String(length),
    'upload-metadata': metadataOf({
      ...{ attachmentId: file.attachmentId, subjectId: file.subjectId, mediaType: file.mediaType },
      ...{ keyId: office.agencyKey.keyId, sha256, ...more },
    }),
  });
const patch = (file: FileToSend, offset: number, body: Buffer) =>
  tus('PATCH', `/${file.attachmentId}`, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);
const sealed = ({ attachmentId, content }: FileToSend) =>
  sealFile(office.identity.signingKey, { attachmentId, content, ...office.agencyKey });

test('what is not what its hash says is thrown away and said so; sent again it is taken', async () => {
  const file = newFile(3000);
  const bytes = sealed(file);
  expect((await begin(file, hash('sha256', 'something else'), bytes.length)).status).toBe(201);
  expect((await patch(file, 0, bytes.subarray(0, 1000))).status).toBe(204);
  const last = await patch(file, 1000, bytes.subarray(1000));
  expect(last).toMatchObject({ status: 460 });
  expect(last.text).toContain('thrown away');
  expect((await tus('HEAD', `/${file.attachmentId}`, {})).status).toBe(404);
  // One that another version of the program began: the sender finds out at its end and begins anew.
  await begin(file, hash('sha256', 'another'), bytes.length);
  await patch(file, 0, randomBytes(1000));
  expect(await sender().files.send(file)).toBe('there');
  expect((await opened(file))?.bytes.equals(file.content)).toBe(true);
});

test('what is too long, is no upload, or is somebody else’s is refused', async () => {
  const file = newFile(100);
  const hex = hash('sha256', 'x');
  expect((await begin(file, hex, maxFileBytes + 1)).status).toBe(413);
  expect((await begin(file, hex, 0)).status).toBe(413);
  expect((await begin(file, 'no hash', 100)).status).toBe(400);
  expect((await begin(file, hex, 100, { mediaType: '<script>' })).status).toBe(400);
  expect((await begin(file, hex, 100, { attachmentId: '../../x' })).status).toBe(400);
  expect((await begin(file, hex, 100)).status).toBe(201);
  expect((await patch(file, 50, randomBytes(10))).status).toBe(409);
  expect((await patch(file, 0, randomBytes(101))).status).toBe(413);
  expect((await patch(file, 0, randomBytes(1024 * 1024 + 1))).status).toBe(413);
  const other = await writtenOffice(central, await central.newOffice('berkas-lain'));
  const theirs = { officeId: other.officeId, keyId: other.identity.keyId, key: other.identity.signingKey, at: now };
  const asked = { method: 'HEAD', path: `${syncPath}/files/${file.attachmentId}`, headers: { 'tus-resumable': '1.0.0' } };
  expect((await sendSigned(central.url, { ...theirs, ...asked })).status).toBe(404);
  expect((await sendSigned(central.url, { ...theirs, ...asked, officeId: office.officeId })).status).toBe(401);
});

test('an upload that nobody finishes is forgotten after a week', async () => {
  const file = newFile(3000);
  await begin(file, hash('sha256', sealed(file)), sealed(file).length);
  await patch(file, 0, sealed(file).subarray(0, 1000));
  expect(await listed(file.subjectId)).toMatchObject([{ state: { is: 'arriving', percent: 32 } }]);
  now += uploadValidMs + 1000;
  expect(await listed(file.subjectId)).toMatchObject([{ state: { is: 'announced' } }]);
  expect((await tus('HEAD', `/${file.attachmentId}`, {})).status).toBe(410);
  const another = newFile(100);
  await sender().files.send(another);
  const left = await asOwner(
    central.database.url,
    async (client) => (await client.query('SELECT 1 FROM file_part WHERE attachment_id = $1', [file.attachmentId])).rowCount,
  );
  expect(left).toBe(0);
  expect(await sender().files.send(file)).toBe('there');
});

test('an erasure takes the files of a person with it, and they are not taken again', async () => {
  const { complaintId, personId } = await office.complaint();
  const [ofComplaint, single] = [{ ...newFile(2000), subjectId: complaintId }, newFile(2000)];
  const { files } = sender();
  for (const file of [ofComplaint, single]) await files.send(file);
  office.write(`person/${personId}`, 'personErased.v1', { personId, noteIds: [single.attachmentId], reason: 'asked' });
  await office.push();
  for (const file of [ofComplaint, single]) {
    expect(await opened(file)).toBeNull();
    expect(await files.send(file)).toBe('erased');
  }
  const left = await asOwner(
    central.database.url,
    async (client) =>
      (await client.query('SELECT 1 FROM file_part WHERE attachment_id = ANY ($1)', [[ofComplaint.attachmentId, single.attachmentId]]))
        .rowCount,
  );
  expect(left).toBe(0);
});

test('nothing is sent while something more urgent waits, one file at a time, and closing ends it', async () => {
  let free = () => {};
  let idle = new Promise<void>((resolve) => void (free = resolve));
  const asked: (() => void)[] = [];
  const { files, told } = sender({
    whenIdle() {
      asked.shift()?.();
      return idle;
    },
  });
  const first = new Promise<void>((resolve) => void asked.push(resolve));
  const [one, two] = [files.send(newFile(1000)), files.send(newFile(1000))];
  await first;
  expect(told).toEqual([]);
  free();
  await one;
  expect(told).toEqual(['HEAD', 'POST', 'PATCH 0']);
  await two;
  expect(told).toEqual(['HEAD', 'POST', 'PATCH 0', 'HEAD', 'POST', 'PATCH 0']);
  // It waits for good: only closing ends it.
  idle = new Promise(() => {});
  const third = files.send(newFile(1000));
  await files.close();
  await expect(third).rejects.toMatchObject({ failure: 'unreachable' });
  await expect(files.send(newFile(1000))).rejects.toMatchObject({ failure: 'unreachable' });
});

test('a clock that is wrong by a day, a portal and a revoked key', async () => {
  const dayOff = { ...clock, now: () => now - 24 * 60 * 60 * 1000 };
  expect(await sender({ clock: dayOff }).files.send(newFile())).toBe('there');
  const portal: CentralNetwork = { request: async () => ({ status: 302, headers: { location: 'http://portal' }, body: Buffer.alloc(0) }) };
  await expect(sender({ network: portal }).files.send(newFile())).rejects.toMatchObject({ failure: 'notTheServer' });
  const unknown = { ...office.identity, keyId: v7() };
  await expect(sender({ identity: unknown }).files.send(newFile())).rejects.toMatchObject({ failure: 'refused', refusal: 'unknownKey' });
});
