/**
 * RELIABILITY 17: an hour of eight stations' commands, compressed, with a reader that keeps coming back and holds its
 * view for a while. The log never passes 16 MB. LOKET_WAL_COMMANDS sets how many commands (default one hour's 28,800).
 */
import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openReader } from '../../electron/host/database/open.ts';
import { openTally, temporaryDirectory } from '../fixtures/tally.ts';

const commands = Number(process.env['LOKET_WAL_COMMANDS'] ?? 28_800);

test(`the log stays below 16 MB over ${commands} commands with a reader`, { timeout: 180_000 }, async () => {
  using directory = temporaryDirectory();
  const tally = await openTally({ dataDir: directory.path });
  const reader = openReader(tally.files.file);
  let largest = 0;
  for (let round = 0; round < commands; round++) {
    // The reader's view lasts for 300 of every 400 commands; nothing may start the log over meanwhile.
    if (round % 400 === 0) reader.exec('BEGIN; SELECT count(*) FROM event');
    if (round % 400 === 300) reader.exec('COMMIT');
    tally.add(1, undefined, `n${round % 200}`);
    largest = Math.max(largest, statSync(`${tally.files.file}-wal`).size);
    if (round % 50 === 0) await tally.ports.timers.yield();
  }
  if (reader.inTransaction) reader.exec('COMMIT');
  reader.close();
  expect(largest).toBeLessThanOrEqual(16 * 1024 * 1024);
  expect(largest, 'the load was enough to fill the log').toBeGreaterThan(4 * 1024 * 1024);
  expect(tally.files.checkpointer.failure()).toBeNull();
  tally.close();

  const again = await openTally({ dataDir: directory.path });
  expect(again.engine.states.tally.added).toBe(commands);
  again.close();
});
