import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { AlarmCard } from '../../alarm/alert/AlarmCard.tsx';
import { openAlarms } from '../../alarm/calls.ts';
import { useHostQuery } from '../../api/useHostQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DrillPanel } from './DrillPanel.tsx';
import { History } from './History.tsx';
import { Receivers } from './Receivers.tsx';
import { SirenTest } from './SirenTest.tsx';
import classes from './SecurityScreen.module.css';

/** `/keamanan`: live calls, who receives them, the drill, what happened before. Works without a login, but for the history. */
export default function SecurityScreen() {
  const { t } = useTranslation();
  const snapshot = useAlarmSnapshot();
  const { station, isConnected } = snapshot;
  const zone = useHostQuery('office.profile', {}).data?.profile?.zone;
  const alarms = openAlarms(snapshot);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 className={classes.title}>{t('security.title')}</h1>
          <p className={classes.lead}>{t('security.lead')}</p>
        </div>
        <dl className={classes.number}>
          <dt>{t('security.emergency')}</dt>
          <dd>{station?.emergencyNumber ?? '112'}</dd>
        </dl>
      </header>
      {!isConnected && (
        <p role="alert" className={classes.warning}>
          {t('security.cut')}
        </p>
      )}
      {station?.journalOk === false && (
        <p role="alert" className={classes.warning}>
          {t('security.journal')}
        </p>
      )}
      <section aria-label={t('security.live')} className={classes.live} data-empty={alarms.length === 0}>
        {alarms.length === 0 ? (
          <Notice band Icon={IconShieldCheck} title={t('security.none')} text={t('security.none.text')} />
        ) : (
          alarms.map((alarm) => <AlarmCard key={alarm.alarmId} alarm={alarm} headingLevel={2} />)
        )}
      </section>
      <div className={classes.columns}>
        <Receivers zone={zone} />
        <div className={classes.stack}>
          <DrillPanel zone={zone} />
          <SirenTest />
        </div>
      </div>
      <History zone={zone} />
    </div>
  );
}
