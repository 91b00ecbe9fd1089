import { IconDeviceTablet, IconExternalLink, IconScreenShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton.tsx';
import { DropMenu } from '../menu/DropMenu.tsx';
import { loketShell } from '../printing/shell.ts';

const windows = [
  { path: '/kios', key: 'staff.windows.kiosk', Icon: IconDeviceTablet },
  { path: '/papan', key: 'staff.windows.board', Icon: IconScreenShare },
] as const;

/** Kiosk and board in tabs of their own. In the desktop program its own menu opens them on the chosen display. */
export function WindowsMenu() {
  const { t } = useTranslation();
  if (loketShell() !== null) return null;
  return (
    <DropMenu
      entries={windows.map(({ path, key, Icon }) => ({
        label: t(key),
        icon: <Icon size={20} aria-hidden />,
        note: t('staff.windows.newTab'),
        newTab: path,
      }))}
    >
      {(button) => (
        <IconButton label={t('staff.windows.label')} {...button}>
          <IconExternalLink size={22} aria-hidden />
        </IconButton>
      )}
    </DropMenu>
  );
}
