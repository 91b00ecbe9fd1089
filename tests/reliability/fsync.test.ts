/** RELIABILITY 10: at least one fsync between two acknowledgements, seen from outside by strace. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../fixtures/tally.ts';

const child = fileURLToPath(new URL('./children/addSome.ts', import.meta.url));
/** Containers may forbid tracing even where strace is installed. */
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

test.skipIf(!canTrace)('every acknowledgement follows a sync of the log (needs strace)', { timeout: 120_000 }, () => {
  using directory = temporaryDirectory();
  const trace = join(directory.path, 'trace');
  const commits = 100;
  const calls = 'trace=openat,fsync,fdatasync,write';
  const args = ['-f', '-y', '-e', calls, '-o', trace, process.execPath, child, join(directory.path, 'data'), String(commits)];
  const { status, stderr } = spawnSync('strace', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);

  let synced = 0;
  let acknowledged = 0;
  const unsynced: string[] = [];
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/\b(fsync|fdatasync)\(\d+<[^>]*station\.db-wal>\)\s*= 0/u.test(line)) synced += 1;
    if (!/\bwrite\(1(<[^>]*>)?, "ack /u.test(line)) continue;
    acknowledged += 1;
    if (synced === 0) unsynced.push(line);
    synced = 0;
  }
  expect(unsynced).toEqual([]);
  expect(acknowledged).toBe(commits);
});
