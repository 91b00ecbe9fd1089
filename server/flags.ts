import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../shared/result.ts';

export interface ServerFlags {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path: the embedded PostgreSQL, the server's key, files. */
  readonly dataDir: string;
  readonly json: boolean;
  readonly demo: boolean;
  readonly help: boolean;
}

export const defaultServerPort = 4720;

export const serverHelp = `Loket: the central server

  npm run server -- [flags]

  --port N    port (default ${defaultServerPort}; 0 takes a free one)
  --host H    address to listen on (default 127.0.0.1; a reverse proxy gives it TLS)
  --data DIR  directory of the embedded PostgreSQL and the server's key (default ./data/server)
  --json      print one line {"url":…,"pid":…} when ready
  --demo      create a demo agency with offices, an account and an enrolment code when the database is empty
  --help      this text

  DATABASE_URL        another PostgreSQL ≥ 15 instead of the embedded one; it must be allowed to create a role
  LOKET_SERVER_KEY    the server's key, 64 hexadecimal digits, instead of the file in the data directory
  LOKET_PUBLIC_URL    how the public reaches the server (default: the address it listens on)
  LOKET_PRIVATE_HOSTS names or addresses inside your network, with commas between, that webhooks, SMS gateways and mail
                      servers of agencies may have; all others must be on the public internet
`;

/** Reads the arguments of `npm run server`. The error is a sentence for the person at the terminal. */
export function readServerFlags(args: readonly string[], cwd: string): Result<ServerFlags, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: String(defaultServerPort) },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: join('data', 'server') },
        json: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)} --help lists the flags.`);
  }
  const port = Number(values.port);
  if (!/^\d{1,5}$/u.test(values.port) || port > 65535) return refuse(`--port takes a number from 0 to 65535, not "${values.port}".`);
  const { host, json, demo, help } = values;
  return ok({ port, host, dataDir: resolve(cwd, values.data), json, demo, help });
}
