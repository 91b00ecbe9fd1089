import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { removeNoticeChannel, noticeChannels, setNoticeChannel } from '../../../server/notices/channels.ts';
import { listNotices, type Notice, type NoticeFilter, retryNotices } from '../../../server/notices/notices.ts';
import type { NewNoticeChannel } from '../../../server/notices/settings.ts';
import { maxAttempts } from '../../../server/outbox/backoff.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { startMailServer } from '../../fixtures/mailServer.ts';
import { startReceiver } from '../../fixtures/receiver.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
let later = 0;
let central: Central;
const running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + later, privateHosts: ['127.0.0.1'], outbox: { pollMs: 20 } });
});
afterAll(() => central.stop());
afterEach(async () => {
  later = 0;
  for (const { channel } of await noticeChannels(services(), central.agencyId))
    await removeNoticeChannel(services(), central.agencyId, channel);
  for (const one of running.splice(0)) await one.stop();
  await asOwner(central.database.url, (client) => client.query('DELETE FROM notice'));
});

const services = () => central.server.services;
const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const mailServer = async (options: Parameters<typeof startMailServer>[0] = {}) => {
  const started = await startMailServer(options);
  running.push(started);
  return started;
};
const gateway = async (...args: Parameters<typeof startReceiver>) => {
  const started = await startReceiver(...args);
  running.push(started);
  return started;
};
async function set(channel: NewNoticeChannel) {
  expect(await setNoticeChannel(services(), central.agencyId, channel, 'uji')).toEqual({ ok: true, value: undefined });
}
const email = (port: number, more: object = {}): NewNoticeChannel => ({
  ...{ channel: 'email', host: '127.0.0.1', port, security: 'none', user: 'loket', password: 'sandi-uji' },
  from: { name: 'Kota Uji', address: 'loket@kota-uji.go.id' },
  ...more,
});
const sms = (url: string, more: object = {}): NewNoticeChannel => ({
  ...{ channel: 'gateway', url, idPath: 'messages.0.id', headers: { authorization: 'Bearer kunci-uji' } },
  template: { to: '{{phone}}', type: 'text', text: { body: '{{text}}' }, ref: ['{{number}}', '{{phoneLocal}}', 1, null] },
  ...more,
});
const shows = async (is: (notices: readonly Notice[]) => boolean, filter: NoticeFilter = {}) => {
  await expect.poll(async () => is(await listNotices(services(), central.agencyId, filter)), { timeout: 8000, interval: 20 }).toBe(true);
  return listNotices(services(), central.agencyId, filter);
};

test('a complainant is written to at each step: number and where to follow it, nothing else of hers', async () => {
  const server = await mailServer();
  await set(email(server.port));
  const written = await office('n-satu');
  const { complaintId, number, pin } = await written.complaint();
  const received = await server.next();
  expect(received).toMatchObject({ to: ['siti@contoh.id'], from: 'loket@kota-uji.go.id', user: 'loket' });
  expect(received.source).toContain(`Subject: ${number}: pengaduan diterima`);
  expect(received.source).toContain(`${central.url}/k/n-satu`);
  const words = { kind: 'question', words: 'Loket mana yang Anda datangi?' } as const;
  await written.step(complaintId, 'complainantAsked.v1', { standing: [] }, words);
  expect((await server.next()).source).toContain(`${number}: ada pertanyaan`);
  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  await written.step(
    complaintId,
    'complaintAnswered.v1',
    { letterOwed: false, closesAt: Date.now() },
    { kind: 'answer', words: 'Sudah diganti.' },
  );
  expect((await server.next()).source).toContain(`${number}: pengaduan ditanggapi`);
  await written.step(complaintId, 'complaintClosed.v1', { textId: null, outcome: 'resolved' });
  expect((await server.next()).source).toContain(`${number}: pengaduan selesai`);
  for (const { source } of server.mails)
    for (const secret of [pin, words.words, 'Sudah diganti', 'Ra***']) expect(source).not.toContain(secret);

  const sent = await shows((all) => all.length === 4 && all.every(({ state }) => state === 'sent'), { subjectId: complaintId });
  expect(sent.map(({ step }) => step)).toEqual(['closed', 'answered', 'asked', 'received']);
  expect(sent[3]).toMatchObject({ channel: 'email', hint: 's•••@c•••.id', providerId: 'UJI-1', attempts: 1 });
  const dump = await asOwner(central.database.url, async (client) => (await client.query('SELECT notice::text AS row FROM notice')).rows);
  expect(JSON.stringify(dump)).not.toContain('siti');
});

