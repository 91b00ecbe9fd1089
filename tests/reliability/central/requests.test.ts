/** RELIABILITY 27 and 28 over HTTP: who signs is who is answered, and nobody else. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCentralClient } from '../../../electron/host/central/client.ts';
import { createCentralNetwork } from '../../../electron/host/central/network.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { placeOrder } from '../../../server/orders.ts';
import { revokeOfficeKey } from '../../../server/offices.ts';
import { batchType, syncPath } from '../../../shared/sync/protocol.ts';
import { encodeBatch } from '../../../sync/batch.ts';
import { privateKey, publicBytes } from '../../../sync/keys.ts';
import { signatureWindowMs } from '../../../sync/signature.ts';
import { asOwner, type Central, startCentral } from '../../fixtures/central.ts';
import { headsPath, sendSigned, signatureOf } from '../../fixtures/signedRequest.ts';
import { type WrittenOffice, writtenOffice } from '../../fixtures/writtenOffice.ts';

let central: Central;
let ours: WrittenOffice;
let theirs: WrittenOffice;
let now = Date.now();
beforeAll(async () => {
  central = await startCentral({ now: () => now });
  [ours, theirs] = [await office('kita'), await office('mereka')];
  for (const one of [ours, theirs]) await one.complaint();
  const { db } = central.server.services;
  await db.inOffice(theirs.officeId, (tx) =>
    placeOrder(tx, theirs.officeId, { kind: 'person.erase', personId: v7() }, { actor: 'system', now }),
  );
});
afterAll(() => central.stop());

const office = async (code: string) => writtenOffice(central, await central.newOffice(code));
const by = ({ identity, officeId }: WrittenOffice) => ({ officeId, keyId: identity.keyId, key: identity.signingKey, at: now });
const ask = (options: Parameters<typeof sendSigned>[1]) => sendSigned(central.url, options);
const headCount = async (officeId: string) =>
  asOwner(central.database.url, async (client) => (await client.query('SELECT 1 FROM event WHERE office_id = $1', [officeId])).rowCount);
const freshKeys = () => {
  const signing = privateKey('Ed25519', randomBytes(32));
  const sealing = publicBytes(privateKey('X25519', randomBytes(32))).toString('base64url');
  return { signing, body: { signingKey: publicBytes(signing).toString('base64url'), sealingKey: sealing } };
};
const rotateBody = ({ body }: ReturnType<typeof freshKeys>) => Buffer.from(JSON.stringify(body));

describe("an office's key", () => {
  test('opens its own, on every path, and only that', async () => {
    expect(await ask(by(ours))).toMatchObject({ status: 200 });
    expect((await ours.client.orders(0)).orders).toEqual([]);
    expect((await theirs.client.orders(0)).orders).toHaveLength(1);
    const [mine, other] = [await ours.client.pull(0, 100, 0), await theirs.client.pull(0, 100, 0)];
    const idsOf = ({ events }: typeof mine) => events.map(({ id }) => id);
    expect(idsOf(mine)).toHaveLength(1);
    expect(idsOf(mine)).not.toEqual(idsOf(other));
  });

  test.each(['heads', 'orders?wait=0', 'events?after=0&wait=0'])("does not open another's %s", async (path) => {
    const answer = await ask({ ...by(ours), officeId: theirs.officeId, path: `${syncPath}/${path}` });
    expect(answer).toMatchObject({ status: 401, refusal: 'unknownKey' });
  });

  test('does not write for another', async () => {
    const batch = await encodeBatch([theirs.write('queue/2026-11-28', 'ticketCalled.v1', {})]);
    const before = await headCount(theirs.officeId);
    const posted = { method: 'POST', path: `${syncPath}/events`, body: batch, headers: { 'content-type': batchType } };
    expect(await ask({ ...by(ours), ...posted, officeId: theirs.officeId })).toMatchObject({ refusal: 'unknownKey' });
    expect(await ask({ ...by(ours), ...posted, keyId: theirs.identity.keyId, officeId: theirs.officeId })).toMatchObject({
      refusal: 'badSignature',
    });
    expect(await headCount(theirs.officeId)).toBe(before);
    // With its own id it writes into its own chains, whatever the events say.
    expect(await ask({ ...by(ours), ...posted })).toMatchObject({ status: 200 });
    expect(await headCount(theirs.officeId)).toBe(before);
  });
});

describe('a signature', () => {
  const batchOf = (text: string) => Buffer.from(text);
  test('is good for its method, path, query, body and time alone', async () => {
    const path = `${syncPath}/orders?wait=0`;
    const authorization = signatureOf({ ...by(ours), path });
    expect(await ask({ ...by(ours), path, authorization })).toMatchObject({ status: 200 });
    for (const other of [headsPath, `${syncPath}/orders?wait=1`, `${syncPath}/orders`])
      expect(await ask({ ...by(ours), path: other, authorization })).toMatchObject({ status: 401, refusal: 'badSignature' });
    const posted = { ...by(ours), method: 'POST', path: `${syncPath}/events`, body: batchOf('a'), headers: { 'content-type': batchType } };
    expect(await ask({ ...posted, authorization: signatureOf({ ...posted, body: batchOf('b') }) })).toMatchObject({
      refusal: 'badSignature',
    });
    expect(await ask({ ...posted, authorization: signatureOf({ ...posted, method: 'GET' }) })).toMatchObject({ refusal: 'badSignature' });
    const later = authorization.replace(/at=\d+/u, `at=${now + 1}`);
    expect(await ask({ ...by(ours), path, authorization: later })).toMatchObject({ refusal: 'badSignature' });
    const another = signatureOf({ ...by(theirs), path }).replace(theirs.identity.keyId, ours.identity.keyId);
    expect(await ask({ ...by(ours), path, authorization: another })).toMatchObject({ refusal: 'badSignature' });
  });

  test.each([
    ['none', ''],
    ['another scheme', 'Bearer abc'],
    ['no UUID', `Loket key=${'-'.repeat(36)}, at=1, signature=${'A'.repeat(86)}`],
    ['zeros', `Loket key=${v7()}, at=${Date.now()}, signature=${'A'.repeat(86)}`],
  ])('that is %s is refused', async (_name, authorization) => {
    expect((await ask({ ...by(ours), authorization })).status).toBe(401);
  });

  test('repeated within the window does nothing twice, and after it nothing at all', async () => {
    const batch = await encodeBatch([ours.write('queue/2026-11-28', 'ticketCalled.v1', {})]);
    await ours.push();
    const before = await headCount(ours.officeId);
    const posted = { ...by(ours), method: 'POST', path: `${syncPath}/events`, body: batch, headers: { 'content-type': batchType } };
    const authorization = signatureOf(posted);
    for (const _ of [1, 2]) expect(await ask({ ...posted, authorization })).toMatchObject({ status: 200 });
    expect(await headCount(ours.officeId)).toBe(before);
    now += signatureWindowMs + 1000;
    expect(await ask({ ...posted, authorization })).toMatchObject({ status: 401, refusal: 'clockOff' });
  });
});

describe('keys that end', () => {
  test('a revoked one is refused from the next request on, and told so only to who holds it', async () => {
    const gone = await office('dicabut');
    expect(await ask(by(gone))).toMatchObject({ status: 200 });
    await revokeOfficeKey(central.server.services.db, gone.officeId, gone.identity.keyId, 'test', now);
    expect(await ask(by(gone))).toMatchObject({ status: 403, refusal: 'revoked' });
    const guessed = freshKeys();
    expect(await ask({ ...by(gone), key: guessed.signing })).toMatchObject({ status: 401, refusal: 'badSignature' });
    const rotate = { ...by(gone), method: 'POST', path: `${syncPath}/rotate`, body: rotateBody(guessed) };
    expect(await ask(rotate)).toMatchObject({ refusal: 'revoked' });
  });

  test('a rotated one counts until the new one is used, so that no lost answer locks the office out; then it ends', async () => {
    const turned = await office('diputar');
    const [lost, kept] = [freshKeys(), freshKeys()];
    const rotate = (fresh: typeof kept) => ({ ...by(turned), method: 'POST', path: `${syncPath}/rotate`, body: rotateBody(fresh) });
    await ask(rotate(lost));
    const { keyId } = JSON.parse((await ask(rotate(kept))).text) as { keyId: string };
    expect(await ask({ ...by(turned), keyId, key: kept.signing })).toMatchObject({ status: 200 });
    expect(await ask(by(turned))).toMatchObject({ status: 403, refusal: 'revoked' });
    expect(await ask(rotate(freshKeys()))).toMatchObject({ status: 403, refusal: 'revoked' });
  });
});

test.each([-24, 24])('an office whose clock is wrong by %i hours still gets in: it takes the time of the server', async (hours) => {
  const { clock } = createSystemPorts();
  const off = { ...clock, now: () => now + hours * 60 * 60 * 1000 };
  const client = createCentralClient(createCentralNetwork(), central.url, ours.identity, off);
  const answer = await client.heads();
  expect(answer.heads.length).toBeGreaterThan(0);
  expect(Math.abs(client.clockOffset() + hours * 60 * 60 * 1000)).toBeLessThan(1000);
});
