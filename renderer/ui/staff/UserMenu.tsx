import { Menu, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconKey, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/useSession.ts';
import { ChangeSecretDialog } from './ChangeSecretDialog.tsx';
import { useStaffSession } from './StaffContext.tsx';
import classes from './UserMenu.module.css';

/** Who is logged in, changing the PIN, leaving. */
export function UserMenu() {
  const { t } = useTranslation();
  const { name, roles } = useStaffSession();
  const { logOut } = useSession();
  const roleWords = roles.map((role) => t(`staff.role.${role}`)).join(', ');
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={260} shadow="md">
        <Menu.Target>
          <button type="button" className={classes.user}>
            <VisuallyHidden>{t('staff.user.menu', { name: '' })}</VisuallyHidden> <IconUserCircle size={24} aria-hidden />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span> <span className={classes.roles}>{roleWords}</span>
            </span>
            <IconChevronDown size={18} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item mih={44} leftSection={<IconKey size={20} aria-hidden />} onClick={() => setChanging(true)}>
            {t('staff.user.changeSecret')}
          </Menu.Item>
          <Menu.Item mih={44} leftSection={<IconLogout size={20} aria-hidden />} onClick={() => void logOut()}>
            {t('staff.user.logOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangeSecretDialog onClose={() => setChanging(false)} />}
    </>
  );
}
