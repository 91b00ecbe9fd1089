/** Role-play for officers: a scene, choices, and where each leads. Kept apart from everything real. */
import { z } from 'zod';
import { bilingual } from '../values.ts';

const nodeId = z.string().regex(/^[a-z0-9-]{1,40}$/u);

export const trainingChoice = z.strictObject({
  text: bilingual(200),
  /** From -2 (makes it worse) to 3 (as the guidance says). */
  points: z.number().int().min(-2).max(3),
  /** Why it counts so: shown at once and again with the score. */
  why: bilingual(300),
  /** `null`: the scene ends. */
  next: nodeId.nullable(),
});
export type TrainingChoice = z.infer<typeof trainingChoice>;

export const trainingNode = z.strictObject({ nodeId, text: bilingual(600), choices: z.array(trainingChoice).min(2).max(4) });
export type TrainingNode = z.infer<typeof trainingNode>;

/** The first node is where it begins. */
export const scenario = z.strictObject({
  scenarioId: z.string().regex(/^[a-z0-9-]{1,40}$/u),
  title: bilingual(120),
  intro: bilingual(600),
  nodes: z.array(trainingNode).min(1).max(30),
});
export type Scenario = z.infer<typeof scenario>;
export const scenarios = z.array(scenario).min(1).max(30);
