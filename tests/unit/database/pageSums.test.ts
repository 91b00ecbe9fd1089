import { copyFileSync, existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sumsFileOf } from '../../../electron/host/database/files.ts';
import { checkPages, loadPageSums } from '../../../electron/host/database/pageSums.ts';
import { openReader } from '../../../electron/host/database/open.ts';
import { openReport } from '../../../electron/host/recovery/reports.ts';
import { openTally, type Tally, temporaryDirectory } from '../../fixtures/tally.ts';

const fill = (tally: Tally, from: number, to: number) => {
  for (let round = from; round < to; round++) tally.add(1, undefined, `n${round}`);
};

describe('sums and file agree', () => {
  test('after every checkpoint, also while a reader lets only a part be copied', async () => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path, checkpoints: false });
    const { checkpointer, file, sums } = tally.files;
    fill(tally, 0, 50);
    expect(checkpointer.run()).toBe(true);
    expect(checkPages(file, sums).badPages).toEqual([]);

    const reader = openReader(file);
    fill(tally, 50, 100);
    reader.exec('BEGIN; SELECT count(*) FROM event');
    fill(tally, 100, 150);
    expect(checkpointer.run(), 'a part has to wait for the reader').toBe(false);
    expect(checkpointer.settled()).toBe(false);
    reader.close();
    expect(checkpointer.run()).toBe(true);
    expect(checkPages(file, sums).badPages).toEqual([]);
    const saved = loadPageSums(sumsFileOf(file));
    if (saved === null) throw new Error('no sums were saved');
    expect(checkPages(file, saved).badPages).toEqual([]);
    tally.close();
  });

  test.each([
    ['before the sums are saved', ['station.db.sums']],
    ['after the sums, before the copy', ['station.db']],
    ['before both', ['station.db.sums', 'station.db']],
    ['after both', []],
  ] as const)('after a crash %s', async (_when, older) => {
    using directory = temporaryDirectory();
    const source = join(directory.path, 'source');
    const crashed = join(directory.path, 'crashed');
    const tally = await openTally({ dataDir: source, checkpoints: false });
    fill(tally, 0, 50);
    tally.files.checkpointer.run();
    fill(tally, 50, 120);
    mkdirSync(crashed);
    for (const name of older) copyFileSync(join(source, name), join(crashed, name));
    copyFileSync(join(source, 'anchors.json'), join(crashed, 'anchors.json'));
    tally.files.checkpointer.run();
    for (const name of ['station.db', 'station.db.sums', 'station.db-wal']) {
      if (!existsSync(join(crashed, name))) copyFileSync(join(source, name), join(crashed, name));
    }
    tally.close();

    const again = await openTally({ dataDir: crashed });
    expect(openReport(crashed)).toBeNull();
    expect(again.engine.states.tally.total).toBe(120);
    expect(checkPages(again.files.file, again.files.sums).badPages).toEqual([]);
    again.close();
  });
});

test('when the sums cannot be saved nothing is copied, the failure is told, and the next attempt succeeds', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path, checkpoints: false });
  fill(tally, 0, 20);
  const before = readFileSync(tally.files.file);
  const inTheWay = `${sumsFileOf(tally.files.file)}.new`;
  mkdirSync(inTheWay);
  expect(() => tally.files.checkpointer.run()).toThrow('EISDIR');
  expect(readFileSync(tally.files.file).equals(before)).toBe(true);
  rmdirSync(inTheWay);
  expect(tally.files.checkpointer.run()).toBe(true);
  expect(checkPages(tally.files.file, tally.files.sums).badPages).toEqual([]);
  tally.close();
});

describe('the sums file', () => {
  const damage: Readonly<Record<string, (file: string) => void>> = {
    missing: (file) => rmSync(file),
    'cut off': (file) => truncateSync(file, 40),
    flipped(file) {
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30);
      writeFileSync(file, bytes);
    },
  };

  test.each(Object.keys(damage))('%s is made anew and no reason to doubt good data', async (kind) => {
    using directory = temporaryDirectory();
    const tally = await openTally({ dataDir: directory.path });
    fill(tally, 0, 60);
    tally.close();
    const file = sumsFileOf(tally.files.file);
    damage[kind]?.(file);
    expect(loadPageSums(file)).toBeNull();
    const again = await openTally({ dataDir: directory.path });
    expect(openReport(directory.path)).toBeNull();
    expect(again.engine.states.tally.total).toBe(60);
    expect(loadPageSums(file)).not.toBeNull();
    expect(checkPages(again.files.file, again.files.sums).badPages).toEqual([]);
    again.close();
  });
});

test('a good page at another place, a missing end and an added one are found', async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  fill(tally, 0, 200);
  tally.close();
  const { file, sums } = tally.files;
  const good = readFileSync(file);
  const size = sums.pageSize;
  const swapped = Buffer.from(good);
  good.copy(swapped, size, 2 * size, 3 * size);
  good.copy(swapped, 2 * size, size, 2 * size);
  writeFileSync(file, swapped);
  expect(checkPages(file, sums).badPages).toEqual([2, 3]);
  writeFileSync(file, good.subarray(0, good.length - size));
  expect(checkPages(file, sums).badPages).toEqual([sums.pages()]);
  writeFileSync(file, Buffer.concat([good, Buffer.alloc(size)]));
  expect(checkPages(file, sums).badPages).toEqual([sums.pages() + 1]);
});
