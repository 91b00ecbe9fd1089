/** Columns as parameters (server/database/columns.ts) come out of PostgreSQL as they went in. */
import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrayOf, linesOf } from '../../../server/database/columns.ts';
import { startTestDatabase, type TestDatabase } from '../../fixtures/central.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await startTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const read = async (sql: string, parameter: string) =>
  (await client.query<{ value: unknown }>(sql, [parameter])).rows.map(({ value }) => value);

/** What an array literal gives a meaning to, and what else texts are made of. PostgreSQL knows no NUL. */
const text = fc
  .array(fc.constantFrom(...['{', '}', '"', ',', '\\', ' ', '\n', '\t', "'"], 'NULL', 'null', 'a', '.', 'é', '😀', '', 'x-1'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

test('short values, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text), { maxLength: 8 }), async (values) => {
      expect(await read('SELECT value FROM unnest($1::text[]) AS list (value)', arrayOf(values))).toEqual(values);
    }),
    { numRuns: 300 },
  );
});

test('numbers and truths', async () => {
  expect(await read('SELECT value::int FROM unnest($1::bigint[]) AS list (value)', arrayOf([0, -1, null, 2_000_000_000]))).toEqual([
    0,
    -1,
    null,
    2_000_000_000,
  ]);
  expect(await read('SELECT value FROM unnest($1::boolean[]) AS list (value)', arrayOf([true, null, false]))).toEqual([true, null, false]);
});

test('texts of one line', async () => {
  const line = text.map((some) => `${some.replaceAll('\n', '')}.`);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (values) => {
      expect(await read(String.raw`SELECT value FROM string_to_table($1, E'\n') AS list (value)`, linesOf(values))).toEqual(values);
    }),
    { numRuns: 300 },
  );
});
