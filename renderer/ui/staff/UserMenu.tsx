import { VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconKey, IconLogout, IconNotebook, IconSchool, IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../../api/useSession.ts';
import { loadStubbornly, whenIdle } from '../loadStubbornly.ts';
import { DropMenu } from '../menu/DropMenu.tsx';
import { useStaffSession } from './StaffContext.tsx';
import classes from './UserMenu.module.css';

const loadDialog = () => loadStubbornly(() => import('./ChangeSecretDialog.tsx'));
const ChangeSecretDialog = lazy(async () => ({ default: (await loadDialog()).ChangeSecretDialog }));
// Fetched while the host is there, so that the dialog opens at once.
whenIdle(() => void loadDialog());

/** Who is logged in, changing the PIN, leaving. */
export function UserMenu() {
  const { t } = useTranslation();
  const { name, roles } = useStaffSession();
  const { logOut } = useSession();
  const navigate = useNavigate();
  const roleWords = roles.map((role) => t(`staff.role.${role}`)).join(', ');
  const serves = roles.some((role) => role !== 'keamanan');
  const [changing, setChanging] = useState(false);
  return (
    <>
      <DropMenu
        entries={[
          ...(serves
            ? [{ label: t('staff.nav.book'), icon: <IconNotebook size={20} aria-hidden />, onChoose: () => void navigate('/buku-padam') }]
            : []),
          { label: t('staff.nav.training'), icon: <IconSchool size={20} aria-hidden />, onChoose: () => void navigate('/latihan') },
          { label: t('staff.user.changeSecret'), icon: <IconKey size={20} aria-hidden />, onChoose: () => setChanging(true) },
          { label: t('staff.user.logOut'), icon: <IconLogout size={20} aria-hidden />, onChoose: () => void logOut() },
        ]}
      >
        {(button) => (
          <button type="button" className={classes.user} {...button}>
            <VisuallyHidden>{t('staff.user.menu', { name: '' })}</VisuallyHidden> <IconUserCircle size={24} aria-hidden />
            <span className={classes.words}>
              <span className={classes.name}>{name}</span> <span className={classes.roles}>{roleWords}</span>
            </span>
            <IconChevronDown size={18} aria-hidden />
          </button>
        )}
      </DropMenu>
      {changing && (
        <Suspense fallback={null}>
          <ChangeSecretDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
