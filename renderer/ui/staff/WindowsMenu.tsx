import { Menu } from '@mantine/core';
import { IconDeviceTablet, IconExternalLink, IconScreenShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton.tsx';
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
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <IconButton label={t('staff.windows.label')}>
          <IconExternalLink size={22} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        {windows.map(({ path, key, Icon }) => (
          <Menu.Item
            key={path}
            component="a"
            href={path}
            target="_blank"
            rel="noopener"
            mih={44}
            leftSection={<Icon size={20} aria-hidden />}
            rightSection={t('staff.windows.newTab')}
          >
            {t(key)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
