/** The security call of a whole host whose other parts do not work: nobody logged in, locked, read-only, full, in use. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { splitTransport } from '../../../shared/alarm/splitTransport.ts';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import { createRpcClient, type RpcClient } from '../../../shared/rpc/client.ts';
import { type AlarmWindow, alarmWindowOn, settle } from '../../fixtures/alarmWindow.ts';
import { staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import { startTestHost, type TestHost, type TestWindow } from '../../fixtures/testHost.ts';
import { createTestPorts, type TestPorts } from '../../fixtures/testPorts.ts';

interface Both {
  readonly rpc: RpcClient;
  readonly alarm: AlarmWindow;
}

/** A window as the real one is: one connection, the contract's calls and the security call on it. */
function window(office: TestHost, options: Parameters<typeof alarmWindowOn>[1]): Both {
  const [near, far] = memoryTransportPair();
  office.host.serve(far, 'staff');
  const { rpc, alarm } = splitTransport(near);
  const client = createRpcClient();
  void client.attach(rpc);
  return { rpc: client, alarm: alarmWindowOn(alarm, options) };
}

/** A press reaches the guard; he acknowledges and ends it, and the presser sees his name. */
async function wholeCall(office: TestHost): Promise<string> {
  const presser = window(office, { name: 'Sari' });
  const guard = window(office, { name: 'Agus', guardPost: true });
  await settle();
  const alarmId = presser.alarm.press('violence');
  await settle();
  expect(presser.alarm.received).toContainEqual({ t: 'journalled', alarmId, onDisk: true });
  expect(guard.alarm.alerts()).toMatchObject([{ alarmId, kind: 'violence' }]);
  guard.alarm.act(alarmId, 'acknowledged');
  await settle();
  expect(presser.alarm.state()?.alarms.find((call) => call.alarmId === alarmId)).toMatchObject({
    received: [{ name: 'Agus' }],
    acknowledged: [{ name: 'Agus' }],
  });
  guard.alarm.act(alarmId, 'ended', 'tenang kembali');
  await settle();
  expect(guard.alarm.alerts()).toEqual([]);
  for (const { alarm } of [presser, guard]) alarm.close();
  return alarmId;
}

test('before the office is set up', async () => {
  const office = await startTestHost();
  expect(await wholeCall(office)).not.toBe(await wholeCall(office));
  await office.end();
});

describe('in an office at work', () => {
  let ports: TestPorts;
  let office: TestHost;
  beforeEach(async () => {
    ports = createTestPorts('2026-11-23T01:00:00Z');
    office = await startDemoHost({ ports });
  });
  afterEach(() => office.end());
  const incidents = async (supervisor: TestWindow) =>
    (await supervisor.ask('incident.list', { limit: 10 })).incidents.map(({ incidentId }) => incidentId);

  test('with nobody logged in, and with the session locked', async () => {
    await wholeCall(office);
    const officer = await staffWindow(office, 'petugas');
    await officer.done('access.lock', {});
    expect(await officer.client.query('incident.help', {})).toMatchObject({ kind: 'failed' });
    await wholeCall(office);
  });

  test.each([
    ['read-only', () => office.host.services.db.pragma('query_only = 1'), () => office.host.services.db.pragma('query_only = 0')],
    [
      'full',
      () => office.host.services.db.pragma(`max_page_count = ${Number(office.host.services.db.pragma('page_count', { simple: true }))}`),
      () => office.host.services.db.pragma('max_page_count = 4000000'),
    ],
  ] as const)('with the database %s; the report is owed as soon as it can be written again', async (_how, spoil, mend) => {
    const supervisor = await staffWindow(office, 'pengawas');
    spoil();
    // Fills what room is left in the pages that exist.
    const refused = await untilRefused(() => supervisor.client.command('calm.saveCards', { cards: null }));
    expect(refused).toMatchObject({ kind: 'failed' });
    const alarmId = await wholeCall(office);
    expect(await incidents(supervisor)).toEqual([]);
    mend();
    ports.advance(60_000);
    expect(await incidents(supervisor)).toEqual([alarmId]);
  });

  test('with the database in the hands of another program', async () => {
    const supervisor = await staffWindow(office, 'pengawas');
    const other = new Database(join(office.dataDir, 'station.db'));
    other.exec('BEGIN IMMEDIATE');
    office.host.services.db.pragma('busy_timeout = 0');
    const alarmId = await wholeCall(office);
    other.exec('ROLLBACK');
    other.close();
    ports.advance(60_000);
    expect(await incidents(supervisor)).toEqual([alarmId]);
  });

  test('with both databases closed under it', async () => {
    office.host.services.vault.close();
    office.host.services.db.close();
    await wholeCall(office);
    await wholeCall(office);
    office = await office.restart();
    expect(await incidents(await staffWindow(office, 'pengawas'))).toHaveLength(2);
  });
});

async function untilRefused<Reply extends { readonly kind: string }>(attempt: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 0; tries < 5000; tries += 1) {
    const reply = await attempt();
    if (reply.kind !== 'done') return reply;
  }
  throw new Error('it was never refused');
}
