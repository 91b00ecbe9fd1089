import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockedNumbers, unlockTries, windowMs } from '../../../server/public/tries.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { visitor } from '../../fixtures/visitor.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let now = Date.parse('2026-11-27T03:00:00Z');
let central: Central;
let written: WrittenOffice;
beforeAll(async () => {
  central = await startCentral({ now: () => now });
  written = await writtenOffice(central, await central.newOffice('coba'));
});
afterAll(() => central.stop());

const attempt = (number: string, pin: string, url = central.url) => visitor(url).post('/k/coba/status', { number, pin });
const opens = async (number: string, pin: string) => (await attempt(number, pin)).status === 303;
const wrong = 'AAAA-AAAA';

test('five tries in any 15 minutes: after them a right PIN is answered like a wrong one', async () => {
  const { number, pin } = await written.complaint();
  for (let n = 0; n < 4; n += 1) {
    expect(await opens(number, wrong)).toBe(false);
    now += 60_000;
  }
  expect(await opens(number, pin)).toBe(true);
  // What was tried before counts no more for whoever holds the receipt.
  for (let n = 0; n < 5; n += 1) {
    expect(await opens(number, wrong)).toBe(false);
    now += 60_000;
  }
  expect(await opens(number, pin)).toBe(false);
  now += windowMs - 5 * 60_000 - 1;
  expect(await opens(number, pin)).toBe(false);
  // The first of the five is 15 minutes ago, the second is not.
  now += 1;
  expect(await opens(number, wrong)).toBe(false);
  expect(await opens(number, pin)).toBe(false);
  now += 60_000;
  expect(await opens(number, pin)).toBe(true);
});

test('twenty wrong PINs lock a number until staff unlocks it', async () => {
  const { number, pin, complaintId } = await written.complaint();
  for (let n = 0; n < 20; n += 1) {
    expect(await opens(number, wrong)).toBe(false);
    now += windowMs / 5;
  }
  now += 400 * windowMs;
  expect(await opens(number, pin)).toBe(false);
  const { db, keys } = central.server.services;
  const { officeId } = written;
  expect(await db.inOffice(officeId, (tx) => lockedNumbers(tx, officeId))).toMatchObject([{ subjectId: complaintId, wrong: 20 }]);
  expect(await db.inOffice(officeId, (tx) => unlockTries(tx, keys, officeId, number.toLowerCase()))).toBe(true);
  expect(await db.inOffice(officeId, (tx) => lockedNumbers(tx, officeId))).toEqual([]);
  expect(await db.inOffice(officeId, (tx) => unlockTries(tx, keys, officeId, number))).toBe(false);
  expect(await opens(number, pin)).toBe(true);
});

test('of many tries at once, at two processes, five are looked into', async () => {
  const { number, complaintId } = await written.complaint();
  const { url } = await central.another();
  await Promise.all(Array.from({ length: 40 }, (_, n) => attempt(number, wrong, n % 2 === 0 ? url : central.url)));
  const rows = await asOwner(
    central.database.url,
    async (client) =>
      (await client.query('SELECT wrong, cardinality(recent) AS recent FROM pin_try WHERE subject_id = $1', [complaintId])).rows,
  );
  expect(rows).toEqual([{ wrong: 5, recent: 5 }]);
});

test('absent, wrong, tried too often, locked, without a PIN: the same answer', async () => {
  const { number, pin } = await written.complaint();
  const document = await written.document();
  const unfollowed = written.write(
    'document/0199c0de-0000-7000-8000-00000000d0c1',
    'documentReceived.v1',
    {
      ...{ documentId: '0199c0de-0000-7000-8000-00000000d0c1', personId: '0199c0de-0000-7000-8000-00000000d0c2' },
      ...{
        number: 'B-2026-777777',
        serviceId: '0199c0de-0000-7000-8000-0000000000a1',
        serviceTitle: { id: 'KTP', en: 'KTP' },
        readyOn: '2026-12-01',
      },
    },
    now,
  );
  expect(unfollowed.type).toBe('documentReceived.v1');
  await written.push();
  const comparable = ({ status, text, headers }: Awaited<ReturnType<typeof attempt>>, typed: string) => ({
    status,
    text: text.replace(`value="${typed}"`, 'value=""'),
    headers: [...headers].filter(([name]) => name !== 'date' && name !== 'content-length'),
  });
  const first = comparable(await attempt('P-2026-990001', wrong), 'P-2026-990001');
  expect(first.status).toBe(403);
  const others: [number: string, pin: string][] = [
    [number, wrong],
    [document.number, wrong],
    [document.number, pin],
    ['B-2026-777777', wrong],
    ['B-2026-777777', ''],
    ['P-2026-990001', ''],
    [number, ''],
    ['', ''],
  ];
  for (const [typed, tried] of others) expect(comparable(await attempt(typed, tried), typed)).toEqual(first);
  for (let n = 0; n < 25; n += 1) {
    expect(comparable(await attempt(number, wrong), number)).toEqual(first);
    now += windowMs / 5;
  }
  expect(comparable(await attempt(number, pin), number)).toEqual(first);
});

test('guessing at numbers that do not exist fills a bounded table', async () => {
  const before = await countTries();
  await Promise.all(Array.from({ length: 60 }, (_, n) => attempt(`P-2026-${n + 500_000}`, wrong)));
  const { rows } = await asOwner(central.database.url, (client) => client.query('SELECT tag FROM pin_try WHERE subject_id IS NULL'));
  expect(await countTries()).toBeGreaterThan(before);
  expect(rows.every(({ tag }: { tag: Buffer }) => tag.length === 2 && tag.readUInt16BE() < 4096)).toBe(true);
});

const countTries = () =>
  asOwner(central.database.url, async (client) => Number((await client.query('SELECT count(*) AS n FROM pin_try')).rows[0]?.n));
