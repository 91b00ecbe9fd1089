import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildIfNeeded } from '../scripts/build.mjs';

const root = join(import.meta.dirname, '..');

export interface RunningProgram {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it is ready. */
  readonly readyMs: number;
  end(): Promise<void>;
}

/** Starts browser mode as `npm start` does, on a free port, without a browser. */
export async function startProgram(dataDir: string, ...flags: string[]): Promise<RunningProgram> {
  buildIfNeeded(root);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--browser', '--json', '--no-open', '--port', '0', '--data', dataDir, ...flags],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const { url, pid } = await firstLine(child);
  const readyMs = performance.now() - started;
  return {
    url,
    pid,
    readyMs,
    async end() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<{ url: string; pid: number }> {
  if (child.stdout === null) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as { url: string; pid: number };
  throw new Error('The program ended before it was ready');
}
