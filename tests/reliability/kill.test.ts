/**
 * RELIABILITY 11: SIGKILL under load. A child adds to a tally and writes the id of each acknowledged command to a pipe;
 * it is killed at a random moment. Afterwards every acknowledged command is there, none is there twice.
 * LOKET_KILLS sets how often (default 50; the release check uses 200).
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { verifyChain } from '../../electron/host/engine/verifyChain.ts';
import { openTally, temporaryDirectory } from '../fixtures/tally.ts';
import { runAndKill } from './killed.ts';

const kills = Number(process.env['LOKET_KILLS'] ?? 50);
const child = fileURLToPath(new URL('./children/addForever.ts', import.meta.url));

test(`${kills} kills under load lose no acknowledged command and apply none twice`, { timeout: 60_000 + kills * 4000 }, async () => {
  using directory = temporaryDirectory();
  const acknowledged: string[] = [];
  for (let round = 0; round < kills; round++)
    acknowledged.push(...(await runAndKill(child, [directory.path], 1 + Math.floor(Math.random() * 600))));
  expect(acknowledged.length).toBeGreaterThan(kills);

  const tally = await openTally({ dataDir: directory.path });
  const count = tally.db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM command_receipt WHERE command_id = ?');
  const lost = acknowledged.filter((id) => count.get(id)?.n !== 1);
  expect(lost).toEqual([]);

  // Receipts and events are in one transaction: as many commands in the events as receipts, none of them twice.
  const one = (sql: string) => tally.db.prepare<[], { n: number }>(sql).get()?.n;
  expect(one('SELECT count(DISTINCT command_id) AS n FROM event')).toBe(one('SELECT count(*) AS n FROM command_receipt'));
  expect(
    one(
      "SELECT count(*) AS n FROM (SELECT 1 FROM event GROUP BY command_id HAVING count(*) > 1 + (sum(json_extract(data, '$.amount')) > 100))",
    ),
  ).toBe(0);
  expect(one("SELECT sum(json_extract(data, '$.amount')) AS n FROM event")).toBe(one('SELECT sum(total) AS n FROM tally'));
  expect(tally.engine.states.tally.total).toBe(one('SELECT sum(total) AS n FROM tally'));
  expect(verifyChain(tally.db).fault).toBeNull();
  tally.close();
});
