import type { BrowserWindow, Display, Rectangle, WebContents } from 'electron';

/** The parts of Electron that the shell uses, handed in so that tests drive the shell with a typed fake. */
export type ElectronApi = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeImage'
  | 'powerMonitor'
  | 'powerSaveBlocker'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
  | 'utilityProcess'
>;

export type { Display, Rectangle, WebContents };
export type Window = BrowserWindow;
