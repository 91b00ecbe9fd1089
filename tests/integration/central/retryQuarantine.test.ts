/** An older server did not know some types of events; a newer one on the same database does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { isEventType } from '../../../shared/sync/eventTypes.ts';
import { createWebhook, removeWebhook } from '../../../server/webhooks/subscriptions.ts';
import { listDeliveries } from '../../../server/webhooks/deliveries.ts';
import { retriedAtOnce, retryQuarantine } from '../../../server/sync/retryQuarantine.ts';
import { retryOffice } from '../../../server/sync/startRetrying.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

const day = 24 * 60 * 60 * 1000;
/** What the older server does not know. */
const unknown = new Set<string>();
let central: Central;
beforeAll(async () => {
  central = await startCentral({ understands: (type) => isEventType(type) && !unknown.has(type), privateHosts: ['127.0.0.1'] });
});
afterAll(() => central.stop());

const rows = (sql: string, officeId: string) => asOwner(central.database.url, async (client) => (await client.query(sql, [officeId])).rows);
const aside = (officeId: string) => rows('SELECT detail FROM quarantine WHERE office_id = $1', officeId);
async function older<T>(types: readonly string[], run: () => Promise<T>): Promise<T> {
  for (const type of types) unknown.add(type);
  try {
    return await run();
  } finally {
    unknown.clear();
  }
}
const retry = ({ officeId }: WrittenOffice) =>
  retryOffice({ ...central.server.services, understands: isEventType }, { officeId, agencyId: central.agencyId }, 20);
const complaint = async (officeId: string) => {
  const [row] = await rows(
    'SELECT stage, unit_id, answered_at::text, pin_tag IS NOT NULL AS followed, steps FROM complaint WHERE office_id = $1',
    officeId,
  );
  return { ...row, steps: JSON.parse(row.steps).map(({ kind }: { kind: string }) => kind) };
};

