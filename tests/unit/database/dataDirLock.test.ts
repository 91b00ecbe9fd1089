import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { DataDirInUseError, lockDataDir } from '../../../electron/host/dataDirLock.ts';
import { temporaryDirectory } from '../../fixtures/tally.ts';

const lockModule = fileURLToPath(new URL('../../../electron/host/dataDirLock.ts', import.meta.url));
/** Drops the lock's object and collects garbage: the lock must outlive both. */
const holdIt = `import { lockDataDir } from ${JSON.stringify(lockModule)};
  lockDataDir(process.argv[1]); gc(); process.stdout.write('held'); setInterval(() => {}, 1000);`;

test('a second lock is refused, in this process too, until the first is released', () => {
  using directory = temporaryDirectory();
  const first = lockDataDir(directory.path);
  expect(() => lockDataDir(directory.path)).toThrow(DataDirInUseError);
  first.release();
  first.release();
  lockDataDir(directory.path).release();
});

test('another process holds it, names itself, and loses it when it is killed', async () => {
  using directory = temporaryDirectory();
  const holder = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', holdIt, directory.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  const refusal = refusalOf(() => lockDataDir(directory.path));
  expect(refusal?.pid).toBe(holder.pid);
  expect(refusal?.message).toContain(`process ${String(holder.pid)}`);
  expect(refusal?.message).toContain(directory.path);
  holder.kill('SIGKILL');
  await once(holder, 'close');
  lockDataDir(directory.path).release();
});

function refusalOf(run: () => unknown): DataDirInUseError | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof DataDirInUseError) return error;
    throw error;
  }
}
