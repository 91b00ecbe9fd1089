import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connected, joinedStation, listed, newStation, openCode, startLead, until } from '../../fixtures/lanOffice.ts';

describe('joining over real TLS', () => {
  test('given a code, a new station gets letter, name and keys, starts again and is connected', async () => {
    const lead = await startLead();
    const station = await newStation();
    const before = station.host().host.services.station;
    const { code, address } = await openCode(lead, 'Loket 2');
    const answer = await station
      .host()
      .window('staff')
      .done('stations.join', { address, code: code.toLowerCase().replaceAll('-', ' ') });
    expect(answer).toEqual({ letter: 'A', name: 'Loket 2' });
    await station.rejoined;
    const { host } = station.host();
    expect(host.services.station).toEqual({ id: before.id, letter: 'A' });
    for (const name of ['officeKey', 'indexKey', 'pepper'] as const) {
      expect(Buffer.from(host.services.keyStore.key(name)).equals(Buffer.from(lead.host.host.services.keyStore.key(name)))).toBe(true);
    }
    expect(Buffer.from(host.services.keyStore.key('windowKey'))).not.toEqual(
      Buffer.from(lead.host.host.services.keyStore.key('windowKey')),
    );
    await connected(lead.host, station.host());
    expect(await station.host().window('kiosk').ask('stations.here', {})).toEqual({
      role: 'follower',
      letter: 'A',
      name: 'Loket 2',
      roles: ['counter'],
      others: 1,
      connected: 1,
      leadName: 'Stasiun pertama',
      isLeadConnected: true,
    });
    expect(await listed(lead, 'Loket 2')).toMatchObject({ letter: 'A', connected: true, revoked: false });
    const { joining, lastJoined } = await lead.admin.ask('stations.list', {});
    expect([joining, lastJoined?.name]).toEqual([null, 'Loket 2']);
  });

  test('three stations are connected with each other; each finds the others again after a restart', async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    const b = await joinedStation(lead, 'Pos jaga');
    await connected(a.host(), b.host());
    await b.restart();
    await connected(a.host(), b.host());
    await connected(lead.host, b.host());
    expect((await lead.admin.ask('stations.list', {})).stations.map(({ letter, name }) => [letter, name])).toEqual([
      ['', 'Stasiun pertama'],
      ['A', 'Loket 2'],
      ['B', 'Pos jaga'],
    ]);
  });

  test('a rename reaches every station; a revoked one is cut off everywhere, says so, and its letter is not given again', async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    const b = await joinedStation(lead, 'Loket 3');
    await connected(a.host(), b.host());
    const id = b.host().host.services.station.id;
    await lead.admin.done('stations.change', { stationId: id, name: 'Papan', place: 'Lantai 2', roles: ['board', 'kiosk'] });
    await until(
      b.host(),
      () =>
        b
          .host()
          .host.lan.state()
          ?.roster.stations.some(({ name }) => name === 'Papan') ?? false,
    );
    expect(await b.host().window('board').ask('stations.here', {})).toMatchObject({ name: 'Papan', roles: ['kiosk', 'board'] });

    const began = performance.now();
    await lead.admin.done('stations.revoke', { stationId: id });
    await until(b.host(), () => b.host().host.lan.state()?.revokedAt !== null);
    await until(a.host(), () => !a.host().host.lan.isConnected(id));
    expect(lead.host.host.lan.isConnected(id)).toBe(false);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await b.host().window('kiosk').ask('stations.here', {})).toMatchObject({ role: 'revoked' });
    await b.restart();
    expect(await b.host().window('kiosk').ask('stations.here', {})).toMatchObject({ role: 'revoked' });
    // What it did is still told under its name, and it is nobody's choice any more.
    const label = { stationId: id, name: 'Papan', letter: 'B' };
    expect((await a.host().window('board').ask('lead.standing', {})).stations).toContainEqual(label);
    const { stations: candidates } = await lead.admin.ask('lead.candidates', {});
    expect(candidates.map(({ stationId }) => stationId)).not.toContain(id);
    const c = await joinedStation(lead, 'Loket 3');
    expect(c.host().host.services.station.letter).toBe('C');
  });

  test('a disk that refuses half-way leaves an empty station, which joins again under the same letter', async () => {
    const lead = await startLead();
    const station = await newStation();
    const first = await openCode(lead, 'Loket 2');
    const inTheWay = join(station.host().dataDir, 'lan', 'stations.json.new');
    mkdirSync(inTheWay, { recursive: true });
    const reply = await station.host().window('staff').client.command('stations.join', first);
    expect(reply.kind).toBe('failed');
    expect(station.host().host.lan.state()).toBeNull();
    // Keys were stored already: the vault opens with them, and the station is as new.
    await station.restart();
    expect(await station.host().window('staff').ask('access.state', {})).toMatchObject({ setUp: false });
    rmdirSync(inTheWay);
    const second = await openCode(lead, 'Loket dua');
    const answer = await station.host().window('staff').done('stations.join', second);
    expect(answer).toEqual({ letter: 'A', name: 'Loket dua' });
    await station.rejoined;
    await connected(lead.host, station.host());
  });

  test('a station that was off while it was revoked hears it when it comes back, and gets no link', async () => {
    const lead = await startLead();
    const a = await joinedStation(lead, 'Loket 2');
    const { id } = a.host().host.services.station;
    a.host().host.close();
    await until(lead.host, () => !lead.host.host.lan.isConnected(id));
    await lead.admin.done('stations.revoke', { stationId: id });
    await a.restart();
    await until(a.host(), () => a.host().host.lan.state()?.revokedAt !== null);
    expect(lead.host.host.lan.isConnected(id)).toBe(false);
  });
});
