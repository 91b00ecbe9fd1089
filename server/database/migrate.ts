import { join } from 'node:path';
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

/** Brings the schema up to this program's; several processes may try at once. @param client connected as the owner. */
export async function migrateUp(client: Client | PoolClient): Promise<void> {
  await ensureRole(client);
  await runner({ ...options, dbClient: client, direction: 'up' });
}

/** Takes back the last `count` migrations, with what is in their tables. For tests and an engineer, never by itself. */
export async function migrateDown(client: Client | PoolClient, count: number): Promise<void> {
  await runner({ ...options, dbClient: client, direction: 'down', count });
}

/** Roles belong to the whole cluster: another database of it may have made this one. */
async function ensureRole(client: Client | PoolClient): Promise<void> {
  await client.query(`
    DO $$ BEGIN
      CREATE ROLE ${applicationRole} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  await client.query(`GRANT ${applicationRole} TO CURRENT_USER`);
  await client.query(`GRANT USAGE ON SCHEMA public TO ${applicationRole}`);
}