test('a server that starts takes in what the one before did not know, in its order', async () => {
  const written = await writtenOffice(central, await central.newOffice('r-satu'));
  const complaintId = await older(['complaintAssigned.v1'], async () => {
    const made = await written.complaint();
    await written.step(made.complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
    await written.step(made.complaintId, 'complaintAssigned.v1', { textId: null, unitId: 'unit-lima', staffId: null });
    await written.step(
      made.complaintId,
      'complaintAnswered.v1',
      { letterOwed: false, closesAt: Date.now() + day },
      { kind: 'answer', words: 'Sudah.' },
    );
    return made.complaintId;
  });
  expect(await aside(written.officeId)).toEqual([{ detail: 'unknown type complaintAssigned.v1' }]);
  const before = await complaint(written.officeId);
  expect(before).toMatchObject({ stage: 'answered', unit_id: null, steps: ['received', 'verified', 'answered'] });

  await central.another({ understands: isEventType });
  await expect.poll(() => aside(written.officeId), { timeout: 8000, interval: 20 }).toEqual([]);
  expect(await complaint(written.officeId)).toEqual({
    ...before,
    unit_id: 'unit-lima',
    steps: ['received', 'verified', 'assigned', 'answered'],
  });
  // What comes afterwards goes on from there.
  await written.step(complaintId, 'complaintClosed.v1', { textId: null, outcome: 'resolved' });
  expect((await complaint(written.officeId)).steps).toEqual(['received', 'verified', 'assigned', 'answered', 'closed']);
});

test('a complaint of which only the beginning was not understood is there with its PIN and its whole life', async () => {
  const written = await writtenOffice(central, await central.newOffice('r-dua'));
  await older(['complaintReceived.v1', 'documentReceived.v1'], async () => {
    const { complaintId } = await written.complaint();
    await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
    const { documentId } = await written.document();
    written.write('documents/2026', 'documentReady.v1', { documentId });
    await written.push();
  });
  expect(await rows('SELECT 1 FROM complaint WHERE office_id = $1', written.officeId)).toEqual([]);
  expect(await retry(written)).toEqual({ tried: 3, understood: 3, isDone: true });
  expect(await complaint(written.officeId)).toMatchObject({ stage: 'verified', followed: true, steps: ['received', 'verified'] });
  expect(
    await rows(
      'SELECT pin_tag IS NOT NULL AS followed, ready_at IS NOT NULL AS ready FROM document WHERE office_id = $1',
      written.officeId,
    ),
  ).toEqual([{ followed: true, ready: true }]);
  expect(await retry(written)).toEqual({ tried: 0, understood: 0, isDone: true });
});

test('what does not fit stays aside with the reason of now, and what nobody knows is not even tried', async () => {
  const written = await writtenOffice(central, await central.newOffice('r-tiga'));
  await older(['complaintReceived.v1'], async () => {
    written.write(`complaint/${v7()}`, 'complaintReceived.v1', { nothing: 'of it fits' });
    written.write(`complaint/${v7()}`, 'complaintSang.v9', { song: 1 });
    await written.push();
  });
  expect(await retry(written)).toMatchObject({ tried: 1, understood: 0 });
  const details = (await aside(written.officeId)).map(({ detail }) => detail as string);
  expect(details).toHaveLength(2);
  expect(details.some((detail) => detail.includes('complaintId'))).toBe(true);
  expect(details).toContain('unknown type complaintSang.v9');
});

test('outcomes of orders, ratings and erasures stand for themselves; an older rating never replaces a newer one', async () => {
  const written = await writtenOffice(central, await central.newOffice('r-empat'));
  const { complaintId, personId } = await written.complaint();
  const rate = (score: number, at: number) => written.write('central', 'serviceRated.v1', { subjectId: complaintId, score, skm: null }, at);
  await older(['serviceRated.v1', 'personErased.v1'], async () => {
    rate(1, Date.now() - day);
    written.write(`person/${personId}`, 'personErased.v1', { personId, noteIds: [] });
    await written.push();
  });
  rate(5, Date.now());
  await written.push();
  expect(await rows('SELECT kind FROM sealed_text WHERE office_id = $1', written.officeId)).toEqual([{ kind: 'contact' }]);
  expect(await retry(written)).toMatchObject({ tried: 2, understood: 2 });
  expect(await rows('SELECT score FROM rating WHERE office_id = $1', written.officeId)).toEqual([{ score: 5 }]);
  expect(await rows('SELECT kind FROM sealed_text WHERE office_id = $1', written.officeId)).toEqual([]);
});

test('others are told once of what was understood late, and not again of what they had heard', async () => {
  const { services } = central.server;
  const made = await createWebhook(services, central.agencyId, {
    url: 'http://127.0.0.1:9/',
    kinds: ['complaint.received', 'complaint.stageChanged'],
    by: 'uji',
  });
  if (!made.ok) throw new Error(made.error);
  const written = await writtenOffice(central, await central.newOffice('r-lima'));
  await older(['complaintVerified.v1'], async () => {
    const { complaintId } = await written.complaint();
    await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  });
  const kinds = async () => (await listDeliveries(services, central.agencyId)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['complaint.received']);
  expect((await retry(written)).understood).toBe(1);
  expect(await kinds()).toEqual(['complaint.stageChanged', 'complaint.received']);
  await removeWebhook(services, central.agencyId, made.value.webhookId);
});

test('more than one transaction’s worth is done in several, and two processes at once do it once', async () => {
  const written = await writtenOffice(central, await central.newOffice('r-enam'));
  const count = retriedAtOnce + 3;
  await older(['serviceRated.v1'], async () => {
    for (let n = 0; n < count; n += 1) written.write('central', 'serviceRated.v1', { subjectId: v7(), score: 4, skm: null });
    await written.push();
  });
  const context = { officeId: written.officeId, agencyId: central.agencyId, now: Date.now(), understands: () => false };
  const one = await central.server.services.db.inOffices([written.officeId, central.agencyId], (tx) => retryQuarantine(tx, context));
  expect(one).toMatchObject({ tried: 0, understood: 0 });
  expect(one.next).not.toBeNull();
  const done = await Promise.all([retry(written), retry(written)]);
  expect(done.reduce((sum, { understood }) => sum + understood, 0)).toBe(count);
  expect(await rows('SELECT count(*)::int AS n FROM rating WHERE office_id = $1', written.officeId)).toEqual([{ n: count }]);
  expect(await aside(written.officeId)).toEqual([]);
});
