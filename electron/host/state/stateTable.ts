import type { Reader, Writer } from '../database/open.ts';
import type { RecordedEvent } from '../engine/event.ts';

/** Applies one event to the rows of a state table; an event that does not concern it does nothing. */
export type ApplyEvent = (event: RecordedEvent) => void;

/**
 * A table (or a few that belong together) derived from events alone: ordinary `STRICT` tables that anyone can read
 * with SQL. Raising `version` makes the next start drop and replay it, so a change of shape needs no migration.
 */
export interface StateTable {
  readonly name: string;
  readonly version: number;
  /** Every table made by `schema`, for dropping and for comparing with a fresh replay. */
  readonly tables: readonly string[];
  readonly schema: string;
  /** Prepares the statements once and returns the function that applies events. */
  prepare(db: Writer): ApplyEvent;
  /**
   * For tables with a row per stream that several stations may write to: removes what a stream made, so that its events can be
   * applied anew in the order of causes. What such a stream does to other rows must not depend on the order.
   */
  forget?(db: Writer): (stream: string) => void;
}

/** Versions that the database holds now, by name. */
export function projectionVersions(db: Reader): ReadonlyMap<string, number> {
  const rows = db.prepare<[], { name: string; version: number }>('SELECT name, version FROM projection').all();
  return new Map(rows.map((row) => [row.name, row.version]));
}
