/** The texts of cards and scenarios, which an office may word itself, and training results apart from real data. */
import { z } from 'zod';
import { calmCard, calmCards } from '../../domain/calm/types.ts';
import { scenario, scenarios } from '../../domain/training/types.ts';
import { id, instant } from '../../domain/values.ts';
import { command, query } from '../define.ts';

const everybody = ['petugas', 'pengawas', 'keamanan', 'admin'] as const;
const supervisors = ['pengawas', 'admin'] as const;
const done = z.strictObject({});

export const calmMethods = {
  'calm.texts': query({
    roles: everybody,
    input: z.strictObject({}),
    output: z.strictObject({
      cards: z.array(calmCard),
      scenarios: z.array(scenario),
      cardsAreOwn: z.boolean(),
      scenariosAreOwn: z.boolean(),
    }),
    topics: ['office'],
  }),
  /** `null`: back to the texts of the program. */
  'calm.saveCards': command({ roles: supervisors, input: z.strictObject({ cards: calmCards.nullable() }), output: done, refusals: {} }),
  'calm.saveScenarios': command({
    roles: supervisors,
    input: z.strictObject({ scenarios: scenarios.nullable() }),
    output: done,
    refusals: { scenarioFaulty: z.strictObject({ scenarioId: z.string(), nodeId: z.string(), fault: z.string() }) },
  }),
  /** A played scenario: the choices as places in each scene's list. The host scores it. */
  'training.record': command({
    roles: everybody,
    input: z.strictObject({
      resultId: id,
      scenarioId: z.string().max(40),
      choices: z.array(z.number().int().min(0).max(3)).min(1).max(60),
    }),
    output: z.strictObject({ points: z.number().int(), possible: z.number().int() }),
    refusals: { scenarioUnknown: z.strictObject({}) },
  }),
  /** The officer's own results, newest first. */
  'training.mine': query({
    roles: everybody,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ resultId: id, scenarioId: z.string(), points: z.number().int(), possible: z.number().int(), at: instant }),
    ),
    topics: ['training'],
  }),
};
