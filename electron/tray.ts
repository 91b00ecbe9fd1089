import type { MenuItemConstructorOptions, Tray } from 'electron';
import type { Surface } from '../shared/rpc/roles.ts';
import type { ElectronApi } from './electronApi.ts';
import type { ShellSettingsFile } from './shellSettings.ts';
import type { ShellText } from './shellText.ts';
import type { Windows } from './windows.ts';

export interface TrayParts {
  readonly electron: Pick<ElectronApi, 'Tray' | 'Menu' | 'nativeImage' | 'screen'>;
  readonly icon: string;
  readonly text: ShellText;
  readonly windows: Windows;
  readonly settings: ShellSettingsFile;
  quit(): void;
}

/** The icon beside the clock: opens and closes windows, chooses their displays, quits. Stays as long as it is referenced. */
export function createTray(parts: TrayParts): Tray {
  const { electron, windows, text } = parts;
  const tray = new electron.Tray(electron.nativeImage.createFromPath(parts.icon));
  const refresh = () => tray.setContextMenu(electron.Menu.buildFromTemplate(trayMenu(parts)));
  tray.setToolTip(text.trayTip);
  tray.on('click', () => windows.open('staff'));
  windows.onChanged(refresh);
  refresh();
  return tray;
}

/** The menu for what is open now. */
export function trayMenu({ electron, windows, text, settings, quit }: TrayParts): MenuItemConstructorOptions[] {
  const toggle = (surface: Exclude<Surface, 'staff'>, open: string, close: string): MenuItemConstructorOptions =>
    windows.isOpen(surface)
      ? { id: `close-${surface}`, label: close, click: () => windows.close(surface) }
      : { id: `open-${surface}`, label: open, click: () => windows.open(surface) };
  const displayMenu = (surface: Exclude<Surface, 'staff'>, label: string): MenuItemConstructorOptions => ({
    id: `display-${surface}`,
    label,
    submenu: electron.screen.getAllDisplays().map((display, at) => ({
      id: `display-${surface}-${display.id}`,
      label: display.label === '' ? `${text.display} ${at + 1}` : `${text.display} ${at + 1}: ${display.label}`,
      type: 'radio',
      checked: settings.current.displays[surface]?.id === display.id,
      click: () => windows.moveTo(surface, display),
    })),
  });
  return [
    { id: 'open-staff', label: text.openStaff, click: () => windows.open('staff') },
    toggle('kiosk', text.openKiosk, text.closeKiosk),
    toggle('board', text.openBoard, text.closeBoard),
    { type: 'separator' },
    displayMenu('kiosk', text.kioskDisplay),
    displayMenu('board', text.boardDisplay),
    { type: 'separator' },
    { id: 'reload', label: text.reload, click: () => windows.reload() },
    { id: 'quit', label: text.quit, click: quit },
  ];
}
