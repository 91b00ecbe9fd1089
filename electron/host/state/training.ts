import type { TrainingEvent } from '../areas/training.ts';
import { actorToText } from '../engine/event.ts';
import type { StateTable } from './stateTable.ts';

/** Results of role-play; nothing else reads this table. */
export const trainingTable: StateTable = {
  name: 'training',
  version: 1,
  tables: ['training_result'],
  schema: `
    CREATE TABLE training_result (
      result_id   TEXT    PRIMARY KEY,
      actor       TEXT    NOT NULL,     -- staff:<id>
      scenario_id TEXT    NOT NULL,
      points      INTEGER NOT NULL,
      possible    INTEGER NOT NULL,
      at          INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX training_result_by_actor ON training_result (actor, at);
  `,
  prepare(db) {
    const insert = db.prepare(
      'INSERT OR IGNORE INTO training_result (result_id, actor, scenario_id, points, possible, at) VALUES (?, ?, ?, ?, ?, ?)',
    );
    return ({ type, data, at, actor }) => {
      if (type !== 'trainingPlayed.v1') return;
      const { resultId, scenarioId, points, possible } = data as TrainingEvent['data'];
      insert.run(resultId, actorToText(actor), scenarioId, points, possible, at);
    };
  },
};
