import { type FaultKind, faultKinds } from './faults.ts';
import type { Outcome, Plan } from './simulate.ts';

type Run = (plan: Pick<Plan, 'seed' | 'steps' | 'without'>) => Promise<Outcome>;

/**
 * The smallest plan that still breaks the same invariant: without every kind of fault that is not needed, and no step longer than it
 * takes. @returns the arguments that run it.
 */
export async function shrink(failed: Outcome, run: Run): Promise<string> {
  const { seed, broken } = failed;
  if (broken === null) return '';
  let best = { steps: broken.step + 1, without: new Set<FaultKind>() };
  for (const kind of faultKinds) {
    const without = new Set([...best.without, kind]);
    const outcome = await run({ seed, steps: best.steps, without });
    if (outcome.broken?.invariant === broken.invariant) best = { steps: outcome.broken.step + 1, without };
  }
  const left = best.without.size === 0 ? '' : ` --without ${[...best.without].join(',')}`;
  return `--from ${seed} --seeds 1 --steps ${best.steps}${left}`;
}
