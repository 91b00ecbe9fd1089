import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Surface } from '../shared/rpc/roles.ts';
import type { Placement } from './displays.ts';

/** What every page of the program runs under, the hidden page of a paper too (RELIABILITY 1). */
export const hardenedPreferences = (packaged: boolean): WebPreferences => ({
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableWebSQL: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
  devTools: !packaged,
});

export interface WindowFiles {
  readonly preload: string;
  readonly icon: string;
  readonly packaged: boolean;
}

/** Everything a window of a surface is created with. It is shown when its page has painted. */
export function windowOptions(surface: Surface, files: WindowFiles, { bounds, cover }: Placement): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    show: false,
    title: 'Loket',
    icon: files.icon,
    autoHideMenuBar: true,
    kiosk: surface === 'kiosk',
    fullscreen: surface === 'board' && cover,
    ...(surface === 'staff' ? { minWidth: 800, minHeight: 600 } : {}),
    webPreferences: {
      ...hardenedPreferences(files.packaged),
      preload: files.preload,
      // The board calls numbers aloud without anybody touching it, also while another window covers it.
      autoplayPolicy: surface === 'board' ? 'no-user-gesture-required' : 'document-user-activation-required',
      backgroundThrottling: surface !== 'board',
      disableDialogs: surface !== 'staff',
    },
  };
}
