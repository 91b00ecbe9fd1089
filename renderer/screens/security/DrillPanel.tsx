import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isLive } from '../../../shared/alarm/fold.ts';
import { useAlarmClient, useAlarmSnapshot } from '../../alarm/AlarmContext.tsx';
import { isDrillOverdue } from '../../alarm/calls.ts';
import { momentWords } from '../../ui/format.ts';
import { useLanguage } from '../../ui/useLanguage.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './SecurityScreen.module.css';

/** Practising the call, and the reminder when nobody has for a month. */
export function DrillPanel({ zone }: { zone: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useAlarmClient();
  const snapshot = useAlarmSnapshot();
  const { station, isConnected } = snapshot;
  const isOverdue = isDrillOverdue(snapshot, useNow(60_000));
  const live = (station?.alarms ?? []).filter(isLive);
  const isRunning = live.some(({ drill }) => drill);
  const isReal = live.some(({ drill }) => !drill);
  const last = station?.lastDrillAt ?? null;
  const isDue = station !== null && !isRunning && (last === null || isOverdue);
  return (
    <section className={classes.panel} aria-labelledby="drill-title">
      <h2 id="drill-title" className={classes.panelTitle}>
        {t('security.drill')}
      </h2>
      <p className={classes.text}>{t('security.drill.text')}</p>
      <p className={classes.text}>
        <strong>{last === null ? t('security.drill.never') : t('security.drill.last', { time: momentWords(last, language, zone) })}</strong>
      </p>
      {isDue && last !== null && (
        <p className={classes.warning} role="status">
          {t('security.drill.due')}
        </p>
      )}
      {isReal && <p className={classes.text}>{t('security.drill.waits')}</p>}
      <Button
        size="md"
        variant={isRunning || isDue ? 'filled' : 'default'}
        disabled={!isConnected || (isReal && !isRunning)}
        leftSection={isRunning ? <IconPlayerStop size={20} aria-hidden /> : <IconPlayerPlay size={20} aria-hidden />}
        onClick={() => client.drill(!isRunning)}
      >
        {t(isRunning ? 'security.drill.stop' : 'security.drill.start')}
      </Button>
    </section>
  );
}
