import { defaultCards } from '../../../shared/domain/calm/defaultCards.ts';
import { defaultScenarios } from '../../../shared/domain/training/defaultScenarios.ts';
import { ok } from '../../../shared/result.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { actorToText } from '../engine/event.ts';
import type { Handlers } from '../rpc/handlers.ts';
import type { Services } from '../services.ts';

type Texts = Output<'calm.texts'>;

/** Cards and scenarios as this office words them, and the officer's own results. */
export function createCalmHandlers({ db, engine, access }: Services): Handlers {
  return {
    'calm.texts': () => {
      const { calmCards, scenarios } = engine.states.office;
      return ok({
        cards: [...(calmCards ?? defaultCards)] as Texts['cards'],
        scenarios: [...(scenarios ?? defaultScenarios)] as Texts['scenarios'],
        cardsAreOwn: calmCards !== null,
        scenariosAreOwn: scenarios !== null,
      });
    },
    'training.mine': (_input, { connection }) =>
      ok(
        db
          .prepare<[string], Output<'training.mine'>[number]>(
            `SELECT result_id AS resultId, scenario_id AS scenarioId, points, possible, at
             FROM training_result WHERE actor = ? ORDER BY at DESC LIMIT 50`,
          )
          .all(actorToText(access.callers.actorOf(connection))),
      ),
  };
}
