import { join } from 'node:path';
import { z } from 'zod';
import { type Surface, surfaces } from '../shared/rpc/roles.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { registerChannels } from './channels.ts';
import type { ElectronApi } from './electronApi.ts';
import type { Flags } from './flags.ts';
import type { Ports } from './host/ports.ts';
import { stationSurfaces } from './host/lan/stationSurfaces.ts';
import type { StartFailure } from './hostProtocol.ts';
import { createHostSupervisor, type HostSupervisor } from './hostSupervisor.ts';
import { adoptKeys, type KeyRefusal, type KeyStoreParts, type OpenedKeys, openKeys } from './keyStore.ts';
import { applicationMenu } from './menu.ts';
import { restrictNavigation } from './navigation.ts';
import { homeUrl } from './origin.ts';
import { createPapers } from './papers.ts';
import { restrictSession } from './permissions.ts';
import { createDisplayKeeper } from './powerSave.ts';
import { createPrinting } from './printing.ts';
import { openShellSettings } from './shellSettings.ts';
import { keyRefusalWords, shellText, startFailureWords } from './shellText.ts';
import { createTray } from './tray.ts';
import { createWindows, type Windows } from './windows.ts';

/** Files of the built program. */
export interface ShellFiles {
  readonly preload: string;
  readonly hostEntry: string;
  readonly renderer: string;
  readonly icon: string;
  readonly trayIcon: string;
}

export interface ShellParts {
  readonly electron: ElectronApi;
  readonly flags: Flags;
  readonly files: ShellFiles;
  readonly platform: NodeJS.Platform;
  readonly ports: Ports;
  /** One line on standard output, for `--json`. */
  write(line: string): void;
  /** One line on standard error. */
  complain(line: string): void;
  log(message: string, details: Readonly<Record<string, unknown>>): void;
}

/**
 * The desktop program's composition root. Everything that must happen before Electron is ready happens before this
 * returns; the rest follows in a callback: awaiting `whenReady` at the top of an ES module would deadlock.
 */
export function startShell(parts: ShellParts): void {
  const { app, protocol } = parts.electron;
  app.enableSandbox();
  registerAppScheme(protocol);
  // Lock, settings and storage belong to the data directory: two stations on one computer do not meet.
  app.setPath('userData', join(parts.flags.dataDir, 'shell'));
  if (!app.requestSingleInstanceLock({ open: parts.flags.open })) {
    parts.complain(`Loket is already running on ${parts.flags.dataDir}; its window was brought to the front.`);
    app.exit(1);
    return;
  }
  let windows: Windows | null = null;
  restrictNavigation({ app, shell: parts.electron.shell, surfaceOf: (contents) => windows?.surfaceOf(contents) ?? null, log: parts.log });
  app.on('second-instance', (_event, _argv, _directory, wish) => {
    for (const surface of wishedSurfaces(wish)) windows?.open(surface);
  });
  app.on('activate', () => windows?.open('staff'));
  app.on('window-all-closed', () => app.quit());
  const begin = async () => {
    await app.whenReady();
    windows = run(parts);
  };
  begin().catch((error: unknown) => {
    parts.complain(`Loket could not start: ${String(error)}`);
    app.exit(1);
  });
}

/** What a second start asks the first one to open; the counter's window when it names none. */
function wishedSurfaces(wish: unknown): readonly Surface[] {
  const parsed = z.looseObject({ open: z.array(z.enum(surfaces)).min(1) }).safeParse(wish);
  return parsed.success ? parsed.data.open : ['staff'];
}

