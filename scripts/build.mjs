// Builds main, preload and renderer when a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'electron',
  'renderer',
  'shared',
  'sync',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'postcss.config.mjs',
];

/** @param {string} root the project's directory */
export function buildIfNeeded(root) {
  const stamp = join(root, 'out', '.built');
  if (newest(root) <= modified(stamp)) return;
  console.error('Building Loket (only after a change) …');
  rmSync(stamp, { force: true });
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  // The build's own lines go to standard error: standard output belongs to --json.
  const { status } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The build failed; its messages are above.');
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, '');
}

function newest(root) {
  return Math.max(...sources.map((name) => newestIn(join(root, name))));
}

function newestIn(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (process.argv[1] === import.meta.filename) buildIfNeeded(join(import.meta.dirname, '..'));
