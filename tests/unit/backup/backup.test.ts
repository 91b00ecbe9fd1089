import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupIsGood, BackupNotVerifiedError, createBackup } from '../../../electron/host/backup/createBackup.ts';
import { type BackupKind, backupsIn, listBackups } from '../../../electron/host/backup/manifest.ts';
import { pruneBackups } from '../../../electron/host/backup/prune.ts';
import { pruneReceipts } from '../../../electron/host/backup/pruneReceipts.ts';
import { migrations } from '../../../electron/host/database/migrations/index.ts';
import { startStorageJob } from '../../../electron/host/backup/storageJobs.ts';
import { readAnchors, writeAnchors } from '../../../electron/host/recovery/anchors.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

describe('a backup', () => {
  test('holds everything committed, also what is only in the log, and says what it holds', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path, checkpoints: false });
    for (let round = 0; round < 30; round++) tally.add(1);
    const backup = createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 5 });
    expect(backup).toMatchObject({
      name: '2026-11-22',
      manifest: { events: 30, lastSeq: 30, schema: migrations.at(-1)?.version, vault: null, kind: 'daily', at: 5 },
    });
    expect(backup.manifest.heads).toEqual(tally.events.heads());
    expect(listBackups(directory.path)).toEqual([backup]);
    expect(backupIsGood(backup)).toBe(true);
    tally.close();
  });

  test('of the same day stands beside the first', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    const names = [1, 2, 3].map((at) => createBackup({ dataDir: directory.path, kind: 'manual', date: '2026-11-22', at }).name);
    expect(names).toEqual(['2026-11-22', '2026-11-22.2', '2026-11-22.3']);
    tally.close();
  });

  test('that lacks what had been told elsewhere is not kept', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    tally.files.checkpointer.run();
    const anchors = readAnchors(directory.path);
    if (anchors === null) throw new Error('no anchors');
    writeAnchors(directory.path, { ...anchors, heads: anchors.heads.map((head) => ({ ...head, originSeq: head.originSeq + 1 })) });
    expect(() => createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 1 })).toThrow(BackupNotVerifiedError);
    expect(readdirSync(backupsIn(directory.path))).toEqual([]);
    tally.close();
  });

  test('with any changed byte, or a garbled manifest, is no good one', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    tally.close();
    const backup = createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 1 });
    const file = join(backup.directory, 'station.db');
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bytes.length - 9) ^ 1, bytes.length - 9);
    writeFileSync(file, changed);
    expect(backupIsGood(backup)).toBe(false);
    writeFileSync(file, bytes);
    expect(backupIsGood(backup)).toBe(true);
    truncateSync(join(backup.directory, 'manifest.json'), 20);
    expect(listBackups(directory.path)).toEqual([]);
  });

  test('that a crash left half-made is no backup and is cleared by the next', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    mkdirSync(join(backupsIn(directory.path), '.making-2026-11-21'), { recursive: true });
    writeFileSync(join(backupsIn(directory.path), '.making-2026-11-21', 'station.db'), 'half');
    expect(listBackups(directory.path)).toEqual([]);
    createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 1 });
    expect(readdirSync(backupsIn(directory.path))).toEqual(['2026-11-22']);
    tally.close();
  });
});

test('a backup that cannot be written is a failure with a cause, not a throw', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  tally.add(1);
  tally.close();
  writeFileSync(backupsIn(directory.path), 'a file where the directory should be');
  const job = startStorageJob({ job: 'backup', dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 1 });
  expect(await job.result).toMatchObject({ kind: 'failed', cause: 'io' });
});

test('a job that is stopped before it has begun fails, and the process lives on', async () => {
  using directory = temporaryDirectory();
  const jobs = Array.from({ length: 4 }, () => startStorageJob({ job: 'check', dataDir: directory.path, anchors: [] }));
  for (const job of jobs) job.stop();
  for (const job of jobs) expect(await job.result).toMatchObject({ kind: expect.stringMatching(/^(?:failed|checked)$/u) });
});

describe('old backups', () => {
  const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`;

  test('go when 14 newer days have one; of an older day only the newest stays', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    tally.close();
    const model = createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-10-31', at: 0 });
    const pretend = (name: string, kind: BackupKind, date: string, at: number) => {
      const target = join(backupsIn(directory.path), name);
      mkdirSync(target);
      copyFileSync(join(model.directory, 'station.db'), join(target, 'station.db'));
      writeFileSync(join(target, 'manifest.json'), JSON.stringify({ ...model.manifest, kind, date, at }));
    };
    for (let number = 1; number <= 16; number++) pretend(day(number), 'daily', day(number), number * 10);
    pretend(`${day(10)}.2`, 'manual', day(10), 105);
    pretend(`${day(16)}.2`, 'manual', day(16), 165);
    pretend('2026-09-01', 'beforeMigration', '2026-09-01', 1);
    writeFileSync(join(backupsIn(directory.path), 'notes.txt'), 'not ours');

    const removed = pruneBackups(directory.path);
    expect(removed.toSorted()).toEqual(['2026-10-31', day(1), day(2), day(10)]);
    const left = readdirSync(backupsIn(directory.path)).toSorted();
    expect(left).toEqual(
      [
        '2026-09-01',
        ...Array.from({ length: 14 }, (_, index) => day(index + 3)).filter((name) => name !== day(10)),
        `${day(10)}.2`,
        `${day(16)}.2`,
        'notes.txt',
      ].toSorted(),
    );
    expect(existsSync(join(backupsIn(directory.path), day(16)))).toBe(true);
  });
});

test('receipts older than 14 days go, slice by slice; newer ones still answer', async () => {
  using directory = temporaryDirectory();
  const ports = createTestPorts('2026-11-01T00:00:00Z');
  const tally = await openTally({ dataDir: directory.path, ports });
  for (let round = 0; round < 1200; round++) tally.add(1);
  ports.jumpWallClock(15 * 24 * 60 * 60 * 1000);
  const id = ports.random.uuid();
  const answer = tally.add(1, id);
  expect(await pruneReceipts(tally.db, ports.clock.now() - 14 * 24 * 60 * 60 * 1000, ports.timers)).toBe(1200);
  expect(tally.add(1, id)).toEqual(answer);
  expect(tally.db.prepare('SELECT count(*) AS n FROM command_receipt').get()).toEqual({ n: 1 });
  tally.close();
});
