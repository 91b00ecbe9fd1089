import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export interface Running<T> {
  readonly child: ChildProcess;
  /** The one line that it prints when it is ready. */
  readonly ready: T;
  end(): Promise<void>;
}

/** Starts a program of this repository under Node and waits for its line of JSON. */
export async function startProgram<T>(file: string, args: readonly string[]): Promise<Running<T>> {
  const child = spawn(process.execPath, [join(root, file), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${file} ended before it was ready`);
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  ended.catch(() => {});
  return {
    child,
    ready: JSON.parse(line) as T,
    async end() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
