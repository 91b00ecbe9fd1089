import type { Scenario, TrainingChoice, TrainingNode } from '../../../../shared/domain/training/types.ts';

const nothing = { id: '', en: '' };

/** An id that is not taken: `adegan-2`. */
export function freeId(taken: readonly string[], stem: string): string {
  let n = taken.length + 1;
  while (taken.includes(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}

/** A choice that ends the scenario until it is given a scene to lead to. */
export const newChoice = (points: number): TrainingChoice => ({ text: nothing, points, why: nothing, next: null });

export const newScene = (nodeId: string): TrainingNode => ({ nodeId, text: nothing, choices: [newChoice(3), newChoice(-1)] });

export const newScenario = (all: readonly Scenario[]): Scenario => ({
  scenarioId: freeId(
    all.map(({ scenarioId }) => scenarioId),
    'skenario',
  ),
  title: nothing,
  intro: nothing,
  nodes: [newScene('adegan-1')],
});
