/** Electron's entry: reads the flags and hands Electron to the shell. Nothing is awaited here (STACK: deadlock). */
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
} from 'electron';
import { join } from 'node:path';
import type { ElectronApi } from './electronApi.ts';
import { helpText, parseFlags } from './flags.ts';
import { createLog } from './host/log.ts';
import { createSystemPorts } from './host/ports.ts';
import { programArguments } from './programArguments.ts';
import { startShell } from './shell.ts';

const electron: ElectronApi = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  Tray,
  utilityProcess,
};

/** The built file lies in `out/main`, icons in `resources` beside `out`. */
const root = join(import.meta.dirname, '..', '..');
const flags = parseFlags(programArguments(process.argv, process.defaultApp ?? false));

if (!flags.ok) end(2, flags.error.message);
else if (flags.value.help) end(0, helpText);
else if (flags.value.browser) end(2, 'Browser mode runs under Node: npm start -- --browser');
else {
  const log = createLog({ file: join(flags.value.dataDir, 'logs', 'shell.log') });
  startShell({
    electron,
    flags: flags.value,
    files: {
      preload: join(root, 'out', 'preload', 'preload.cjs'),
      hostEntry: join(root, 'out', 'main', 'hostProcess.js'),
      renderer: join(root, 'out', 'renderer'),
      icon: join(root, 'resources', 'icons', process.platform === 'win32' ? 'icon.ico' : 'icon.png'),
      trayIcon: join(root, 'resources', 'icons', process.platform === 'win32' ? 'icon.ico' : 'tray.png'),
    },
    platform: process.platform,
    ports: createSystemPorts(),
    write: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    log: (message, details) => log.info(details, message),
  });
}

function end(code: number, line: string): void {
  (code === 0 ? process.stdout : process.stderr).write(`${line}\n`);
  app.exit(code);
}
