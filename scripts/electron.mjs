// Finds Electron's program without importing the package, whose index downloads and throws.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const programNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Path of the installed Electron program, `null` when only its npm package is here. */
export function electronBinary() {
  const directory = packageDirectory();
  if (directory === null) return null;
  const name = programNames[process.platform] ?? 'electron';
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existsSync(join(override, name)) ? join(override, name) : null;
  const program = join(directory, 'dist', name);
  return installedVersion(directory) === packageVersion(directory) && existsSync(program) ? program : null;
}

/** The program, downloaded when it is missing and the network allows; `null` otherwise. Tries once per process. */
export function ensureElectron() {
  const present = electronBinary();
  const directory = packageDirectory();
  if (present !== null || tried || process.env.LOKET_NO_DOWNLOAD || directory === null) return present;
  tried = true;
  const { status, error, stderr } = spawnSync(process.execPath, [join(directory, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0 && process.env.LOKET_DEBUG) console.error(error?.message ?? stderr);
  return electronBinary();
}
let tried = false;

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function packageDirectory() {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null; // installed without development dependencies
  }
}

const packageVersion = (directory) => JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')).version;

function installedVersion(directory) {
  try {
    return readFileSync(join(directory, 'dist', 'version'), 'utf8')
      .replace(/^v/u, '')
      .trim();
  } catch {
    return null; // never downloaded
  }
}
