import { surfaces, type Surface } from '../shared/rpc/roles.ts';
import { createBackOff, type BackOff } from './backOff.ts';
import { displayFor, placeOn, placeStaff, type Placement } from './displays.ts';
import type { Display, ElectronApi, WebContents, Window } from './electronApi.ts';
import type { Clock, Timers } from './host/ports.ts';
import { homeUrl } from './origin.ts';
import type { ShellSettingsFile } from './shellSettings.ts';
import { windowOptions, type WindowFiles } from './windowOptions.ts';
import { moveWindow, watchKioskKeys, watchPage } from './windowWatch.ts';

export interface Windows {
  /** Opens the window of a surface, or brings the one that is there to the front. */
  open(surface: Surface): void;
  close(surface: Surface): void;
  /** Puts a kiosk or board on a display from now on. */
  moveTo(surface: Exclude<Surface, 'staff'>, display: Display): void;
  reload(): void;
  /** The surface of a page that is the main page of one of our windows. */
  surfaceOf(contents: WebContents): Surface | null;
  isOpen(surface: Surface): boolean;
  contents(): readonly WebContents[];
  onChanged(listener: () => void): void;
  /** From now on windows close without question and what was open stays remembered. */
  beginQuit(): void;
}

export interface WindowParts {
  readonly electron: Pick<ElectronApi, 'BrowserWindow' | 'screen'>;
  readonly files: WindowFiles;
  readonly settings: ShellSettingsFile;
  readonly clock: Clock;
  readonly timers: Timers;
  log(message: string, details: Readonly<Record<string, unknown>>): void;
}

const reopenDelays = [500, 1000, 2000, 5000, 15_000, 30_000];

/** The windows of this station: at most one of each surface, opened again after a crash, on their displays. */
export function createWindows(parts: WindowParts): Windows {
  const { electron, files, settings, timers, log } = parts;
  const open = new Map<Surface, Window>();
  /** Windows that crashed and come back after a pause: they count as open. */
  const returning = new Set<Surface>();
  const backOffs = new Map<Surface, BackOff>();
  const listeners = new Set<() => void>();
  let quitting = false;

  const placement = (surface: Surface): Placement => {
    const displays = electron.screen.getAllDisplays();
    const primary = electron.screen.getPrimaryDisplay();
    if (surface === 'staff') return placeStaff(settings.current.staffBounds, displays, primary);
    return placeOn(surface, displayFor(surface, settings.current.displays[surface], displays, primary), primary);
  };

  const changed = () => {
    if (!quitting) settings.change({ open: surfaces.filter((surface) => open.has(surface) || returning.has(surface)) });
    for (const listener of listeners) listener();
  };

  const create = (surface: Surface) => {
    returning.delete(surface);
    const window = new electron.BrowserWindow(windowOptions(surface, files, placement(surface)));
    open.set(surface, window);
    window.setMenuBarVisibility(false);
    window.once('ready-to-show', () => window.show());
    watchClosing(surface, window);
    if (surface === 'kiosk') watchKioskKeys(window, () => remove(surface));
    watchPage(window, timers, (reason) => {
      if (open.get(surface) === window) reopen(surface, window, reason);
    });
    // A failed load is a failed start of the page: treated like a crash. Aborted is one that a reload replaced.
    window.loadURL(homeUrl(surface)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_ABORTED' && open.get(surface) === window && !window.isDestroyed())
        reopen(surface, window, `load: ${error.message}`);
    });
    changed();
  };

  const watchClosing = (surface: Surface, window: Window) => {
    window.on('close', (event) => {
      // A visitor at the kiosk must not be able to close it with a key.
      if (surface === 'kiosk' && !quitting) event.preventDefault();
      else if (surface === 'staff') settings.change({ staffBounds: window.getNormalBounds() });
    });
    window.on('closed', () => {
      if (open.get(surface) !== window) return;
      open.delete(surface);
      changed();
    });
  };

  const backOffOf = (surface: Surface): BackOff => {
    const known =
      backOffs.get(surface) ??
      createBackOff({ delays: reopenDelays, windowMs: 60_000, giveUpAfter: Infinity, monotonic: () => parts.clock.monotonic() });
    backOffs.set(surface, known);
    return known;
  };

  const reopen = (surface: Surface, window: Window, reason: string) => {
    const pause = backOffOf(surface).failed() ?? 0;
    log('window lost its page; it opens again', { surface, reason, pause });
    returning.add(surface);
    open.delete(surface);
    const again = () => {
      // A person may have closed the empty window in the meantime.
      if (window.isDestroyed()) returning.delete(surface);
      if (!quitting && returning.has(surface)) create(surface);
      else changed();
      // Only now: with the last window gone the program would end.
      if (!window.isDestroyed()) window.destroy();
    };
    timers.after(pause, again);
  };

  const remove = (surface: Surface) => {
    returning.delete(surface);
    const window = open.get(surface);
    open.delete(surface);
    window?.destroy();
    changed();
  };

  const place = (surface: Exclude<Surface, 'staff'>) => {
    const window = open.get(surface);
    if (window === undefined) return;
    moveWindow(window, surface, placement(surface));
  };
  const placeAll = () => {
    place('kiosk');
    place('board');
    listeners.forEach((listener) => listener());
  };
  electron.screen.on('display-added', placeAll);
  electron.screen.on('display-removed', placeAll);
  electron.screen.on('display-metrics-changed', (_event, _display, metrics) => {
    if (metrics.some((metric) => metric === 'bounds' || metric === 'rotation' || metric === 'scaleFactor')) placeAll();
  });

  return {
    open(surface) {
      const window = open.get(surface);
      if (window === undefined) return create(surface);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close: remove,
    moveTo(surface, { id, label }) {
      settings.change({ displays: { ...settings.current.displays, [surface]: { id, label } } });
      if (open.has(surface)) place(surface);
      listeners.forEach((listener) => listener());
    },
    reload: () => open.forEach((window) => window.webContents.reload()),
    surfaceOf(contents) {
      for (const [surface, window] of open) if (!window.isDestroyed() && window.webContents === contents) return surface;
      return null;
    },
    isOpen: (surface) => open.has(surface) || returning.has(surface),
    contents: () => [...open.values()].filter((window) => !window.isDestroyed()).map((window) => window.webContents),
    onChanged: (listener) => void listeners.add(listener),
    beginQuit() {
      quitting = true;
      const staff = open.get('staff');
      if (staff !== undefined && !staff.isDestroyed()) settings.change({ staffBounds: staff.getNormalBounds() });
    },
  };
}
