import { IconPlugConnected, IconPlugConnectedX, IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/rpc/contract.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SchemeSwitch } from '../../ui/SchemeSwitch.tsx';
import classes from './setup.module.css';

/** One of an office already; its data is on its way, or will never come because the station was revoked. */
export function JoinedScreen({ here }: { here: Output<'stations.here'> }) {
  const { t } = useTranslation();
  const { role, name, letter, leadName, isLeadConnected, connected, others } = here;
  const state = isLeadConnected ? 'waiting' : 'leadLost';
  return (
    <main className={classes.page}>
      <header className={classes.welcome}>
        <h1 className={classes.title}>{t('setup.joined.title', { name, letter })}</h1>
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      {role === 'revoked' ? (
        <Notice Icon={IconPlugOff} title={t('staff.revoked.title')} text={t('staff.revoked.text')} />
      ) : (
        <Notice
          Icon={isLeadConnected ? IconPlugConnected : IconPlugConnectedX}
          detail={t('staff.status.stations', { connected, others })}
          title={t(`setup.joined.${state}`)}
          text={t(`setup.joined.${state}.text`, { lead: leadName })}
        />
      )}
    </main>
  );
}
