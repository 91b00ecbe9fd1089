/** `npm run loket -- verify|backup|restore`, run as a person runs it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listBackups } from '../../../electron/host/backup/manifest.ts';
import { openReport } from '../../../electron/host/recovery/reports.ts';
import { lockDataDir } from '../../../electron/host/dataDirLock.ts';
import { openTally, temporaryDirectory } from '../../fixtures/tally.ts';

const program = fileURLToPath(new URL('../../../electron/host/cli/loket.ts', import.meta.url));

function loket(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

async function add(dataDir: string, count: number): Promise<number> {
  const tally = await openTally({ dataDir });
  for (let round = 0; round < count; round++) tally.add(1);
  const { total } = tally.engine.states.tally;
  tally.close();
  return total;
}

test('help is an answer, misuse is told', () => {
  using directory = temporaryDirectory();
  expect(loket('--help')).toMatchObject({ code: 0, err: '' });
  expect(loket('--help').out).toContain('verify');
  const misuses = [
    [],
    ['verify'],
    ['mend', '--data', directory.path],
    ['verify', '--data', join(directory.path, 'none')],
    ['verify', '--dat', 'x'],
  ];
  expect(misuses.map((args) => loket(...args).code)).toEqual([2, 2, 2, 2, 2]);
});

describe('verify', () => {
  test('says that all is well and changes nothing', async () => {
    using directory = temporaryDirectory();
    await add(directory.path, 30);
    expect(loket('backup', '--data', directory.path).code).toBe(0);
    const before = readFileSync(join(directory.path, 'station.db'));
    const { code, out } = loket('verify', '--data', directory.path);
    expect(out).toContain('hash chain of 30 events');
    expect(out).toContain('Everything verifies.');
    expect(code).toBe(0);
    expect(readFileSync(join(directory.path, 'station.db')).equals(before)).toBe(true);
  });

  test('finds one flipped bit in the database or in a backup', async () => {
    using directory = temporaryDirectory();
    await add(directory.path, 30);
    loket('backup', '--data', directory.path);
    const [backup] = listBackups(directory.path);
    for (const file of [join(directory.path, 'station.db'), join(backup?.directory ?? '', 'station.db')]) {
      const bytes = readFileSync(file);
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bytes.length - 50) ^ 2, bytes.length - 50);
      writeFileSync(file, flipped);
      const { code, out } = loket('verify', '--data', directory.path);
      expect(code).toBe(1);
      expect(out).toMatch(/damaged/u);
      writeFileSync(file, bytes);
    }
  });

  test('works beside a running program', async () => {
    using directory = temporaryDirectory();
    const lock = lockDataDir(directory.path);
    const tally = await openTally({ dataDir: directory.path });
    tally.add(1);
    const { code, out } = loket('verify', '--data', directory.path);
    expect(out).toContain('the program is running');
    expect(code).toBe(0);
    expect(loket('backup', '--data', directory.path).code).toBe(0);
    tally.close();
    lock.release();
  });
});

describe('restore', () => {
  test('puts the backup in place and keeps what was there', async () => {
    using directory = temporaryDirectory();
    await add(directory.path, 10);
    loket('backup', '--data', directory.path);
    await add(directory.path, 5);
    const present = readFileSync(join(directory.path, 'station.db'));
    const { code, out } = loket('restore', '--data', directory.path);
    expect(out).toContain('with 10 events');
    expect(code).toBe(0);
    const aside = readdirSync(directory.path).find((name) => name.startsWith('station.db.replaced-'));
    expect(readFileSync(join(directory.path, aside ?? '')).equals(present)).toBe(true);
    expect(await add(directory.path, 1)).toBe(11);
    expect(openReport(directory.path), 'asked for by a person, so nothing to report').toBeNull();
    expect(loket('verify', '--data', directory.path).code).toBe(0);
  });

  test('with --later adds what came after', async () => {
    using directory = temporaryDirectory();
    await add(directory.path, 10);
    loket('backup', '--data', directory.path);
    await add(directory.path, 5);
    const { code, out } = loket('restore', '--later', '--data', directory.path);
    expect(out).toContain('10 events and added 5 later ones');
    expect(code).toBe(0);
    expect(await add(directory.path, 1)).toBe(16);
  });

  test('is refused while the program runs, and without such a backup', async () => {
    using directory = temporaryDirectory();
    await add(directory.path, 3);
    expect(loket('restore', '--data', directory.path)).toMatchObject({
      code: 2,
      out: expect.stringContaining('Nothing was changed') as string,
    });
    loket('backup', '--data', directory.path);
    const before = readdirSync(directory.path).toSorted();
    const lock = lockDataDir(directory.path);
    const { code, err } = loket('restore', '--data', directory.path);
    expect(err).toContain(`process ${process.pid}`);
    expect(code).toBe(2);
    lock.release();
    expect(readdirSync(directory.path).toSorted()).toEqual(before);
  });
});
