import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runner } from 'node-pg-migrate';
import type { Client, PoolClient } from 'pg';

/** The role as which the server works: it owns nothing and cannot pass by row security (RELIABILITY 28). */
export const applicationRole = 'loket_app';

const options = {
  dir: join(import.meta.dirname, '../migrations'),
  migrationsTable: 'migration',
  log: () => {},
  advisoryLockMode: 'wait' as const,
};

/**
 * Brings the schema up to this program's; several processes may try at once.
 * @param client connected as the owner. @param count only so many steps. @throws when a newer program made the schema.
 */
export async function migrateUp(client: Client | PoolClient, count?: number): Promise<void> {
  await refuseNewer(client);
  await ensureRole(client);
  await runner({ ...options, dbClient: client, direction: 'up', ...(count === undefined ? {} : { count }) });
}

/** Takes back the last `count` migrations, with what is in their tables. For tests and an engineer, never by itself. */
export async function migrateDown(client: Client | PoolClient, count: number): Promise<void> {
  await runner({ ...options, dbClient: client, direction: 'down', count });
}

async function refuseNewer(client: Client | PoolClient): Promise<void> {
  const { rows: tables } = await client.query<{ name: string | null }>('SELECT to_regclass($1) AS name', [
    `public.${options.migrationsTable}`,
  ]);
  if (typeof tables[0]?.name !== 'string') return;
  const known = new Set(readdirSync(options.dir).map((file) => basename(file, '.sql')));
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM public.${options.migrationsTable} ORDER BY id`);
  const unknown = rows.find(({ name }) => !known.has(name));
  if (unknown !== undefined)
    throw new Error(`The database is of a newer program (it has the migration ${unknown.name}). Nothing was changed; update this program.`);
}

/** Any number; several processes that start at once wait for each other. */
const roleLock = 7316000;

/** Roles belong to the whole cluster: another database of it may have made this one. */
async function ensureRole(client: Client | PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [roleLock]);
  try {
    await client.query(`
      DO $$ BEGIN
        CREATE ROLE ${applicationRole} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    // A superuser may take on any role; two databases of a cluster that grant it at once would disturb each other.
    await client.query(`
      DO $$ BEGIN
        IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN GRANT ${applicationRole} TO CURRENT_USER; END IF;
      END $$`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${applicationRole}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [roleLock]);
  }
}
