/**
 * RELIABILITY 12: whatever happens to the write-ahead log, what the program sees afterwards is an exact prefix of what
 * was committed: events, receipts, state tables and memory all agree. LOKET_WAL_FLIPS sets the bit flips (default 500).
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openTally, temporaryDirectory } from '../fixtures/tally.ts';

const flips = Number(process.env['LOKET_WAL_FLIPS'] ?? 500);
const commits = 12;
const directory = temporaryDirectory();
const source = join(directory.path, 'source');
/** Total of the tally after each commit of the log; the first is the state in the database file. */
const totals: number[] = [];
let wal: Buffer;

beforeAll(async () => {
  const tally = await openTally({ dataDir: source, checkpoints: false });
  for (let round = 0; round < 40; round++) tally.add(1);
  tally.files.checkpointer.run();
  totals.push(tally.engine.states.tally.total);
  for (let round = 1; round <= commits; round++) {
    tally.add(round * 7, undefined, `n${round % 4}`);
    totals.push(tally.engine.states.tally.total);
  }
  // As a power cut would leave it: copied while open, nothing has been closed.
  wal = readFileSync(join(source, 'station.db-wal'));
  for (const name of ['station.db', 'station.db.sums', 'anchors.json']) copyFileSync(join(source, name), join(directory.path, name));
  tally.close();
  return () => directory[Symbol.dispose]();
});

test('cut at every 512 bytes, the log gives an exact prefix, never less for a longer log', { timeout: 180_000 }, async () => {
  let before = 0;
  for (let length = 0; length <= wal.length; length += 512) {
    const prefix = await prefixAfter(wal.subarray(0, length));
    expect(prefix, `cut at ${length}`).toBeGreaterThanOrEqual(before);
    before = prefix;
  }
  expect(before).toBe(commits);
});

test(`${flips} flipped bits in the log always leave an exact prefix`, { timeout: 60_000 + flips * 100 }, async () => {
  let seed = 20_261_122;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const prefixes = new Set<number>();
  for (let round = 0; round < flips; round++) {
    const flipped = Buffer.from(wal);
    const at = random(flipped.length);
    flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random(8)), at);
    prefixes.add(await prefixAfter(flipped));
  }
  expect(prefixes.size, 'the flips hit many different commits').toBeGreaterThan(commits / 2);
});

/** Opens a copy with this log as the host would; answers how many of the log's commits it holds. */
async function prefixAfter(log: Uint8Array): Promise<number> {
  const dataDir = join(directory.path, 'copy');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir);
  for (const name of ['station.db', 'station.db.sums', 'anchors.json']) copyFileSync(join(directory.path, name), join(dataDir, name));
  writeFileSync(join(dataDir, 'station.db-wal'), log);

  const tally = await openTally({ dataDir });
  try {
    const { total } = tally.engine.states.tally;
    const prefix = totals.indexOf(total);
    expect(prefix, `total ${total} was never committed`).toBeGreaterThanOrEqual(0);
    const row = tally.db
      .prepare<[], { receipts: number; commands: number; amounts: number; table_total: number }>(
        `SELECT (SELECT count(*) FROM command_receipt) AS receipts, (SELECT count(DISTINCT command_id) FROM event) AS commands,
                (SELECT sum(json_extract(data, '$.amount')) FROM event) AS amounts, (SELECT sum(total) FROM tally) AS table_total`,
      )
      .get();
    expect(row).toEqual({ receipts: 40 + prefix, commands: 40 + prefix, amounts: total, table_total: total });
    expect(verifyChain(tally.db).fault).toBeNull();
    return prefix;
  } finally {
    tally.close();
  }
}
