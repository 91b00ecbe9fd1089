/** The queue's state tables of a host, live and made anew. */
import Database from 'better-sqlite3';
import type { Writer } from '../../../electron/host/database/open.ts';
import type { Services } from '../../../electron/host/services.ts';
import { stateTables } from '../../../electron/host/state/index.ts';

const queueTables = stateTables.filter(({ name }) => ['officeDays', 'tickets', 'visits', 'calls', 'counterSessions'].includes(name));

/** Everything in the queue's tables, made by applying each event as it happened. */
export function tablesOf(db: Pick<Writer, 'prepare'>): Record<string, unknown[]> {
  const names = queueTables.flatMap(({ tables }) => tables);
  return Object.fromEntries(names.map((name) => [name, db.prepare<[]>(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()]));
}

/** The same tables, made anew from all events in a database of their own. */
export function replayed({ events }: Pick<Services, 'events'>): Record<string, unknown[]> {
  const fresh = new Database(':memory:') as unknown as Writer;
  for (const { schema } of queueTables) fresh.exec(schema);
  const applies = queueTables.map((table) => table.prepare(fresh));
  for (const event of events.after(0)) for (const apply of applies) apply(event);
  return tablesOf(fresh);
}
