import { IconLogin2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { SchemeSwitch } from '../SchemeSwitch.tsx';
import header from './Header.module.css';
import frame from './StaffFrame.module.css';

/** The guard post while nobody is logged in: it shows calls and can answer them, and leads to the login. */
export function GuardPostFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { data: office } = useHostQuery('office.profile', {});
  return (
    <div className={frame.frame}>
      <header className={header.header}>
        <p className={header.brand}>
          <span className={header.app}>{t('common.appName')}</span>
          <span className={header.office}>{office?.profile?.name}</span>
        </p>
        <nav aria-label={t('staff.nav.label')} className={header.nav} />
        <div className={header.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <Link to="/loket" className={header.link ?? ''}>
            <IconLogin2 size={20} aria-hidden />
            {t('staff.login.submit')}
          </Link>
        </div>
        <div className={header.security} data-place="security" />
      </header>
      <main id="screen" tabIndex={-1} className={frame.screen}>
        {children}
      </main>
    </div>
  );
}
