import { afterEach, beforeEach, expect, test } from 'vitest';
import { logInAs, staffIdOf, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { openDesk, serveVisitor, type ServedVisit } from '../../fixtures/visits.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';
import { v7 } from 'uuid';

const siti = { name: 'Siti Rahmawati', nik: '3273015708640001', phone: '081234567890' };
const minutes = 60_000;
const personUnknown = { kind: 'refused', refusal: { type: 'personUnknown' } };

let ports: TestPorts;
let office: TestHost;
let visit: ServedVisit;

beforeEach(async () => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  office = await startDemoHost({ ports });
  visit = await serveVisitor(office, await openDesk(office), { applicant: siti, note: 'rumah di gang sempit' });
});
afterEach(() => office.end());

const exportFrom = (window: TestWindow, personId = visit.personId) =>
  window.client.command('people.export', { personId, reason: 'subjectRequest' });

test('an export holds everything on the person, and is recorded with who and why but without what', async () => {
  const admin = await staffWindow(office, 'admin');
  const { exportId } = await admin.done('people.export', { personId: visit.personId, reason: 'courtOrder' });
  expect(await admin.ask('people.exported', { exportId })).toEqual({
    person: { ...siti, address: '', email: '' },
    complaints: [],
    documents: [{ number: 'B-2026-000001', service: 'KTP-el hilang', receivedAt: ports.clock.now() }],
    notes: ['rumah di gang sempit'],
  });
  const [event] = office.host.services.events.ofStream('people');
  expect(event).toMatchObject({
    type: 'personDataExported.v1',
    actor: { kind: 'staff', staffId: staffIdOf(office, 'admin') },
    data: { exportId, personId: visit.personId, reason: 'courtOrder' },
  });
});

test('only its maker can fetch it, in her session, for ten minutes', async () => {
  const admin = office.window();
  const token = await logInAs(office, admin, 'admin');
  const { exportId } = await admin.done('people.export', { personId: visit.personId, reason: 'subjectRequest' });
  ports.advance(1000);
  const sameAccount = await staffWindow(office, 'admin');
  expect(await sameAccount.client.query('people.exported', { exportId })).toEqual(personUnknown);
  admin.close();
  const reloaded = office.window();
  await reloaded.done('access.resume', { token });
  expect(await reloaded.client.query('people.exported', { exportId })).toMatchObject({ kind: 'done' });
  for (let n = 0; n < 5; n++) {
    ports.advance(2 * minutes);
    await reloaded.done('access.touch', {});
  }
  expect(await reloaded.client.query('people.exported', { exportId })).toEqual(personUnknown);
});

test('twenty a day, by the office’s own day, and a clock set back gives no more', async () => {
  const admin = await staffWindow(office, 'admin');
  for (let n = 0; n < 20; n++) expect(await exportFrom(admin)).toMatchObject({ kind: 'done' });
  const limit = { kind: 'refused', refusal: { type: 'exportLimitReached', perDay: 20 } };
  expect(await exportFrom(admin)).toEqual(limit);
  ports.jumpWallClock(-24 * 60 * minutes);
  expect(await exportFrom(await staffWindow(office, 'admin'))).toEqual(limit);
  // 08:00 in Jakarta now; the next office day begins 16 hours later, at 17:00 UTC.
  ports.jumpWallClock((24 + 16) * 60 * minutes - 1);
  expect(await exportFrom(await staffWindow(office, 'admin'))).toEqual(limit);
  ports.jumpWallClock(1);
  expect(await exportFrom(await staffWindow(office, 'admin'))).toMatchObject({ kind: 'done' });
});

test('of nobody, or of somebody erased, there is none', async () => {
  const admin = await staffWindow(office, 'admin');
  expect(await exportFrom(admin, v7())).toEqual(personUnknown);
  const { exportId } = await admin.done('people.export', { personId: visit.personId, reason: 'subjectRequest' });
  await admin.done('people.erase', { personId: visit.personId, reason: 'subjectRequest' });
  expect(await exportFrom(admin)).toEqual(personUnknown);
  expect(await admin.client.query('people.exported', { exportId })).toEqual(personUnknown);
});
