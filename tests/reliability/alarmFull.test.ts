/** A disk that gets full takes a part of a write without an error: nobody may be told that such an entry is on it. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readEntries } from '../../electron/host/alarm/journal.ts';
import { temporaryDirectory } from '../fixtures/tally.ts';

const child = fileURLToPath(new URL('./children/fillTheJournal.ts', import.meta.url));

test.skipIf(process.platform === 'win32')('what was said to be on disk is on it when the room ends in the middle of an entry', () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, 'journal.log');
  // The limit of a file's size stands for the end of the disk; the signal is ignored, so the write itself fails.
  const { stdout } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$1" "$2"`, process.execPath, child, file], {
    encoding: 'utf8',
  });
  const told = stdout.split('\n').filter((line) => line !== '');
  expect(told.length).toBeGreaterThan(5);
  expect(readEntries(file).map(({ id }) => id)).toEqual(told);
});
