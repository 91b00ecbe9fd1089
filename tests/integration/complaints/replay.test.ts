import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { seedDemoComplaints } from '../../../electron/host/demoComplaints.ts';
import { complaintTables } from '../../../electron/host/state/complaints.ts';
import { incidentTable } from '../../../electron/host/state/incidents.ts';
import { rebuildStateTables } from '../../../electron/host/state/rebuild.ts';
import { trainingTable } from '../../../electron/host/state/training.ts';
import { filledForm, register, registerInput, words } from '../../fixtures/complaints.ts';
import { png } from '../../fixtures/pictures.ts';
import { saveDraft, uploaded } from '../../fixtures/uploads.ts';
import { startDemoHost, staffWindow } from '../../fixtures/demoOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

let ports: TestPorts;
let office: TestHost;
beforeEach(async () => {
  ports = createTestPorts('2026-11-23T01:00:00Z');
  office = await startDemoHost({ ports });
});
afterEach(() => office.end());

const tables = [complaintTables, incidentTable, trainingTable];
const dump = (): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    tables
      .flatMap((table) => table.tables)
      .map((name) => [name, office.host.services.db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()] as const),
  );

/** The watch over deadlines works in slices; it is done when a while brings no more events. */
async function quiet(): Promise<void> {
  const { events } = office.host.services;
  for (let turns = 0, seen = events.count(); turns < 50; turns += 1) {
    await ports.timers.yield();
    if (events.count() !== seen) [turns, seen] = [0, events.count()];
  }
}

/** What the demo leaves out: attachments, links, merging, a proposal, skipped numbers, and the ways back. */
async function everythingElse(): Promise<void> {
  const supervisor = await staffWindow(office, 'pengawas');
  const draftId = await saveDraft(supervisor, filledForm());
  const picture = await uploaded(supervisor, draftId, png());
  const form = filledForm((each) => ({ ...each, description: { ...each.description, attachments: [picture] } }));
  await supervisor.done('complaint.register', registerInput(form, draftId));
  const ids = [draftId, (await register(supervisor)).complaintId, (await register(supervisor)).complaintId];
  const [first = '', second = '', third = ''] = ids;
  await supervisor.done('complaint.link', { complaintId: first, otherId: second });
  await supervisor.done('complaint.merge', { complaintId: second, intoId: first });
  await supervisor.done('complaint.proposeStructural', { proposalId: v7(), groupKey: 'blanko', complaintIds: ids, text: 'Ubah SOP.' });
  const highest = { type: 'ethics', class: 'supervised', categoryId: null, urgency: 'high', impact: 'high' } as const;
  await supervisor.done('complaint.reclassify', { complaintId: first, ...highest });
  await supervisor.done('complaint.answer', { complaintId: first, ...words('sudah dicetak'), written: false });
  await supervisor.done('complaint.recordReply', { complaintId: first, ...words('belum'), satisfied: false });
  await supervisor.done('complaint.refer', { complaintId: third, ...words('kantor pajak') });
  await supervisor.done('complaint.reopen', { complaintId: third, ...words('ternyata milik kami') });
  await supervisor.done('complaint.recordStatusReport', { complaintId: third, ...words('sedang dikerjakan'), channel: 'phone' });
  const skip = {
    method: 'complaint.skipNumbers',
    input: { by: 7 },
    commandId: v7(),
    actor: { kind: 'system' },
    roles: ['system'],
  } as const;
  expect(office.host.engine.execute(skip)).toMatchObject({ kind: 'done' });
}

test('the tables are what a replay of all events makes of them', async () => {
  await seedDemoComplaints(office.host);
  await everythingElse();
  const officer = await staffWindow(office, 'petugas');
  const incidentId = v7();
  await officer.done('incident.open', { incidentId, counterId: null, ticketId: null, source: 'card', level: 'angry' });
  await officer.done('incident.requestHelp', { incidentId, helpId: v7(), kind: 'supervisor' });
  await officer.done('incident.finish', { incidentId, forms: ['interpersonal'], strategies: ['empathy'], outcome: 'calmed' });
  await officer.done('training.record', { resultId: v7(), scenarioId: 'ktp-lama', choices: [0] });
  // Days pass: warnings, escalations and a closing by the program itself are among the events.
  ports.jumpWallClock(40 * 24 * 60 * 60_000);
  ports.advance(61_000);
  await quiet();
  const before = dump();
  expect(Object.entries(before).flatMap(([name, rows]) => (rows.length === 0 ? [name] : []))).toEqual([]);
  const newer = tables.map((table) => ({ ...table, version: table.version + 1 }));
  await rebuildStateTables(office.host.services.db, office.host.services.events, newer, ports.timers);
  expect(dump()).toEqual(before);
});

test('after a recovery that lost events no tracking number that may be on a receipt is given again, and none is left out twice', async () => {
  let officer = await staffWindow(office, 'petugas');
  expect((await register(officer)).number).toBe('P-2026-000001');
  await (await staffWindow(office, 'admin')).done('system.backUpNow', {});
  const onPaper = [(await register(officer)).number, (await register(officer)).number];
  expect(onPaper).toEqual(['P-2026-000002', 'P-2026-000003']);
  const lost = await recoverFromBackup();
  officer = await staffWindow(office, 'petugas');
  const next = (await register(officer)).number;
  expect(next).toBe(`P-2026-${String(1 + lost + 1).padStart(6, '0')}`);
  expect(next > (onPaper.at(-1) ?? '')).toBe(true);
  office = await office.restart();
  officer = await staffWindow(office, 'petugas');
  expect((await register(officer)).number).toBe(`P-2026-${String(1 + lost + 2).padStart(6, '0')}`);
});

/** The main file is destroyed; the next start puts the backup back. @returns how many events are gone. */
async function recoverFromBackup(): Promise<number> {
  office.host.close();
  writeFileSync(join(office.dataDir, 'station.db'), 'not a database, and long enough to be looked at'.repeat(300));
  office = await office.restart();
  const { recovery } = await office.window('kiosk').ask('system.status', {});
  expect(recovery).toMatchObject({ part: 'station', eventsLost: expect.any(Number) });
  return recovery?.eventsLost ?? 0;
}
