/** A station that is revoked while browsers on the LAN are its boards and kiosks: nobody would ever call their numbers. */
import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { v7 } from 'uuid';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { logInAs } from '../../fixtures/demoOffice.ts';
import { joinedStation, startLead, until } from '../../fixtures/lanOffice.ts';
import { cardAt, fakeRenderer, get, linkWindow, listening, makeLink, portsWithCards } from '../../fixtures/screens.ts';

test(
  'given it is revoked, then its screens on the network end and come no more, and it gives no number by itself',
  { timeout: 60_000 },
  async () => {
    const rendererDirectory = fakeRenderer();
    onTestFinished(() => rmSync(rendererDirectory, { recursive: true }));
    const lead = await startLead();
    const station = await joinedStation(lead, 'Kios', portsWithCards(cardAt('127.0.0.5'), createSystemPorts()).ports, rendererDirectory);
    const { host } = station.host();
    await expect.poll(() => host.engine.states.office.staff.length, { timeout: 15_000 }).toBeGreaterThan(0);
    const admin = station.host().window('staff');
    await logInAs(station.host(), admin, 'admin');
    const origin = await listening(station.host());
    const kiosk = await linkWindow(await makeLink(admin, 'kiosk'), 'kiosk');

    await lead.admin.done('stations.revoke', { stationId: host.services.station.id });
    expect(await kiosk.closed).toBe(1001);
    await until(station.host(), () => host.lan.state()?.revokedAt !== null);
    await expect.poll(() => host.services.screens.status().state).toBe('off');
    await expect(get(origin, '/')).rejects.toThrow(/ECONNREFUSED/u);
    // Turned on by hand, or after a restart, it is not either.
    await host.services.screens.listen({ on: true, port: 0 });
    expect(host.services.screens.status().state).toBe('off');
    await station.restart();
    expect(station.host().host.services.screens.status().state).toBe('off');
    const serviceId = lead.host.host.engine.states.office.services[0]?.id ?? '';
    const reply = await station
      .host()
      .window('kiosk')
      .client.command('queue.issue', { ticketId: v7(), visitId: v7(), serviceId, ground: null });
    expect(reply).toEqual({ kind: 'failed', failure: { type: 'leadUnreachable' } });
  },
);
