import type { Menu } from 'electron';
import type { ElectronApi } from './electronApi.ts';

/**
 * No menu where the keys work without one. macOS takes copy, paste and quit from the menu, so it gets those; never the
 * view menu, whose entries open developer tools.
 */
export const applicationMenu = (menu: ElectronApi['Menu'], platform: NodeJS.Platform): Menu | null =>
  platform === 'darwin' ? menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null;
