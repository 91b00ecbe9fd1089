import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { seedDemoOffice } from '../../../electron/host/demo.ts';
import { logInAs } from '../../fixtures/demoOffice.ts';
import { counterDetails, until } from '../../fixtures/lanOffice.ts';
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
