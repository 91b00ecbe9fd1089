// `npm start`: builds when needed, then Electron when its binary is there or can be downloaded, else browser mode.
import './check-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from './build.mjs';
import { ensureElectron, hasDisplay } from './electron.mjs';

const root = join(import.meta.dirname, '..');
const built = (name) => import(pathToFileURL(join(root, 'out', 'main', `${name}.js`)).href);

buildIfNeeded(root);
const { helpText, parseFlags } = await built('flags');
const argv = process.argv.slice(2);
const flags = parseFlags(argv);
if (!flags.ok) {
  console.error(flags.error.message);
  process.exitCode = 2;
} else if (flags.value.help) {
  console.log(helpText);
} else {
  endWithNpm();
  await start(flags.value);
}

/** @param {import('../electron/flags.ts').Flags} chosen */
async function start(chosen) {
  const reason = chosen.browser ? null : whyNoElectron();
  if (chosen.browser || reason !== null) {
    if (reason !== null) console.error(`${reason}: starting browser mode.`);
    const { runBrowserMode } = await built('browserMode');
    process.exitCode = await runBrowserMode(chosen);
    return;
  }
  const child = spawn(ensureElectron() ?? '', [root, ...argv], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

/**
 * npm hands SIGTERM to the shell between it and this process, and the shell dies without passing it on. When that parent
 * is gone, whoever started the program wanted it to end.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** One line that says why Electron does not start, `null` when it can. */
function whyNoElectron() {
  if (!hasDisplay()) return 'There is no display for Electron';
  return ensureElectron() === null ? 'The Electron program is not here and could not be downloaded' : null;
}
