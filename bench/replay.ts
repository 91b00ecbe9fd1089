import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWriter } from '../electron/host/database/open.ts';
import { createEventStore } from '../electron/host/engine/eventStore.ts';
import { ensureStation } from '../electron/host/engine/station.ts';
import { createSystemPorts } from '../electron/host/ports.ts';
import { stateTables } from '../electron/host/state/index.ts';
import { rebuildStateTables } from '../electron/host/state/rebuild.ts';
import { bigOfficeDirectory } from './bigOffice.ts';
import { type BenchLine, round } from './measure.ts';

const goalSeconds = 30;

/** All state tables made anew from 1,000,000 events, with a progress bar on standard error. */
export default async function replay(): Promise<readonly BenchLine[]> {
  const source = await bigOfficeDirectory(1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  copyFileSync(join(source, 'station.db'), join(directory, 'station.db'));
  const db = openWriter(join(directory, 'station.db'));
  const ports = createSystemPorts();
  const events = createEventStore(db, ensureStation(db, ports.random), ports);
  db.prepare('UPDATE projection SET version = -1').run();
  const started = performance.now();
  await rebuildStateTables(db, events, stateTables, ports.timers, ({ done, total }) => {
    const filled = Math.round((30 * done) / total);
    process.stderr.write(`\rreplay [${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${done} of ${total}`);
  });
  const seconds = (performance.now() - started) / 1000;
  process.stderr.write('\n');
  const n = events.count();
  db.close();
  rmSync(directory, { recursive: true });
  return [
    {
      bench: 'events.replay',
      value: round(seconds),
      unit: 's',
      n,
      goal: `≤ ${goalSeconds} s for 1,000,000 events`,
      ok: seconds <= goalSeconds * (n / 1_000_000),
    },
  ];
}
