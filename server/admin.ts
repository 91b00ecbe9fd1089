/**
 * `npm run server:admin -- <command>`: what must be done before anybody can log in. It works beside a running server and without one;
 * it takes the same DATABASE_URL and LOKET_SERVER_KEY, or the same --data.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DataDirInUseError, lockDataDir } from '../electron/host/dataDirLock.ts';
import { type AdminContext, runAdmin, adminHelp } from './agency/adminCommands.ts';
import { demoCode } from './agency/demoUsers.ts';
import { openDatabase } from './database/database.ts';
import { startEmbedded } from './database/embedded.ts';
import { createServerKeys, readServerKey } from './keys.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: {
        data: { type: 'string', default: join('data', 'server') },
        code: { type: 'string' },
        name: { type: 'string' },
        zone: { type: 'string', default: 'Asia/Jakarta' },
        agency: { type: 'string' },
        login: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  }
  const { values, positionals } = parsed;
  const command = positionals[0];
  if (values.help || command === undefined) {
    console.log(adminHelp);
    return values.help ? 0 : 2;
  }
  if (command === 'demo-code') {
    console.log(demoCode(Date.now()));
    return 0;
  }
  const result = await withDatabase(values.data, (context) => runAdmin(context, command, values));
  (result.ok ? console.log : console.error)(result.said);
  return result.ok ? 0 : 1;
}

async function withDatabase<T>(dataDir: string, run: (context: AdminContext) => Promise<T>): Promise<T> {
  const { DATABASE_URL: databaseUrl, LOKET_SERVER_KEY: serverKey } = process.env;
  const lock = databaseUrl === undefined ? lockUnlessRunning(dataDir) : null;
  const embedded = databaseUrl === undefined ? await startEmbedded(dataDir) : null;
  try {
    const db = await openDatabase(databaseUrl ?? embedded?.url ?? '', { connections: 2, onError: (error) => console.error(error.message) });
    try {
      return await run({ db, keys: createServerKeys(readServerKey(join(dataDir, 'server.key'), serverKey)), now: Date.now });
    } finally {
      await db.close();
    }
  } finally {
    // A server that runs on it keeps its database.
    if (lock !== null) await embedded?.stop();
    lock?.release();
  }
}

/** `null`: a server runs on the directory, and its PostgreSQL is used. */
function lockUnlessRunning(dataDir: string): ReturnType<typeof lockDataDir> | null {
  try {
    return lockDataDir(dataDir);
  } catch (error) {
    if (error instanceof DataDirInUseError) return null;
    throw error;
  }
}