test('papers that lie ready are told of by the gateway, filled into its own template', async () => {
  const receiver = await gateway(() => ({ status: 200, body: '{"messages":[{"id":"wamid.UJI-7"}]}' }));
  await set(sms(receiver.url, { steps: ['documentReady'] }));
  const written = await office('n-dua');
  const { personId } = await written.complaint();
  const documentId = crypto.randomUUID();
  const title = { id: 'KTP-el', en: 'Identity card' };
  const data = { documentId, personId, number: 'B-2026-000007', serviceId: documentId, serviceTitle: title, readyOn: '2026-12-01' };
  written.write('documents/2026', 'documentReceived.v1', data);
  written.write('documents/2026', 'documentReady.v1', { documentId });
  await written.push();
  const { headers, body } = await receiver.next();
  expect(headers['authorization']).toBe('Bearer kunci-uji');
  const sent = JSON.parse(body);
  expect(sent).toMatchObject({ to: '+6281234567890', type: 'text', ref: ['B-2026-000007', '081234567890', 1, null] });
  expect(sent.text.body).toContain('B-2026-000007 siap diambil');
  expect(sent.text.body.length).toBeLessThan(220);
  const [notice] = await shows((all) => all[0]?.state === 'sent');
  expect(notice).toMatchObject({ step: 'documentReady', providerId: 'wamid.UJI-7', hint: '0812••••••90' });
  expect(await listNotices(services(), central.agencyId)).toHaveLength(1);
});

test('a recipient that is refused is a failure with its reason; nothing of what the mail server wrote is kept', async () => {
  const server = await mailServer({ refuse: (address) => ({ code: 550, message: `no such user <${address}>` }) });
  await set(email(server.port));
  await (await office('n-tiga')).complaint();
  const [notice] = await shows((all) => all[0]?.state === 'failed');
  expect(notice).toMatchObject({ reason: 'smtp550', attempts: 1, hint: 's•••@c•••.id' });
});

test('a mailbox that is full for now is tried again', async () => {
  let isFull = true;
  const server = await mailServer({ refuse: () => (isFull ? { code: 452, message: 'mailbox full' } : null) });
  await set(email(server.port));
  await (await office('n-empat')).complaint();
  await shows((all) => all[0]?.reason === 'smtp452' && all[0].state === 'queued');
  isFull = false;
  later = hour;
  const { to } = await server.next();
  expect(to).toEqual(['siti@contoh.id']);
  await shows((all) => all[0]?.state === 'sent' && all[0].attempts === 2);
});

test('a mail server that is down and comes up again gets everything', async () => {
  const gone = await mailServer();
  await gone.stop();
  await set(email(gone.port));
  const written = await office('n-lima');
  const first = await written.complaint();
  const second = await written.complaint();
  await shows(
    (all) =>
      all.length === 2 && all.every(({ reason, state }) => reason === 'ESOCKET' || (reason === 'ECONNREFUSED' && state === 'queued')),
  );
  const server = await mailServer({ port: gone.port });
  later = hour;
  const mails = [await server.next(), await server.next()];
  for (const { number } of [first, second]) expect(mails.some(({ source }) => source.includes(number))).toBe(true);
  await shows((all) => all.every(({ state }) => state === 'sent'));
});

test('a wrong password loses nothing: it waits until somebody puts it right', async () => {
  const server = await mailServer();
  await set(email(server.port, { password: 'salah' }));
  await (await office('n-enam')).complaint();
  await shows((all) => all[0]?.reason === 'smtp535' && all[0].state === 'queued');
  await set(email(server.port));
  later = hour;
  const { user } = await server.next();
  expect(user).toBe('loket');
  await shows((all) => all[0]?.state === 'sent');
});

test('a mail server without TLS gets nothing of an agency that asked for TLS', async () => {
  const server = await mailServer();
  await set(email(server.port, { security: 'starttls' }));
  await (await office('n-tls')).complaint();
  const [notice] = await shows((all) => all[0]?.attempts === 1 && all[0].reason !== null);
  expect(notice?.state).toBe('queued');
  expect(server.mails).toEqual([]);
});

