/**
 * Who takes stations in and puts them out: the lead alone, only while it decides as one; and when another leads afterwards,
 * nobody who was revoked comes back and nobody who was taken in is forgotten. Over real TLS, with cables that are pulled.
 */
import { describe, expect, test, vi } from 'vitest';
import { openAlarmWindow } from '../../fixtures/alarmWindow.ts';
import { type CuttablePorts, cuttablePorts } from '../../fixtures/cuttable.ts';
import { logInAs, staffIdOf } from '../../fixtures/demoOffice.ts';
import {
  connected,
  counterDetails,
  joinedStation,
  type Lead,
  newStation,
  openCode,
  startLead,
  type Station,
  until,
} from '../../fixtures/lanOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

const patient = { timeout: 15_000, interval: 20 };
const long = { timeout: 60_000 };
/** Longer than any lease. */
const leaseOverMs = 20_000;
const idOf = ({ host }: TestHost) => host.services.station.id;
const standingOf = ({ host }: TestHost) => host.services.office.standing();
const stationsOf = ({ host }: TestHost) => host.engine.states.office.stations;
const namesAt = (host: TestHost) => stationsOf(host).map(({ name }) => name);
const isRevokedAt = (host: TestHost, id: string) => stationsOf(host).find((station) => station.id === id)?.revoked;
const refusalOf = async (station: Station, given: { readonly code: string; readonly address: string }) => {
  const reply = await station.host().window('staff').client.command('stations.join', given);
  return reply.kind === 'refused' ? reply.refusal : reply.kind;
};
const leads = (host: TestHost) => vi.waitFor(() => expect(standingOf(host).mode).toBe('lead'), patient);
const follows = (host: TestHost, leadId: string) =>
  vi.waitFor(() => expect(standingOf(host)).toMatchObject({ mode: 'follower', leadId }), patient);

const adminOf = (host: TestHost) => ({ kind: 'staff', staffId: staffIdOf(host, 'admin'), name: 'Ratna Admin' }) as const;
const promote = (host: TestHost) => host.host.services.office.promote(idOf(host), { override: true, actor: adminOf(host) });

interface Cut {
  readonly lead: Lead;
  readonly cable: CuttablePorts;
  readonly a: Station;
  readonly b: Station;
  /** Another leads, and the lead of before does not know. */
  replace(): Promise<void>;
  heal(): Promise<void>;
}

/** A lead that lost its cable and its lease, and two stations that it had. */
async function cutOffLead(): Promise<Cut> {
  const [cable, aCable, bCable] = [cuttablePorts(), cuttablePorts(), cuttablePorts()];
  const lead = await startLead(cable.ports);
  const a = await joinedStation(lead, 'Loket 2', aCable.ports);
  const b = await joinedStation(lead, 'Loket 3', bCable.ports);
  await connected(a.host(), b.host());
  for (const station of [a, b]) await follows(station.host(), idOf(lead.host));
  await vi.waitFor(() => expect(namesAt(a.host())).toContain('Loket 3'), patient);
  cable.cut();
  await until(lead.host, () => !lead.host.host.lan.isConnected(idOf(a.host())) && !lead.host.host.lan.isConnected(idOf(b.host())));
  for (const { skip } of [cable, aCable, bCable]) skip(leaseOverMs);
  // The lock after three idle minutes is another matter.
  await logInAs(lead.host, lead.admin, 'admin');
  await connected(a.host(), b.host());
  return {
    lead,
    cable,
    a,
    b,
    async replace() {
      expect(await promote(a.host())).toMatchObject({ type: 'done' });
      await leads(a.host());
    },
    async heal() {
      cable.mend();
      await connected(lead.host, a.host());
      await follows(lead.host, idOf(a.host()));
    },
  };
}

