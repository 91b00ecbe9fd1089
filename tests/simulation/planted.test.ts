/**
 * Each planted bug is caught by an invariant of the simulation, and the program without it is not (docs/planted-bugs.md). Two
 * processes at a time, as there are two cores; the order is that of the list.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { share } from './central/central.ts';
import { allFaultKinds } from './faults.ts';
import { type Bug, bugs } from './planted/bugs.ts';
import { planted } from './planted/plant.ts';
import { documentOf } from './planted/table.ts';
import type { Report } from './run.ts';

const root = join(import.meta.dirname, '../..');
const plant = join(import.meta.dirname, 'planted/plant.ts');
const program = join(import.meta.dirname, 'run.ts');
/** Far more than any of them needs, also on a busy computer. */
const patienceMs = 240_000;

/** A change of the program changes every story; the bug then shows in another one near by: so many offices are tried. */
const near = 40;

type Story = Pick<Bug, 'seed' | 'steps' | 'faults' | 'central'>;

const withoutOf = ({ faults }: Story): string =>
  faults === undefined ? '' : allFaultKinds.filter((kind) => !faults.includes(kind)).join(',');

/** What the simulation says of stories up to the first in which one of these invariants fails, with a bug planted or (`''`) without. */
function simulated(story: Story, bug: string, offices: number, until: readonly string[] = []): Promise<Report> {
  const { seed, steps, central } = story;
  const seeds = central === undefined ? offices : (offices - 1) * share + 1;
  const options = [
    '--from',
    `${seed}`,
    '--seeds',
    `${seeds}`,
    '--until',
    until.join(','),
    '--steps',
    `${steps}`,
    '--workers',
    '1',
    '--no-shrink',
    '--without',
    withoutOf(story),
    ...(central === undefined ? [] : ['--central']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', plant, program, ...options], {
      cwd: root,
      env: { ...process.env, LOKET_PLANT: bug },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      // 0: all held; 1: an invariant did not. Everything else is no answer.
      if (code === 0 || code === 1) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '') as Report);
      else reject(new Error(`${bug === '' ? 'the program' : bug} ended with code ${String(code)}: ${err.slice(-2000)}`));
    });
  });
}

const insteadOf = (found: Report['failures']): string =>
  `instead: ${found.map(({ seed, broken }) => `${seed} ${broken?.invariant ?? ''}`).join(', ')}`;

/** Runs two at a time, in the order in which they were asked for. */
function createLanes(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const lanes = Array.from({ length: count }, () => Promise.resolve() as Promise<unknown>);
  let next = 0;
  return <T>(work: () => Promise<T>): Promise<T> => {
    const lane = next % count;
    next += 1;
    const result = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = result.catch(() => undefined);
    return result;
  };
}

describe('planted bugs', () => {
  const inLane = createLanes(2);

  it.concurrent.each(bugs)('$name is caught, and the program without it is not', { timeout: patienceMs }, async (bug) => {
    const { failures: found } = await inLane(() => simulated(bug, bug.name, near, bug.caughtBy));
    const caught = found.find(({ broken }) => bug.caughtBy.includes(broken?.invariant ?? ''));
    if (caught === undefined) throw new Error(`no story of ${near} from seed ${bug.seed} catches it; ${insteadOf(found)}`);
    const { failures } = await inLane(() => simulated({ ...bug, seed: caught.seed }, '', 1));
    expect(failures).toEqual([]);
  });

  it.each(bugs)('$name is an edit of the program as it is', ({ edits }) => {
    for (const edit of edits) expect(planted(readFileSync(join(root, edit.file), 'utf8'), edit)).not.toContain(edit.find);
  });

  it('has no edit when the text is not there exactly once', () => {
    const edit = { file: 'x.ts', find: 'a', replace: 'b' };
    expect(() => planted('c', edit)).toThrow('x.ts has 0 times: a');
    expect(() => planted('a a', edit)).toThrow('x.ts has 2 times: a');
  });

  it('stands in docs/planted-bugs.md as it is tried here', async () => {
    // `vitest run tests/simulation/planted.test.ts -u` writes it anew.
    await expect(documentOf(bugs)).toMatchFileSnapshot(join(root, 'docs/planted-bugs.md'));
  });
});