/** Everything after `ready`. Returns the windows, or `null` when the program is ending. */
function run(parts: ShellParts): Windows | null {
  const { electron, flags, files, ports, log } = parts;
  const text = shellText(electron.app.getLocale());
  const keyParts: KeyStoreParts = {
    safeStorage: electron.safeStorage,
    platform: parts.platform,
    directory: join(flags.dataDir, 'keys'),
    random: ports.random,
    allowWeak: flags.allowWeakKeyStore,
  };
  const opened = openKeys(keyParts);
  if (!opened.ok) {
    refuseToStart(parts, opened.error);
    return null;
  }

  const packaged = electron.app.isPackaged;
  const settings = openShellSettings(join(flags.dataDir, 'shell', 'windows.json'), (error) =>
    log('window settings', { error: String(error) }),
  );
  const papers = createPapers(() => ports.random.uuid());
  const windows = createWindows({
    electron,
    files: { preload: files.preload, icon: files.icon, packaged },
    settings,
    clock: ports.clock,
    timers: ports.timers,
    log,
  });
  restrictSession(electron.session.defaultSession, { packaged, surfaceOf: windows.surfaceOf });
  serveApp(electron.protocol, files.renderer, papers);
  electron.Menu.setApplicationMenu(applicationMenu(electron.Menu, parts.platform));

  const supervisor = superviseHost(parts, keyParts, opened.value, windows);
  const printing = createPrinting({ electron, papers, timers: ports.timers, packaged, log });
  registerChannels({
    ipcMain: electron.ipcMain,
    surfaceOf: windows.surfaceOf,
    handlers: {
      requestPort: ({ contents, surface }) => supervisor.connect(contents, surface),
      printPaper: ({ contents }, request) => printing.printPaper(contents, request),
      printToPdf: (_sender, request) => printing.printToPdf(request),
      printers: ({ contents }) => printing.printers(contents),
    },
    onRejected: (channel, reason) => log('message refused', { channel, reason }),
  });

  const keepAwake = createDisplayKeeper(electron.powerSaveBlocker);
  windows.onChanged(() => keepAwake(windows.isOpen('board')));
  electron.powerMonitor.on('suspend', supervisor.lockSessions);
  electron.powerMonitor.on('lock-screen', supervisor.lockSessions);
  keepTray(createTray({ electron, icon: files.trayIcon, text, windows, settings, quit: () => electron.app.quit() }));
  endInOrder(electron.app, windows, supervisor);
  supervisor.start();
  if (!flags.noOpen) {
    const byRoles = stationSurfaces(flags.dataDir);
    const first = byRoles.length === 0 ? (['staff'] as const) : byRoles;
    const remembered = settings.current.open.length === 0 ? first : settings.current.open;
    for (const surface of flags.open.length === 0 ? remembered : flags.open) windows.open(surface);
  }
  return windows;
}

function superviseHost(parts: ShellParts, keyParts: KeyStoreParts, keys: OpenedKeys, windows: Windows): HostSupervisor {
  const { electron, flags, files, ports, log } = parts;
  let told = false;
  const supervisor = createHostSupervisor({
    electron,
    entry: files.hostEntry,
    config: { dataDir: flags.dataDir, demo: flags.demo, lanPort: flags.lanPort, ...keys },
    clock: ports.clock,
    timers: ports.timers,
    pages: windows.contents,
    log,
    adoptKeys: (joined) => adoptKeys(keyParts, keys, joined),
    onReplay: (done, total) => log('preparing the data', { done, total }),
    // The windows show it, with what to do.
    onProblem: (problem) => log('the data cannot be opened', { problem }),
    onReady() {
      if (flags.json && !told) parts.write(JSON.stringify({ url: homeUrl('staff'), pid: process.pid, dataDir: flags.dataDir }));
      told = true;
    },
    onGivenUp: (failure) => void askToGoOn(parts, failure, () => supervisor.start()),
  });
  return supervisor;
}

async function askToGoOn({ electron, complain }: ShellParts, failure: StartFailure | null, again: () => void): Promise<void> {
  const text = shellText(electron.app.getLocale());
  const { message, detail } = startFailureWords(text, failure);
  complain(`${message}: ${detail}`);
  const { response } = await electron.dialog.showMessageBox({
    type: 'error',
    title: 'Loket',
    message,
    detail,
    buttons: [text.again, text.quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) again();
  else electron.app.quit();
}

function refuseToStart({ electron, complain }: ShellParts, refusal: KeyRefusal): void {
  const { message, detail } = keyRefusalWords(shellText(electron.app.getLocale()), refusal);
  complain(`${message}: ${detail}`);
  electron.dialog.showErrorBox(message, detail);
  electron.app.exit(1);
}

/** Quits only after the host has closed the database. */
function endInOrder(app: ElectronApi['app'], windows: Windows, supervisor: HostSupervisor): void {
  let hostGone = false;
  const endHost = async () => {
    await supervisor.stop();
    hostGone = true;
    app.quit();
  };
  app.on('before-quit', (event) => {
    windows.beginQuit();
    if (hostGone) return;
    event.preventDefault();
    void endHost();
  });
}

/** A tray icon disappears when it is collected as garbage. */
const kept: unknown[] = [];
const keepTray = (tray: unknown): void => void kept.push(tray);
