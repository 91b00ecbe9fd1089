import type { AcceptedEvent } from '../../sync/chains.ts';
import type { Tx } from '../database/database.ts';

/** One multi-row insert. @param position of the last event before these. @param now ms; decides the partition. */
export async function storeEvents(
  tx: Tx,
  officeId: string,
  accepted: readonly AcceptedEvent[],
  position: number,
  now: number,
): Promise<void> {
  if (accepted.length === 0) return;
  const column = <T>(of: (event: AcceptedEvent['event']) => T) => accepted.map(({ event }) => of(event));
  await tx.query({
    name: 'store-events',
    text: `INSERT INTO event (office_id, received_at, position, origin, origin_seq, id, term, stream, type, at, actor, command_id, data, hash)
      SELECT $1, $2, $3 + row, origin, origin_seq, id, term, stream, type, at, actor, command_id, data, hash
      FROM unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::bigint[], $11::text[], $12::uuid[], $13::json[], $14::bytea[])
        WITH ORDINALITY AS new (origin, origin_seq, id, term, stream, type, at, actor, command_id, data, hash, row)`,
    values: [
      officeId,
      new Date(now),
      position,
      column(({ origin }) => origin),
      column(({ originSeq }) => originSeq),
      column(({ id }) => id),
      column(({ term }) => term),
      column(({ stream }) => stream),
      column(({ type }) => type),
      column(({ at }) => at),
      column(({ actor }) => actor),
      column(({ commandId }) => commandId),
      column(({ data }) => data),
      accepted.map(({ hash }) => hash),
    ],
  });
}
