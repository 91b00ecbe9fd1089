import type { Writer } from '../database/open.ts';
import { type EventStore, recordedFromRow } from '../engine/eventStore.ts';
import { counting } from '../engine/terms.ts';
import type { EventRow } from '../engine/event.ts';
import type { Timers } from '../ports.ts';
import { createDisorder } from './disorder.ts';
import { projectionVersions, type StateTable } from './stateTable.ts';

export interface ReplayProgress {
  readonly done: number;
  readonly total: number;
}

const slice = 2000;

/**
 * Makes every state table whose version differs from the database's anew by replaying all events.
 * One transaction: a crash half-way leaves the old versions, and the next start replays again.
 * @param onProgress called after each slice of events, for the progress bar.
 */
export async function rebuildStateTables(
  db: Writer,
  events: EventStore,
  tables: readonly StateTable[],
  timers: Timers,
  onProgress: (progress: ReplayProgress) => void = () => {},
): Promise<void> {
  const versions = projectionVersions(db);
  const stale = tables.filter((table) => versions.get(table.name) !== table.version);
  if (stale.length === 0) return;

  db.exec('BEGIN IMMEDIATE');
  try {
    for (const table of stale) recreate(db, table);
    const applies = stale.map((table) => table.prepare(db));
    const total = events.count();
    const page = db.prepare<[number, number], EventRow>(`SELECT * FROM event WHERE seq > ? AND ${counting} ORDER BY seq LIMIT ?`);
    let done = 0;
    for (let rows = page.all(0, slice); rows.length > 0; rows = page.all(rows.at(-1)?.seq ?? 0, slice)) {
      for (const row of rows) {
        const event = recordedFromRow(row);
        for (const apply of applies) apply(event);
      }
      done += rows.length;
      onProgress({ done, total });
      await timers.yield();
    }
    const disorder = createDisorder(db, stale);
    for (const stream of disorder.sharedStreams()) disorder.mend(stream);
    const record = db.prepare('INSERT INTO projection (name, version) VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version');
    for (const table of stale) record.run(table.name, table.version);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function recreate(db: Writer, table: StateTable): void {
  for (const name of table.tables.toReversed()) db.exec(`DROP TABLE IF EXISTS "${name}"`);
  db.exec(table.schema);
}
