/** The demo that a person meets: every screen of complaints has something to show, and the program that made it is sound. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDemoPast } from '../../../electron/host/demoPast.ts';
import { createFileKeyStore } from '../../../electron/host/keyStore.ts';
import { complaintPriorities } from '../../../shared/domain/complaints/types.ts';
import { noFilters } from '../../../shared/rpc/methods/complaints.ts';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { quickCost, startTestHost, type TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

let dataDir: string;
let ports: TestPorts;
let office: TestHost | null;
beforeEach(() => {
  office = null;
  dataDir = mkdtempSync(join(tmpdir(), 'loket-demo-'));
  ports = createTestPorts('2026-11-23T03:00:00Z');
});
afterEach(async () => {
  await office?.end();
  rmSync(dataDir, { recursive: true, force: true });
});

const makePast = () => {
  const keyStore = createFileKeyStore(join(dataDir, 'keys'), ports.random);
  return makeDemoPast({ dataDir, keyStore, ports, log: pino({ level: 'silent' }), secretCost: quickCost });
};

async function startDemo(): Promise<TestHost> {
  await makePast();
  office = await startTestHost({ dataDir, ports });
  // The first look of the watch over deadlines.
  ports.advance(1001);
  return office;
}

test('complaints of all stages, priorities and classes; some overdue and told, some waited for, reports owed, one matter recurring', async () => {
  const dewi = await staffWindow(await startDemo(), 'pengawas');
  const list = () => dewi.ask('complaint.list', { filters: noFilters, sort: 'due', offset: 0, limit: 50 });
  // The program closes by itself what nobody replied to for ten working days.
  await expect.poll(async () => (await list()).rows.filter(({ stage }) => stage === 'closed').length).toBe(3);
  const { rows } = await list();
  const distinct = (of: (row: (typeof rows)[number]) => unknown) => new Set(rows.map((row) => of(row)));
  expect(rows).toHaveLength(15);
  expect(distinct(({ stage }) => stage)).toEqual(
    new Set(['received', 'assigned', 'inProgress', 'waiting', 'answered', 'closed', 'referred', 'reopened']),
  );
  expect(distinct(({ priority }) => priority)).toEqual(new Set(complaintPriorities));
  expect(distinct((row) => row.class).size).toBe(4);
  expect([rows.filter(({ anonymous }) => anonymous).length, rows.filter(({ confidential }) => confidential).length]).toEqual([1, 1]);
  expect(rows.filter(({ due }) => due?.state === 'overdue').length).toBeGreaterThanOrEqual(3);
  expect(distinct(({ escalation }) => escalation)).toContain('head');
  const groups = await dewi.ask('complaint.groups', { days: 90 });
  expect(groups.map(({ count, service }) => [count, service?.id])).toEqual([[4, 'KTP-el hilang']]);
  expect((await dewi.ask('complaint.statusDue', { limit: 50 })).length).toBeGreaterThanOrEqual(4);
});

test('nothing is told of a recovery or a wrong clock, numbers go on, and it is made once', async () => {
  const first = await startDemo();
  const sari = await staffWindow(first, 'petugas');
  expect(await sari.ask('system.status', {})).toMatchObject({ recovery: null, clock: 'ok' });
  const mine = await sari.ask('complaint.list', { filters: { ...noFilters, mine: true }, sort: 'newest', offset: 0, limit: 50 });
  expect(mine.rows.map(({ number }) => number)).toEqual([15, 14, 13, 6, 3].map((n) => `P-2026-${String(n).padStart(6, '0')}`));
  const events = first.host.services.events.lastSeq();
  first.host.close();
  await makePast();
  office = await startTestHost({ dataDir, ports });
  expect(office.host.services.events.lastSeq()).toBe(events);
});
