/** RELIABILITY 18–22 and the promises of several stations: five hundred offices in which everything goes wrong. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { centralFaultKinds } from './central/faults.ts';
import { faultKinds } from './faults.ts';
import type { Report } from './run.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./run.ts', import.meta.url));
/** All of them, and more, with `LOKET_SEEDS=2000 npm run test:unit -- tests/simulation`; without it as many as fit into the minutes. */
const asked = process.env['LOKET_SEEDS'];
const seeds = Number(asked ?? 500);
const minutes = 4;
/** A machine on which fewer fit is too slow for this test to say anything. */
const least = 100;

const simulated = async (...parameters: string[]): Promise<Report> => {
  const { stdout } = await run(process.execPath, [program, ...parameters], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Report;
};

test('the same seed is the same story, in another process too', async () => {
  const [one, other] = await Promise.all([
    simulated('--seeds', '4', '--from', '7000', '--steps', '300', '--workers', '1'),
    simulated('--seeds', '4', '--from', '7000', '--steps', '300', '--workers', '2'),
  ]);
  expect(one.traces).toEqual(other.traces);
  expect(new Set(Object.values(one.traces)).size).toBe(4);
});

test('nothing breaks in offices of a thousand steps, and everything that can go wrong did', { timeout: 7_200_000 }, async () => {
  const limit = asked === undefined ? ['--minutes', String(minutes)] : [];
  // A failing seed ends the program with a failure; how to see it again is in the message.
  const { counts, failures, seeds: done } = await simulated('--seeds', String(seeds), '--from', '1', '--steps', '1000', ...limit);
  console.log(`${done} of ${seeds} offices were simulated, a thousand steps each`);
  expect(failures).toEqual([]);
  expect(done).toBeGreaterThanOrEqual(Math.min(seeds, least));
  const share = Math.min(1, done / 500);
  const happenedLess = (names: readonly string[], times: number) => names.filter((name) => (counts[name] ?? 0) < times * share);
  expect(
    happenedLess(
      faultKinds.map((kind) => `fault ${kind}`),
      100,
    ),
  ).toEqual([]);
  expect(happenedLess(['promotion', 'override done', 'handOver done', 'kept', 'merged', 'issued cut off', 'called cut off'], 100)).toEqual(
    [],
  );
  expect(
    happenedLess(
      centralFaultKinds.map((kind) => `fault ${kind}`),
      50,
    ),
  ).toEqual([]);
  expect(happenedLess(['order', 'taken while cut off', 'central answer lost'], 150)).toEqual([]);
  expect(happenedLess(['duplicated', 'reordered', 'dropped', 'repeated'], 1000)).toEqual([]);
});
