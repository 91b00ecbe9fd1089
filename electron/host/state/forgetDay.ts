import { parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { Writer } from '../database/open.ts';
import type { StateTable } from './stateTable.ts';

/** For a table of the queue with a column `date`: removes an office day when its main stream is made anew after a new term. */
export const forgetDay =
  (table: string): NonNullable<StateTable['forget']> =>
  (db: Writer) => {
    const remove = db.prepare<[string]>(`DELETE FROM ${table} WHERE date = ?`);
    return (stream) => {
      const of = parseQueueStream(stream);
      if (of?.stationId === null) remove.run(of.date);
    };
  };
