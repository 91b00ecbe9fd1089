import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acknowledgeReport, addReport } from '../../../electron/host/recovery/reports.ts';
import { startDemoHost } from '../../fixtures/demoOffice.ts';
import { openDesk, serveVisitor, type ServedVisit } from '../../fixtures/visits.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

const siti = { name: 'Siti Rahmawati', nik: '3273015708640001', phone: '081234567890' };
const person = { ...siti, address: '', email: '' };
const orphan = v7();

let office: TestHost;
let visit: ServedVisit;

beforeEach(async () => {
  office = await startDemoHost();
  visit = await serveVisitor(office, await openDesk(office), { applicant: siti, note: 'datang lagi besok' });
  // As a crash between the vault and the event leaves it.
  office.host.services.vault.putPerson(orphan, { ...siti, address: '', email: '' });
  office.host.services.vault.putNote(orphan, 'tidak pernah terjadi');
});
afterEach(() => office.end());

const held = () => {
  const { vault } = office.host.services;
  return { orphan: [vault.person(orphan), vault.note(orphan)], visit: [vault.person(visit.personId), vault.note(visit.visitId)] };
};

test('what a crash left in the vault without an event is gone after the next start, the rest stays', async () => {
  office = await office.restart();
  expect(held()).toEqual({ orphan: [null, null], visit: [person, 'datang lagi besok'] });
});

test('while a recovery has not been looked at, nothing is removed: events may be what is missing', async () => {
  addReport(office.dataDir, {
    acknowledgedAt: null,
    report: {
      at: 1,
      part: 'station',
      damage: 'chain',
      setAsideAs: 'station.db.damaged-1',
      backupDate: null,
      eventsFromBackup: 0,
      eventsAfterBackup: 0,
      eventsLost: 1,
      lastEventAt: null,
    },
  });
  office = await office.restart();
  expect(held().orphan).toEqual([person, 'tidak pernah terjadi']);
  acknowledgeReport(office.dataDir, 2);
  office = await office.restart();
  expect(held().orphan).toEqual([null, null]);
});
