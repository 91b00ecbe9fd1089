/** RELIABILITY 18–22 and the promises of several stations: five hundred offices in which everything goes wrong. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { faultKinds } from './faults.ts';
import type { Report } from './run.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./run.ts', import.meta.url));
/** More with `LOKET_SEEDS=2000 npm run test:unit -- tests/simulation`. */
const seeds = Number(process.env['LOKET_SEEDS'] ?? 500);

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

test(`nothing breaks in ${seeds} offices of a thousand steps, and everything that can go wrong did`, { timeout: 1_800_000 }, async () => {
  // A failing seed ends the program with a failure; how to see it again is in the message.
  const { counts, failures } = await simulated('--seeds', String(seeds), '--from', '1', '--steps', '1000');
  expect(failures).toEqual([]);
  const share = Math.min(1, seeds / 500);
  const happened = (names: readonly string[], least: number) => names.filter((name) => (counts[name] ?? 0) < least * share);
  expect(
    happened(
      faultKinds.map((kind) => `fault ${kind}`),
      100,
    ),
  ).toEqual([]);
  expect(happened(['promote done', 'override done', 'handOver done', 'kept', 'merged', 'issued cut off', 'called cut off'], 100)).toEqual(
    [],
  );
  expect(happened(['duplicated', 'reordered', 'dropped', 'repeated'], 1000)).toEqual([]);
});
