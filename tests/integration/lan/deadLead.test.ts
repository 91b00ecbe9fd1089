/** A dead PC is replaced: the new one joins at the lead of now, gets the history, becomes the lead (decision 0016, rule 18). */
import { expect, test } from 'vitest';
import { staffWindow } from '../../fixtures/demoOffice.ts';
import { connected, counterDetails, joinedStation, newStation, startLead } from '../../fixtures/lanOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';

const idOf = ({ host }: TestHost) => host.services.station.id;
const standingOf = ({ host }: TestHost) => host.services.office.standing();

/** Waits for a commit, or anything else that is announced, after which something holds. */
function when({ host }: TestHost, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('it did not come within 20 seconds')), 20_000);
    const stop = host.engine.onCommit(() => check());
    const check = () => {
      if (!holds()) return;
      clearTimeout(limit);
      stop();
      resolve();
    };
    check();
  });
}

const hasAll = (station: TestHost, other: TestHost) =>
  station.host.services.events.heads().every(({ origin, originSeq }) => other.host.services.events.seqOf(origin, originSeq) !== null);

test('a follower leads after a hand-over, lets a new computer in, and that one leads with the whole history', async () => {
  const lead = await startLead();
  const second = await joinedStation(lead, 'Meja pengawas');
  await when(second.host(), () => standingOf(second.host()).mode === 'follower' && hasAll(lead.host, second.host()));
  const supervisor = await staffWindow(lead.host, 'pengawas');
  await supervisor.done('queue.openDay', {});
  const serviceId = lead.host.host.engine.states.office.counters[0]?.serviceIds[0] ?? '';
  const uuid = () => lead.host.host.services.ports.random.uuid();
  const ticketId = uuid();
  await supervisor.done('queue.issue', { ticketId, visitId: uuid(), serviceId, ground: null });
  await supervisor.done('lead.handOver', { stationId: idOf(second.host()) });
  await when(second.host(), () => standingOf(second.host()).mode === 'lead');

  const admin = await staffWindow(second.host(), 'admin');
  // The old computer is dead for good: it is revoked, and a new one is installed in its place.
  await admin.done('stations.revoke', { stationId: idOf(lead.host) });
  await admin.done('stations.openJoining', counterDetails('Komputer baru'));
  const { joining, port } = await admin.ask('stations.list', {});
  const third = await newStation();
  await third
    .host()
    .window('staff')
    .done('stations.join', { code: joining?.code ?? '', address: `127.0.0.1:${port}` });
  await third.rejoined;
  await connected(second.host(), third.host());
  await when(third.host(), () => standingOf(third.host()).mode === 'follower' && hasAll(second.host(), third.host()));
  await (await staffWindow(second.host(), 'pengawas')).done('lead.handOver', { stationId: idOf(third.host()) });
  await when(third.host(), () => standingOf(third.host()).mode === 'lead');
  const there = await staffWindow(third.host(), 'petugas');
  expect((await there.ask('queue.ticket', { ticketId })).ticket).toMatchObject({ status: 'waiting' });
  const letters = third.host().host.engine.states.office.stations.map(({ letter }) => letter);
  expect(new Set(letters).size).toBe(3);
  // It numbers in its own series: nothing is given twice.
  const next = await there.done('queue.issue', { ticketId: uuid(), visitId: uuid(), serviceId, ground: null });
  expect(next.number).toContain(third.host().host.services.station.letter);
});
