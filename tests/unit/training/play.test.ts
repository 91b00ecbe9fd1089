import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCards } from '../../../shared/domain/calm/defaultCards.ts';
import { calmCards } from '../../../shared/domain/calm/types.ts';
import { defaultScenarios } from '../../../shared/domain/training/defaultScenarios.ts';
import { play, scenarioFaults } from '../../../shared/domain/training/play.ts';
import { scenario as scenarioSchema, type Scenario } from '../../../shared/domain/training/types.ts';

const words = { id: 'x', en: 'x' };
const choice = (next: string | null, points = 1) => ({ text: words, points, why: words, next });
const scenario = (nodes: Scenario['nodes']): Scenario => ({ scenarioId: 's', title: words, intro: words, nodes });

describe('the texts that come with the program', () => {
  test.each(defaultScenarios.map((each) => [each.scenarioId, each] as const))('%s is whole', (_, each) => {
    expect(scenarioSchema.safeParse(each).success).toBe(true);
    expect(scenarioFaults(each)).toEqual([]);
  });

  test('the cards keep to five short lines, one for each level', () => {
    expect(calmCards.safeParse(defaultCards).error?.issues).toBeUndefined();
  });
});

describe('playing', () => {
  const any = fc.tuple(fc.constantFrom(...defaultScenarios), fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }));

  test('never scores more than was possible, and explains every point', () => {
    fc.assert(
      fc.property(any, ([each, choices]) => {
        const { points, possible, played } = play(each, choices);
        expect(points).toBeLessThanOrEqual(possible);
        expect(played.reduce((sum, step) => sum + step.choice.points, 0)).toBe(points);
        expect(played.every(({ node, choice: taken }) => node.choices.includes(taken))).toBe(true);
      }),
    );
  });

  test('taking the first choice every time comes to an end', () => {
    for (const each of defaultScenarios)
      expect(
        play(
          each,
          Array.from({ length: 30 }, () => 0),
        ).current,
      ).toBeNull();
  });
});

describe('what is wrong with a scenario', () => {
  test('a circle, a scene nobody reaches, a scene that is not there, a name used twice', () => {
    const faulty = scenario([
      { nodeId: 'a', text: words, choices: [choice('a'), choice('gone')] },
      { nodeId: 'b', text: words, choices: [choice(null), choice(null)] },
      { nodeId: 'b', text: words, choices: [choice(null), choice(null)] },
    ]);
    expect(scenarioFaults(faulty).map(({ fault, nodeId }) => `${fault} ${nodeId}`)).toEqual([
      'duplicateNode b',
      'unknownNext a',
      'unreachable b',
      'unreachable b',
      'neverEnds a',
    ]);
  });
});
