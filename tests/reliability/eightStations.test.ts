/** RELIABILITY 41 without a clock: eight whole hosts, all linked with all over TLS, and everybody works at once. `npm run bench -- office` has the times. */
import { expect, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { demoPin } from '../../electron/host/demo.ts';
import type { CommandMethod, Input, Output } from '../../shared/rpc/contract.ts';
import { logInAs } from '../fixtures/demoOffice.ts';
import { connected, joinedStation, type Lead, type Station, startLead } from '../fixtures/lanOffice.ts';
import { differences } from '../fixtures/stations.ts';
import type { TestHost, TestWindow } from '../fixtures/testHost.ts';

const visitsEach = 10;

test('eight stations work at once: nothing fails, no number and no visitor twice, and all copies are equal', async () => {
  const hosts = await eightStations();
  const [first] = hosts;
  if (first === undefined) throw new Error('eight stations');
  const desks = await prepareDay(first, hosts);
  const errors: string[] = [];
  const results = await Promise.all(desks.map((desk) => visits(desk, errors)));
  expect(errors).toEqual([]);
  const called = results.flat();
  expect(new Set(called.map(({ ticketId }) => ticketId)).size).toBe(hosts.length * visitsEach);
  expect(new Set(called.map(({ number }) => number)).size).toBe(hosts.length * visitsEach);
  await vi.waitFor(() => expect(hosts.flatMap((host) => differences(host, first))).toEqual([]), { timeout: 30_000, interval: 100 });
});

/** All linked with all. A lead takes five tries a minute, so the last two join another one. */
async function eightStations(): Promise<readonly TestHost[]> {
  const lead = await startLead();
  const stations: Station[] = [];
  for (let n = 2; n <= 6; n += 1) stations.push(await joinedStation(lead, `Stasiun ${n}`));
  const successor = await handedOver(lead, stations[0]);
  for (let n = 7; n <= 8; n += 1) stations.push(await joinedStation(successor, `Stasiun ${n}`));
  const hosts = [lead.host, ...stations.map((station) => station.host())];
  for (const [index, one] of hosts.entries()) for (const other of hosts.slice(index + 1)) await connected(one, other);
  return hosts;
}

async function handedOver(lead: Lead, to: Station | undefined): Promise<Lead> {
  if (to === undefined) throw new Error('no station');
  const host = to.host();
  await lead.admin.done('lead.handOver', { stationId: host.host.services.station.id });
  const admin = host.window('staff');
  await logInAs(host, admin, 'admin');
  return { host, admin };
}

interface Desk {
  readonly window: TestWindow;
  readonly counterId: string;
  readonly serviceIds: readonly string[];
}

/** An officer at a counter of every station, each of them takes every service. */
async function prepareDay(first: TestHost, hosts: readonly TestHost[]): Promise<readonly Desk[]> {
  const admin = first.window('staff');
  await logInAs(first, admin, 'admin');
  await admin.done('office.saveHours', []);
  const { counters, services } = await admin.ask('office.configuration', {});
  const serviceIds = services.map(({ id }) => id);
  await admin.done('queue.openDay', {});
  const desks: Desk[] = [];
  for (const [index, host] of hosts.entries()) {
    const [number, staffId] = [index + 1, v7()];
    const counterId = counters.find((counter) => counter.number === number)?.id ?? v7();
    await admin.done('office.saveCounter', { id: counterId, number, name: `Loket ${number}`, serviceIds });
    await admin.done('staff.add', { staffId, name: `Petugas ${number}`, roles: ['petugas'], secret: demoPin });
    const window = host.window('staff');
    await vi.waitFor(async () => {
      const names = await window.ask('access.staffNames', {});
      expect(names.map(({ id }) => id)).toContain(staffId);
    });
    await window.done('access.logIn', { staffId, secret: demoPin });
    await window.done('queue.openCounter', { counterId });
    desks.push({ window, counterId, serviceIds });
  }
  return desks;
}

/** One after the other, as fast as the answers come. @returns whom this desk called. */
async function visits({ window, counterId, serviceIds }: Desk, errors: string[]): Promise<readonly Output<'queue.callNext'>[]> {
  const send = async <M extends CommandMethod>(method: M, input: Input<M>): Promise<Output<M> | null> => {
    const reply = await window.client.command(method, input);
    if (reply.kind === 'done') return reply.output;
    errors.push(`${method}: ${JSON.stringify(reply)}`);
    return null;
  };
  const called: Output<'queue.callNext'>[] = [];
  for (let n = 0; n < visitsEach; n += 1) {
    await send('queue.issue', { ticketId: v7(), visitId: v7(), serviceId: serviceIds[n % serviceIds.length] ?? '', ground: null });
    const call = await send('queue.callNext', { counterId });
    if (call === null) continue;
    called.push(call);
    await send('queue.startServing', { counterId, ticketId: call.ticketId });
    await send('queue.finish', { counterId, ticketId: call.ticketId });
  }
  return called;
}
