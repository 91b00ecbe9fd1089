/** `npm start` as a person at a terminal meets it. Needs the build, which `npm test` makes first. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

const root = join(import.meta.dirname, '../../..');

function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'loket-start-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function start(...flags: string[]): ChildProcess {
  // An Electron that is installed here must not be found: these tests are about the launcher and browser mode.
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...flags], {
    cwd: tmpdir(),
    env: { ...process.env, LOKET_NO_DOWNLOAD: '1', ELECTRON_OVERRIDE_DIST_PATH: tmpdir() },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Exit code and everything that was printed. */
async function finished(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const printed = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...printed };
}

async function ready(child: ChildProcess): Promise<{ url: string; pid: number; dataDir: string }> {
  if (child.stdout === null) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout }))
    return JSON.parse(line) as { url: string; pid: number; dataDir: string };
  throw new Error('ended before it was ready');
}

const startJson = (dataDir: string, ...flags: string[]) =>
  start('--browser', '--json', '--no-open', '--port', '0', '--data', dataDir, ...flags);

describe('npm start', () => {
  it('explains its flags', async () => {
    const { code, out } = await finished(start('--help'));
    expect(code).toBe(0);
    for (const flag of ['--browser', '--port', '--data', '--demo', '--no-open', '--json']) expect(out).toContain(flag);
  });

  it.each([
    [['--colour'], 'Unknown flag'],
    [['--port', 'many'], '--port'],
    [['--data'], '--data needs a value'],
  ])('refuses %j with a sentence', async (flags, sentence) => {
    const { code, err } = await finished(start(...flags));
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('prints one JSON line when ready, opens a window by its URL once, and ends cleanly on SIGTERM', async () => {
    const dataDir = temporaryDirectory();
    const child = startJson(dataDir);
    const line = await ready(child);
    expect(line).toMatchObject({ pid: child.pid, dataDir });
    const opened = await fetch(line.url, { redirect: 'manual' });
    expect(opened.status).toBe(303);
    expect((await fetch(line.url, { redirect: 'manual' })).status).toBe(401);
    const ended = finished(child);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it.skipIf(process.platform === 'win32')('ends cleanly when npm is told to end', async () => {
    const flags = ['--browser', '--json', '--no-open', '--port', '0', '--data', temporaryDirectory()];
    const npm = spawn('npm', ['start', '--silent', '--', ...flags], { cwd: root });
    const { pid } = await ready(npm);
    npm.kill('SIGTERM');
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 10_000 });
  });

  it('ends cleanly on Ctrl-C too', async () => {
    const child = startJson(temporaryDirectory());
    await ready(child);
    const ended = finished(child);
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });

  it('refuses a second start on the same data, and starts again after a kill', async () => {
    const dataDir = temporaryDirectory();
    const first = startJson(dataDir);
    const { url: firstUrl } = await ready(first);
    // Also on the same port, as two plain starts would be: the data directory is what matters.
    const { port } = new URL(firstUrl);
    const second = await finished(start('--browser', '--no-open', '--port', port, '--data', dataDir));
    expect(second.code).toBe(1);
    expect(second.err).toMatch(new RegExp(`already running on .*process ${first.pid}`, 'u'));
    const gone = once(first, 'exit');
    first.kill('SIGKILL');
    await gone;
    const third = startJson(dataDir);
    await ready(third);
    const ended = finished(third);
    third.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });

  it('names the flag when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, err } = await finished(start('--browser', '--no-open', '--port', String(port), '--data', temporaryDirectory()));
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is taken`);
    expect(err).toContain('--port');
  });

  it('says in one line that Electron is not here and starts browser mode', async () => {
    const child = start('--json', '--no-open', '--port', '0', '--data', temporaryDirectory());
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const { url } = await ready(child);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//u);
    const ended = finished(child);
    child.kill('SIGTERM');
    await ended;
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain('browser mode');
  });
});