describe('joining', () => {
  test('at a follower: it says that it is not the lead, and the code still counts at the lead', long, async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    await leads(lead.host);
    const given = await openCode(lead, 'Loket 3');
    const station = await newStation();
    const address = `127.0.0.1:${a.host().host.lan.listening().port}`;
    expect(await refusalOf(station, { ...given, address })).toEqual({ type: 'stationIsNotLead', address });
    await station.host().window('staff').done('stations.join', given);
    expect(namesAt(lead.host)).toContain('Loket 3');
  });

  test('given the lead was handed over, then its code takes nobody in, and the new lead takes stations in', long, async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    await leads(lead.host);
    const given = await openCode(lead, 'Loket 3');
    await lead.admin.done('lead.handOver', { stationId: idOf(a.host()) });
    const station = await newStation();
    expect(await refusalOf(station, given)).toEqual({ type: 'stationIsNotLead', address: given.address });
    expect(await lead.admin.ask('stations.list', {})).toMatchObject({ isLead: false, joining: null });
    for (const host of [lead.host, a.host()]) expect(namesAt(host)).toEqual(['Stasiun pertama', 'Loket 2']);

    await leads(a.host());
    const admin = a.host().window('staff');
    await logInAs(a.host(), admin, 'admin');
    const next = await openCode({ host: a.host(), admin }, 'Loket 3');
    expect(await station.host().window('staff').done('stations.join', next)).toEqual({ letter: 'B', name: 'Loket 3' });
    await station.rejoined;
    // The lead of before trusts it too: its own copy of the registry says so.
    await connected(station.host(), lead.host);
    await connected(station.host(), a.host());
    await follows(station.host(), idOf(a.host()));
  });

  test('given the lead cannot write, then both ends say so, and the lead goes on', long, async () => {
    const lead = await startLead();
    const station = await newStation();
    const { db } = lead.host.host.services;
    const given = await openCode(lead, 'Loket 2');
    db.pragma('query_only = 1');
    expect(await refusalOf(station, given)).toEqual({ type: 'leadCannotRecord' });
    db.pragma('query_only = 0');
    expect(namesAt(lead.host)).toEqual(['Stasiun pertama']);
    await station
      .host()
      .window('staff')
      .done('stations.join', await openCode(lead, 'Loket 2'));
    expect(namesAt(lead.host)).toEqual(['Stasiun pertama', 'Loket 2']);
  });

  test('a lead that is cut off takes nobody in before a person keeps it as the lead', long, async () => {
    const { lead } = await cutOffLead();
    expect(standingOf(lead.host).mode).toBe('ownOnly');
    expect(await lead.admin.client.command('stations.openJoining', counterDetails('Loket 4'))).toEqual({
      kind: 'refused',
      refusal: { type: 'leadCutOff' },
    });
    await lead.admin.done('lead.keepLeading', {});
    await lead.admin.done('stations.openJoining', counterDetails('Loket 4'));
  });

  test('a station that a kept lead took in stays one when another leads meanwhile, with its letter', long, async () => {
    const { lead, a, replace, heal } = await cutOffLead();
    await lead.admin.done('lead.keepLeading', {});
    const station = await newStation();
    const given = await openCode(lead, 'Loket 4');
    expect(await station.host().window('staff').done('stations.join', given)).toEqual({ letter: 'C', name: 'Loket 4' });
    await station.rejoined;
    await replace();
    expect(namesAt(a.host())).not.toContain('Loket 4');
    await heal();
    await connected(station.host(), a.host());
    await follows(station.host(), idOf(a.host()));
    for (const host of [a.host(), lead.host])
      expect(stationsOf(host)).toContainEqual(expect.objectContaining({ id: idOf(station.host()), name: 'Loket 4', letter: 'C' }));
  });

  test(
    'given two leads gave one letter to two stations, then the later lead’s keeps it, and the other has to join anew',
    long,
    async () => {
      const { lead, a, replace, heal } = await cutOffLead();
      await lead.admin.done('lead.keepLeading', {});
      const [here, there] = [await newStation(), await newStation()];
      await here
        .host()
        .window('staff')
        .done('stations.join', await openCode(lead, 'Loket 4'));
      await here.rejoined;
      await replace();
      const admin = a.host().window('staff');
      await logInAs(a.host(), admin, 'admin');
      const given = await openCode({ host: a.host(), admin }, 'Loket 4');
      expect(await there.host().window('staff').done('stations.join', given)).toEqual({ letter: 'C', name: 'Loket 4' });
      await heal();
      await until(here.host(), () => here.host().host.lan.state()?.revokedAt !== null);
      expect(stationsOf(a.host()).map(({ letter, name, revoked }) => [letter, name, revoked])).toEqual([
        ['', 'Stasiun pertama', false],
        ['A', 'Loket 2', false],
        ['B', 'Loket 3', false],
        ['C', 'Loket 4', false],
        ['D', 'Loket 4 (C)', true],
      ]);
    },
  );
});

