import { defaultScenarios } from '../../../shared/domain/training/defaultScenarios.ts';
import type { NewEvent } from '../../../shared/domain/decider.ts';
import { play } from '../../../shared/domain/training/play.ts';
import { ok, refuse } from '../../../shared/result.ts';
import type { Input, RefusalOfMethod } from '../../../shared/rpc/contract.ts';
import type { States } from '../areas.ts';
import type { Area } from '../engine/areas.ts';

export type TrainingEvent = NewEvent<
  'trainingPlayed.v1',
  { readonly resultId: string; readonly scenarioId: string; readonly points: number; readonly possible: number }
>;

/** Results of role-play, in a stream and a table of their own: nothing of it is ever counted among what really happened. */
export const trainingArea: Area<States, null, TrainingEvent, RefusalOfMethod<'training.record'>> = {
  name: 'training',
  topics: ['training'],
  owns: (stream) => stream === 'training',
  methods: ['training.record'],
  source: { kind: 'loaded', load: () => null },
  decider: {
    initial: null,
    decide(command, _state, { states }) {
      const { resultId, scenarioId, choices } = (command as { readonly input: Input<'training.record'> }).input;
      const scenario = (states.office.scenarios ?? defaultScenarios).find((each) => each.scenarioId === scenarioId);
      if (scenario === undefined) return refuse({ type: 'scenarioUnknown' });
      // Scored here from the choices, never taken from the window.
      const { points, possible } = play(scenario, choices);
      return ok([{ type: 'trainingPlayed.v1', data: { resultId, scenarioId, points, possible } }]);
    },
    evolve: (state) => state,
  },
  streamFor: () => 'training',
  reply: (_command, [event]) => ({ points: event?.data.points ?? 0, possible: event?.data.possible ?? 0 }),
};
