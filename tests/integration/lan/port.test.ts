import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { seedDemoOffice } from '../../../electron/host/demo.ts';
import { logInAs } from '../../fixtures/demoOffice.ts';
import { createSystemPorts, type Ports } from '../../../electron/host/ports.ts';
import { connected, counterDetails, newStation, openCode, startLead, until } from '../../fixtures/lanOffice.ts';
import { startTestHost } from '../../fixtures/testHost.ts';

test('a taken port: joining is refused in words, nothing listens, and later it works', async () => {
  const other = createServer().listen({ host: '::', port: 0 });
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const office = await startTestHost({ lanPort: port });
  onTestFinished(() => office.end());
  await seedDemoOffice(office.host);
  const admin = office.window('staff');
  await logInAs(office, admin, 'admin');
  const reply = await admin.client.command('stations.openJoining', counterDetails('Loket 2'));
  expect(reply).toEqual({ kind: 'refused', refusal: { type: 'lanPortTaken', port } });
  expect(await admin.ask('stations.list', {})).toMatchObject({ joining: null, port: null });
  other.close();
  await once(other, 'close');
  await admin.done('stations.openJoining', counterDetails('Loket 2'));
  expect(await admin.ask('stations.list', {})).toMatchObject({ port, portTaken: null, joining: { details: { name: 'Loket 2' } } });

  // Nobody joined: with the code the port is given back.
  await admin.done('stations.cancelJoining', {});
  await until(office, () => office.host.lan.listening().port === null);
});

test('a station that is alone listens nowhere', async () => {
  const office = await startTestHost();
  onTestFinished(() => office.end());
  await seedDemoOffice(office.host);
  expect(office.host.lan.listening()).toEqual({ port: null, portTaken: null });
  expect(await office.window('board').ask('stations.here', {})).toMatchObject({ role: 'alone', others: 0 });
});

/** A computer on which another program has every port until it is given back; whoever tries again does so at once. */
function portTaken(): { readonly ports: Ports; giveBack(): void } {
  const ports = createSystemPorts();
  const retryMs = 5000;
  let taken = true;
  const inUse = Object.assign(new Error('taken'), { code: 'EADDRINUSE' });
  return {
    ports: {
      ...ports,
      lan: { ...ports.lan, listen: (options) => (taken ? Promise.reject(inUse) : ports.lan.listen(options)) },
      timers: { ...ports.timers, after: (ms, run) => ports.timers.after(ms === retryMs ? 20 : ms, run) },
    },
    giveBack() {
      taken = false;
    },
  };
}

test('given a station listens only after its link to the lead began, then the lead and all others hear where', async () => {
  const lead = await startLead();
  const { ports, giveBack } = portTaken();
  const station = await newStation(ports);
  await station
    .host()
    .window('staff')
    .done('stations.join', await openCode(lead, 'Loket 2'));
  await station.rejoined;
  await connected(lead.host, station.host());
  const addresses = () => lead.host.host.lan.state()?.roster.stations.find(({ name }) => name === 'Loket 2')?.addresses;
  expect(addresses()).toEqual([]);
  giveBack();
  await until(lead.host, () => addresses()?.length === 1);
  expect(addresses()).toMatchObject([{ port: station.host().host.lan.listening().port }]);
});
