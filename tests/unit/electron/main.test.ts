import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeElectron, type FakeElectron } from '../../fixtures/fakeElectron/index.ts';

let fake: FakeElectron;

const argv = process.argv;
let dataDir: string;
const out: string[] = [];
beforeEach(() => {
  fake = createFakeElectron();
  vi.doMock('electron', () => fake.electron);
  dataDir = mkdtempSync(join(tmpdir(), 'loket-main-'));
  out.length = 0;
  const keep = (line: unknown) => {
    out.push(String(line));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
  process.argv = argv;
  rmSync(dataDir, { recursive: true, force: true });
});

const run = async (...flags: string[]) => {
  process.argv = ['/opt/Loket/loket', ...flags];
  await import('../../../electron/main.ts');
};

describe('main.ts', () => {
  test('waits for ready in a callback: importing it ends while Electron is not ready', async () => {
    await run('--data', dataDir, '--no-open', '--json');
    expect(fake.journal).toEqual(['sandbox', 'schemes', 'path userData', 'lock']);
    expect(fake.app.exitCode).toBeNull();
    expect(existsSync(join(dataDir, 'logs', 'shell.log'))).toBe(true);
  });

  test.each([
    [['--help'], 0, '--allow-weak-key-store'],
    [['--wat'], 2, 'Unknown flag "--wat"'],
    [['--browser'], 2, 'npm start -- --browser'],
  ])('%j ends with %i and a sentence, before anything is made', async (flags, code, words) => {
    await run(...flags);
    expect(fake.app.exitCode).toBe(code);
    expect(out.join('')).toContain(words);
    expect(fake.app.paths).toEqual({});
  });
});
