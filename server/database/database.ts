import { Client, Pool, type PoolClient, types } from 'pg';
import { applicationRole, migrateUp } from './migrate.ts';

// Counts and milliseconds are far below 2^53: a number is what the program works with.
types.setTypeParser(types.builtins.INT8, Number);
// `json` columns hold exact text that hashes cover; whoever wants the value parses it.
types.setTypeParser(types.builtins.JSON, (text: string) => text);
types.setTypeParser(types.builtins.DATE, (text: string) => text);

/** A transaction that sees the offices it was opened for. */
export type Tx = Pick<PoolClient, 'query'>;

export interface Database {
  /**
   * Runs in one transaction as the application role, seeing exactly these offices; rolled back when `run` throws.
   * @param officeIds UUIDs; none: the transaction sees nothing.
   */
  inOffices<T>(officeIds: readonly string[], run: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for one office. */
  inOffice<T>(officeId: string, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads the directory of offices and nothing else. */
  inDirectory<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers; for readiness. */
  ping(): Promise<void>;
  /** Connections in use and requests that wait for one; for metrics. */
  load(): { readonly total: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** Brings the schema up to date and opens the pool. @throws when PostgreSQL does not answer or is older than 15. */
export async function openDatabase(url: string, { connections = 10, onError }: PoolOptions): Promise<Database> {
  await prepare(url);
  const pool = new Pool({
    connectionString: url,
    max: connections,
    // What is acknowledged is on disk, also where the cluster's own setting says otherwise.
    options: `-c role=${applicationRole} -c synchronous_commit=on -c statement_timeout=60000 -c lock_timeout=20000 -c idle_in_transaction_session_timeout=60000`,
    connectionTimeoutMillis: 20_000,
  });
  // An idle connection that breaks is replaced by the pool; it must not end the process.
  pool.on('error', onError);
  // One that breaks while it is used also says so to whoever waits for its query; unheard, it would end the process too.
  pool.on('connect', (client) => void client.on('error', () => {}));

  const transaction = async <T>(setting: string, value: string, run: (tx: Tx) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      // In one message: most transactions are so short that each way to the database counts. SET LOCAL, not set_config: that
      // is what a distributed PostgreSQL (Citus) passes on to its workers.
      await client.query(`BEGIN; SET LOCAL ${setting} = ${client.escapeLiteral(value)}`);
      const result = await run(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        // The connection itself is gone.
        (broken: Error) => client.release(broken),
      );
      throw error;
    }
  };
  const inOffices: Database['inOffices'] = (officeIds, run) => transaction('loket.offices', officeIds.join(','), run);

  return {
    inOffices,
    inOffice: (officeId, run) => inOffices([officeId], run),
    inDirectory: (run) => transaction('loket.directory', 'on', run),
    async ping() {
      await pool.query('SELECT 1');
    },
    load: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

export interface PoolOptions {
  /** At most as many; default 10. */
  readonly connections?: number | undefined;
  readonly onError: (error: Error) => void;
}

async function prepare(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    if (Number(rows[0]?.version) < 150_000) throw new Error('PostgreSQL 15 or newer is needed.');
    await migrateUp(client);
  } finally {
    await client.end();
  }
}
