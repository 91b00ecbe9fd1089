/** RELIABILITY 28: what one office can do to another's rows as the application role, for every table that there is. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationRole, migrateUp } from '../../../server/database/migrate.ts';
import { fillEveryTable, tenantTables } from '../../fixtures/catalogue.ts';
import { asOwner, startTestDatabase, type TestDatabase } from '../../fixtures/central.ts';

const own = v7();
const other = v7();
let database: TestDatabase;
let tables: readonly string[];
let application: Client;
beforeAll(async () => {
  database = await startTestDatabase();
  tables = await asOwner(database.url, async (client) => {
    await migrateUp(client);
    await fillEveryTable(client, [own, other]);
    return tenantTables(client);
  });
  application = new Client({ connectionString: database.url, options: `-c role=${applicationRole}` });
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await database.drop();
});

/** Runs as the application role with a context, and undoes it; `null`: never set. @returns rows, or the SQLSTATE. */
async function within(offices: string | null, sql: string, values: readonly unknown[] = []): Promise<number | string> {
  await application.query('BEGIN');
  try {
    if (offices !== null) await application.query("SELECT set_config('loket.offices', $1, true)", [offices]);
    return (await application.query(sql, [...values])).rowCount ?? 0;
  } catch (error) {
    return String((error as { code?: unknown }).code);
  } finally {
    await application.query('ROLLBACK');
  }
}

/** By table. */
async function inEvery(run: (table: string) => Promise<number | string>): Promise<Record<string, number | string>> {
  const found: Record<string, number | string> = {};
  for (const table of tables) found[table] = await run(table);
  return found;
}
const all = (value: number | string) => Object.fromEntries(tables.map((table) => [table, value]));
/** Row security or a missing right: both are `insufficient_privilege`. */
const denied = '42501';

test('an office sees its own row in every table', async () => {
  expect(await inEvery((table) => within(own, `SELECT 1 FROM ${table}`))).toEqual(all(1));
});

describe.each([
  ['never set', null],
  ['empty', ''],
  ['of an office that is not there', v7()],
])('a context %s', (_name, context) => {
  test('shows no row of any table', async () => {
    expect(await inEvery((table) => within(context, `SELECT 1 FROM ${table}`))).toEqual(all(0));
  });
  test('lets no row be written', async () => {
    const written = await inEvery((table) => within(context, `INSERT INTO ${table} (office_id) VALUES ($1)`, [own]));
    expect(written).toEqual(all(denied));
  });
});

describe("another office's rows", () => {
  test('are not found by its id', async () => {
    expect(await inEvery((table) => within(own, `SELECT 1 FROM ${table} WHERE office_id = $1`, [other]))).toEqual(all(0));
  });
  test('are not changed, and none is given to it', async () => {
    const changed = await inEvery((table) => within(own, `UPDATE ${table} SET office_id = office_id WHERE office_id = $1`, [other]));
    expect(Object.values(changed).every((result) => result === 0 || result === denied)).toBe(true);
    expect(Object.values(changed)).toContain(0);
    const given = await inEvery((table) => within(own, `UPDATE ${table} SET office_id = $1`, [other]));
    expect(given).toEqual(all(denied));
  });
  test('are not deleted', async () => {
    const deleted = await inEvery((table) => within(own, `DELETE FROM ${table} WHERE office_id = $1`, [other]));
    expect(Object.values(deleted).every((result) => result === 0 || result === denied)).toBe(true);
    expect(Object.values(deleted)).toContain(0);
  });
  test('are not inserted', async () => {
    const inserted = await inEvery((table) => within(own, `INSERT INTO ${table} (office_id) VALUES ($1)`, [other]));
    expect(inserted).toEqual(all(denied));
  });
});

test('a list of several offices shows exactly those, and what is no list of ids shows nothing', async () => {
  expect(await inEvery((table) => within(`${own},${other}`, `SELECT 1 FROM ${table}`))).toEqual(all(2));
  expect(await inEvery((table) => within("' OR true --", `SELECT 1 FROM ${table}`))).toEqual(all('22P02'));
});

test('whoever owns the tables is bound too, unless it is a superuser', async () => {
  const seen = await asOwner(database.url, async (client) => {
    const owner = `loket_plain_${randomBytes(6).toString('hex')}`;
    await client.query('BEGIN');
    await client.query(`CREATE ROLE ${owner}`);
    await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${owner}`);
    for (const table of tables) await client.query(`ALTER TABLE ${table} OWNER TO ${owner}`);
    await client.query(`SET LOCAL ROLE ${owner}`);
    const found: Record<string, number | null> = {};
    for (const table of tables) found[table] = (await client.query(`SELECT 1 FROM ${table}`)).rowCount;
    await client.query('ROLLBACK');
    return found;
  });
  expect(seen).toEqual(all(0));
});

test('a context ends with its transaction', async () => {
  await application.query('BEGIN');
  await application.query("SELECT set_config('loket.offices', $1, true)", [own]);
  await application.query('COMMIT');
  const { rowCount } = await application.query('SELECT 1 FROM office');
  expect(rowCount).toBe(0);
});
