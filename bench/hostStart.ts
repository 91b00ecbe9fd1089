import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigOfficeDirectory } from './bigOffice.ts';
import { type BenchLine, percentile, residentMegabytes, round } from './measure.ts';
import { startProgram } from './program.ts';

const goalMs = 1500;
const goalMegabytes = 150;
const starts = 5;

/** From the start of the process to "ready" on a database of 1,000,000 events, and the memory it then holds. */
export default async function hostStart(): Promise<readonly BenchLine[]> {
  const source = await bigOfficeDirectory(1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'loket-bench-'));
  cpSync(source, directory, { recursive: true });
  const readyMs: number[] = [];
  const megabytes: number[] = [];
  for (let i = 0; i < starts; i += 1) {
    const program = await startProgram(directory);
    readyMs.push(program.readyMs);
    megabytes.push(residentMegabytes(program.pid));
    await program.end();
  }
  rmSync(directory, { recursive: true });
  const worst = Math.max(...readyMs);
  const memory = Math.max(...megabytes);
  return [
    {
      bench: 'host.start',
      p50_ms: round(percentile(readyMs, 0.5)),
      value: round(worst),
      unit: 'ms, worst of 5',
      goal: `≤ ${goalMs} ms`,
      ok: worst <= goalMs,
    },
    { bench: 'host.rss', value: round(memory), unit: 'MB, worst of 5', goal: `≤ ${goalMegabytes} MB`, ok: memory <= goalMegabytes },
  ];
}
