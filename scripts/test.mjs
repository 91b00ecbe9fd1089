// `npm test`: every check of the project, one after the other; ends with one line of counts.
import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';

const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache');
mkdirSync(cache, { recursive: true });
const unitReport = join(cache, 'unit.json');
const simulationReport = join(cache, 'simulation.json');
const e2eReport = join(cache, 'e2e.json');

/** @type {[title: string, step: () => void][]} */
const steps = [
  ['Types', () => run('tsc', ['-b'])],
  ['Lint', () => run('oxlint', [])],
  ['Format', () => run('oxfmt', ['--check'])],
  ['Build', () => buildIfNeeded(root)],
  ['Size of the first load', () => run('node', ['scripts/first-load.mjs'])],
  ['Unit, integration, contract, reliability', () => vitest(unitReport, '--project', 'node', '--project', 'ui')],
  // Its processes take every core: one file after the other, and nothing beside them.
  ['Simulated offices', () => vitest(simulationReport, '--project', 'simulation', '--no-file-parallelism')],
  ['End to end', () => run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport })],
];

for (const [title, step] of steps) {
  const started = performance.now();
  console.log(`\n— ${title}`);
  step();
  const seconds = (performance.now() - started) / 1000;
  console.log(`  ${seconds.toFixed(1)} s`);
}

const units = [unitReport, simulationReport].map((report) => JSON.parse(readFileSync(report, 'utf8')));
const sum = (name) => units.reduce((total, unit) => total + unit[name], 0);
const e2e = JSON.parse(readFileSync(e2eReport, 'utf8')).stats;
if (e2e.flaky > 0) console.log(`\n${e2e.flaky} end-to-end tests passed only at the second try: find the cause.`);
console.log(`\n${sum('numPassedTests') + e2e.expected + e2e.flaky} passed, ${sum('numFailedTests') + e2e.unexpected} failed`);

function vitest(report, ...args) {
  run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
}

function run(program, args, env = {}) {
  // npm puts node_modules/.bin first in PATH; Windows needs its .cmd shims and so a shell.
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(`\n${program} ${args.join(' ')} failed`);
    process.exit(status ?? 1);
  }
}
