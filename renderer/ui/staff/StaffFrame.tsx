import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Banners } from './banners/Banners.tsx';
import { Header } from './Header.tsx';
import classes from './StaffFrame.module.css';
import { StatusLine } from './StatusLine.tsx';

/** Header, warnings, the screen, status line: the same on every staff screen. */
export function StaffFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { data: office } = useHostQuery('office.profile', {});
  const { data: status } = useHostQuery('system.status', {});
  const zone = office?.profile?.zone;
  return (
    <div className={classes.frame}>
      <a href="#screen" className={classes.skip}>
        {t('staff.nav.skip')}
      </a>
      <Header officeName={office?.profile?.name ?? ''} />
      <Banners status={status} zone={zone} />
      <main id="screen" tabIndex={-1} className={classes.screen}>
        {children}
      </main>
      <StatusLine status={status} zone={zone} />
    </div>
  );
}
