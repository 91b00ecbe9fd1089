/** A database of 100,000 events: sound to every check, and copied while commands go on. Its times are in `npm run bench storage`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStorageJob } from '../../electron/host/backup/storageJobs.ts';
import { listBackups } from '../../electron/host/backup/manifest.ts';
import { restoreBackup } from '../../electron/host/backup/restore.ts';
import { checkStationFile, structureIsSound } from '../../electron/host/database/check.ts';
import { databaseFile } from '../../electron/host/database/files.ts';
import { openReader } from '../../electron/host/database/open.ts';
import { checkPages } from '../../electron/host/database/pageSums.ts';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openTally, type Tally, temporaryDirectory } from '../fixtures/tally.ts';

const directory = temporaryDirectory();
let tally: Tally;

beforeAll(async () => {
  tally = await openTally({ dataDir: directory.path });
  tally.db.transaction(() => {
    for (let round = 0; round < 100_000; round++) {
      const events = [{ type: 'tallyAdded.v1', data: { amount: 1, note: `visitor ${round % 1000} of counter ${round % 7}` } }];
      tally.events.append({ stream: 'other', events, at: 1, actor: { kind: 'system' }, commandId: tally.ports.random.uuid() });
    }
  })();
  tally.files.checkpointer.run();
}, 120_000);

afterAll(() => {
  tally.close();
  directory[Symbol.dispose]();
});

test('is sound to the quick and to the full check', () => {
  expect(structureIsSound(tally.db, 'quick')).toBe(true);
  expect(checkPages(tally.files.file, tally.files.sums).badPages).toEqual([]);
  expect(checkStationFile(tally.files.file, tally.events.heads()).damage).toBeNull();
});

test('a verified copy while commands go on, which restores to the same', { timeout: 120_000 }, async () => {
  const job = startStorageJob({ job: 'backup', dataDir: directory.path, kind: 'daily', date: '2026-11-22', at: 1 });
  const state = { finished: false };
  const result = job.result.finally(() => {
    state.finished = true;
  });
  let during = 0;
  while (!state.finished) {
    tally.add(1);
    during += 1;
    await tally.ports.timers.yield();
  }
  expect((await result).kind).toBe('backedUp');
  expect(during, 'commands went on meanwhile').toBeGreaterThan(10);

  const [backup] = listBackups(directory.path);
  if (backup === undefined) throw new Error('no backup');
  using target = temporaryDirectory();
  restoreBackup(target.path, backup, 2);
  const restored = openReader(databaseFile(target.path, 'station'));
  const { events, heads, fault } = verifyChain(restored, { anchors: backup.manifest.heads });
  expect({ events, heads, fault }).toEqual({ events: backup.manifest.events, heads: backup.manifest.heads, fault: null });
  const firstRows = 'SELECT * FROM event WHERE seq <= ? ORDER BY seq';
  expect(restored.prepare(firstRows).all(1000)).toEqual(tally.db.prepare(firstRows).all(1000));
  restored.close();
});
