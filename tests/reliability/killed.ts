import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';

/**
 * Runs a program that writes `ready` and then one line for each thing it has acknowledged; kills it with SIGKILL after that
 * many lines. @returns all lines that came through whole: a last one that was cut off was not acknowledged.
 */
export async function runAndKill(program: string, parameters: readonly string[], after: number): Promise<string[]> {
  const running = spawn(process.execPath, [program, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void running.kill('SIGKILL'));
  let text = '';
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.split('\n').length > after + 1) running.kill('SIGKILL');
  });
  const [, signal] = (await once(running, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  expect(text.startsWith('ready\n'), 'the child must start').toBe(true);
  return text.split('\n').slice(1, -1);
}
