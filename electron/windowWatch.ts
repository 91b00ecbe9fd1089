import type { Input } from 'electron';
import type { Surface } from '../shared/rpc/roles.ts';
import type { Placement } from './displays.ts';
import type { Window } from './electronApi.ts';
import type { Timers } from './host/ports.ts';

/** How long a page may hang before it is ended and opened again. */
const hangLimitMs = 10_000;

/** Calls `onLost` when a window's page has crashed or hangs for ten seconds; a hanging page is ended first. */
export function watchPage(window: Window, timers: Timers, onLost: (reason: string) => void): void {
  let cancelLimit = () => {};
  const endHanging = () => {
    if (!window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  };
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    cancelLimit();
    if (reason !== 'clean-exit') onLost(reason);
  });
  window.on('unresponsive', () => {
    cancelLimit();
    cancelLimit = timers.after(hangLimitMs, endHanging);
  });
  window.on('responsive', () => cancelLimit());
  window.on('closed', () => cancelLimit());
}

/** Calls `onLeave` for Ctrl+Alt+Shift+K: how staff with a keyboard leaves the kiosk, which nothing else closes. */
export function watchKioskKeys(window: Window, onLeave: () => void): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (!isLeaveChord(input)) return;
    event.preventDefault();
    onLeave();
  });
}

const isLeaveChord = ({ type, key, control, alt, shift }: Input) =>
  type === 'keyDown' && control && alt && shift && key.toLowerCase() === 'k';

/** Moves a kiosk or board. A window that covers a display cannot be moved: uncover, move, cover. */
export function moveWindow(window: Window, surface: Exclude<Surface, 'staff'>, { bounds, cover }: Placement): void {
  const setCover = (on: boolean) => (surface === 'kiosk' ? window.setKiosk(on) : window.setFullScreen(on));
  setCover(false);
  window.setBounds(bounds);
  if (cover) setCover(true);
}
