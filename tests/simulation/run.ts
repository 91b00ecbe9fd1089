/**
 * Simulates offices: `npm run -s simulate -- --seeds 500 --from 1 --steps 1000`. Prints one JSON line in the end, and for each seed
 * that fails how to see it again, and the smallest story that still fails, line by line. `--tell` prints everything that happens.
 */
import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasCentral } from './central/central.ts';
import { allFaultKinds, type FaultKind } from './faults.ts';
import { argumentsOf, shrink, type Story } from './shrink.ts';
import { type Outcome, simulate } from './simulate.ts';
import { enrolTemplate, makeTemplate, scratch } from './template.ts';

export interface Report {
  readonly seeds: number;
  readonly steps: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly Outcome[];
  /** SHA-256 of each seed's story, by seed. */
  readonly traces: Readonly<Record<string, string>>;
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '1000' },
    workers: { type: 'string', default: String(availableParallelism()) },
    without: { type: 'string', default: '' },
    // Only the offices with a central server.
    central: { type: 'boolean', default: false },
    tell: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: true },
    minutes: { type: 'string', default: '' },
    // Ends with the first seed that fails.
    first: { type: 'boolean', default: false },
    // Ends with the first seed in which one of these invariants does not hold.
    until: { type: 'string', default: '' },
  },
  allowNegative: true,
});
/** No seed is begun after this many minutes; without it, all are simulated. */
const deadlineMs = values.minutes === '' ? Number.POSITIVE_INFINITY : Number(values.minutes) * 60_000;
const from = Number(values.from);
const seeds = Number(values.seeds);
const steps = Number(values.steps);
const without = new Set(values.without.split(',').filter((kind): kind is FaultKind => allFaultKinds.some((one) => one === kind)));

const until = new Set(values.until.split(','));
const add = (into: Record<string, number>, counts: Readonly<Record<string, number>>) => {
  for (const [name, count] of Object.entries(counts)) into[name] = (into[name] ?? 0) + count;
};

/** Every n-th seed, in this process. */
async function work(first: number, every: number): Promise<Report> {
  const directory = scratch();
  const counts: Record<string, number> = {};
  const failures: Outcome[] = [];
  const traces: Record<string, string> = {};
  try {
    const template = await makeTemplate(directory);
    let enrolled: string | null = null;
    let n = 0;
    const say = (line: string) => console.error(line);
    const run = async (story: Story, tell?: (line: string) => void): Promise<Outcome> => {
      const own = join(directory, String((n += 1)));
      mkdirSync(own);
      const outcome = await simulate({
        ...story,
        template: hasCentral(story.seed) ? (enrolled ??= await enrolTemplate(directory, template)) : template,
        directory: own,
        ...(tell === undefined ? {} : { tell }),
      });
      rmSync(own, { recursive: true, force: true });
      return outcome;
    };
    for (let seed = first; seed < from + seeds && performance.now() < deadlineMs; seed += every) {
      if (values.central && !hasCentral(seed)) continue;
      const outcome = await run({ seed, steps, without }, values.tell ? say : undefined);
      add(counts, outcome.counts);
      traces[seed] = outcome.trace;
      if (outcome.broken === null) continue;
      failures.push(outcome);
      say(`seed ${seed} failed at step ${outcome.broken.step}: ${outcome.broken.detail}`);
      say(`  again: npm run -s simulate -- ${argumentsOf({ seed, steps, without })} --tell`);
      if (values.shrink) {
        const smallest = await shrink(outcome, run);
        say(`  smallest: npm run -s simulate -- ${argumentsOf(smallest)} --tell`);
        const { broken } = await run(smallest, (line) => say(`    ${line}`));
        say(`    ${broken?.detail ?? 'nothing breaks'}`);
      }
      if (values.first || until.has(outcome.broken.invariant)) break;
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return { seeds: Object.keys(traces).length, steps, counts, failures, traces };
}

const workers = Math.min(Number(values.workers), seeds);
const index = process.env['LOKET_SIMULATION_WORKER'];
if (index !== undefined) {
  process.send?.(await work(from + Number(index), workers));
  process.disconnect();
} else {
  const reports = workers <= 1 ? [await work(from, 1)] : await Promise.all(Array.from({ length: workers }, (_, n) => inChild(n)));
  const counts: Record<string, number> = {};
  for (const report of reports) add(counts, report.counts);
  const total: Report = {
    seeds: reports.reduce((sum, report) => sum + report.seeds, 0),
    steps,
    counts,
    failures: reports.flatMap(({ failures }) => failures),
    traces: Object.assign({}, ...reports.map(({ traces }) => traces)) as Report['traces'],
  };
  console.log(JSON.stringify(total));
  process.exitCode = total.failures.length === 0 ? 0 : 1;
}

function inChild(n: number): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, process.argv.slice(2), { env: { ...process.env, LOKET_SIMULATION_WORKER: String(n) } });
    let report: Report | null = null;
    child.once('message', (message) => {
      report = message as Report;
    });
    child.once('exit', (code) => (report === null ? reject(new Error(`a worker ended with code ${String(code)}`)) : resolve(report)));
  });
}
