import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finishSwap, swapIn } from '../../../electron/host/recovery/swap.ts';
import { acknowledgeReport, addReport, openReport, readReports, type RecoveryReport } from '../../../electron/host/recovery/reports.ts';
import { temporaryDirectory } from '../../fixtures/tally.ts';

const report = (setAsideAs: string): RecoveryReport => ({
  at: 1,
  part: 'station',
  damage: 'pages',
  setAsideAs,
  backupDate: null,
  eventsFromBackup: 0,
  eventsAfterBackup: 2,
  eventsLost: 0,
  lastEventAt: null,
});

/** Old files say `old`, prepared ones `new`. */
function prepareFiles(dataDir: string): void {
  for (const name of ['station.db', 'station.db-wal', 'station.db.sums', 'anchors.json']) writeFileSync(join(dataDir, name), 'old');
  for (const name of ['station.db.preparing', 'station.db.preparing.sums', 'anchors.json.preparing'])
    writeFileSync(join(dataDir, name), 'new');
}

const after = {
  'anchors.json': 'new',
  'anchors.json.aside': 'old',
  'station.db': 'new',
  'station.db.aside': 'old',
  'station.db.aside-wal': 'old',
  'station.db.aside.sums': 'old',
  'station.db.sums': 'new',
};

function contents(dataDir: string): Record<string, string> {
  const names = readdirSync(dataDir).filter((name) => name !== 'recoveries.json');
  return Object.fromEntries(names.toSorted().map((name) => [name, readFileSync(join(dataDir, name), 'utf8')]));
}

test('the prepared files take the place, the present ones are kept beside', () => {
  using directory = temporaryDirectory();
  prepareFiles(directory.path);
  swapIn({
    dataDir: directory.path,
    part: 'station',
    setAside: '.aside',
    report: { report: report('station.db.aside'), acknowledgedAt: null },
  });
  expect(contents(directory.path)).toEqual(after);
  expect(openReport(directory.path)?.setAsideAs).toBe('station.db.aside');
});

test('a missing database is only put in place', () => {
  using directory = temporaryDirectory();
  writeFileSync(join(directory.path, 'station.db.preparing'), 'new');
  swapIn({ dataDir: directory.path, part: 'station', setAside: '.aside', report: null });
  expect(contents(directory.path)).toEqual({ 'station.db': 'new' });
  finishSwap(directory.path);
  expect(contents(directory.path)).toEqual({ 'station.db': 'new' });
});

describe('a crash after any number of renames', () => {
  const moves: [string, string][] = [
    ['station.db', 'station.db.aside'],
    ['station.db-wal', 'station.db.aside-wal'],
    ['station.db.sums', 'station.db.aside.sums'],
    ['station.db.preparing', 'station.db'],
    ['station.db.preparing.sums', 'station.db.sums'],
    ['anchors.json', 'anchors.json.aside'],
    ['anchors.json.preparing', 'anchors.json'],
  ];

  test.each(moves.map((_, index) => index).concat(moves.length))('(%i) is finished by the next start, and reported once', (done) => {
    using directory = temporaryDirectory();
    const dataDir = directory.path;
    prepareFiles(dataDir);
    const entry = { report: report('station.db.aside'), acknowledgedAt: null };
    writeFileSync(join(dataDir, 'swap.json'), JSON.stringify({ moves, report: entry }));
    for (const [from, to] of moves.slice(0, done)) renameSync(join(dataDir, from), join(dataDir, to));
    if (done === moves.length) addReport(dataDir, entry);
    finishSwap(dataDir);
    expect(contents(dataDir)).toEqual(after);
    expect(readReports(dataDir)).toEqual([entry]);
  });
});

test('a garbled list of renames is put beside', () => {
  using directory = temporaryDirectory();
  writeFileSync(join(directory.path, 'swap.json'), '{"moves": [["station');
  finishSwap(directory.path);
  expect(existsSync(join(directory.path, 'swap.json.garbled'))).toBe(true);
});

describe('reports', () => {
  test('are shown one after the other until each has been read', () => {
    using directory = temporaryDirectory();
    for (const name of ['a', 'b']) addReport(directory.path, { report: report(name), acknowledgedAt: null });
    expect(openReport(directory.path)?.setAsideAs).toBe('a');
    acknowledgeReport(directory.path, 5);
    expect(openReport(directory.path)?.setAsideAs).toBe('b');
    acknowledgeReport(directory.path, 6);
    expect(openReport(directory.path)).toBeNull();
    expect(readReports(directory.path).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual([5, 6]);
    acknowledgeReport(directory.path, 7);
    expect(readReports(directory.path)).toHaveLength(2);
  });

  test('that are garbled are put beside, not lost and not in the way', () => {
    using directory = temporaryDirectory();
    mkdirSync(directory.path, { recursive: true });
    writeFileSync(join(directory.path, 'recoveries.json'), '[{');
    expect(readReports(directory.path)).toEqual([]);
    expect(existsSync(join(directory.path, 'recoveries.json.garbled'))).toBe(true);
  });
});
