/** What the server can check a complaint's PIN by (electron/host/central/companions.ts), also of one whose PIN was made at random. */
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ComplaintReceived } from '../../../shared/domain/complaints/events.ts';
import { companionsOf } from '../../../electron/host/central/companions.ts';
import { readContent } from '../../../electron/host/complaints/content.ts';
import { createPins } from '../../../electron/host/complaints/pins.ts';
import { publicBytes, privateKey } from '../../../sync/keys.ts';
import { pinTagOf } from '../../../sync/pinTag.ts';
import { register } from '../../fixtures/complaints.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

const pinKey = new Uint8Array(32).fill(7);
const agencyKey = { keyId: v7(), publicKey: publicBytes(privateKey('X25519', new Uint8Array(32).fill(9))).toString('base64url') };

let test: TestHost;
beforeEach(async () => {
  test = await startDemoHost();
});
afterEach(() => test.end());

/** A registered complaint, the PIN on its receipt, and its event as stations share it. */
async function registered() {
  const officer = await staffWindow(test, 'petugas');
  const { complaintId } = await register(officer);
  const { pin } = await officer.ask('complaint.pin', { complaintId });
  const event = test.host.services.events.sharedAfter(0, 10_000).find(({ stream }) => stream === `complaint/${complaintId}`);
  if (event === undefined) throw new Error('nothing was registered');
  return { complaintId, pin, event };
}

const tagsFor = (event: Awaited<ReturnType<typeof registered>>['event']) =>
  companionsOf({ ...test.host.services, random: test.host.services.ports.random }, [event], agencyKey, pinKey);
const tagOf = (subjectId: string, pin: string) => ({ subjectId, tag: pinTagOf(pinKey, subjectId, pin).toString('hex') });

it('is a tag of the PIN on the receipt, which is made of the office’s key', async () => {
  const { complaintId, pin, event } = await registered();
  expect(pin).toBe(createPins(test.host.services.keyStore).ofComplaint(complaintId));
  expect(tagsFor(event).pins).toEqual([tagOf(complaintId, pin)]);
});

it('is a tag of the PIN among the words, where that one was made at random', async () => {
  const { complaintId, event } = await registered();
  const { vault, keyStore } = test.host.services;
  const pin = '7K2M-9QXZ';
  vault.putNote(complaintId, JSON.stringify({ ...readContent(vault, complaintId), pin }));
  const data = JSON.parse(event.data) as ComplaintReceived['data'];
  const older = { ...event, data: JSON.stringify({ ...data, pinHash: createPins(keyStore).hashOf(complaintId, pin) }) };
  expect(tagsFor(older)).toMatchObject({ pins: [tagOf(complaintId, pin)], missing: [] });
});

it('is looked for again while the words with such a PIN are not here', async () => {
  const { event } = await registered();
  const complaintId = v7();
  const data = JSON.parse(event.data) as ComplaintReceived['data'];
  const elsewhere = { ...event, data: JSON.stringify({ ...data, complaintId, pinHash: '00'.repeat(32) }) };
  expect(tagsFor(elsewhere)).toMatchObject({ pins: [], missing: [{ id: event.id }] });
});
