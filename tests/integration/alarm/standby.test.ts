/** The security call of a station whose data the disk withholds, from the start on; and what becomes of it when it is back. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createFileKeyStore } from '../../../electron/host/keyStore.ts';
import { createLog } from '../../../electron/host/log.ts';
import { memoryTransportPair } from '../../../electron/host/rpc/transports.ts';
import type { Standby } from '../../../electron/host/standby.ts';
import { type Host, startHost } from '../../../electron/host/startHost.ts';
import { splitTransport } from '../../../shared/alarm/splitTransport.ts';
import type { StandbyMessage } from '../../../shared/rpc/protocol.ts';
import { VaultKeysLostError } from '../../../electron/host/vault/vault.ts';
import { alarmWindowOn, settle } from '../../fixtures/alarmWindow.ts';
import { startDemoHost } from '../../fixtures/demoOffice.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

/** Starts a host on data as a program does: windows may come before it is there. */
function start(dataDir: string, log = pino({ level: 'silent' })) {
  const ports = createTestPorts('2026-11-23T01:00:00Z');
  const calledOff = new AbortController();
  const problems: unknown[] = [];
  let standby: Pick<Standby, 'serve'> | undefined;
  const starting = startHost({
    dataDir,
    keyStore: createFileKeyStore(join(dataDir, 'keys'), ports.random),
    ports,
    log,
    signal: calledOff.signal,
    onStandby: (first) => (standby = first),
    onProblem: (problem) => problems.push(problem),
  });
  const serve = (by: Pick<Standby, 'serve'> | undefined, name: string, guardPost = false) => {
    const [near, far] = memoryTransportPair();
    if (by === undefined) throw new Error('nobody serves');
    by.serve(far, 'staff');
    const { rpc, alarm } = splitTransport(near);
    const told: StandbyMessage[] = [];
    rpc.onMessage((message) => told.push(message as StandbyMessage));
    return { told, alarm: alarmWindowOn(alarm, { name, guardPost }) };
  };
  return { ports, problems, starting, calledOff, window: (name: string, guardPost = false) => serve(standby, name, guardPost), serve };
}

async function officeData(): Promise<string> {
  const office = await startDemoHost();
  onTestFinished(() => rmSync(office.dataDir, { recursive: true, force: true }));
  office.host.close();
  return office.dataDir;
}

/** Puts a directory where the database should be: it can be neither opened nor taken for damaged. */
function withhold(dataDir: string): () => void {
  const file = join(dataDir, 'station.db');
  renameSync(file, `${file}.away`);
  mkdirSync(file);
  return () => {
    rmdirSync(file);
    renameSync(`${file}.away`, file);
  };
}

test('a call is pressed, received and ended while the data cannot be opened; then the host opens by itself and has its record', async () => {
  const dataDir = await officeData();
  const giveBack = withhold(dataDir);
  const { ports, problems, starting, window } = start(dataDir);
  const presser = window('Sari');
  const guard = window('Agus', true);
  await settle();
  expect(problems).toEqual(['failed']);
  expect(presser.told.at(-1)).toEqual({ t: 'standby', progress: null, problem: 'failed' });
  const alarmId = presser.alarm.press('violence');
  await settle();
  expect(presser.alarm.received).toContainEqual({ t: 'journalled', alarmId, onDisk: true });
  expect(guard.alarm.alerts()).toMatchObject([{ alarmId, kind: 'violence' }]);
  guard.alarm.act(alarmId, 'acknowledged');
  guard.alarm.act(alarmId, 'ended', 'tenang kembali');
  await settle();
  ports.advance(5000);
  await settle();
  expect(problems).toEqual(['failed']);

  giveBack();
  ports.advance(5000);
  const host: Host = await starting;
  onTestFinished(() => host.close());
  expect(problems).toEqual(['failed', null]);
  const known = host.services.db.prepare('SELECT incident_id AS id FROM incident').all();
  expect(known).toEqual([{ id: alarmId }]);
});

test('a call that is not over when the data is back goes on in the whole host', async () => {
  const dataDir = await officeData();
  const giveBack = withhold(dataDir);
  const { ports, starting, window, serve } = start(dataDir);
  const presser = window('Sari');
  await settle();
  const alarmId = presser.alarm.press();
  await settle();
  giveBack();
  ports.advance(5000);
  const host = await starting;
  onTestFinished(() => host.close());
  const guard = serve(host, 'Agus', true);
  await settle();
  expect(guard.alarm.alerts()).toMatchObject([{ alarmId }]);
});

test('called off while it waits, the start ends, and the directory is free', async () => {
  const dataDir = await officeData();
  const giveBack = withhold(dataDir);
  const { starting, calledOff } = start(dataDir);
  await settle();
  calledOff.abort();
  await expect(starting).rejects.toThrow('aborted');
  giveBack();
  const { starting: again } = start(dataDir);
  (await again).close();
});

test('an error that is not the disk’s ends the start as before', async () => {
  const dataDir = await officeData();
  rmSync(join(dataDir, 'keys'), { recursive: true });
  const { starting, problems } = start(dataDir);
  await expect(starting).rejects.toThrow(VaultKeysLostError);
  expect(problems).toEqual([]);
});

// The device answers every write with "no space left"; only Linux has it.
test.skipIf(!existsSync('/dev/full'))(
  'neither log nor journal has room: the call is shown all the same, and says that it is not on disk',
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'loket-full-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    mkdirSync(join(dataDir, 'alarm', 'journal.log'), { recursive: true });
    symlinkSync('/dev/full', join(dataDir, 'loket.log'));
    const { starting, serve } = start(dataDir, createLog({ file: join(dataDir, 'loket.log') }));
    const host = await starting;
    onTestFinished(() => host.close());
    const [presser, guard] = [serve(host, 'Sari'), serve(host, 'Agus', true)];
    await settle();
    const alarmId = presser.alarm.press('medical');
    await settle();
    expect(presser.alarm.received).toContainEqual({ t: 'journalled', alarmId, onDisk: false });
    expect(guard.alarm.alerts()).toMatchObject([{ alarmId, kind: 'medical' }]);
  },
);
