/** The storage as a whole host shows it: start, status, damage, backups, full disk, end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { DataDirInUseError } from '../../../electron/host/dataDirLock.ts';
import { openWriter } from '../../../electron/host/database/open.ts';
import { demoPin } from '../../../electron/host/demo.ts';
import { createFileKeyStore } from '../../../electron/host/keyStore.ts';
import { createSystemPorts } from '../../../electron/host/ports.ts';
import { startHost } from '../../../electron/host/startHost.ts';
import { staffIdOf, staffWindow, startDemoHost } from '../../fixtures/demoOffice.ts';
import type { TestHost } from '../../fixtures/testHost.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const ended = (host: TestHost): TestHost => {
  onTestFinished(() => host.end());
  return host;
};

test('a second host on the same data is refused in one sentence', async () => {
  const host = ended(await startDemoHost());
  const ports = createSystemPorts();
  const second = startHost({
    dataDir: host.dataDir,
    keyStore: createFileKeyStore(join(host.dataDir, 'keys'), ports.random),
    ports,
    log: pino({ level: 'silent' }),
  });
  await expect(second).rejects.toThrow(DataDirInUseError);
  await expect(second).rejects.toThrow(`Another Loket (process ${process.pid}) is already using the data directory`);
});

test('a closed host leaves no log to copy back and gives the directory free', async () => {
  const host = ended(await startDemoHost());
  host.host.close();
  expect(readdirSync(host.dataDir).filter((name) => /-wal$|-shm$|lock\.pid/u.test(name))).toEqual([]);
});

describe('a newer database', () => {
  test.each(['station.db', 'vault.db'])('%s: nothing is written, the error says so', async (name) => {
    const host = ended(await startDemoHost());
    host.host.close();
    const db = openWriter(join(host.dataDir, name));
    db.pragma('user_version = 99990');
    db.close();
    const files = ['station.db', 'vault.db', 'station.db.sums', 'anchors.json'];
    const before = files.map((file) => readFileSync(join(host.dataDir, file)));
    await expect(host.restart()).rejects.toThrow('newer than this program knows');
    expect(files.map((file, index) => readFileSync(join(host.dataDir, file)).equals(before[index] ?? Buffer.alloc(0)))).toEqual(
      files.map(() => true),
    );
  });
});

describe('damage', () => {
  test('of the main database is recovered at the start, shown to everybody, and gone when a person has read it', async () => {
    const first = ended(await startDemoHost());
    const services = (await staffWindow(first, 'admin')).ask('office.configuration', {});
    await (await staffWindow(first, 'admin')).done('system.backUpNow', {});
    const before = await services;
    first.host.close();
    flip(join(first.dataDir, 'station.db'));
    const second = ended(await first.restart());
    const admin = await staffWindow(second, 'admin');
    const { recovery, storage } = await admin.ask('system.status', {});
    expect(recovery).toMatchObject({ part: 'station', damage: 'pages', eventsLost: 0 });
    expect(storage).toBe('checking');
    expect(existsSync(join(second.dataDir, recovery?.setAsideAs ?? 'none'))).toBe(true);
    expect((await admin.ask('office.configuration', {})).services).toEqual(before.services);
    const kiosk = second.window('kiosk');
    expect((await kiosk.ask('system.status', {})).recovery).toEqual(recovery);
    await admin.done('system.acknowledgeRecovery', {});
    expect((await admin.ask('system.status', {})).recovery).toBeNull();
    const third = ended(await second.restart());
    expect((await third.window('kiosk').ask('system.status', {})).recovery).toBeNull();
  });

  test('of the vault is recovered from the backup: everybody can still log in', async () => {
    const first = ended(await startDemoHost());
    await (await staffWindow(first, 'admin')).done('system.backUpNow', {});
    first.host.close();
    writeFileSync(join(first.dataDir, 'vault.db'), 'not a database, and long enough to be looked at'.repeat(300));
    const second = ended(await first.restart());
    const { recovery } = await second.window('kiosk').ask('system.status', {});
    expect(recovery).toMatchObject({ part: 'vault', damage: 'unreadable' });
    const window = second.window('staff');
    await window.done('access.logIn', { staffId: staffIdOf(second, 'petugas'), secret: demoPin });
  });

  test('found while running is marked, shown, and recovered by the next start', async () => {
    const first = ended(await startDemoHost());
    await (await staffWindow(first, 'admin')).done('system.backUpNow', {});
    first.host.services.storage.afterCommit();
    const file = join(first.dataDir, 'station.db');
    expect(await first.host.services.storage.checkNow()).toBeNull();
    expect((await first.window('kiosk').ask('system.status', {})).storage).toBe('sound');
    flip(file);
    expect(await first.host.services.storage.checkNow()).toBe('pages');
    expect((await first.window('kiosk').ask('system.status', {})).storage).toBe('damaged');
    const second = ended(await first.restart());
    expect((await second.window('kiosk').ask('system.status', {})).recovery).toMatchObject({ part: 'station', damage: 'pages' });
    expect(await second.host.services.storage.checkNow()).toBeNull();
  });
});

describe('backups', () => {
  test('come by themselves once per office day, and the status tells the newest', async () => {
    const ports = createTestPorts('2026-11-23T01:00:00Z');
    const host = ended(await startDemoHost({ ports }));
    const { storage, engine } = host.host.services;
    // Other things of the system change too (the background check); only the date tells which backup is there.
    const backupOf = (date: string) =>
      new Promise<void>((resolve) => {
        const stop = engine.onCommit(() => {
          if (storage.lastBackupDate() !== date) return;
          stop();
          resolve();
        });
      });
    const first = backupOf('2026-11-23');
    ports.advance(60_000);
    await first;
    await ports.timers.yield();
    expect(storage.lastBackup()).toEqual({ at: ports.clock.now(), verified: true });
    expect(listBackups(host.dataDir).map(({ name, manifest }) => [name, manifest.kind])).toEqual([['2026-11-23', 'daily']]);

    // The same office day: none. 17:00 UTC is midnight in Jakarta: the next one is due.
    ports.advance(3 * 60 * 60_000);
    const second = backupOf('2026-11-24');
    ports.advance(13 * 60 * 60_000);
    await second;
    expect(
      listBackups(host.dataDir)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['2026-11-23', '2026-11-24']);
    expect((await host.window('kiosk').ask('system.status', {})).lastBackup?.verified).toBe(true);
  });

  test('that fail are shown and refused with their cause; the next good one clears that', async () => {
    const host = ended(await startDemoHost());
    const admin = await staffWindow(host, 'admin');
    writeFileSync(join(host.dataDir, 'backups'), 'in the way');
    const reply = await admin.client.command('system.backUpNow', {});
    expect(reply).toMatchObject({ kind: 'refused', refusal: { type: 'backupFailed', cause: 'io' } });
    expect((await admin.ask('system.status', {})).lastBackup).toMatchObject({ verified: false });
    rmSync(join(host.dataDir, 'backups'));
    await admin.done('system.backUpNow', {});
    expect((await admin.ask('system.status', {})).lastBackup).toMatchObject({ verified: true });
  });

  test('asked for twice under one commandId are one', async () => {
    const host = ended(await startDemoHost());
    const admin = await staffWindow(host, 'admin');
    const commandId = createSystemPorts().random.uuid();
    const answers = await Promise.all([admin.done('system.backUpNow', {}, commandId), admin.done('system.backUpNow', {}, commandId)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(listBackups(host.dataDir)).toHaveLength(1);
  });
});

test('a full disk is told as such, and the office stays as it was', async () => {
  const host = ended(await startDemoHost());
  const admin = await staffWindow(host, 'admin');
  const { db } = host.host.services;
  const before = await admin.ask('office.configuration', {});
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const texts = { ...before.texts, contact: 'x'.repeat(100) };
  let reply = await admin.client.command('office.saveTexts', texts);
  for (let round = 0; round < 500 && reply.kind === 'done'; round++) {
    reply = await admin.client.command('office.saveTexts', { ...texts, contact: `${round} ${'x'.repeat(80)}` });
  }
  expect(reply).toEqual({ kind: 'failed', failure: { type: 'storageFull' } });
  db.pragma('max_page_count = 4294967294');
  await admin.done('office.saveTexts', { ...texts, contact: 'after' });
  expect((await admin.ask('office.configuration', {})).texts.contact).toBe('after');
});

test('a start on a disk that takes no new file works and says so; nothing is lost when there is room again', async () => {
  const first = ended(await startDemoHost());
  await (await staffWindow(first, 'admin')).ask('system.status', {});
  first.host.close();
  const inTheWay = join(first.dataDir, 'station.db.sums.new');
  mkdirSync(inTheWay);
  const second = ended(await first.restart());
  const admin = await staffWindow(second, 'admin');
  expect(second.host.services.storage.checkpoint()).toBe(false);
  expect((await admin.ask('system.status', {})).storage).toBe('failing');
  const { texts } = await admin.ask('office.configuration', {});
  await admin.done('office.saveTexts', { ...texts, contact: 'meanwhile' });
  second.host.close();
  rmdirSync(inTheWay);
  const third = ended(await second.restart());
  const { storage, recovery } = await third.window('kiosk').ask('system.status', {});
  expect({ storage, recovery }).toEqual({ storage: 'checking', recovery: null });
  expect(third.host.engine.states.office.texts.contact).toBe('meanwhile');
});

/** Flips one bit of a row. The middle of the file may be the schema, without which SQLite opens nothing at all. */
function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf('{"') + 3;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 16, at);
  writeFileSync(file, bytes);
}
