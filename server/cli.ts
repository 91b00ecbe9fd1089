/** `npm run server`: one process of the central server, with an embedded PostgreSQL unless DATABASE_URL names another. */
import { join } from 'node:path';
import { lockDataDir } from '../electron/host/dataDirLock.ts';
import { createLog } from '../electron/host/log.ts';
import { startEmbedded } from './database/embedded.ts';
import { type Demo, seedDemo } from './demo.ts';
import { readServerFlags, serverHelp } from './flags.ts';
import { readServerKey } from './keys.ts';
import { startServer } from './startServer.ts';

process.exitCode = await run();

async function run(): Promise<number> {
  const read = readServerFlags(process.argv.slice(2), process.cwd());
  if (!read.ok) {
    console.error(read.error);
    return 2;
  }
  const flags = read.value;
  if (flags.help) {
    console.log(serverHelp);
    return 0;
  }
  // Listened for before anybody is told: whoever starts the program may end it the moment it says that it is ready.
  const ended = endSignal();
  const {
    DATABASE_URL: databaseUrl,
    LOKET_SERVER_KEY: serverKey,
    LOKET_PUBLIC_URL: publicUrl,
    LOKET_PRIVATE_HOSTS: privateHosts = '',
  } = process.env;
  const log = createLog({ level: 'info' });
  let lock;
  try {
    // Another server on the same directory would end its PostgreSQL under it.
    lock = lockDataDir(flags.dataDir);
    const embedded = databaseUrl === undefined ? await startEmbedded(flags.dataDir) : null;
    try {
      const server = await startServer({
        databaseUrl: databaseUrl ?? embedded?.url ?? '',
        serverKey: readServerKey(join(flags.dataDir, 'server.key'), serverKey),
        port: flags.port,
        host: flags.host,
        publicUrl,
        privateHosts: privateHosts.split(',').flatMap((host) => (host.trim() === '' ? [] : [host.trim().toLowerCase()])),
        log,
      });
      const demo = flags.demo ? await seedDemo(server.services) : null;
      if (flags.json) console.log(JSON.stringify({ url: server.url, pid: process.pid, ...(demo === null ? {} : { demo }) }));
      else tell(server.url, embedded === null ? 'DATABASE_URL' : join(flags.dataDir, 'postgres'), demo);
      await ended;
      await server.drain();
    } finally {
      await embedded?.stop();
    }
    return 0;
  } catch (error) {
    console.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`);
    log.error({ err: error }, 'the server did not start');
    return 1;
  } finally {
    lock?.release();
  }
}

function tell(url: string, database: string, demo: Demo | null): void {
  console.log(`The central server is ready: ${url}\n(PostgreSQL: ${database}; Ctrl-C ends it.)`);
  if (demo !== null) console.log(demo.told.join('\n'));
}

function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