describe('revoking', () => {
  test(
    'of a station behind a pulled cable: it hears so when it is back, gets no link, and its calls for help reach nobody',
    long,
    async () => {
      const lead = await startLead();
      const cable = cuttablePorts();
      const a = await joinedStation(lead, 'Loket 2', cable.ports);
      const b = await joinedStation(lead, 'Loket 3');
      const id = idOf(a.host());
      cable.cut();
      await until(lead.host, () => !lead.host.host.lan.isConnected(id));
      await lead.admin.done('stations.revoke', { stationId: id });
      const guard = openAlarmWindow(b.host().host.alarm, { name: 'Agus', guardPost: true });
      const presser = openAlarmWindow(a.host().host.alarm, { name: 'Sari', guardPost: true });
      presser.press('help');
      cable.mend();
      await until(a.host(), () => a.host().host.lan.state()?.revokedAt !== null);
      const real = openAlarmWindow(lead.host.host.alarm, { name: 'Dewi' }).press('violence');
      // Told after whatever came before it: the call of the revoked station would be here by now.
      await vi.waitFor(() => expect(guard.alerts().map(({ alarmId }) => alarmId)).toEqual([real]), patient);
      expect(presser.alerts().map(({ alarmId }) => alarmId)).not.toContain(real);
      for (const { host } of [lead.host, b.host()]) expect(host.lan.isConnected(id)).toBe(false);
    },
  );

  test('stands when the lead that revoked was cut off and another leads by now', long, async () => {
    const { lead, a, b, replace, heal } = await cutOffLead();
    const id = idOf(b.host());
    await lead.admin.done('stations.revoke', { stationId: id });
    await replace();
    expect(isRevokedAt(a.host(), id)).toBe(false);
    const began = performance.now();
    await heal();
    await until(b.host(), () => b.host().host.lan.state()?.revokedAt !== null);
    expect(performance.now() - began).toBeLessThan(15_000);
    await until(a.host(), () => !a.host().host.lan.isConnected(id));
    for (const host of [a.host(), lead.host]) await vi.waitFor(() => expect(isRevokedAt(host, id)).toBe(true), patient);
    // With who did it.
    const row = a
      .host()
      .host.services.db.prepare<[], { actor: string }>("SELECT actor FROM event WHERE type = 'stationRevoked.v1' ORDER BY seq DESC LIMIT 1")
      .get();
    expect(row?.actor).toContain(staffIdOf(lead.host, 'admin'));
  });

  test('of a lead that was replaced: it hears so when it comes back, and decides nothing any more', long, async () => {
    const { lead, a, cable, replace } = await cutOffLead();
    await replace();
    const admin = a.host().window('staff');
    await logInAs(a.host(), admin, 'admin');
    await admin.done('stations.revoke', { stationId: idOf(lead.host) });
    cable.mend();
    await until(lead.host, () => lead.host.host.lan.state()?.revokedAt !== null);
    expect(await lead.host.window('kiosk').ask('stations.here', {})).toMatchObject({ role: 'revoked' });
    const reply = await lead.admin.client.command('queue.openDay', {});
    expect(reply).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
  });

  test('a lead that somebody follows does not let itself be revoked by another', long, async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    const b = await joinedStation(lead, 'Loket 3');
    await leads(lead.host);
    await connected(a.host(), b.host());
    // A follower that was tampered with: its own list says that the lead is revoked.
    const known = a.host().host.lan.state();
    if (known === null) throw new Error('not joined');
    const stations = stationsOf(a.host()).map((station) => ({ ...station, revoked: station.revoked || station.id === idOf(lead.host) }));
    a.host().host.lan.setRegistry(known.self, stations);
    await until(lead.host, () => !lead.host.host.lan.isConnected(idOf(a.host())));
    expect(lead.host.host.lan.state()?.revokedAt).toBeNull();
    // The other one answers its next beat.
    await leads(lead.host);
  });
});
