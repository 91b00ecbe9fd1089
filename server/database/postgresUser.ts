/** PostgreSQL refuses to run as root: there it runs as the user `postgres`, which is made when missing. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

export interface PostgresUser {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/** As whom PostgreSQL runs; `null`: as this process. */
export async function postgresUser(): Promise<PostgresUser | null> {
  if (process.getuid?.() !== 0) return null;
  const number = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  const known = await number('-u').then(
    () => true,
    () => false,
  );
  if (!known) await run('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']);
  return { uid: await number('-u'), gid: await number('-g') };
}

/** @throws with what to do about it, when a directory above `path` is closed to the user: PostgreSQL's own words do not name it. */
export function checkReachable(path: string, { uid, gid }: PostgresUser): void {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode, uid: owner, gid: group } = statSync(at);
    const mayEnter = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & mayEnter) === 0)
      throw new Error(
        `PostgreSQL does not run as root, and its user "postgres" may not enter ${at}. Start the server as an ordinary user, ` +
          `allow it with "chmod o+x ${at}", or set DATABASE_URL.`,
      );
    if (at === dirname(at)) return;
  }
}
