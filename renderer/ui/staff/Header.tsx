import {
  IconFiles,
  IconHeartHandshake,
  IconLock,
  IconMap2,
  IconMessageReport,
  IconSettings,
  IconShield,
  IconTicket,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../../api/useSession.ts';
import { IconButton } from '../IconButton.tsx';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { SchemeSwitch } from '../SchemeSwitch.tsx';
import classes from './Header.module.css';
import { useStaffSession } from './StaffContext.tsx';
import { ComplaintCount, IncidentCount } from './NavCounts.tsx';
import { UserMenu } from './UserMenu.tsx';
import { WindowsMenu } from './WindowsMenu.tsx';

/** Where one is, where one can go, who one is. */
export function Header({ officeName }: { officeName: string }) {
  const { t } = useTranslation();
  const session = useStaffSession();
  const { lock } = useSession();
  const manages = session.roles.some((role) => role === 'admin' || role === 'pengawas');
  const guards = manages || session.roles.includes('keamanan');
  const serves = manages || session.roles.includes('petugas');
  return (
    <header className={classes.header}>
      <p className={classes.brand}>
        <span className={classes.app}>{t('common.appName')}</span>
        <span className={classes.office}>{officeName}</span>
      </p>
      <nav aria-label={t('staff.nav.label')} className={classes.nav}>
        {serves && (
          <NavLink to="/loket" className={classes.link ?? ''}>
            <IconTicket size={20} aria-hidden />
            {t('staff.nav.counter')}
          </NavLink>
        )}
        {manages && (
          <NavLink to="/lantai" className={classes.link ?? ''}>
            <IconMap2 size={20} aria-hidden />
            {t('staff.nav.floor')}
          </NavLink>
        )}
        {serves && (
          <NavLink to="/berkas" className={classes.link ?? ''}>
            <IconFiles size={20} aria-hidden />
            {t('staff.nav.documents')}
          </NavLink>
        )}
        {serves && (
          <NavLink to="/pengaduan" className={classes.link ?? ''}>
            <IconMessageReport size={20} aria-hidden />
            {t('staff.nav.complaints')}
            <ComplaintCount />
          </NavLink>
        )}
        <NavLink to="/kejadian" className={classes.link ?? ''}>
          <IconHeartHandshake size={20} aria-hidden />
          {t('staff.nav.incidents')}
          <IncidentCount />
        </NavLink>
        {guards && (
          <NavLink to="/keamanan" className={classes.link ?? ''}>
            <IconShield size={20} aria-hidden />
            {t('staff.nav.security')}
          </NavLink>
        )}
        {manages && (
          <NavLink to="/pengaturan" className={classes.link ?? ''}>
            <IconSettings size={20} aria-hidden />
            {t('staff.nav.settings')}
          </NavLink>
        )}
      </nav>
      <div className={classes.tools}>
        <LanguageSwitch />
        <SchemeSwitch />
        <WindowsMenu />
        <IconButton label={t('staff.user.lock')} onClick={() => void lock()}>
          <IconLock size={22} aria-hidden />
        </IconButton>
        <UserMenu />
      </div>
      {/* Kept free for the security button, which lies above everything else (renderer/alarm). */}
      <div className={classes.security} data-place="security" />
    </header>
  );
}
