import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createBackup } from '../../../electron/host/backup/createBackup.ts';
import { sumsFileOf } from '../../../electron/host/database/files.ts';
import { openReport } from '../../../electron/host/recovery/reports.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';

/** 40 events of which 25 are in a backup, closed. */
async function stationIn(dataDir: string, backup = true): Promise<{ file: string; ids: readonly string[] }> {
  const tally = await openTally({ dataDir });
  const ids = Array.from({ length: 40 }, () => tally.ports.random.uuid());
  for (const [index, id] of ids.entries()) {
    tally.add(1, id);
    if (index === 24 && backup) createBackup({ dataDir, kind: 'daily', date: '2026-11-22', at: Date.now() });
  }
  tally.close();
  return { file: tally.files.file, ids };
}

/** Changes rows as a person with a database tool would: the page sums of what she leaves are made to fit, too. */
function tamper(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(`DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted; ${sql}`);
  db.close();
  rmSync(sumsFileOf(file));
}

describe('what is wrong is named, set aside and made good', () => {
  const spoil: Readonly<Record<string, readonly [(file: string) => void, expected: object]>> = {
    'a file that is no database': [
      (file) => writeFileSync(file, 'x'.repeat(9000)),
      { damage: 'unreadable', eventsAfterBackup: 0, eventsLost: 15 },
    ],
    'a file cut in half': [(file) => truncateSync(file, 20_480), { eventsFromBackup: 25 }],
    'an empty file': [(file) => truncateSync(file, 0), { damage: 'missing', eventsAfterBackup: 0, eventsLost: 15 }],
    'a missing file': [(file) => rmSync(file), { damage: 'missing', eventsAfterBackup: 0, eventsLost: 15 }],
    'an event changed after the backup': [
      (file) => tamper(file, "UPDATE event SET data = '{}' WHERE seq = 31"),
      { damage: 'chain', eventsAfterBackup: 5, eventsLost: 10 },
    ],
    'an event changed before the backup': [
      (file) => tamper(file, "UPDATE event SET data = '{}' WHERE seq = 3"),
      { damage: 'chain', eventsAfterBackup: 15, eventsLost: 0 },
    ],
    'events cut off at the end': [
      (file) => tamper(file, 'DELETE FROM event WHERE seq > 35'),
      { damage: 'anchors', eventsAfterBackup: 10, eventsLost: 5 },
    ],
  };

  test.each(Object.keys(spoil))('%s', async (name) => {
    using directory = temporaryDirectory();
    const { file } = await stationIn(directory.path);
    const [damage, expected] = spoil[name] ?? [];
    damage?.(file);
    const left = existsSync(file) ? readFileSync(file).length : null;
    const tally = await openTally({ dataDir: directory.path });
    const report = openReport(directory.path);
    expect(report).toMatchObject({ part: 'station', backupDate: '2026-11-22', eventsFromBackup: 25, ...expected });
    const events = 25 + (report?.eventsAfterBackup ?? 0);
    expect(tally.engine.states.tally.total).toBe(events);
    expect(tally.add(1)).toMatchObject({ kind: 'done', output: { total: events + 1 } });
    const aside = readdirSync(directory.path).filter((each) => each === report?.setAsideAs);
    expect(aside).toHaveLength(left === null ? 0 : 1);
    tally.close();

    const again = await openTally({ dataDir: directory.path });
    expect(again.engine.states.tally.total, 'recovered once and for all').toBe(events + 1);
    expect(readdirSync(directory.path).filter((each) => each.endsWith('Z'))).toHaveLength(left === null ? 1 : 2);
    again.close();
  });
});

test('without a backup everything is taken from the damaged file, the identity of the station too', async () => {
  using directory = temporaryDirectory();
  const { file } = await stationIn(directory.path, false);
  const station = (path: string) => {
    const db = new Database(path, { readonly: true });
    const row: unknown = db.prepare('SELECT id, letter FROM station').get();
    db.close();
    return row;
  };
  const before = station(file);
  tamper(file, "UPDATE event SET actor = 'staff:x' WHERE seq = 39");
  const tally = await openTally({ dataDir: directory.path });
  expect(openReport(directory.path)).toMatchObject({ backupDate: null, eventsFromBackup: 0, eventsAfterBackup: 38, eventsLost: 2 });
  expect(tally.engine.states.tally.total).toBe(38);
  tally.close();
  expect(station(file)).toEqual(before);
});

test('a damaged newest backup is passed over for the one before', async () => {
  using directory = temporaryDirectory();
  const { file } = await stationIn(directory.path);
  const newest = createBackup({ dataDir: directory.path, kind: 'daily', date: '2026-11-23', at: Date.now() });
  truncateSync(join(newest.directory, 'station.db'), 8192);
  writeFileSync(file, 'gone');
  const tally = await openTally({ dataDir: directory.path });
  expect(openReport(directory.path)).toMatchObject({ backupDate: '2026-11-22', eventsFromBackup: 25, eventsLost: 15 });
  tally.close();
});

test('a command whose events were lost may be sent again and takes effect; one whose events were kept answers as before', async () => {
  using directory = temporaryDirectory();
  const { file, ids } = await stationIn(directory.path);
  tamper(file, "UPDATE event SET data = '{}' WHERE seq = 31");
  const tally = await openTally({ dataDir: directory.path });
  const [inBackup, kept, lost] = [ids[3], ids[28], ids[35]];
  expect(tally.engine.states.tally.total).toBe(30);
  tally.add(1, inBackup);
  tally.add(1, kept);
  expect(tally.engine.states.tally.total).toBe(30);
  tally.add(1, lost);
  expect(tally.engine.states.tally.total).toBe(31);
  tally.close();
});
