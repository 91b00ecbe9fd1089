import type * as electron from 'electron';

/** The parts of Electron that the shell uses, handed in so that tests drive the shell with a typed fake. */
export type ElectronApi = Pick<
  typeof electron,
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

export type Window = electron.BrowserWindow;
export type WebContents = electron.WebContents;
export type WebFrame = electron.WebFrameMain;
export type Display = electron.Display;
export type Rectangle = electron.Rectangle;
