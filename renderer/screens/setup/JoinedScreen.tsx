import { type Icon as TablerIcon, IconPlugConnected, IconPlugConnectedX, IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/rpc/contract.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { SchemeSwitch } from '../../ui/SchemeSwitch.tsx';
import classes from './setup.module.css';

/** One of an office already; its data is on its way, or will never come because the station was revoked. */
export default function JoinedScreen({ here }: { here: Output<'stations.here'> }) {
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
        <State Icon={IconPlugOff} title={t('staff.revoked.title')} text={t('staff.revoked.text')} />
      ) : (
        <State
          Icon={isLeadConnected ? IconPlugConnected : IconPlugConnectedX}
          title={t(`setup.joined.${state}`)}
          text={t(`setup.joined.${state}.text`, { lead: leadName })}
          detail={t('staff.status.stations', { connected, others })}
        />
      )}
    </main>
  );
}

function State({ Icon, title, text, detail }: { Icon: TablerIcon; title: string; text: string; detail?: string }) {
  return (
    <section className={classes.state} role="status">
      <Icon size={48} stroke={1.5} aria-hidden />
      <div>
        <h2 className={classes.stepTitle}>{title}</h2>
        <p className={classes.lead}>{text}</p>
        {detail !== undefined && <p className={classes.count}>{detail}</p>}
      </div>
    </section>
  );
}
