import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { openDesk } from '../../fixtures/visits.ts';
import type { TestHost, TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

let office: TestHost;
let admin: TestWindow;

beforeEach(async () => {
  office = await startDemoHost({ ports: createTestPorts('2026-11-23T01:00:00Z') });
  admin = await staffWindow(office, 'admin');
});
afterEach(() => office.end());

test('the configuration is what was set up, and the same after a restart', async () => {
  const before = await admin.ask('office.configuration', {});
  expect(before).toMatchObject({ profile: { zone: 'Asia/Jakarta' }, policy: { kind: 'accumulating', weight: 3, limitMinutes: 10 } });
  expect([before.services.length, before.counters.length, before.holidays.length]).toEqual([9, 4, 1]);
  office = await office.restart();
  admin = await staffWindow(office, 'admin');
  expect(await admin.ask('office.configuration', {})).toEqual(before);
});

test('a service for which somebody waits cannot be retired, and can afterwards', async () => {
  const desk = await openDesk(office);
  const service = office.host.engine.states.office.services[0];
  if (service === undefined) throw new Error('no service');
  const ticketId = v7();
  await office.window('kiosk').done('queue.issue', { ticketId, visitId: v7(), serviceId: service.id, ground: null });
  expect(await admin.client.command('office.retireService', { serviceId: service.id })).toEqual({
    kind: 'refused',
    refusal: { type: 'serviceInUse', title: 'KTP-el hilang', waiting: 1 },
  });
  await desk.window.done('queue.cancel', { ticketId, reason: 'visitorLeft' });
  await admin.done('office.retireService', { serviceId: service.id });
  const { services, counters } = await admin.ask('office.configuration', {});
  expect(services).toHaveLength(8);
  expect(counters.some(({ serviceIds }) => serviceIds.includes(service.id))).toBe(false);
});

test('a counter where somebody is signed on cannot be retired, and can afterwards', async () => {
  const { window, counterId } = await openDesk(office);
  expect(await admin.client.command('office.retireCounter', { counterId })).toEqual({
    kind: 'refused',
    refusal: { type: 'counterInUse', name: 'Loket 4' },
  });
  await window.done('queue.closeCounter', { counterId });
  await admin.done('office.retireCounter', { counterId });
  expect((await admin.ask('office.configuration', {})).counters).toHaveLength(3);
});

test('a change of the office reaches every window at once', async () => {
  const kiosk = office.window('kiosk');
  await kiosk.ask('office.profile', {});
  const changed = new Promise((resolve) => {
    kiosk.client.onChanged(resolve);
  });
  await admin.done('office.savePolicy', { kind: 'ratio', regularPerPriority: 2 });
  expect(await changed).toContain('office');
});

test('holiday drafts: 2026 as published, a later year as an unconfirmed draft', async () => {
  expect(await admin.ask('office.holidayDraft', { year: 2026 })).toMatchObject({ confirmed: true });
  const later = await admin.ask('office.holidayDraft', { year: 2028 });
  expect(later.confirmed).toBe(false);
  expect(later.days.map(({ date }) => date)).toContain('2028-08-17');
});
