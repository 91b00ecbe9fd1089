import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { maxAttempts } from '../../../server/outbox/backoff.ts';
import { type WebhookKind, webhookKinds } from '../../../server/outbox/changes.ts';
import { countOutboxes } from '../../../server/outbox/counting.ts';
import { type Delivery, type DeliveryFilter, listDeliveries, retryDeliveries } from '../../../server/webhooks/deliveries.ts';
import { createWebhook, enableWebhook, listWebhooks, removeWebhook } from '../../../server/webhooks/subscriptions.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { type Receiver, startReceiver } from '../../fixtures/receiver.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

const hour = 60 * 60 * 1000;
let later = 0;
let central: Central;
const receivers: Receiver[] = [];
beforeAll(async () => {
  central = await startCentral({ now: () => Date.now() + later, privateHosts: ['127.0.0.1'], outbox: { pollMs: 20 } });
});
afterAll(() => central.stop());
afterEach(async () => {
  later = 0;
  for (const { webhookId } of await listWebhooks(services(), central.agencyId))
    await removeWebhook(services(), central.agencyId, webhookId);
  for (const receiver of receivers.splice(0)) await receiver.stop();
});

const services = () => central.server.services;
const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const receiver = async (...args: Parameters<typeof startReceiver>) => {
  const started = await startReceiver(...args);
  receivers.push(started);
  return started;
};
async function subscribe(url: string, kinds: readonly WebhookKind[] = webhookKinds) {
  const made = await createWebhook(services(), central.agencyId, { url, kinds, by: 'uji' });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
/** Waits until the outbox shows it. */
const shows = async (is: (deliveries: readonly Delivery[]) => boolean, filter: DeliveryFilter = {}) => {
  await expect.poll(async () => is(await listDeliveries(services(), central.agencyId, filter)), { timeout: 8000, interval: 20 }).toBe(true);
  return listDeliveries(services(), central.agencyId, filter);
};

test('a subscription is told what happens, signed, without a word of the complainant', async () => {
  const target = await receiver();
  const { secret } = await subscribe(target.url);
  const written = await office('w-satu');
  const { complaintId, number, pin, personId } = await written.complaint();
  const { headers, body } = await target.next();
  const id = String(headers['webhook-id']);
  const at = String(headers['webhook-timestamp']);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`);
  expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(10);
  expect(headers['content-type']).toBe('application/json');
  const told = JSON.parse(body);
  expect(told).toMatchObject({
    type: 'complaint.received',
    data: { office: 'w-satu', complaintId, number, stage: 'received', confidential: false },
  });
  for (const secretWord of ['Si***', 'siti', '0812', pin, personId]) expect(body).not.toContain(secretWord);

  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  expect(JSON.parse((await target.next()).body)).toMatchObject({
    type: 'complaint.stageChanged',
    data: { complaintId, step: 'verified', stage: 'verified' },
  });
  await shows((all) => all.length === 2 && all.every(({ state, attempts }) => state === 'delivered' && attempts === 1));
});

test('only the kinds that were asked for, only of the own offices, and nothing while it is off', async () => {
  const target = await receiver();
  const { webhookId } = await subscribe(target.url, ['complaint.stageChanged']);
  const written = await office('w-dua');
  const foreign = await writtenOffice(central, await central.newOffice('w-asing', await central.newAgency('kota-lain')));
  const other = await foreign.complaint();
  await foreign.step(other.complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  const { complaintId } = await written.complaint();
  await enableWebhook(services(), central.agencyId, webhookId, false);
  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  await enableWebhook(services(), central.agencyId, webhookId, true);
  await written.step(complaintId, 'measureRecorded.v1');
  expect(JSON.parse((await target.next()).body).data).toMatchObject({ complaintId, step: 'measure', stage: 'inProgress' });
  expect(await shows((all) => all[0]?.state === 'delivered')).toHaveLength(1);
});

test('what fails is tried again later under the same id', async () => {
  const target = await receiver((_request, n) => ({ status: n === 0 ? 503 : 200 }));
  await subscribe(target.url, ['complaint.received']);
  await (await office('w-tiga')).complaint();
  const first = await target.next();
  const [waits] = await shows((all) => all[0]?.lastError === 'http503');
  expect(waits).toMatchObject({ state: 'queued', attempts: 1 });
  expect(waits?.nextAt.getTime()).toBeGreaterThan(Date.now());
  later = hour;
  const second = await target.next();
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second.body).toBe(first.body);
  await shows((all) => all[0]?.state === 'delivered' && all[0].attempts === 2);
});

test('who never answers well is given up visibly, and can be sent to again', async () => {
  let isWell = false;
  const target = await receiver(() => ({ status: isWell ? 200 : 500 }));
  const { webhookId } = await subscribe(target.url, ['complaint.received']);
  await (await office('w-empat')).complaint();
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    await target.next();
    await shows((all) => all[0]?.attempts === attempt && all[0].lastError === 'http500');
    later += 25 * hour;
  }
  expect(await listDeliveries(services(), central.agencyId, { state: 'dead', webhookId })).toHaveLength(1);
  expect((await listWebhooks(services(), central.agencyId))[0]).toMatchObject({ queued: 0, dead: 1 });
  await countOutboxes(services());
  expect(await (await fetch(`${central.url}/metrics`)).text()).toContain('loket_outbox_given_up{outbox="webhooks"} 1');
  isWell = true;
  expect(await retryDeliveries(services(), central.agencyId)).toBe(1);
  await target.next();
  await shows((all) => all[0]?.state === 'delivered');
});

test('one that hangs keeps nobody else waiting, and one that is gone for good is not asked again', async () => {
  const hanging = await receiver(() => null);
  const gone = await receiver(() => ({ status: 410 }));
  const good = await receiver();
  const hook = await subscribe(hanging.url, ['service.rated']);
  const goneHook = await subscribe(gone.url, ['complaint.received']);
  const written = await office('w-lima');
  for (let n = 0; n < 40; n += 1) written.write('central/ratings', 'serviceRated.v1', { subjectId: written.origin, score: 4, skm: null });
  await written.complaint();
  await hanging.next();
  await subscribe(good.url, ['complaint.received']);
  await written.complaint();
  await good.next();
  await shows((all) => all[0]?.state === 'dead' && all[0].attempts === 1 && all[0].lastError === 'http410', {
    webhookId: goneHook.webhookId,
  });
  await gone.next();
  const waiting = await listDeliveries(services(), central.agencyId, { state: 'queued', webhookId: hook.webhookId });
  expect(waiting).toHaveLength(40);
  expect(waiting.filter(({ attempts }) => attempts > 0)).toHaveLength(4);
});

test('several processes share the work: everything comes once', async () => {
  await central.another();
  await central.another();
  const target = await receiver();
  const { webhookId } = await subscribe(target.url, ['document.received', 'document.ready']);
  const written = await office('w-enam');
  for (let n = 0; n < 60; n += 1) {
    const documentId = crypto.randomUUID();
    const title = { id: 'KTP-el', en: 'Identity card' };
    const data = {
      documentId,
      personId: documentId,
      number: `B-2026-${n}`,
      serviceId: documentId,
      serviceTitle: title,
      readyOn: '2026-12-01',
    };
    written.write('documents/2026', 'documentReceived.v1', data);
    written.write('documents/2026', 'documentReady.v1', { documentId });
  }
  await written.push();
  await shows((all) => all.length === 120 && all.every(({ state }) => state === 'delivered'), { webhookId, limit: 500 });
  expect(target.received).toHaveLength(120);
  expect(new Set(target.received.map(({ headers }) => headers['webhook-id'])).size).toBe(120);
});

test('an address that leads inside is refused', async () => {
  const refused = async (url: string) => createWebhook(services(), central.agencyId, { url, kinds: ['complaint.received'], by: 'uji' });
  for (const url of [
    'https://10.0.0.1/x',
    'https://169.254.169.254/latest',
    'https://[::1]/x',
    'https://2130706434/x',
    'https://localhost/x',
    'https://localhost./x',
    'https://a.localhost/x',
  ])
    expect(await refused(url)).toEqual({ ok: false, error: 'privateAddress' });
  expect(await refused('http://contoh.id/x')).toEqual({ ok: false, error: 'notHttps' });
  expect(await refused('https://saya:rahasia@contoh.id/')).toEqual({ ok: false, error: 'notAnAddress' });
  expect(await refused('gopher:nothing')).toEqual({ ok: false, error: 'notHttps' });
});

test('an agency without subscriptions writes nothing, and the secret stands nowhere in the database', async () => {
  const written = await office('w-delapan');
  await written.complaint();
  expect(await listDeliveries(services(), central.agencyId)).toEqual([]);
  const { secret } = await subscribe('https://contoh.id/hook');
  const plain = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const [row] = await asOwner(central.database.url, async (client) => (await client.query('SELECT secret FROM webhook')).rows);
  expect((row.secret as Buffer).includes(plain)).toBe(false);
});

test('a server that ends leaves what it had begun to another one', async () => {
  let isStuck = true;
  const target = await receiver(() => (isStuck ? null : { status: 200 }));
  const own = await startCentral({ privateHosts: ['127.0.0.1'], outbox: { pollMs: 20, graceMs: 50 } });
  const made = await createWebhook(own.server.services, own.agencyId, { url: target.url, kinds: ['complaint.received'], by: 'uji' });
  expect(made.ok).toBe(true);
  await (await writtenOffice(own, await own.newOffice('w-reda'))).complaint();
  const first = await target.next();
  isStuck = false;
  const other = await own.another();
  await own.server.drain();
  const second = await target.next();
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  await expect
    .poll(async () => (await listDeliveries(other.services, own.agencyId))[0], { timeout: 5000, interval: 20 })
    .toMatchObject({ state: 'delivered', attempts: 1, lastError: null });
  await own.stop();
});
