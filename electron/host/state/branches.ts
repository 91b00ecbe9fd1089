import { parseQueueStream } from '../../../shared/domain/queue/streams.ts';
import type { StateTable } from './stateTable.ts';

/** Which stations worked cut off on which day, and how far each such branch is complete; what the lead has to merge. */
export const branchTable: StateTable = {
  name: 'branches',
  version: 1,
  tables: ['branch'],
  schema: `
    CREATE TABLE branch (
      stream     TEXT    PRIMARY KEY,  -- queue/<date>@<station>
      station_id TEXT    NOT NULL,
      date       TEXT    NOT NULL,
      first_seq  INTEGER NOT NULL,     -- of the station's own count
      ended_seq  INTEGER NOT NULL      -- its last branchEnded; 0: it still works cut off, as far as is known here
    ) STRICT, WITHOUT ROWID;
  `,
  prepare(db) {
    const note = db.prepare(
      `INSERT INTO branch (stream, station_id, date, first_seq, ended_seq) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET ended_seq = max(ended_seq, excluded.ended_seq)`,
    );
    return ({ stream, type, originSeq }) => {
      const of = parseQueueStream(stream);
      if (of?.stationId == null) return;
      note.run(stream, of.stationId, of.date, originSeq, type === 'branchEnded.v1' ? originSeq : 0);
    };
  },
};
