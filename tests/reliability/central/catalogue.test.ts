/** RELIABILITY 28, from PostgreSQL's own catalogue: what it says about every table that there is, also of later migrations. */
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../server/database/database.ts';
import { applicationRole } from '../../../server/database/migrate.ts';
import { startPartitions } from '../../../server/database/partitions.ts';
import { createLog } from '../../../electron/host/log.ts';
import { notTenants, tenantTables } from '../../fixtures/catalogue.ts';
import { startTestDatabase, type TestDatabase } from '../../fixtures/central.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await startTestDatabase();
  // The schema, and with it the partitions of two months, as a server makes them.
  const db = await openDatabase(database.url, {
    onError: (error) => {
      throw error;
    },
  });
  const stop = await startPartitions({ db, now: Date.now, log: createLog({ level: 'warn' }) });
  stop();
  await db.close();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = async (sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows;
const ours = "relnamespace = 'public'::regnamespace AND relname <> ALL ($1)";

test('every table begins its key with office_id, which is never null', async () => {
  expect((await tenantTables(client)).length).toBeGreaterThan(10);
  const wrong = await rows(
    `SELECT c.relname FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE c.relkind IN ('r', 'p') AND ${ours} AND (a.attname IS DISTINCT FROM 'office_id' OR NOT a.attnotnull OR a.atttypid <> 'uuid'::regtype)`,
    [notTenants],
  );
  expect(wrong).toEqual([]);
});

test('every table and every partition forces row security, with one policy of its tenant for all that is done', async () => {
  const partitions = await rows("SELECT 1 FROM pg_class WHERE relispartition AND relname ~ '^event_[0-9]{4}_[0-9]{2}$'");
  expect(partitions).toHaveLength(2);
  const open = await rows(
    `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND ${ours} AND NOT (relrowsecurity AND relforcerowsecurity)`,
    [notTenants],
  );
  expect(open).toEqual([]);
  const unguarded = await rows(
    `SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p') AND ${ours} AND NOT EXISTS (
       SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.policyname = 'tenant' AND p.cmd = 'ALL'
         AND p.permissive = 'PERMISSIVE' AND p.qual = '(office_id = ANY (( SELECT seen_offices() AS seen_offices)::uuid[]))' AND p.with_check = p.qual)`,
    [notTenants],
  );
  expect(unguarded).toEqual([]);
});

test('nothing else opens a table than what is said here', async () => {
  const more = await rows("SELECT tablename, policyname, cmd, qual FROM pg_policies WHERE policyname <> 'tenant' ORDER BY 1, 2");
  // The directory of offices is public; it is read where it is asked for and written nowhere.
  expect(more).toEqual([
    { tablename: 'office', policyname: 'directory', cmd: 'SELECT', qual: "(current_setting('loket.directory'::text, true) = 'on'::text)" },
  ]);
});

test('no view, sequence or function passes by the policies', async () => {
  // A view would run with the rights of its owner.
  expect(await rows("SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace")).toEqual([]);
  const definers = await rows(
    "SELECT proname, proconfig, has_function_privilege('public', oid, 'EXECUTE') AS everybody FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1",
  );
  expect(definers).toEqual([{ proname: 'make_event_month', proconfig: ['search_path=public, pg_temp'], everybody: false }]);
});

test('the application role is nobody: no superuser, no way around row security, no owner, member of nothing', async () => {
  const [role] = await rows(
    'SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication FROM pg_roles WHERE rolname = $1',
    [applicationRole],
  );
  expect(Object.values(role as object).every((right) => right === false)).toBe(true);
  const owned = await rows(
    `SELECT 1 FROM pg_shdepend JOIN pg_roles r ON refobjid = r.oid AND refclassid = 'pg_authid'::regclass WHERE rolname = $1 AND deptype = 'o'`,
    [applicationRole],
  );
  expect(owned).toEqual([]);
  expect(await rows('SELECT 1 FROM pg_auth_members WHERE member = $1::regrole', [applicationRole])).toEqual([]);
  const [may] = await rows("SELECT has_schema_privilege($1, 'public', 'CREATE') AS make", [applicationRole]);
  expect(may).toEqual({ make: false });
});

test('its rights: no table is emptied, referenced or given triggers; partitions and the list of migrations are not touched', async () => {
  const granted = await rows(
    `SELECT relname, privilege_type AS right FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'public'::regnamespace
       AND grantee = $1::regrole AND (privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR is_grantable OR relispartition OR relname = ANY ($2))`,
    [applicationRole, notTenants],
  );
  expect(granted).toEqual([]);
  const everybody = await rows(
    "SELECT relname FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'public'::regnamespace AND grantee = 0",
  );
  expect(everybody).toEqual([]);
});

test('what happened is never changed or deleted', async () => {
  const kept = await rows(
    `SELECT DISTINCT relname FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'public'::regnamespace AND grantee = $1::regrole
       AND (relname = 'event' OR relname ~ 'audit') AND privilege_type IN ('UPDATE', 'DELETE')`,
    [applicationRole],
  );
  expect(kept).toEqual([]);
});
