import type { BatchEvent } from '../../sync/batch.ts';
import type { AcceptedEvent } from '../../sync/chains.ts';
import { attemptAll, type Manner } from '../database/attempt.ts';
import { arrayOf, linesOf, plainArrayOf } from '../database/columns.ts';
import type { Tx } from '../database/database.ts';
import type { Quarantined } from './quarantine.ts';

export interface Stored {
  readonly stored: readonly AcceptedEvent[];
  /** What PostgreSQL cannot keep as it came, so that its hash could be checked again: no station writes such an event. */
  readonly unstorable: readonly Quarantined[];
}

/** The columns of events as parameters, and how many they are of. */
export interface EventColumns {
  readonly count: number;
  readonly values: readonly string[];
  readonly data: string;
}

/** Needs nothing of the database: it is made while an earlier batch is being stored. */
export function eventColumns(events: readonly BatchEvent[]): EventColumns {
  const plain = (of: (event: BatchEvent) => string | number) => plainArrayOf(events.map(of));
  const text = (of: (event: BatchEvent) => string) => arrayOf(events.map(of));
  return {
    count: events.length,
    values: [
      plain(({ origin }) => origin),
      plain(({ originSeq }) => originSeq),
      plain(({ id }) => id),
      plain(({ term }) => term),
      text(({ stream }) => stream),
      text(({ type }) => type),
      plain(({ at }) => at),
      text(({ actor }) => actor),
      plain(({ commandId }) => commandId),
    ],
    data: linesOf(events.map(({ data }) => data)),
  };
}

/**
 * One multi-row insert. @param all the columns of the whole batch; where only a part of it is stored, that part's are made anew.
 * @param position of the last event before these. @param now ms; decides the partition.
 */
export async function storeEvents(
  tx: Tx,
  manner: Manner,
  officeId: string,
  accepted: readonly AcceptedEvent[],
  all: EventColumns,
  position: number,
  now: number,
): Promise<Stored> {
  const aside = ({ event, hash }: AcceptedEvent, detail: string): Quarantined => ({ event, hash, reason: 'notUnderstood', detail });
  // Half of a surrogate pair would be stored as another character.
  const [texts, noTexts] = [accepted.filter(isText), accepted.filter((one) => !isText(one))];
  let last = position;
  const { results, refused } = await attemptAll(tx, manner, texts, async (events) => {
    const columns = events.length === all.count ? all : eventColumns(events.map(({ event }) => event));
    await insert(tx, officeId, events, columns, last, now);
    last += events.length;
    return events;
  });
  return {
    stored: results,
    unstorable: [...noTexts.map((one) => aside(one, 'it is no text')), ...refused.map(({ item, detail }) => aside(item, detail))],
  };
}

/** Whether its text can be stored as it is. */
export const isText = ({ event: { stream, type, actor } }: AcceptedEvent) => [stream, type, actor].every((text) => text.isWellFormed());

async function insert(
  tx: Tx,
  officeId: string,
  accepted: readonly AcceptedEvent[],
  columns: EventColumns,
  position: number,
  now: number,
): Promise<void> {
  await tx.query({
    name: 'store-events',
    text: `INSERT INTO event (office_id, received_at, position, origin, origin_seq, id, term, stream, type, at, actor, command_id, data, hash)
      SELECT $1, $2, $3 + row, origin, origin_seq, id, term, stream, type, at, actor, command_id, data::json,
        substring($13::bytea FROM (row::int - 1) * 32 + 1 FOR 32)
      FROM ROWS FROM (unnest($4::uuid[], $5::bigint[], $6::uuid[], $7::bigint[], $8::text[], $9::text[], $10::bigint[], $11::text[], $12::uuid[]),
          string_to_table($14, E'\\n'))
        WITH ORDINALITY AS new (origin, origin_seq, id, term, stream, type, at, actor, command_id, data, row)`,
    values: [officeId, new Date(now), position, ...columns.values, Buffer.concat(accepted.map(({ hash }) => hash)), columns.data],
  });
}
