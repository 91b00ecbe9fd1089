/** Every migration forward, back and forward again, one at a time, with rows in all tables; and several processes at once. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/database.ts';
import { migrateDown, migrateUp } from '../../../server/database/migrate.ts';
import { fillEveryTable, tenantTables } from '../../fixtures/catalogue.ts';
import { asOwner, startTestDatabase, type TestDatabase } from '../../fixtures/central.ts';

const steps = readdirSync(join(import.meta.dirname, '../../../server/migrations'))
  .filter((name) => name.endsWith('.sql'))
  .toSorted();
const offices = [v7(), v7()];

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.drop());

/** Rows of every table, and the schema as text: columns, keys, indexes, policies, rights. */
async function stateOf(client: Client): Promise<{ rows: Record<string, number>; schema: readonly string[] }> {
  const rows: Record<string, number> = {};
  for (const table of await tenantTables(client)) rows[table] = (await client.query(`SELECT 1 FROM ${table}`)).rowCount ?? 0;
  const { rows: schema } = await client.query<{ line: string }>(`
    SELECT format('%s.%s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull) AS line FROM pg_attribute
      JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('%s %s %s %s', tablename, policyname, qual, with_check) FROM pg_policies
    UNION ALL SELECT format('%s %s', oid::regclass, relacl) FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s %s', oid::regprocedure, proacl) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    ORDER BY 1`);
  return { rows, schema: schema.map(({ line }) => line) };
}

test('each step forward, back and forward again keeps what was there before it', async () => {
  await asOwner(database.url, async (client) => {
    // What is there before any step, and behind each.
    const states = [await stateOf(client)];
    for (const [n, step] of steps.entries()) {
      await migrateUp(client, 1);
      await fillEveryTable(client, offices);
      const state = await stateOf(client);
      expect({ step, rows: state.rows }).toMatchObject({ step, rows: states[n]?.rows });
      states.push(state);
    }
    expect(states.at(-1)?.rows).toEqual(Object.fromEntries((await tenantTables(client)).map((table) => [table, offices.length])));
    for (const [n, step] of [...steps.entries()].toReversed()) {
      await migrateDown(client, 1);
      expect({ step, rows: (await stateOf(client)).rows }).toEqual({ step, rows: states[n]?.rows });
      expect({ step, schema: besidesTheList(await stateOf(client)) }).toEqual({ step, schema: besidesTheList(states[n]) });
    }
    for (const [n, step] of steps.entries()) {
      await migrateUp(client, 1);
      expect({ step, schema: (await stateOf(client)).schema }).toEqual({ step, schema: states[n + 1]?.schema });
    }
    // Nothing is left to do.
    await migrateUp(client);
    const { rows } = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
    expect(rows.map(({ name }) => `${name}.sql`)).toEqual(steps);
  });
});

/** The list of migrations itself stays when the first one is taken back. */
const besidesTheList = (state: Awaited<ReturnType<typeof stateOf>> | undefined) =>
  state?.schema.filter((line) => !/\bmigration(?:_|\b)/u.test(line));

test('a database of a newer program is refused, and nothing of it is changed', async () => {
  await asOwner(database.url, (client) => client.query("INSERT INTO migration (name, run_on) VALUES ('9999_of_tomorrow', now())"));
  await expect(asOwner(database.url, (client) => migrateUp(client))).rejects.toThrow(/9999_of_tomorrow/u);
  await asOwner(database.url, (client) => client.query("DELETE FROM migration WHERE name = '9999_of_tomorrow'"));
});

test('servers that start at once on an empty database make the schema once', async () => {
  const fresh = await startTestDatabase();
  try {
    const opened = await Promise.all(
      Array.from({ length: 5 }, () =>
        openDatabase(fresh.url, {
          onError: (error) => {
            throw error;
          },
        }),
      ),
    );
    for (const db of opened) await db.ping();
    await Promise.all(opened.map((db) => db.close()));
    const { rowCount } = await asOwner(fresh.url, (client) => client.query('SELECT 1 FROM migration'));
    expect(rowCount).toBe(steps.length);
  } finally {
    await fresh.drop();
  }
});
