import { sharedOf } from '../../electron/host/engine/sharedEvent.ts';
import type { Tx } from '../database/database.ts';

export interface StoredEvent {
  position: number;
  id: string;
  origin: string;
  origin_seq: number;
  term: number;
  stream: string;
  type: string;
  at: number;
  actor: string;
  command_id: string;
  data: string;
  hash: Buffer;
}

/** Events of an office after a position, in the order in which the server learned of them. */
export async function readEvents(tx: Tx, officeId: string, after: number, limit: number) {
  const { rows } = await tx.query<StoredEvent>({
    name: 'read-events',
    text: `SELECT position, id, origin, origin_seq, term, stream, type, at, actor, command_id, data, hash
      FROM event WHERE office_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    values: [officeId, after, limit],
  });
  return { events: rows.map(sharedOf), position: rows.at(-1)?.position ?? after };
}
