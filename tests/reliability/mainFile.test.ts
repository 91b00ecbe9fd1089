/**
 * RELIABILITY 14: bits flipped anywhere in the main database file, indexes, free space and receipts included. At least
 * 99 % are detected; the file is set aside, never deleted, and what comes back is right.
 * LOKET_MAIN_FLIPS sets how many (default 400).
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createBackup } from '../../electron/host/backup/createBackup.ts';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openReport, type RecoveryReport } from '../../electron/host/recovery/reports.ts';
import { openTally, type Tally, temporaryDirectory } from '../fixtures/tally.ts';

const flips = Number(process.env['LOKET_MAIN_FLIPS'] ?? 400);
const directory = temporaryDirectory();
const source = join(directory.path, 'source');
const backedUp = 300;
const later = 200;
let main: Buffer;
let total = 0;
let events = 0;

beforeAll(async () => {
  const tally = await openTally({ dataDir: source });
  for (let round = 0; round < backedUp; round++) tally.add(1 + (round % 50), undefined, `n${round % 9}`);
  createBackup({ dataDir: source, kind: 'daily', date: '2026-11-22', at: 1 });
  for (let round = 0; round < later; round++) tally.add(2, undefined, `m${round}`);
  // Some free pages too: what was deleted leaves them behind.
  tally.db.exec('CREATE TABLE scrap (text TEXT) STRICT');
  tally.db.prepare('INSERT INTO scrap SELECT hex(zeroblob(3000)) FROM event').run();
  tally.db.exec('DROP TABLE scrap');
  total = tally.engine.states.tally.total;
  events = tally.events.count();
  tally.close();
  main = readFileSync(join(source, 'station.db'));
  return () => directory[Symbol.dispose]();
});

test(
  `at least 99 % of ${flips} flipped bits are found, the file set aside and everything recovered`,
  { timeout: 60_000 + flips * 300 },
  async () => {
    let seed = 14;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let detected = 0;
    let whole = 0;
    const wrong: unknown[] = [];
    for (let round = 0; round < flips; round++) {
      const dataDir = copyWithFlip(random(main.length), random(8));
      const tally = await openTally({ dataDir });
      const report = openReport(dataDir);
      if (report !== null) {
        detected += 1;
        const faults = faultsOf(report, tally);
        if (faults.length > 0) wrong.push({ round, report, faults });
        if (report.eventsLost === 0) whole += 1;
      }
      tally.close();
    }
    expect(wrong).toEqual([]);
    expect(detected / flips).toBeGreaterThanOrEqual(0.99);
    expect(whole, 'most damage hits something that a backup or the events give back').toBeGreaterThan(flips / 2);
  },
);

/** What is not as the report says, or not as a recovery must leave it. */
function faultsOf(report: RecoveryReport, { dataDir, db, engine, events: store }: Tally): string[] {
  const setAside = join(dataDir, report.setAsideAs);
  const recovered = backedUp + report.eventsAfterBackup;
  const tableTotal = db.prepare<[], { total: number }>('SELECT sum(total) AS total FROM tally').get()?.total;
  const faults: readonly (readonly [string, boolean])[] = [
    ['the backup is named', report.backupDate === '2026-11-22' && report.eventsFromBackup === backedUp],
    ['the events are counted', store.count() === recovered],
    ['the loss is told', report.eventsLost === events - recovered],
    ['the damaged file is kept', existsSync(setAside) && statSync(setAside).size === main.length],
    ['the state tables fit the events', tableTotal === engine.states.tally.total],
    ['nothing is missing when nothing was lost', report.eventsLost !== 0 || engine.states.tally.total === total],
    ['the chain verifies', verifyChain(db).fault === null],
  ];
  return faults.filter(([, holds]) => !holds).map(([name]) => name);
}

function copyWithFlip(at: number, bit: number): string {
  const dataDir = join(directory.path, 'copy');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(join(dataDir, 'backups', '2026-11-22'), { recursive: true });
  for (const name of ['station.db.sums', 'anchors.json', 'backups/2026-11-22/station.db', 'backups/2026-11-22/manifest.json']) {
    copyFileSync(join(source, name), join(dataDir, name));
  }
  const flipped = Buffer.from(main);
  flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
  writeFileSync(join(dataDir, 'station.db'), flipped);
  return dataDir;
}