test('what a gateway refuses for good fails; what it cannot do now is given up at last, and can be sent again', async () => {
  let status = 422;
  const receiver = await gateway(() => ({ status }));
  await set(sms(receiver.url));
  const written = await office('n-tujuh');
  await written.complaint();
  await shows((all) => all[0]?.state === 'failed' && all[0].reason === 'http422');
  status = 503;
  await written.complaint();
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const [tried] = await shows((all) => all[0]?.attempts === attempt && all[0].reason === 'http503');
    // Two to three days in all: it is still news then.
    later = (tried?.nextAt.getTime() ?? 0) - Date.now() + 1000;
  }
  const [, failed] = await shows((all) => all[0]?.state === 'gaveUp');
  status = 200;
  expect(await retryNotices(services(), central.agencyId)).toBe(2);
  await shows((all) => all.every(({ state }) => state === 'sent'));
  expect(failed?.state).toBe('failed');
});

test('nobody gets the news of last month, and of several steps at once only the last', async () => {
  const server = await mailServer();
  await set(email(server.port));
  const written = await office('n-delapan');
  const old = await written.complaint({}, Date.now() - 8 * day);
  const both = await written.complaint({}, Date.now() - 8 * day);
  const data = { complaintId: both.complaintId, textId: crypto.randomUUID() };
  written.write(`complaint/${both.complaintId}`, 'complaintAnswered.v1', { ...data, letterOwed: false, closesAt: Date.now() });
  written.write(`complaint/${both.complaintId}`, 'complaintClosed.v1', {
    complaintId: both.complaintId,
    textId: null,
    outcome: 'resolved',
  });
  await written.push();
  expect((await server.next()).source).toContain(`${both.number}: pengaduan selesai`);
  await shows((all) => all.every(({ state }) => state === 'sent'));
  expect(await listNotices(services(), central.agencyId)).toHaveLength(1);
  expect(await listNotices(services(), central.agencyId, { subjectId: old.complaintId })).toEqual([]);
});

test('who is erased is not written to, and who gave no address for it is passed over', async () => {
  const gone = await gateway();
  await gone.stop();
  await set(sms(gone.url));
  const written = await office('n-sembilan');
  const { personId } = await written.complaint();
  await shows((all) => all[0]?.state === 'queued' && all[0].hint !== null);
  written.write(`person/${personId}`, 'personErased.v1', { personId, noteIds: [] });
  await written.push();
  expect((await listNotices(services(), central.agencyId))[0]).toMatchObject({ state: 'skipped', reason: 'erased', hint: null });

  const { complaintId, personId: silent } = await written.complaint({ confidential: true });
  await written.push({ texts: [written.seal(silent, silent, 'contact', { maskedName: 'A', email: '', phone: '' })] });
  await shows((all) => typeof all[0]?.reason === 'string', { subjectId: complaintId });
  later = hour;
  const [notice] = await shows((all) => all[0]?.state === 'skipped', { subjectId: complaintId });
  expect(notice?.reason).toBe('noAddress');
});

test('a channel shows everything but its secret, keeps it when it is left out, and refuses what is not safe', async () => {
  await set(email(25));
  await set({ ...email(2525), password: undefined } as NewNoticeChannel);
  const [channel] = await noticeChannels(services(), central.agencyId);
  expect(channel).toMatchObject({ channel: 'email', hasSecret: true, settings: { port: 2525, user: 'loket' } });
  expect(JSON.stringify(channel)).not.toContain('sandi');
  const stored = await asOwner(
    central.database.url,
    async (client) => (await client.query('SELECT notice_channel::text AS row FROM notice_channel')).rows,
  );
  expect(JSON.stringify(stored)).not.toContain(Buffer.from('sandi-uji').toString('hex'));

  const refused = async (input: NewNoticeChannel) => {
    const answer = await setNoticeChannel(services(), central.agencyId, input, 'uji');
    return answer.ok ? null : answer.error.type;
  };
  expect(await refused(email(25, { host: 'smtp.contoh.id' }))).toBe('needsTls');
  expect(await refused(email(25, { from: { name: 'X', address: 'a@b.id, c@d.id' } }))).toBe('badSettings');
  expect(await refused(sms('http://contoh.id/send'))).toBe('badGateway');
  expect(await refused(sms('https://10.0.0.9/send'))).toBe('badGateway');
  expect(await refused(sms('https://contoh.id/send', { template: { to: '{{phone}}', text: '{{pin}}' } }))).toBe('badSettings');
  expect(await refused(sms('https://contoh.id/send', { template: { text: '{{text}}' } }))).toBe('badSettings');
});
