import { hasCentral } from './central/central.ts';
import { allFaultKinds, type FaultKind, faultKinds } from './faults.ts';
import type { Outcome, Plan } from './simulate.ts';

export type Story = Pick<Plan, 'seed' | 'steps' | 'without'>;
type Run = (story: Story) => Promise<Outcome>;

/** The smallest story that still breaks the same invariant: without every kind of fault that is not needed, and no step longer than it takes. */
export async function shrink({ seed, broken }: Outcome, run: Run): Promise<Story> {
  let best: Story = { seed, steps: (broken?.step ?? 0) + 1, without: new Set<FaultKind>() };
  for (const kind of hasCentral(seed) ? allFaultKinds : faultKinds) {
    const without = new Set([...best.without, kind]);
    const outcome = await run({ seed, steps: best.steps, without });
    if (outcome.broken !== null && outcome.broken.invariant === broken?.invariant) best = { seed, steps: outcome.broken.step + 1, without };
  }
  return best;
}

/** The arguments of `npm run -s simulate --` that run it. */
export function argumentsOf({ seed, steps, without }: Story): string {
  const left = without.size === 0 ? '' : ` --without ${[...without].join(',')}`;
  return `--from ${seed} --seeds 1 --steps ${steps} --workers 1${left}`;
}
