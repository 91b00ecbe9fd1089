import { describe, expect, test } from 'vitest';
import { rebuildStateTables, type ReplayProgress } from '../../../electron/host/state/rebuild.ts';
import type { StateTable } from '../../../electron/host/state/stateTable.ts';
import { openTally, type Tally, tallyTable, temporaryDirectory } from '../../fixtures/tally.ts';
import { createTestPorts } from '../../fixtures/testPorts.ts';

const rows = (tally: Tally) => tally.db.prepare('SELECT * FROM tally ORDER BY note').all();
const newer: StateTable = { ...tallyTable, version: 2 };

async function filled(dataDir: string): Promise<Tally> {
  const tally = await openTally({ dataDir });
  for (let round = 0; round < 2500; round++) tally.add(1 + (round % 120), undefined, `n${round % 13}`);
  return tally;
}

describe('a state table of another version', () => {
  test('is made anew from the events, with progress, and equals what it was', async () => {
    using directory = temporaryDirectory();
    const tally = await filled(directory.path);
    const before = rows(tally);
    tally.db.exec("UPDATE tally SET total = 0; INSERT INTO tally VALUES ('never happened', 1, 1)");
    const progress: ReplayProgress[] = [];
    await rebuildStateTables(tally.db, tally.events, [newer], tally.ports.timers, (each) => progress.push(each));
    expect(rows(tally)).toEqual(before);
    const total = tally.events.count();
    expect(progress.at(-1)).toEqual({ done: total, total });
    expect(progress.length).toBeGreaterThan(1);
    tally.close();
  });

  test('stays as it was when the replay fails half-way, and is replayed by the next start', async () => {
    using directory = temporaryDirectory();
    const tally = await filled(directory.path);
    const before = rows(tally);
    const failing: StateTable = {
      ...newer,
      prepare(db) {
        const apply = tallyTable.prepare(db);
        return (event) => {
          if (event.seq === 2100) throw new Error('made to fail');
          apply(event);
        };
      },
    };
    await expect(rebuildStateTables(tally.db, tally.events, [failing], tally.ports.timers)).rejects.toThrow('made to fail');
    expect(tally.db.inTransaction).toBe(false);
    expect(rows(tally)).toEqual(before);
    expect(tally.db.prepare('SELECT version FROM projection').get()).toEqual({ version: 1 });
    await rebuildStateTables(tally.db, tally.events, [newer], tally.ports.timers);
    expect(rows(tally)).toEqual(before);
    expect(tally.db.prepare('SELECT version FROM projection').get()).toEqual({ version: 2 });
    tally.close();
  });

  test('of the same version is left alone', async () => {
    using directory = temporaryDirectory();
    const tally = await filled(directory.path);
    const called: ReplayProgress[] = [];
    await rebuildStateTables(tally.db, tally.events, [tallyTable], tally.ports.timers, (each) => called.push(each));
    expect(called).toEqual([]);
    tally.close();
  });
});

/** RELIABILITY 20, at the engine: the order is the order of commits, whatever the wall clock says. */
test('clock jumps of a day either way keep the order of events, memory and tables', async () => {
  using directory = temporaryDirectory();
  const ports = createTestPorts('2026-11-22T02:00:00Z');
  const tally = await openTally({ dataDir: directory.path, ports });
  const day = 24 * 60 * 60_000;
  for (const [round, jump] of [0, day, -day, -day, day, day, -2 * day].entries()) {
    ports.jumpWallClock(jump);
    tally.add(round + 1, undefined, `n${round}`);
  }
  const order = () => [...tally.events.ofStream('tally')].map(({ data }) => (data as { amount: number }).amount);
  expect(order()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const before = rows(tally);
  tally.close();
  const again = await openTally({ dataDir: directory.path, ports });
  expect(again.engine.states.tally).toEqual({ total: 28, added: 7 });
  await rebuildStateTables(again.db, again.events, [newer], again.ports.timers);
  expect(rows(again)).toEqual(before);
  again.close();
});
