import { afterAll, beforeAll, expect, test } from 'vitest';
import { SyncError } from '../../../electron/host/central/client.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
beforeAll(async () => {
  central = await startCentral();
});
afterAll(() => central.stop());

const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const rows = (sql: string, officeId: string) => asOwner(central.database.url, async (client) => (await client.query(sql, [officeId])).rows);

test('a complaint is stored, verified and readable when its batch is acknowledged', async () => {
  const written = await office('k-satu');
  const { complaintId, number } = await written.complaint();
  expect(await rows('SELECT number, stage, pin_tag IS NOT NULL AS followed FROM complaint WHERE office_id = $1', written.officeId)).toEqual(
    [{ number, stage: 'received', followed: true }],
  );
  await written.step(complaintId, 'complaintVerified.v1', { textId: null, tag: 'procedural' });
  const [row] = await rows('SELECT stage, steps FROM complaint WHERE office_id = $1', written.officeId);
  expect(row.stage).toBe('verified');
  expect(JSON.parse(row.steps).map(({ kind }: { kind: string }) => kind)).toEqual(['received', 'verified']);
});

test('a batch that comes again changes nothing', async () => {
  const written = await office('k-dua');
  const events = Array.from({ length: 5 }, (_, n) => written.write('queue/2026-11-28', 'ticketCalled.v1', { n }));
  const batch = await encodeBatch(events);
  const first = await written.client.push(batch);
  const again = await written.client.push(batch);
  expect(again.heads).toEqual(first.heads);
  expect(first.heads[0]?.originSeq).toBe(5);
  expect(await rows('SELECT count(*)::int AS n FROM event WHERE office_id = $1', written.officeId)).toEqual([{ n: 5 }]);
});

test('what is not understood is kept aside and blocks nothing behind it', async () => {
  const written = await office('k-tiga');
  written.write('complaint/x', 'complaintSang.v9', { song: 1 });
  written.write('complaint/y', 'complaintReceived.v1', { nothing: 'of it fits' });
  const { number } = await written.complaint();
  expect(await rows('SELECT number FROM complaint WHERE office_id = $1', written.officeId)).toEqual([{ number }]);
  const aside = await rows('SELECT reason, detail FROM quarantine WHERE office_id = $1 ORDER BY origin_seq', written.officeId);
  expect(aside.map(({ reason }) => reason)).toEqual(['notUnderstood', 'notUnderstood']);
});

test('a changed event is found, kept aside, and the chain goes on behind it', async () => {
  const written = await office('k-empat');
  const events = Array.from({ length: 4 }, (_, n) => written.write('queue/2026-11-28', 'ticketCalled.v1', { n }));
  const changed = events.map((event, n) => (n === 1 ? { ...event, data: '{"n":99}' } : event));
  const asked = await written.client.push(await encodeBatch(changed));
  expect(asked).toMatchObject({ needsHashes: true, heads: [] });
  const answer = await written.client.push(await encodeBatch(changed, { withHashes: true }));
  expect(answer).toMatchObject({ needsHashes: false, quarantined: 1 });
  expect(answer.heads[0]?.originSeq).toBe(4);
  expect(await rows('SELECT origin_seq::int AS n, reason FROM quarantine WHERE office_id = $1', written.officeId)).toEqual([
    { n: 2, reason: 'chainBroken' },
  ]);
});

test('a gap is not filled with what comes behind it', async () => {
  const written = await office('k-lima');
  const events = Array.from({ length: 6 }, (_, n) => written.write('queue/2026-11-28', 'ticketCalled.v1', { n }));
  await written.client.push(await encodeBatch(events.slice(0, 2)));
  const answer = await written.client.push(await encodeBatch(events.slice(4)));
  expect(answer.heads[0]?.originSeq).toBe(2);
});

test('a code enrols once, and a made-up one never', async () => {
  const made = await central.newOffice('k-enam');
  await writtenOffice(central, made);
  const second = writtenOffice(central, made);
  await expect(second).rejects.toThrow(SyncError);
  await expect(second).rejects.toMatchObject({ refusal: 'codeUnknown' });
  await expect(writtenOffice(central, { ...made, enrolmentCode: 'k-enam.AAAAA-BBBBB-CCCCC-DDDDD' })).rejects.toMatchObject({
    refusal: 'codeUnknown',
  });
});
